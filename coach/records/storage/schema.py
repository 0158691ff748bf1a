"""The tables of a database made as this version of the program wants them."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from coach.records.errors import UnavailableError
from coach.texts import say

FOLDER = Path(__file__).parents[1] / "migrations"

_LOCK = 7_306_041_911
"""A number of ours, by which two servers that start together migrate a PostgreSQL one by one."""


def config() -> Config:
    """Alembic's configuration; there is no alembic.ini."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return made


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing, all or none. Raises UnavailableError where a newer
    version of the program has made the tables."""
    alembic = config()
    script = ScriptDirectory.from_config(alembic)
    newest = script.get_current_head()
    # Looked at first without a lock, so that who only reads is not kept waiting by who writes.
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        current = MigrationContext.configure(connection).get_current_revision()
        known = {step.revision for step in script.walk_revisions()}
        if current is not None and current not in known:
            raise UnavailableError(say("records.newer"))
        alembic.attributes["connection"] = connection
        command.upgrade(alembic, "head")
