"""Whether what people did can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.doctor.finding import Finding, broken, fine
from coach.records.address import address
from coach.records.database import Database
from coach.records.errors import RecordsError


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
