"""Where the records are: a folder of the user's, a folder that is named, or a server."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_path

from coach.records.storage.address import address

HOME = str(user_data_path("fitness-coach", appauthor=False) / "records.db")


@pytest.mark.parametrize(
    ("environment", "driver", "place"),
    [
        ({}, "sqlite", HOME),
        ({"COACH_DATA": "  "}, "sqlite", HOME),
        ({"COACH_DATA": "/srv/coach"}, "sqlite", "/srv/coach/records.db"),
        ({"COACH_DATA": "~/x"}, "sqlite", str(Path.home() / "x" / "records.db")),
        ({"COACH_DATABASE_URL": "sqlite:////srv/a.db"}, "sqlite", "/srv/a.db"),
        ({"COACH_DATABASE_URL": "postgres://u:p@h/d"}, "postgresql+psycopg", "d"),
        ({"COACH_DATABASE_URL": "postgresql://u@h/d"}, "postgresql+psycopg", "d"),
        ({"COACH_DATABASE_URL": "postgresql+psycopg2://h/d"}, "postgresql+psycopg", "d"),
        ({"COACH_DATABASE_URL": "postgresql:///d", "COACH_DATA": "/a"}, "postgresql+psycopg", "d"),
    ],
    ids=str,
)
def test_the_environment_names_the_database(environment, driver, place):
    url = address(environment)
    assert (url.drivername, url.database) == (driver, place)
