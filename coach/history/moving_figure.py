"""A stored track made ready to be drawn: which points, in which place, from where it was filmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atan2, ceil, cos, degrees, radians, sin

import numpy as np
import numpy.typing as npt

from coach.arrays import FloatArray
from coach.motion.exercise import Cycle, Exercise
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from coach.motion.poses.view import turned

# The browser fills in what lies between: more than this is not seen, and takes time to be sent.
MOST_PER_S = 30.0
MOST_FRAMES = 6000
# What holds the ground trembles by a few centimetres; the body must not tremble with it.
STEADY_S = 0.3
NOT_DRAWN = frozenset(
    {
        Landmark.LEFT_EYE_INNER,
        Landmark.LEFT_EYE,
        Landmark.LEFT_EYE_OUTER,
        Landmark.RIGHT_EYE_INNER,
        Landmark.RIGHT_EYE,
        Landmark.RIGHT_EYE_OUTER,
        Landmark.MOUTH_LEFT,
        Landmark.MOUTH_RIGHT,
        Landmark.LEFT_PINKY,
        Landmark.RIGHT_PINKY,
        Landmark.LEFT_INDEX,
        Landmark.RIGHT_INDEX,
        Landmark.LEFT_THUMB,
        Landmark.RIGHT_THUMB,
    }
)
"""A face and fingers are of no use here, and guessed more than seen."""

POINTS = tuple(landmark for landmark in Landmark if landmark not in NOT_DRAWN)
"""The landmarks of a figure, in the order of its arrays."""


@dataclass(frozen=True, eq=False)
class MovingFigure:
    """A person in motion, n moments with somebody in them, p points (POINTS)."""

    t: FloatArray
    """(n,) seconds."""
    picture: FloatArray
    """(n, p, 2), as filmed, in heights of the picture, y down."""
    space: FloatArray
    """(n, p, 3) metres, y down, the ground at 0 and what carries the body at the origin."""
    visibility: FloatArray
    """(n, p)."""
    yaw: float
    """Degrees by which the person is turned from the camera, the middle of all moments."""
    width: float
    """Of the picture, in its heights."""


def moving_figure(track: Track, exercise: Exercise) -> MovingFigure:
    """The figure of a track, at most MOST_PER_S moments a second and MOST_FRAMES in all."""
    there = np.flatnonzero(~np.isnan(track.world).any((1, 2)) & ~np.isnan(track.image).any((1, 2)))
    rows = _thinned(track.t, there)
    width, height = track.size
    points = list(POINTS)
    return MovingFigure(
        t=track.t[rows],
        picture=track.image[rows][:, points, :2] * (width / height, 1.0),
        space=_grounded(track.t[rows], track.world[rows], exercise)[:, points],
        visibility=np.nan_to_num(track.visibility[rows][:, points]),
        yaw=_yaw(track),
        width=width / height,
    )


def _thinned(t: FloatArray, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Some of the rows, evenly."""
    if len(rows) < 2:
        return rows
    seconds = float(t[rows[-1]] - t[rows[0]])
    most = min(MOST_FRAMES, ceil(seconds * MOST_PER_S) + 1)
    if len(rows) <= most:
        return rows
    slots = np.floor((t[rows] - t[rows[0]]) * ((most - 1) / seconds)).astype(np.int64)
    return rows[np.unique(slots, return_index=True)[1]]


def _grounded(t: FloatArray, world: FloatArray, exercise: Exercise) -> FloatArray:
    """World landmarks stand around the hips; here what carries the body stays in its place, and
    the ground is at 0, so that a squat sinks instead of drawing up its feet."""
    goal = exercise.goal
    carrier = (goal.planted or Joint.ANKLE) if isinstance(goal, Cycle) else Joint.TOE
    anchor = world[:, list(carrier.sides)].mean(axis=1)
    placed = world - _steady(t, anchor)[:, None, :]
    if not len(placed):
        return placed
    floor = np.median(placed[:, :, 1].max(axis=1))
    placed[:, :, 1] -= floor
    return placed


def _steady(t: FloatArray, path: FloatArray) -> FloatArray:
    """A path (n, 3) smoothed over STEADY_S seconds."""
    first = np.searchsorted(t, t - STEADY_S / 2)
    last = np.searchsorted(t, t + STEADY_S / 2, side="right")
    total = np.concatenate([np.zeros((1, 3)), np.cumsum(path, axis=0)])
    return np.asarray((total[last] - total[first]) / (last - first)[:, None])


def _yaw(track: Track) -> float:
    """The middle direction, of some moments spread over the track."""
    some = slice(None, None, max(1, len(track.t) // 200))
    moments = replace(
        track,
        t=track.t[some],
        image=track.image[some],
        world=track.world[some],
        visibility=track.visibility[some],
    )
    turns = [radians(turned(pose)) for _, pose in moments.poses() if pose is not None]
    if not turns:
        return 0.0
    return degrees(atan2(sum(map(sin, turns)), sum(map(cos, turns))))
