"""A time zone is what its browser calls it, where it is known here."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from coach.records.zones import moment_in, zone_name, zone_or_utc

NOON = datetime(2026, 7, 1, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (ZoneInfo("Asia/Kathmandu"), "Asia/Kathmandu"),
        (timezone.utc, "+00:00"),
        (timezone(timedelta(hours=-3, minutes=-30)), "-03:30"),
    ],
    ids=str,
)
def test_a_zone_has_a_name_and_is_found_by_it(zone, name):
    moment = NOON.astimezone(zone)
    assert zone_name(moment) == name
    assert moment_in(NOON, name).utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../../etc/passwd", "\0", "x" * 1000, "+99:00", "Europe", "/"]
)
def test_a_zone_that_is_none_is_utc(name):
    assert zone_or_utc(name) == "UTC"
    assert moment_in(NOON, name) == NOON
    assert moment_in(NOON, name).utcoffset() == timedelta(0)


def test_a_known_zone_is_kept():
    assert zone_or_utc("Europe/Berlin") == "Europe/Berlin"


def test_the_end_of_time_has_no_zone():
    latest = datetime.max.replace(tzinfo=timezone.utc)
    assert moment_in(latest, "Asia/Kathmandu") == latest
