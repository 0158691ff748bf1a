"""Where the records are kept."""

from __future__ import annotations

import os

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from coach.records.errors import UnavailableError
from coach.settings import DATA, DATABASE_URL, Environment
from coach.texts import say

FILE = "records.db"


def address(environment: Environment = os.environ) -> URL:
    """The database that the environment names, else a SQLite file of this user's own.

    Raises UnavailableError where it names one of another kind.
    """
    named = DATABASE_URL.read(environment)
    if named:
        return _known(named)
    place = DATA.read(environment) or user_data_path("fitness-coach", False)
    return URL.create("sqlite", database=str(place / FILE))


def _known(named: str) -> URL:
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise UnavailableError(say("records.address_wrong", name=DATABASE_URL.name)) from error
    kind = url.get_backend_name()
    # What hosts give as an address, by whichever name, is meant for the one driver that is here.
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite")
    raise UnavailableError(say("records.address_wrong", name=DATABASE_URL.name))
