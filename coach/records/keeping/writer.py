"""The one thread that writes sets while they are done, so that no frame ever waits for a disk."""

from __future__ import annotations

import atexit
import logging
import threading
import time

from coach.records.errors import UnavailableError
from coach.records.keeping.draft import Draft
from coach.records.storage.database import Database
from coach.records.values import Owner
from coach.texts import say

LOGGER = logging.getLogger(__name__)

RETRY_S = 2.0
"""Seconds between two tries while the database cannot be used."""

CLOSE_S = 5.0
"""Seconds that the end of the program waits for what is still to be written."""
LAST_RETRY_S = 0.2
"""Seconds between two tries while the program waits for its end."""

MOST_BYTES = 64_000_000
MOST_SETS = 5_000
"""What may wait for the database: more than a day's movement, and more sets than a server's day."""


class Writer:
    """Writes drafts as soon as something of them is new. What cannot be written waits, and is tried
    again. For use from any thread; nothing here blocks but `close`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changed = threading.Condition()
        self._drafts: dict[int, Draft] = {}
        self._thread: threading.Thread | None = None
        self._closing = False
        self._until = float("inf")
        self._why = ""

    @property
    def why(self) -> str:
        """Why sets are waiting, as a sentence; empty while they are written."""
        return self._why

    @property
    def notice(self) -> str:
        """What happened to the database, as Database.notice."""
        return self._database.notice

    def add(self, draft: Draft) -> None:
        """There is something new in a draft."""
        with self._changed:
            self._drafts[id(draft)] = draft
            if self._thread is None:
                self._closing = False
                self._thread = threading.Thread(target=self._run, name="records", daemon=True)
                self._thread.start()
                # A daemon, so that a database that hangs cannot keep the program from ending.
                atexit.register(self.close)
            self._changed.notify()

    def forget(self, owner: Owner) -> None:
        """Write nothing more of this owner's sets."""
        with self._changed:
            for draft in self._drafts.values():
                if draft.beginning.owner == owner:
                    draft.forget()

    def close(self) -> None:
        """Write what can be written, and end the thread."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._closing = True
            self._until = time.monotonic() + CLOSE_S
            self._changed.notify()
        if thread is not None:
            atexit.unregister(self.close)
            thread.join(CLOSE_S)
        if self._drafts:
            LOGGER.error("%d sets could not be saved: %s", len(self._drafts), self._why)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not (self._drafts or self._closing):
                    self._changed.wait()
                if not self._drafts:
                    return
                drafts = list(self._drafts.values())
            why = self._write(drafts)
            self._why = why
            if why:
                self._keep_small(drafts)
                if not self._may_try_again():
                    return

    def _may_try_again(self) -> bool:
        """Waits until the next try; False where the program has waited long enough for its end."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._closing, RETRY_S):
                return True
        time.sleep(LAST_RETRY_S)
        return time.monotonic() < self._until

    def _write(self, drafts: list[Draft]) -> str:
        """Write them all, as far as that can be; gives why it could not be."""
        why = ""
        for draft in drafts:
            try:
                draft.write(self._database)
            except UnavailableError as error:
                return error.sentence
            except Exception:
                LOGGER.exception("A set could not be saved")
                why = say("records.odd")
            with self._changed:
                if not draft.waiting:
                    del self._drafts[id(draft)]
        return why

    def _keep_small(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            draft.take()
        excess = sum(draft.size for draft in drafts) - MOST_BYTES
        for draft in drafts:
            if excess <= 0:
                break
            excess -= draft.size
            draft.drop_movement()
            LOGGER.error("The movement of a set could not be kept: too much is waiting")
        with self._changed:
            for draft in drafts[: max(0, len(drafts) - MOST_SETS)]:
                LOGGER.error("A set could not be kept: too many are waiting")
                del self._drafts[id(draft)]
