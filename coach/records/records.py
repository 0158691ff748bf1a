"""The one door to what is kept. Every method is told whose records it is about."""

from __future__ import annotations

from datetime import datetime

from coach.motion.report import Report
from coach.motion.track import Track
from coach.records.values import KeptSet, Owner, SetSummary


class Records:
    """Everybody's sets in one database, each owner's for themselves.

    Every method may raise UnavailableError, with a sentence that says what to do. For use from any
    thread.
    """

    def sets(
        self,
        owner: Owner,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        exercise: str | None = None,
    ) -> tuple[SetSummary, ...]:
        """The owner's sets, the newest first: begun at `since` (aware) or later, before `until`."""
        raise NotImplementedError

    def one(self, owner: Owner, set_id: str) -> KeptSet:
        """A set whole. Raises NotFoundError, also where it is somebody else's."""
        raise NotImplementedError

    def track(self, owner: Owner, set_id: str) -> Track:
        """The movement of a set, in the times of its report. Raises NotFoundError where there is no such
        set, or none of its movement was kept."""
        raise NotImplementedError

    def delete(self, owner: Owner, set_id: str) -> None:
        """Delete a set for good. Raises NotFoundError."""
        raise NotImplementedError

    def delete_all(self, owner: Owner) -> int:
        """Delete everything of the owner for good; gives how many sets that were."""
        raise NotImplementedError

    def profiles(self, account: str = "") -> tuple[str, ...]:
        """The names of an account's profiles that have records, in order of their names."""
        raise NotImplementedError

    def add_from_report(
        self,
        owner: Owner,
        report: Report,
        track: Track | None,
        when: datetime,
    ) -> str:
        """Keep a set that was analysed from a file and begun at `when` (aware). Gives its id."""
        raise NotImplementedError

    def export_json(self, owner: Owner) -> bytes:
        """Everything of the owner, tracks included, for `import_`."""
        raise NotImplementedError

    def export_csv(self, owner: Owner) -> tuple[bytes, bytes]:
        """Everything as two tables: one row per set, and one row per rep."""
        raise NotImplementedError

    def import_(self, owner: Owner, data: bytes) -> int:
        """Add the sets of an `export_json`; those that are there already are passed over. Gives how
        many were added. Raises ImportRefusedError on anything else, and then nothing has changed."""
        raise NotImplementedError
