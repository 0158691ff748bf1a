"""Where the records are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from coach.records.errors import UnavailableError
from coach.texts import say

FILE = "records.db"
FOLDER, ADDRESS = "COACH_DATA", "COACH_DATABASE_URL"


def address(environment: Mapping[str, str]) -> URL:
    """The database that the environment names, else a SQLite file of this user's own.

    Raises UnavailableError where it names one of another kind.
    """
    named = environment.get(ADDRESS, "").strip()
    if named:
        return _known(named)
    folder = environment.get(FOLDER, "").strip()
    place = Path(folder).expanduser() if folder else user_data_path("fitness-coach", False)
    return URL.create("sqlite", database=str(place / FILE))


def _known(named: str) -> URL:
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise UnavailableError(say("records.address_wrong", name=ADDRESS)) from error
    kind = url.get_backend_name()
    # What hosts give as an address, by whichever name, is meant for the one driver that is here.
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite")
    raise UnavailableError(say("records.address_wrong", name=ADDRESS))
