"""What is kept, as values: made once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from coach.motion.report import Report
from coach.motion.snapshot import View


class RecordedFrom(str, Enum):
    """Where a set was seen: live before the camera, or in a recording."""

    CAMERA = "camera"
    FILE = "file"


VISITOR = "visitor "
"""With what the account of somebody begins who is nobody in particular, and only passes by."""


@dataclass(frozen=True)
class Owner:
    """Whose records."""

    account: str = ""
    """The login's key, empty where nobody logs in."""
    profile: str = ""
    """The name of a local profile, empty for who never chose one. Two owners differ where either
    part does."""


@dataclass(frozen=True)
class SetSummary:
    """One set in a list."""

    id: str
    """Unguessable text, fit for a link."""
    exercise: str
    level: str
    source: RecordedFrom
    started_at: datetime
    """Aware, in the time zone where it was done."""
    zone: str
    """That zone's IANA name or offset."""
    duration_s: float
    """Seconds under the camera."""
    reps: int
    attempts: int
    """How many."""
    hold_s: float
    longest_hold_s: float
    """Seconds in form."""
    score: int | None
    """0 to 100, None without reps. range_of_motion (1.0 is the wanted depth), descent_s, ascent_s:
    means over the reps, NaN without any."""
    range_of_motion: float
    descent_s: float
    ascent_s: float
    uneven_deg: float
    """Mean difference between left and right at the deepest point, in degrees, NaN where no rep was
    seen from the front."""
    faults: Mapping[str, int]
    """Rule key to the reps that had it; of a hold, to how often it began."""
    reasons: Mapping[str, int]
    """Why attempts did not count, to how many."""
    view: View
    ended: bool = True
    """False while the set is being done."""


@dataclass(frozen=True)
class KeptSet:
    """One set whole."""

    summary: SetSummary
    report: Report
    """Reps and attempts with their evidence, holds, faults; its times are those of the track."""
    frames: int
    """Rows of its landmark track, 0 where none was kept."""
