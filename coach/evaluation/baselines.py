"""The rules that other projects count by, for comparison. Small and pure.

Two thresholds: the joint's angle in the picture, on the side that the camera sees better; down
below 90 degrees, up above 145. It is the rule most projects use. Zigzag: the joint's angle of the
world landmarks, both sides weighted by how well they are seen, smoothed over 0.2 s; every fall and
rise of at least 25 degrees is a rep. It is the strongest of the simple ones. Straight line: the
unsigned angle shoulder-hip-ankle in the picture, by which most projects judge a plank.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from coach.arrays import FloatArray
from coach.motion.poses.joints import Joint
from coach.motion.poses.track import Track

DOWN, UP = 90.0, 145.0
HYSTERESIS = 25.0
SMOOTHING_S = 0.2
# Good open rules warn below 160 (of 180) degrees.
STRAIGHT = 160.0

SEEN = (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HIP, Joint.KNEE, Joint.ANKLE)
LINE = (Joint.SHOULDER, Joint.HIP, Joint.ANKLE)
Triple = tuple[Joint, Joint, Joint]


def two_thresholds(track: Track, joints: Triple) -> tuple[float, ...]:
    """The reps that the usual rule counts: seconds of each one's smallest angle.

    joints: end, vertex, end. A rep counts as soon as it is down, after having been up.
    """
    bottoms: list[tuple[float, float]] = []
    up = down = False
    for t, angle in _known(track.t, image_angle(track, joints, nearer_side(track))):
        if angle > UP:
            up, down = True, False
        elif angle < DOWN and up:
            bottoms.append((angle, t))
            up, down = False, True
        if down:
            bottoms[-1] = min(bottoms[-1], (angle, t))
    return tuple(t for _, t in bottoms)


def zigzag(track: Track, joints: Triple) -> tuple[float, ...]:
    """The reps that the strongest simple rule counts: seconds of each one's smallest angle."""
    bottoms = []
    rising: bool | None = None
    high, low = -np.inf, (np.inf, 0.0)
    for t, angle in _known(track.t, smoothed(track.t, world_angle(track, joints))):
        high, low = max(high, angle), min(low, (angle, t))
        if rising is not False and high - angle >= HYSTERESIS:
            rising, low = False, (angle, t)
        elif rising is not True and angle - low[0] >= HYSTERESIS:
            if rising is False:
                bottoms.append(low[1])
            rising, high = True, angle
    return tuple(bottoms)


def straight(track: Track) -> tuple[bool, ...]:
    """For each frame whether the body reads as a straight line; False where nobody is seen."""
    angles = image_angle(track, LINE, nearer_side(track))
    return tuple(bool(angle >= STRAIGHT) for angle in angles)


def straight_seconds(track: Track) -> float:
    """Seconds during which the body reads as a straight line: the usual plank timer."""
    steps = np.diff(track.t)
    return float(steps[np.array(straight(track)[1:], dtype=bool)].sum())


def nearer_side(track: Track) -> int:
    """0 for left or 1 for right: the side that the whole clip shows better."""
    seen = ~np.isnan(track.visibility).any(axis=1)
    if not seen.any():
        return 0
    left, right = (track.visibility[seen][:, _indices(SEEN, side)].mean() for side in (0, 1))
    return 0 if left >= right else 1


def image_angle(track: Track, joints: Triple, side: int) -> FloatArray:
    """(n,) degrees at the middle joint, in the plane of the picture; NaN where nobody is seen."""
    return _angle(track.image[:, :, :2] * np.array(track.size, dtype=float), joints, side)


def world_angle(track: Track, joints: Triple) -> FloatArray:
    """(n,) degrees at the middle joint in space: both sides by their mean visibility."""
    angles = np.stack([_angle(track.world, joints, side) for side in (0, 1)])
    weights = np.stack(
        [track.visibility[:, _indices(joints, side)].mean(axis=1) for side in (0, 1)]
    )
    total = weights.sum(axis=0)
    weighted: FloatArray = (angles * weights).sum(axis=0)
    mean: FloatArray = np.divide(weighted, total, out=np.full(len(total), np.nan), where=total > 0)
    return mean


def smoothed(t: FloatArray, values: FloatArray) -> FloatArray:
    """Each value's median over SMOOTHING_S seconds around it; NaN where there is none to take."""
    known = ~np.isnan(values)
    result = np.full(len(values), np.nan)
    first = np.searchsorted(t, t - SMOOTHING_S / 2, side="left")
    last = np.searchsorted(t, t + SMOOTHING_S / 2, side="right")
    for i, (a, b) in enumerate(zip(first, last, strict=True)):
        window = values[a:b][known[a:b]]
        if len(window):
            result[i] = np.median(window)
    return result


def _indices(joints: tuple[Joint, ...], side: int) -> list[int]:
    return [int(joint.value[side]) for joint in joints]


def _angle(points: FloatArray, joints: Triple, side: int) -> FloatArray:
    a, vertex, b = (points[:, i] for i in _indices(joints, side))
    u, v = a - vertex, b - vertex
    lengths = np.linalg.norm(u, axis=1) * np.linalg.norm(v, axis=1)
    cosine = np.divide(
        (u * v).sum(axis=1), lengths, out=np.full(len(points), np.nan), where=lengths > 0
    )
    angle: FloatArray = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return angle


def _known(t: FloatArray, values: FloatArray) -> Iterable[tuple[float, float]]:
    pairs = zip(t.tolist(), values.tolist(), strict=True)
    return ((moment, value) for moment, value in pairs if not np.isnan(value))
