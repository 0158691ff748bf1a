"""How often the network must look, decided from the movement itself. Pure.

A person who rests moves little between two pictures; one who moves is looked at every time that
they may have gone a small part of their size since. Between two looks the pose is carried along.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, inf, sqrt

import numpy as np

from coach.arrays import FloatArray
from coach.motion.fast_replace import replace
from coach.motion.poses.pose import Landmark, Pose

# With a look at every 0.05 trunk lengths of movement, and ten a second at rest, every count and
# fault of 42 tracks stays as it is, and the network works on 0.54 of their frames.
STEP = 0.05
LONGEST_S = 0.1
# Where a machine is busy, who rests leaves looks to others: the network waits so many times as
# long as it must. Two push-ups a second pass SWIFT trunk lengths a second: they get every other
# picture, and for SWIFT_S more, since at each turn a body is slow. With 0.2 s asked for between
# two looks no count and no fault of 42 tracks changes, by 6.8 looks a second on average; spread
# evenly, at 0.128 s and as many looks, 76 quick push-ups were counted as 57.
RESTS = 2.0
SWIFT, SWIFT_S, SWIFT_GAP_S = 2.0, 1.0, 0.06
# Nobody there: somebody who walks in is seen this soon.
EMPTY_S = 0.2
# After a cut, or when the light changes, every picture is looked at until the pose is settled.
ALERT_S = 0.5
# Further than this a straight line is no guess at a movement.
CARRY_S = 0.12

_MOVING = np.array(
    [
        landmark
        for landmark in Landmark
        if landmark.name.endswith(("SHOULDER", "ELBOW", "WRIST", "HIP", "KNEE", "ANKLE"))
    ]
)


@dataclass(frozen=True, eq=False)
class LookSchedule:
    """What the decision rests on."""

    last: Pose | None = None
    before: Pose | None = None
    """The two newest poses that the network gave."""
    looked: float = -inf
    """When it looked last (s)."""
    speed: float = inf
    """Trunk lengths a second of the fastest joint."""
    alert: float = -inf
    """Look at everything until then (s)."""
    swift: float = -inf
    """This is a quick movement until then (s)."""


@dataclass(frozen=True, eq=False)
class Sighting:
    """The pose for one picture."""

    pose: Pose | None
    fresh: bool = True
    """The network saw it there, so it may be judged; else it was carried along and is only for
    drawing."""
    stranger: bool = False
    """Somebody is there, but not the person who trains, and so there is no pose."""


def is_due(pace: LookSchedule, t: float, *, changed: bool = False, gap_s: float = 0.0) -> bool:
    """Whether the picture at t seconds must be looked at; changed: it is another scene. gap_s: what
    a busy machine asks for between two looks; for those who move quickly it asks for less."""
    waited = t - pace.looked
    swift = t < pace.swift and gap_s > SWIFT_GAP_S
    if 0 <= waited < (SWIFT_GAP_S if swift else gap_s):
        return False
    if changed or waited < 0 or t < pace.alert or swift:
        return True
    if pace.last is None:
        return waited >= max(EMPTY_S, RESTS * gap_s)
    longest = max(LONGEST_S, RESTS * gap_s)
    return waited >= longest - 1e-6 or pace.speed * waited >= STEP


def alert(pace: LookSchedule, t: float) -> LookSchedule:
    """The pace once something changed at t seconds that is no movement of the person."""
    return replace(pace, alert=t + ALERT_S)


def note_look(pace: LookSchedule, t: float, pose: Pose | None) -> LookSchedule:
    """The pace after the network looked at t seconds and saw `pose`."""
    last = pace.last
    speed = inf
    if pose is not None and last is not None and pose.t > last.t:
        pixels = pose.pixels
        way = sqrt(((pixels - last.pixels)[_MOVING] ** 2).sum(axis=1).max())
        speed = way / _size(pixels) / (pose.t - last.t)
    swift = t + SWIFT_S if SWIFT <= speed < inf else pace.swift
    return LookSchedule(pose, last if pose is not None else None, t, speed, pace.alert, swift)


def carry_pose(pace: LookSchedule, t: float) -> Pose | None:
    """The last pose moved along to t seconds in a straight line, for drawing only."""
    last, before = pace.last, pace.before
    if last is None or before is None or last.t <= before.t or t <= last.t:
        return last
    ahead = min(t - last.t, CARRY_S) / (last.t - before.t)
    image = last.image + (last.image - before.image) * min(ahead, 1.0)
    return replace(last, t=t, image=image)


def _size(pixels: FloatArray) -> float:
    """The trunk's length, or the shoulders' width and a half where it is foreshortened (pixels)."""
    (ax, ay), (bx, by) = pixels[Landmark.LEFT_SHOULDER : Landmark.RIGHT_SHOULDER + 1].tolist()
    (cx, cy), (dx, dy) = pixels[Landmark.LEFT_HIP : Landmark.RIGHT_HIP + 1].tolist()
    trunk = hypot(ax + bx - cx - dx, ay + by - cy - dy) / 2
    return max(trunk, 1.5 * hypot(ax - bx, ay - by), 1.0)
