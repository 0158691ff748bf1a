"""Whether somebody seen after a break is who trained before, or another person. Pure.

The network follows one person, and goes over to somebody else when the one is gone. Nobody is taken
for another while they are seen to move on; after a jump or an absence what they wear is compared
with what was worn before, in whatever posture and light.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from coach.arrays import FloatArray
from coach.motion.fast_replace import replace
from coach.motion.poses.pose import Pose
from coach.motion.tracking.people import trunk_distance

# A person who is out of sight for so long, or further away than they can have gone, may be another.
LOST_S = 0.7
STEP_M, SPEED_M_S = 0.5, 3.0
# Clothes are noted every so often, so many times at most, and known once there are so many notes.
NOTE_S, MOST_NOTES, FEWEST_NOTES = 0.5, 120, 6
# Mean difference of colours (0 to 1) from the note that is most alike.
ALIKE, OTHER = 0.08, 0.12
# So long somebody is looked at before they are called another.
SURE_S = 1.0


@dataclass(frozen=True, eq=False)
class Acquaintance:
    """What is known of the person who trains."""

    notes: FloatArray
    """What they wore, (n, 9) colours from 0 to 1."""
    noted_t: float = -np.inf
    """When the newest was taken."""
    last: Pose | None = None
    """The person seen last."""
    unlike: tuple[tuple[float, float], ...] = ()
    """While it is not known whether that is the same person, seconds and difference of each
    look."""
    doubted: bool = False
    """Whether that is so."""
    stranger: bool = False
    """Whether it is somebody else."""


def nobody_yet() -> Acquaintance:
    """Before the first look."""
    return Acquaintance(np.empty((0, 9)))


def meet(known: Acquaintance, pose: Pose, clothes: Callable[[], FloatArray]) -> Acquaintance:
    """What is known after somebody was seen. clothes: what they wear, 9 numbers from 0 to 1; looked
    at only when that is needed, which is seldom while somebody is seen to move on."""
    broken = known.last is not None and not _goes_on(known.last, pose)
    known = replace(known, last=pose)
    if len(known.notes) < FEWEST_NOTES:
        return _noted(known, pose.t, clothes)
    if broken:
        known = replace(known, unlike=(), doubted=True)
    if not known.doubted:
        return _noted(known, pose.t, clothes)
    unlike = (*known.unlike, (pose.t, difference(known, clothes())))
    unlike = tuple(one for one in unlike if pose.t - one[0] <= SURE_S)
    usual = float(np.median([each for _, each in unlike]))
    if usual <= ALIKE:
        return replace(known, unlike=(), doubted=False, stranger=False)
    if pose.t - unlike[0][0] < 0.8 * SURE_S or known.stranger:
        return replace(known, unlike=unlike)
    if usual >= OTHER:
        return replace(known, unlike=unlike, stranger=True)
    return replace(known, unlike=(), doubted=False, stranger=False)


def difference(known: Acquaintance, clothes: FloatArray) -> float:
    """How little clothes are like any that were noted (mean difference of colours, 0 to 1)."""
    return float(np.abs(known.notes - clothes).mean(axis=1).min())


def is_alike(known: Acquaintance, clothes: FloatArray) -> bool:
    """Whether such clothes are surely those of the person who trains."""
    return len(known.notes) >= FEWEST_NOTES and difference(known, clothes) <= ALIKE


def _goes_on(last: Pose, pose: Pose) -> bool:
    waited = pose.t - last.t
    return 0 <= waited <= LOST_S and trunk_distance(last, pose) <= STEP_M + SPEED_M_S * waited


def _noted(known: Acquaintance, t: float, clothes: Callable[[], FloatArray]) -> Acquaintance:
    if 0 <= t - known.noted_t < NOTE_S:
        return known
    notes = np.vstack([known.notes, clothes()])
    if len(notes) > MOST_NOTES:
        # The older half is thinned out: a jacket that was taken off is forgotten by and by.
        half = MOST_NOTES // 2
        notes = np.vstack([notes[:half:2], notes[half:]])
    return replace(known, notes=notes, noted_t=t)
