"""The tables in a database are those that the program knows, however it came by them."""

from __future__ import annotations

import threading

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

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
