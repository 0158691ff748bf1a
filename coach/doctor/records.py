"""Whether what people did can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.doctor.finding import Finding, broken, fine
from coach.records.errors import RecordsError
from coach.records.storage.address import address
from coach.records.storage.database import Database


def check_records(environment: Mapping[str, str]) -> Iterator[Finding]:
    """The database that the environment names: opened, brought up to date, and written to without
    changing what is in it."""
    database = Database(lambda: address(environment))
    try:
        with database.writing():
            pass
        place = database.file or address(environment).render_as_string(hide_password=True)
        yield fine("records", "records_kept", place=place)
    except RecordsError as error:
        yield broken("records", error)
    finally:
        database.close()
