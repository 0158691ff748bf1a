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
    """Whose records. account: the login's key, empty where nobody logs in. profile: the name of a
    local profile, empty for who never chose one. Two owners differ where either part does."""

    account: str = ""
    profile: str = ""


@dataclass(frozen=True)
class SetSummary:
    """One set in a list.

    id: unguessable text, fit for a link. started_at: aware, in the time zone where it was done;
    zone: that zone's IANA name or offset. duration_s: seconds under the camera. reps, attempts:
    how many. hold_s, longest_hold_s: seconds in form. score: 0 to 100, None without reps.
    range_of_motion (1.0 is the wanted depth), descent_s, ascent_s: means over the reps, NaN without
    any. uneven_deg: mean difference between left and right at the deepest point, in degrees, NaN
    where no rep was seen from the front. faults: rule key to the reps that had it; of a hold, to
    how often it began. reasons: why attempts did not count, to how many. ended: False while the set
    is being done.
    """

    id: str
    exercise: str
    level: str
    source: RecordedFrom
    started_at: datetime
    zone: str
    duration_s: float
    reps: int
    attempts: int
    hold_s: float
    longest_hold_s: float
    score: int | None
    range_of_motion: float
    descent_s: float
    ascent_s: float
    uneven_deg: float
    faults: Mapping[str, int]
    reasons: Mapping[str, int]
    view: View
    ended: bool = True


@dataclass(frozen=True)
class KeptSet:
    """One set whole. report: reps and attempts with their evidence, holds, faults; its times are
    those of the track. frames: rows of its landmark track, 0 where none was kept."""

    summary: SetSummary
    report: Report
    frames: int
