"""The tables in a database are those that the program knows, however it came by them."""

from __future__ import annotations

import threading
from math import isnan

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from coach.motion.snapshot import Evidence, FaultSpan, HeldTime, Rep, View, ViewSpan
from coach.records.errors import RecordsError
from coach.records.storage import schema
from coach.records.storage.tables import Table
from tests.records.conftest import ANNA


def test_the_migrations_make_the_tables_that_the_program_knows(records):
    records.sets(ANNA)
    with records._database._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_the_migrations_are_one_line():
    script = ScriptDirectory.from_config(schema.config())
    steps = list(script.walk_revisions())
    assert len(script.get_heads()) == len(script.get_bases()) == 1
    assert [step.revision for step in steps] == sorted(
        (step.revision for step in steps), reverse=True
    )


def test_a_set_of_an_earlier_version_is_read_as_it_was_kept(in_file, folder):
    """Tables and rows as 0.1.0 wrote them."""
    folder.mkdir(parents=True)
    alembic = schema.config()
    engine = create_engine(f"sqlite:///{folder / 'records.db'}")
    with engine.begin() as connection:
        alembic.attributes["connection"] = connection
        command.upgrade(alembic, "0001")
        for statement in OF_0_1_0:
            connection.exec_driver_sql(statement)
    engine.dispose()
    (summary,) = in_file.sets(ANNA)
    report = in_file.one(ANNA, summary.id).report
    evidence = Evidence("shallow", 81.5, None, 95.0, "deg", 1.0, View.LEFT, 0.9)
    assert report.reps == (
        Rep(1, 0.5, 1.0, 1.5, 1.02, ("tempo",), {"shallow": evidence}, 90, (("tempo", 10),), 4.0),
    )
    (attempt,) = report.attempts
    assert (attempt.reason, attempt.side) == ("shallow", None)
    assert isnan(attempt.range_of_motion)
    assert report.holds == (HeldTime(1.0, 4.0),)
    assert report.faults == (FaultSpan("sagging", 2.0, 3.0),)
    assert report.views == (ViewSpan(View.LEFT, 0.0, 9.0),)


OF_0_1_0 = (
    f"INSERT INTO people VALUES (1, '{ANNA.account}', '{ANNA.profile}')",
    """INSERT INTO sets VALUES (1, 1, 'one', 'squat', 'beginner', 'camera', '2026-03-02 07:30:00',
    'UTC', 9.0, 1, 1, 3.0, 3.0, 90, 1.02, 0.5, 0.5, 4.0, '{}', '{"shallow": 1}', 'left', 1,
    '{"holds": [[1.0, 4.0]], "faults": [["sagging", 2.0, 3.0]], "views": [["left", 0.0, 9.0]],
    "abstained": ["knees_caving_in"]}')""",
    """INSERT INTO reps VALUES (1, 1, 0.5, 1.0, 1.5, 1.02, 90, 4.0, '["tempo"]', '[["tempo", 10]]',
    '[["shallow", 81.5, null, 95.0, "deg", 1.0, "left", 0.9, true]]')""",
    "INSERT INTO attempts VALUES (1, 1, 'shallow', 5.0, 5.5, 6.0, null, '[]')",
)


def test_servers_that_start_together_migrate_once(opening):
    failed = []

    def start() -> None:
        try:
            opening().sets(ANNA)
        except RecordsError as error:
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
