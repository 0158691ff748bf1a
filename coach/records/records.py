"""The one door to what is kept. Every method is told whose records it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from sqlalchemy import URL, delete, func, select
from sqlalchemy.orm import Session

from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.records import reading
from coach.records.errors import NotFoundError
from coach.records.exchange.exports import as_json, as_tables, as_track_file
from coach.records.exchange.imports import check_sets, read_sets
from coach.records.keeping.keeper import SetKeeper
from coach.records.keeping.writer import Writer
from coach.records.storage.database import Database
from coach.records.storage.store import (
    Beginning,
    Block,
    close_unfinished,
    find_person,
    find_set,
    forget_visitors,
    write_whole,
)
from coach.records.storage.tables import PersonRow, SetRow
from coach.records.values import KeptSet, Owner, RecordedFrom, SetSummary
from coach.records.zones import zone_name
from coach.texts import say
from coach.tracks.decimation import thinned
from coach.tracks.packed import pack_track


class Records:
    """Everybody's sets in one database, each owner's for themselves.

    Every method may raise UnavailableError, with a sentence that says what to do. For use from any
    thread. address: tells where the database is (coach.records.storage.address); it is opened when
    it is first needed.
    """

    def __init__(self, address: Callable[[], URL]) -> None:
        self._database = Database(address, _opened)
        self._writer = Writer(self._database)

    @property
    def notice(self) -> str:
        """What happened to the database that people should know of, as a sentence, or nothing."""
        return self._database.notice

    def keeper(self, owner: Owner, zone: str) -> SetKeeper:
        """What keeps the next set of somebody before the camera while it is done. zone: the time
        zone that they are in, as in SetSummary."""
        return SetKeeper(self._writer, owner, zone)

    def sets(
        self,
        owner: Owner,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        exercise: str | None = None,
    ) -> tuple[SetSummary, ...]:
        """The owner's sets, the newest first: begun at `since` (aware) or later, before `until`."""
        with self._database.reading() as session:
            person = find_person(session, owner)
            if person is None:
                return ()
            return reading.summaries(session, person, since, until, exercise)

    def one(self, owner: Owner, set_id: str) -> KeptSet:
        """A set whole. Raises NotFoundError, also where it is somebody else's."""
        with self._database.reading() as session:
            return reading.whole(session, _key(session, owner, set_id))

    def track(self, owner: Owner, set_id: str) -> Track:
        """The movement of a set, in the times of its report, at up to 16 rows a second. Raises
        NotFoundError where there is no such set, or none of its movement was kept."""
        with self._database.reading() as session:
            track = reading.movement(session, _key(session, owner, set_id))
        if track is None:
            raise NotFoundError(say("records.no_movement"))
        return track

    def delete(self, owner: Owner, set_id: str) -> None:
        """Delete a set for good. Raises NotFoundError."""
        with self._database.writing() as session:
            session.execute(delete(SetRow).where(SetRow.key == _key(session, owner, set_id)))
        self._database.empty_log()

    def delete_all(self, owner: Owner) -> int:
        """Delete everything of the owner for good; gives how many sets that were."""
        self._writer.forget(owner)
        with self._database.writing() as session:
            person = find_person(session, owner)
            of_theirs = select(func.count()).select_from(SetRow).where(SetRow.person == person)
            count = session.scalar(of_theirs) or 0
            session.execute(delete(PersonRow).where(PersonRow.key == person))
        self._database.shrink()
        return count

    def profiles(self, account: str = "") -> tuple[str, ...]:
        """The names of an account's profiles that have records, in order of their names."""
        query = select(PersonRow.profile).where(PersonRow.account == account)
        with self._database.reading() as session:
            return tuple(sorted(session.scalars(query), key=str.casefold))

    def latest_profile(self, account: str = "") -> str:
        """The profile of an account that a set was last kept for; empty where none was."""
        query = (
            select(PersonRow.profile)
            .join(SetRow, SetRow.person == PersonRow.key)
            .where(PersonRow.account == account)
            .order_by(SetRow.started_at.desc())
            .limit(1)
        )
        with self._database.reading() as session:
            return session.scalar(query) or ""

    def add_from_report(
        self,
        owner: Owner,
        report: Report,
        track: Track | None,
        when: datetime,
    ) -> str:
        """Keep a set that was analysed from a file and begun at `when` (aware). Gives its id."""
        blocks: tuple[Block, ...] = ()
        if track is not None and len(track.t):
            kept = thinned(track)
            blocks = (Block(0, len(kept.t), pack_track(kept)),)
        start = Beginning(owner, uuid4().hex, RecordedFrom.FILE, when, zone_name(when))
        with self._database.writing() as session:
            write_whole(session, start, report, blocks)
        return start.id

    def export_json(self, owner: Owner) -> bytes:
        """Everything of the owner, movements included, for `import_`; docs/formats.md has it."""
        with self._database.reading() as session:
            return as_json(session, find_person(session, owner))

    def export_csv(self, owner: Owner) -> tuple[bytes, bytes]:
        """Everything as two tables: one row per set, and one row per rep."""
        with self._database.reading() as session:
            return as_tables(session, find_person(session, owner))

    def export_track(self, owner: Owner, set_id: str) -> bytes:
        """One set as a track file that `python -m coach replay` reads, for `import_` too. Raises
        NotFoundError where there is no such set, or none of its movement was kept."""
        with self._database.reading() as session:
            return as_track_file(session, _key(session, owner, set_id))

    def import_(self, owner: Owner, data: bytes) -> int:
        """Add the sets of an `export_json` or `export_track`; those that are there already are
        passed over. Gives how many were added. Raises ImportRefusedError on anything else, and then
        nothing has changed."""
        check_sets(data)
        added = 0
        with self._database.writing() as session:
            for item in read_sets(data):
                if find_set(session, owner, item.id) is None:
                    start = Beginning(owner, item.id, item.source, item.started_at, item.zone)
                    write_whole(session, start, item.report, item.blocks)
                    added += 1
        return added

    def close(self) -> None:
        """Write what is to be written, and let go of the database."""
        self._writer.close()
        self._database.close()


def _opened(session: Session) -> None:
    close_unfinished(session)
    forget_visitors(session)


def _key(session: Session, owner: Owner, set_id: str) -> int:
    key = find_set(session, owner, set_id)
    if key is None:
        raise NotFoundError(say("records.not_found"))
    return key
