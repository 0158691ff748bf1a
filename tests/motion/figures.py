"""A person of metres and degrees: poses by forward kinematics, seen by a camera that can be moved.

A skeleton maps each landmark to (ahead, up, left) in metres: ahead is where the person's face (or,
prone, the head) points, left is the person's own left, up is measured from the floor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import atan2, cos, pi, radians, sin, sqrt

import numpy as np

from coach.motion.engine import Engine
from coach.motion.exercise import Exercise
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.snapshot import Snapshot

Skeleton = Mapping[Landmark, tuple[float, float, float]]
Motion = Callable[[float], Skeleton | None]
"""The figure at each second, None where nobody is there."""
Bend = Callable[[float, float], Skeleton]
"""The figure at a joint's angle, and how much of the way down that is (0 to 1)."""

SHANK, THIGH, TRUNK, UPPER_ARM, FOREARM = 0.42, 0.42, 0.50, 0.29, 0.26
HIPS, SHOULDERS = 0.13, 0.19
STRAIGHT = 172.0
"""No network reads a straight limb as 180 degrees."""


@dataclass(frozen=True)
class Camera:
    """Where the person is seen: turned so many degrees (0 faces the camera, 90 the image's right),
    scale pixels a metre, the feet's middle at `place` (parts of the picture). down: degrees by
    which the camera looks down."""

    turn: float = 90.0
    scale: float = 150.0
    place: tuple[float, float] = (0.5, 0.9)
    size: tuple[int, int] = (640, 360)
    mirrored: bool = False
    down: float = 0.0


FRONT, SIDE, OBLIQUE = Camera(turn=0.0), Camera(turn=90.0), Camera(turn=45.0)


def both(name: str, ahead: float, up: float, left: float) -> dict[Landmark, tuple[float, ...]]:
    """A joint on both sides."""
    return {
        Landmark[f"LEFT_{name}"]: (ahead, up, left),
        Landmark[f"RIGHT_{name}"]: (ahead, up, -left),
    }


def _head(ahead: float, up: float) -> dict[Landmark, tuple[float, ...]]:
    names = ("EYE_INNER", "EYE", "EYE_OUTER")
    points: dict[Landmark, tuple[float, ...]] = {Landmark.NOSE: (ahead + 0.1, up, 0.0)}
    for i, name in enumerate(names):
        points |= both(name, ahead + 0.08, up + 0.03, 0.02 + 0.015 * i)
    points |= both("EAR", ahead, up, 0.07)
    points |= {Landmark.MOUTH_LEFT: (ahead + 0.08, up - 0.04, 0.02)}
    return points | {Landmark.MOUTH_RIGHT: (ahead + 0.08, up - 0.04, -0.02)}


def _hands(ahead: float, up: float, left: float) -> dict[Landmark, tuple[float, ...]]:
    points = {}
    for name in ("PINKY", "INDEX", "THUMB"):
        points |= both(name, ahead + 0.06, up, left)
    return points


def squat(
    knee: float,
    *,
    lean: float | None = None,
    heel: float = 0.0,
    cave: float = 0.0,
    shift: float = 0.0,
    shin: float = 0.33,
    stride: float = 0.0,
    feet: float = 0.0,
) -> Skeleton:
    """Somebody whose inner knee angle is `knee` degrees.

    lean: of the trunk, degrees. heel: lifted, m. cave: knees inwards, m. shift: hips to the left,
    m. shin: its part of the bend. stride: left foot ahead of the right, m. feet: where they are, m.
    """
    bend = radians(180 - knee)
    shank, thigh = bend * shin, bend * (1 - shin)
    trunk = 0.4 * bend if lean is None else radians(lean)
    ankle = (0.0, 0.08 + heel)
    knee_at = (ankle[0] + SHANK * sin(shank), ankle[1] + SHANK * cos(shank))
    hip = (knee_at[0] - THIGH * sin(thigh), knee_at[1] + THIGH * cos(thigh))
    shoulder = (hip[0] + TRUNK * sin(trunk), hip[1] + TRUNK * cos(trunk))
    points = {
        **both("HEEL", -0.05, 0.03 + heel, HIPS),
        **both("FOOT_INDEX", 0.17, 0.02, HIPS),
        **both("ANKLE", *ankle, HIPS),
        **both("KNEE", *knee_at, HIPS - cave),
        **both("HIP", *hip, HIPS),
        **both("SHOULDER", *shoulder, SHOULDERS),
        **both("ELBOW", shoulder[0], shoulder[1] - UPPER_ARM, SHOULDERS),
        **both("WRIST", shoulder[0] + 0.05, shoulder[1] - UPPER_ARM - FOREARM, SHOULDERS),
        **_hands(shoulder[0] + 0.05, shoulder[1] - UPPER_ARM - FOREARM - 0.05, SHOULDERS),
        **_head(shoulder[0] + 0.02, shoulder[1] + 0.22),
    }
    # The knees stay on the line from the hips to the feet.
    part = (knee_at[1] - ankle[1]) / (hip[1] - ankle[1])
    aside = {i: 1.0 for i in points if i <= Landmark.RIGHT_HIP}
    aside |= {Landmark.LEFT_KNEE: part, Landmark.RIGHT_KNEE: part}
    stepping = {i for i in points if i > Landmark.RIGHT_HIP and i % 2 == 1}
    return {
        i: (
            a + feet + (stride if i in stepping else 0.0),
            u,
            left + shift * aside.get(i, 0.0),
        )
        for i, (a, u, left) in points.items()
    }


def push_up(
    elbow: float,
    *,
    sag: float = 0.0,
    head: float = 0.0,
    knees_down: bool = False,
    tip: float = 25.0,
) -> Skeleton:
    """Somebody on hands and toes whose inner elbow angle is `elbow` degrees.

    sag: hip under the line shoulder to ankle over its length (negative: piked). head: ear under the
    trunk's line, m. knees_down: the shanks lie on the floor. tip: degrees by which the forearms tip
    back on the way down; 90 lies on the floor.
    """
    back = radians(tip * min(1.0, max(0.0, (165 - elbow) / 85)))
    joint = (-FOREARM * sin(back), FOREARM * cos(back))
    rest = radians(elbow) - (pi / 2 - back)
    shoulder = (joint[0] + UPPER_ARM * cos(rest), joint[1] + UPPER_ARM * sin(rest))
    return _prone(shoulder, joint, (0.0, 0.0), sag, head, knees_down)


def plank(*, sag: float = 0.0, knees_down: bool = False) -> Skeleton:
    """Somebody who rests on forearms and toes."""
    return _prone((0.0, UPPER_ARM + 0.08), (0.0, 0.05), (FOREARM, 0.03), sag, 0.0, knees_down)


def _prone(
    shoulder: tuple[float, float],
    elbow: tuple[float, float],
    wrist: tuple[float, float],
    sag: float,
    head: float,
    knees_down: bool,
) -> Skeleton:
    length = TRUNK + THIGH + SHANK
    ankle_up = 0.1
    ankle = (shoulder[0] - sqrt(length**2 - (shoulder[1] - ankle_up) ** 2), ankle_up)
    line = ((shoulder[0] - ankle[0]) / length, (shoulder[1] - ankle[1]) / length)
    normal = (-line[1], line[0])

    def on_line(along: float, below: float) -> tuple[float, float]:
        return (
            shoulder[0] - along * line[0] - below * normal[0],
            shoulder[1] - along * line[1] - below * normal[1],
        )

    hip = on_line(TRUNK, sag * length)
    knee = on_line(TRUNK + THIGH, sag * length * 0.4)
    toe = (ankle[0] - 0.05, 0.0)
    if knees_down:
        knee = (hip[0] - sqrt(THIGH**2 - (hip[1] - 0.04) ** 2), 0.04)
        ankle, toe = (knee[0] - SHANK, 0.05), (knee[0] - SHANK - 0.1, 0.02)
    trunk = atan2(shoulder[1] - hip[1], shoulder[0] - hip[0])
    ear = (
        shoulder[0] + 0.2 * cos(trunk) + head * sin(trunk),
        shoulder[1] + 0.2 * sin(trunk) - head * cos(trunk),
    )
    return {
        **both("SHOULDER", *shoulder, SHOULDERS),
        **both("ELBOW", *elbow, SHOULDERS),
        **both("WRIST", *wrist, SHOULDERS),
        **_hands(*wrist, SHOULDERS),
        **both("HIP", *hip, HIPS),
        **both("KNEE", *knee, HIPS),
        **both("ANKLE", *ankle, HIPS),
        **both("HEEL", ankle[0] - 0.05, ankle[1] + 0.02, HIPS),
        **both("FOOT_INDEX", *toe, HIPS),
        **_head(*ear),
    }


def _bent(
    start: tuple[float, float], end: tuple[float, float], first: float, second: float, way: int = 1
) -> tuple[float, float]:
    """Where the joint of a limb of two lengths is that reaches from start to end (ahead, up). It
    bends ahead of a leg that stands; way -1: the other way."""
    x, y = end[0] - start[0], end[1] - start[1]
    reach = min(sqrt(x * x + y * y), (first + second) * 0.999)
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    aside = way * sqrt(max(0.0, first**2 - along**2))
    x, y = x / reach, y / reach
    return start[0] + along * x - aside * y, start[1] + along * y + aside * x


def curl(left: float, right: float) -> Skeleton:
    """Somebody who stands with the left elbow and the right one at so many degrees."""
    points = dict(squat(STRAIGHT))
    for name, degrees in (("LEFT", left), ("RIGHT", right)):
        shoulder, aside = points[Landmark[f"{name}_SHOULDER"]], 1 if name == "LEFT" else -1
        elbow = (shoulder[0], shoulder[1] - UPPER_ARM)
        bend = radians(180 - degrees)
        for joint, length in (("WRIST", FOREARM), ("INDEX", 0.33), ("PINKY", 0.33)):
            place = (elbow[0] + length * sin(bend), elbow[1] - length * cos(bend))
            points[Landmark[f"{name}_{joint}"]] = (*place, aside * SHOULDERS)
        points[Landmark[f"{name}_THUMB"]] = points[Landmark[f"{name}_INDEX"]]
    return points


def jack(arms: float, legs: float) -> Skeleton:
    """Somebody who stands with the arms so many degrees from the body, and each leg too."""
    up, out = radians(arms), radians(legs)
    points = dict(squat(178.0))
    sunk = (SHANK + THIGH) * (1 - cos(out))
    for i, (ahead, height, left) in list(points.items()):
        points[i] = (ahead, height - (sunk if height > 0.2 else 0.0), left)
    for name, side in (("LEFT", 1), ("RIGHT", -1)):
        hip, shoulder = points[Landmark[f"{name}_HIP"]], points[Landmark[f"{name}_SHOULDER"]]
        for joint, start, length, angle in (
            ("ELBOW", shoulder, UPPER_ARM, up),
            ("WRIST", shoulder, UPPER_ARM + FOREARM, up),
            ("INDEX", shoulder, UPPER_ARM + FOREARM + 0.07, up),
            ("KNEE", hip, THIGH, out),
            ("ANKLE", hip, THIGH + SHANK, out),
        ):
            x = start[2] + side * length * sin(angle)
            points[Landmark[f"{name}_{joint}"]] = (start[0], start[1] - length * cos(angle), x)
        ankle = points[Landmark[f"{name}_ANKLE"]][2]
        for joint in ("HEEL", "FOOT_INDEX"):
            ahead, height, _ = points[Landmark[f"{name}_{joint}"]]
            points[Landmark[f"{name}_{joint}"]] = (ahead, height, ankle)
        for joint in ("PINKY", "THUMB"):
            points[Landmark[f"{name}_{joint}"]] = points[Landmark[f"{name}_INDEX"]]
    return points


def sit_up(tilt: float) -> Skeleton:
    """Somebody on the back with bent knees, the trunk so many degrees from upright (90 lies)."""
    hip, ankle = (0.0, 0.1), (0.5, 0.08)
    knee = _bent(hip, ankle, THIGH, SHANK)
    lean = radians(tilt)
    shoulder = (hip[0] - TRUNK * sin(lean), hip[1] + TRUNK * cos(lean))
    head = (shoulder[0] - 0.22 * sin(lean), shoulder[1] + 0.22 * cos(lean))
    chest = (shoulder[0] + 0.2 * cos(lean), shoulder[1] + 0.2 * sin(lean))
    return {
        **both("SHOULDER", *shoulder, SHOULDERS),
        **both("ELBOW", *chest, SHOULDERS),
        **both("WRIST", *shoulder, 0.05),
        **_hands(*shoulder, 0.05),
        **both("HIP", *hip, HIPS),
        **both("KNEE", *knee, HIPS),
        **both("ANKLE", *ankle, HIPS),
        **both("HEEL", ankle[0] - 0.05, 0.03, HIPS),
        **both("FOOT_INDEX", ankle[0] + 0.17, 0.02, HIPS),
        **_head(*head),
    }


def lunge(part: float, *, left: bool) -> Skeleton:
    """Somebody who steps ahead with one leg and sinks; part: of the way down, 0 to 1."""
    stride, hip = 0.75 * min(1.0, 1.6 * part), (0.0, 0.08 + 0.835 - 0.32 * part)
    front = (stride / 2, 0.08)
    back = (-stride / 2, 0.08 + 0.14 * part)
    points = dict(squat(178.0))
    sunk = points[Landmark.LEFT_HIP][1] - hip[1]
    shift = hip[0] - points[Landmark.LEFT_HIP][0]
    for i, (ahead, height, aside) in list(points.items()):
        points[i] = (ahead + shift, height - sunk, aside)
    for name, side in (("LEFT", 1), ("RIGHT", -1)):
        ankle = front if (name == "LEFT") == left else back
        for joint, place in (
            ("HIP", hip),
            ("KNEE", _bent(hip, ankle, THIGH, SHANK)),
            ("ANKLE", ankle),
            ("HEEL", (ankle[0] - 0.05, ankle[1] - 0.05)),
            ("FOOT_INDEX", (ankle[0] + 0.17, 0.02)),
        ):
            points[Landmark[f"{name}_{joint}"]] = (*place, side * HIPS)
    return points


def seen(
    t: float,
    skeleton: Skeleton,
    camera: Camera = SIDE,
    hidden: frozenset[Landmark] = frozenset(),
) -> Pose:
    """The pose that a far camera makes of a skeleton at t seconds; hidden joints are guesses."""
    turn, down = radians(camera.turn), radians(camera.down)
    ahead, up, left = np.array([skeleton[i] for i in Landmark]).T
    x = ahead * sin(turn) + left * cos(turn)
    z = -ahead * cos(turn) + left * sin(turn)
    points = np.stack([x, -up * cos(down) - z * sin(down), z * cos(down) - up * sin(down)], axis=1)
    if camera.mirrored:
        points = points[MIRROR] * (-1.0, 1.0, 1.0)
    width, height = camera.size
    image = points * camera.scale / (width, height, width) + (*camera.place, 0.0)
    if camera.mirrored:
        image[:, 0] += 1 - 2 * camera.place[0]
    visibility = np.full(33, 0.98)
    visibility[[MIRROR[i] if camera.mirrored else i for i in hidden]] = 0.1
    hips = points[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP]].mean(axis=0)
    return Pose.from_arrays(t, image, points - hips, visibility, camera.size)


def _other(i: Landmark) -> Landmark:
    left, right = ("LEFT", "RIGHT") if "LEFT" in i.name else ("RIGHT", "LEFT")
    return Landmark[i.name.replace(left, right)]


MIRROR = np.array([_other(i) for i in Landmark])
"""The landmark of the other side, for each."""


def dips(
    bottoms: list[float],
    *,
    top: float = STRAIGHT,
    seconds: float = 2.0,
    rest_s: float = 0.5,
    lead_s: float = 1.0,
    low_s: float = 0.0,
) -> tuple[Callable[[float], float], float]:
    """An angle over time that dips to each bottom in turn, and how long it lasts.

    seconds: of one dip, without low_s at its bottom. rest_s: at the top between two. lead_s: at the
    top before the first and after the last.
    """
    whole = seconds + low_s + rest_s
    length = 2 * lead_s + whole * len(bottoms) - rest_s

    def angle(t: float) -> float:
        i = int((t - lead_s) // whole)
        if t < lead_s or i >= len(bottoms):
            return top
        into = t - lead_s - i * whole
        if into >= seconds + low_s:
            return top
        half = seconds / 2
        if into < half:
            part = into / half
        else:
            part = max(0.0, 1 - max(0.0, into - half - low_s) / half)
        return top - (top - bottoms[i]) * (1 - cos(pi * part)) / 2

    return angle, length


def times(seconds: float, fps: float, start: float = 0.0) -> Iterator[float]:
    """When the frames of a clip are taken."""
    return (start + i / fps for i in range(round(seconds * fps) + 1))


def perform(
    exercise: Exercise,
    motion: Motion,
    seconds: float,
    *,
    camera: Camera = SIDE,
    fps: float = 30.0,
    level: str = "beginner",
    start: float = 0.0,
    hidden: frozenset[Landmark] = frozenset(),
) -> Snapshot:
    """What the engine makes of a motion (None: nobody there), from its first frame to the end."""
    engine = Engine(exercise, level)
    for t in times(seconds, fps):
        skeleton = motion(t)
        at = start + t
        engine.see(at, None if skeleton is None else seen(at, skeleton, camera, hidden))
    return engine.finish()


def repeat(
    bend: Bend, bottoms: list[float], top: float = STRAIGHT, **timing: float
) -> tuple[Motion, float]:
    """A motion that bends to each bottom in turn (see `dips`), and how long it lasts."""
    angle, seconds = dips(bottoms, top=top, **timing)
    deepest = min(bottoms)
    return lambda t: bend(angle(t), (top - angle(t)) / (top - deepest)), seconds
