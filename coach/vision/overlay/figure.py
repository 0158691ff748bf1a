"""The person as a figure: bones, joints, head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot

import cv2
import numpy as np
import numpy.typing as npt

from coach.arrays import Rgb
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses.pose import Landmark, Pose
from coach.vision.overlay.palette import BONE, FAULT, INK, LEFT, RIGHT, Colour

L = Landmark

BONES: tuple[tuple[Landmark, Landmark], ...] = (
    (L.LEFT_WRIST, L.LEFT_ELBOW),
    (L.LEFT_ELBOW, L.LEFT_SHOULDER),
    (L.LEFT_SHOULDER, L.LEFT_HIP),
    (L.LEFT_HIP, L.LEFT_KNEE),
    (L.LEFT_KNEE, L.LEFT_ANKLE),
    (L.LEFT_ANKLE, L.LEFT_HEEL),
    (L.LEFT_HEEL, L.LEFT_FOOT_INDEX),
    (L.LEFT_FOOT_INDEX, L.LEFT_ANKLE),
    (L.RIGHT_WRIST, L.RIGHT_ELBOW),
    (L.RIGHT_ELBOW, L.RIGHT_SHOULDER),
    (L.RIGHT_SHOULDER, L.RIGHT_HIP),
    (L.RIGHT_HIP, L.RIGHT_KNEE),
    (L.RIGHT_KNEE, L.RIGHT_ANKLE),
    (L.RIGHT_ANKLE, L.RIGHT_HEEL),
    (L.RIGHT_HEEL, L.RIGHT_FOOT_INDEX),
    (L.RIGHT_FOOT_INDEX, L.RIGHT_ANKLE),
    (L.LEFT_SHOULDER, L.RIGHT_SHOULDER),
    (L.LEFT_HIP, L.RIGHT_HIP),
)
"""One follows the other where it can, so that they are drawn in few strokes."""

_HEAD = (L.NOSE, L.LEFT_EAR, L.RIGHT_EAR)
_CORNERS = np.linspace(0, 2 * np.pi, 32, endpoint=False)
_CIRCLE = np.stack([np.cos(_CORNERS), np.sin(_CORNERS)], axis=1)
"""Round enough for a head."""

Place = tuple[int, int]
SHIFT = 4
"""Places are in sixteenths of a pixel: in whole pixels a person who stands still trembles."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A pose in its place on a picture.

    Plain numbers, since most of what is drawn is worked out one by one.
    """

    points: list[tuple[float, float]]
    """33 pairs of pixels, mirrored already where the picture is."""
    seen: list[bool]
    """Which of these landmarks may be drawn."""
    thickness: float
    """Of a bone, in pixels."""

    @property
    def lying(self) -> bool:
        """Whether the body is stretched out sideways in the picture, as in a plank."""
        shoulders, ankles = (self.middle(a) for a in (L.LEFT_SHOULDER, L.LEFT_ANKLE))
        return abs(shoulders[0] - ankles[0]) > abs(shoulders[1] - ankles[1])

    def middle(self, left: Landmark) -> tuple[float, float]:
        """Half-way between a left landmark and its right counterpart, in pixels."""
        (ax, ay), (bx, by) = self.points[left], self.points[left + 1]
        return (ax + bx) / 2, (ay + by) / 2


def figure(pose: Pose, width: int, height: int, mirrored: bool) -> Figure:
    """Place a pose on a picture of width x height pixels."""
    places = pose.image[:, :2]
    if mirrored:
        places = places * (-1, 1) + (1, 0)
    # Far outside the picture nothing shows, and OpenCV's whole numbers end.
    points = (places.clip(-2, 3) * (width, height)).tolist()
    seen = (pose.visibility >= CLEAR).tolist()
    body = Figure(points, seen, 1.0)
    (ax, ay), (bx, by) = points[L.LEFT_SHOULDER], points[L.RIGHT_SHOULDER]
    (sx, sy), (hx, hy) = body.middle(L.LEFT_SHOULDER), body.middle(L.LEFT_HIP)
    # Whichever of the trunk's length and breadth the view does not foreshorten.
    trunk = max(hypot(sx - hx, sy - hy), hypot(ax - bx, ay - by))
    side = min(width, height)
    # Thin on a person who is far away, and never so thick as to hide one who is near.
    thickness = min(max(0.045 * trunk, 0.005 * side), 0.013 * side)
    return replace(body, thickness=max(1.6, thickness))


def draw_figure(rgb: Rgb, body: Figure, faults: frozenset[int]) -> None:
    """Draw the visible part of a figure; bones between two landmarks of `faults`, and those
    landmarks, in the colour of a fault."""
    thick = max(1, round(body.thickness))
    rim = max(1, round(0.3 * body.thickness))
    places = np.rint(np.array(body.points) * (1 << SHIFT)).astype(np.int32)
    bones = [(a, b) for a, b in BONES if body.seen[a] and body.seen[b]]
    hurt = [(a, b) for a, b in bones if a in faults and b in faults]
    strokes = [places[stroke] for stroke in _strokes(bones)]
    head = _head(body)
    colour = FAULT if faults.intersection(_HEAD) else BONE
    neck = [] if head is None or head.neck is None else [np.array(head.neck, np.int32)]
    if head is not None:
        _draw_ring(rgb, head, thick + 2 * rim, INK)
    # All rims before all bones: where bones cross, no rim cuts through.
    _draw_lines(rgb, strokes + neck, thick + 2 * rim, INK)
    if head is not None:
        _draw_ring(rgb, head, thick, colour)
    _draw_lines(rgb, neck, thick, colour)
    _draw_lines(rgb, strokes, thick, BONE)
    _draw_lines(rgb, [places[stroke] for stroke in _strokes(hurt)], thick, FAULT)
    for joint in sorted({joint for bone in bones for joint in bone}):
        x, y = places[joint].tolist()
        _draw_joint(rgb, (x, y), joint, body.thickness, joint in faults)


def _strokes(bones: list[tuple[Landmark, Landmark]]) -> list[list[Landmark]]:
    """The bones joined into lines of several, which end in one round cap instead of one each."""
    strokes: list[list[Landmark]] = []
    for a, b in bones:
        if strokes and strokes[-1][-1] == a:
            strokes[-1].append(b)
        else:
            strokes.append([a, b])
    return strokes


def _draw_lines(rgb: Rgb, lines: list[npt.NDArray[np.int32]], thick: int, colour: Colour) -> None:
    cv2.polylines(rgb, lines, False, colour, thick, cv2.LINE_AA, SHIFT)


def _draw_ring(rgb: Rgb, head: _Head, thick: int, colour: Colour) -> None:
    """The head. Filled between two outlines: OpenCV draws a thick circle as 72 thick lines, which
    looks the same and takes six times as long."""
    # OpenCV's lines are about a pixel wider than what they are asked for, and so is this.
    half = (thick + 1) << (SHIFT - 1)
    outlines = [
        np.rint(_CIRCLE * (head.radius + reach) + head.centre).astype(np.int32)
        for reach in (half, -half)
    ]
    cv2.fillPoly(rgb, outlines, colour, cv2.LINE_AA, SHIFT)


def _draw_joint(rgb: Rgb, place: Place, joint: Landmark, thickness: float, fault: bool) -> None:
    size = (0.75 if joint >= L.LEFT_HEEL else 1.15) * (1.35 if fault else 1.0)
    colour = FAULT if fault else LEFT if joint % 2 else RIGHT
    radius = size * thickness
    for reach, ink in ((radius + max(1.0, 0.3 * thickness), INK), (radius, colour)):
        cv2.circle(rgb, place, round(reach * (1 << SHIFT)), ink, cv2.FILLED, cv2.LINE_AA, SHIFT)


@dataclass(frozen=True)
class _Head:
    """A ring around the head and the neck up to it, in parts of a pixel as OpenCV takes them."""

    centre: Place
    radius: int
    neck: tuple[Place, Place] | None


def _head(body: Figure) -> _Head | None:
    if not any(body.seen[i] for i in _HEAD):
        return None
    nose, left, right = (complex(*body.points[i]) for i in _HEAD)
    ears = (left + right) / 2
    # Between the ears is the head's middle; its size shows in whichever distance is not
    # foreshortened: ear to ear from the front, ear to nose from the side.
    radius = max(0.72 * abs(left - right), 0.95 * abs(nose - ears), 2 * body.thickness)
    centre = 0.75 * ears + 0.25 * nose
    neck = None
    if body.seen[L.LEFT_SHOULDER] or body.seen[L.RIGHT_SHOULDER]:
        base = complex(*body.middle(L.LEFT_SHOULDER))
        length = abs(base - centre)
        if length > radius:
            neck = (_place(base), _place(centre + (base - centre) * radius / length))
    return _Head(_place(centre), round(radius * (1 << SHIFT)), neck)


def _place(point: complex) -> Place:
    return round(point.real * (1 << SHIFT)), round(point.imag * (1 << SHIFT))
