"""Time zones by name, as a browser or a recording gives them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
LONGEST = 64


def zone_name(moment: datetime) -> str:
    """The zone of an aware moment: its IANA name, else its distance from UTC, `+05:30`."""
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str) and 0 < len(key) <= LONGEST:
        return key
    return moment.isoformat(timespec="minutes")[16:]


@lru_cache(maxsize=1000)
def zone(name: str) -> tzinfo:
    """The zone of a name; UTC where it has none that is known here."""
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        sign, hours, minutes = offset.groups()
        away = timedelta(hours=int(hours), minutes=int(minutes))
        if away < timedelta(days=1):
            return timezone(-away if sign == "-" else away)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        # Wrong, unknown, or a folder of names; what comes from a browser may be anything.
        return timezone.utc


def zone_or_utc(name: str) -> str:
    """The name, where it is one of a zone that is known here; else `UTC`."""
    return name if name and len(name) <= LONGEST and zone(name) is not timezone.utc else "UTC"


def moment_in(moment: datetime, name: str) -> datetime:
    """The moment as clocks in that zone show it."""
    try:
        return moment.astimezone(zone(name))
    except OverflowError:
        return moment
