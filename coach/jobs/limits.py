"""How much is taken on, and the settings that change it."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from coach.texts import say

LOGGER = logging.getLogger(__name__)

MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What jobs may use.

    upload: bytes of one file. seconds: of one recording. running: jobs at a time. waiting: jobs in
    the queue, uploads on their way included. each: jobs of one owner that have not ended. kept:
    jobs whose results are kept, and kept_s: for how long after somebody last asked. free: bytes
    that must stay free on the disk. wall_s: a job's time from start to end, and still_s: without a
    sign of life. memory: bytes of a job's own (640 x 360 pixels take 600 MB), 0 for as much as
    there is. nice: added to its niceness.
    """

    upload: int = 500 * MB
    seconds: float = 2 * 3600.0
    running: int = max(1, (os.cpu_count() or 1) - 1)
    waiting: int = 8
    each: int = 4
    kept: int = 32
    kept_s: float = 3600.0
    free: int = 500 * MB
    wall_s: float = 6 * 3600.0
    still_s: float = 900.0
    memory: int = 3_000 * MB
    nice: int = 10


SETTINGS: Mapping[str, tuple[str, float]] = {
    "COACH_MAX_VIDEO_MB": ("upload", MB),
    "COACH_MAX_VIDEO_MINUTES": ("seconds", 60),
    "COACH_JOBS_RUNNING": ("running", 1),
    "COACH_JOBS_WAITING": ("waiting", 1),
    "COACH_JOBS_EACH": ("each", 1),
    "COACH_JOBS_KEPT_MINUTES": ("kept_s", 60),
}
"""Each setting's name, the limit that it changes, and how many of the limit's units are in one of
the setting's."""


def limits_from(environment: Mapping[str, str]) -> Limits:
    """The limits as they are set. A setting that is no number above 0 is named in the log, and the
    limit stays as it was."""
    limits = Limits()
    for name, (field, unit) in SETTINGS.items():
        text = environment.get(name, "").strip()
        if not text:
            continue
        kind = type(getattr(limits, field))
        try:
            value = kind(float(text) * unit)
        except (ValueError, OverflowError):
            value = 0
        if 0 < value < inf:
            limits = replace(limits, **{field: value})
        else:
            LOGGER.warning("%s", say("jobs.setting_wrong", name=name, value=text))
    return limits
