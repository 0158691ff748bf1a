"""The person as a figure: bones, joints, head."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from coach.motion.pose import FloatArray, Landmark, Pose
from coach.vision.overlay.palette import BONE, FAULT, INK, LEFT, RIGHT
from coach.vision.overlay.stamp import Picture

L = Landmark
VISIBLE = 0.5
"""Landmarks that are less visible than this are guesses, and are not drawn."""

BONES: tuple[tuple[Landmark, Landmark], ...] = (
    (L.LEFT_SHOULDER, L.RIGHT_SHOULDER),
    (L.LEFT_HIP, L.RIGHT_HIP),
    (L.LEFT_SHOULDER, L.LEFT_HIP),
    (L.RIGHT_SHOULDER, L.RIGHT_HIP),
    (L.LEFT_SHOULDER, L.LEFT_ELBOW),
    (L.RIGHT_SHOULDER, L.RIGHT_ELBOW),
    (L.LEFT_ELBOW, L.LEFT_WRIST),
    (L.RIGHT_ELBOW, L.RIGHT_WRIST),
    (L.LEFT_HIP, L.LEFT_KNEE),
    (L.RIGHT_HIP, L.RIGHT_KNEE),
    (L.LEFT_KNEE, L.LEFT_ANKLE),
    (L.RIGHT_KNEE, L.RIGHT_ANKLE),
    (L.LEFT_ANKLE, L.LEFT_HEEL),
    (L.RIGHT_ANKLE, L.RIGHT_HEEL),
    (L.LEFT_HEEL, L.LEFT_FOOT_INDEX),
    (L.RIGHT_HEEL, L.RIGHT_FOOT_INDEX),
    (L.LEFT_ANKLE, L.LEFT_FOOT_INDEX),
    (L.RIGHT_ANKLE, L.RIGHT_FOOT_INDEX),
)
_HEAD = (L.NOSE, L.LEFT_EAR, L.RIGHT_EAR)

Place = tuple[int, int]
SHIFT = 4
"""Places are in sixteenths of a pixel: in whole pixels a person who stands still trembles."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A pose in its place on a picture. points: (33, 2) pixels, mirrored already where the picture
    is. seen: (33,) which landmarks may be drawn. thickness: of a bone, in pixels."""

    points: FloatArray
    seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    thickness: float

    @property
    def lying(self) -> bool:
        """Whether the body is stretched out sideways in the picture, as in a plank."""
        shoulders, ankles = (
            self.points[[left, left + 1]].mean(0) for left in (L.LEFT_SHOULDER, L.LEFT_ANKLE)
        )
        across, down = np.abs(shoulders - ankles)
        return bool(across > down)


def visible(pose: Pose) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(33,) which landmarks are visible enough to be drawn."""
    return np.asarray(pose.visibility >= VISIBLE)


def figure(pose: Pose, width: int, height: int, mirrored: bool) -> Figure:
    """Place a pose on a picture of width x height pixels."""
    x, y = pose.image[:, 0], pose.image[:, 1]
    # Far outside the picture nothing shows, and OpenCV's whole numbers end.
    x = np.clip(1 - x if mirrored else x, -2, 3) * width
    y = np.clip(y, -2, 3) * height
    points = np.stack([x, y], axis=1)
    shoulders, hips = (points[[a, a + 1]] for a in (L.LEFT_SHOULDER, L.LEFT_HIP))
    # Whichever of the trunk's length and breadth the view does not foreshorten.
    trunk = max(
        np.hypot(*(shoulders.mean(0) - hips.mean(0))), np.hypot(*(shoulders[0] - shoulders[1]))
    )
    side = min(width, height)
    # Thin on a person who is far away, and never so thick as to hide one who is near.
    thickness = float(np.clip(0.045 * trunk, 0.005 * side, 0.013 * side))
    return Figure(points, visible(pose), max(1.6, thickness))


def draw_figure(rgb: Picture, body: Figure, faults: frozenset[int]) -> None:
    """Draw the visible part of a figure; bones between two landmarks of `faults`, and those
    landmarks, in the colour of a fault."""
    thick = max(1, round(body.thickness))
    rim = max(1, round(0.3 * body.thickness))
    places = [(x, y) for x, y in np.rint(body.points * (1 << SHIFT)).astype(int).tolist()]
    bones = [(a, b) for a, b in BONES if body.seen[a] and body.seen[b]]
    lines = [
        (places[a], places[b], FAULT if a in faults and b in faults else BONE) for a, b in bones
    ]
    head = _head(body)
    hurt = FAULT if faults.intersection(_HEAD) else BONE
    if head is not None:
        if head.neck is not None:
            lines.append((*head.neck, hurt))
        cv2.circle(rgb, head.centre, head.radius, INK, thick + 2 * rim, cv2.LINE_AA, SHIFT)
    # All rims before all bones: where bones cross, no rim cuts through.
    for a, b, _ in lines:
        cv2.line(rgb, a, b, INK, thick + 2 * rim, cv2.LINE_AA, SHIFT)
    if head is not None:
        cv2.circle(rgb, head.centre, head.radius, hurt, thick, cv2.LINE_AA, SHIFT)
    for a, b, colour in lines:
        cv2.line(rgb, a, b, colour, thick, cv2.LINE_AA, SHIFT)
    for joint in sorted({joint for bone in bones for joint in bone}):
        _draw_joint(rgb, places[joint], joint, body.thickness, joint in faults)


def _draw_joint(rgb: Picture, place: Place, joint: Landmark, thickness: float, fault: bool) -> None:
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
        base = sum(complex(*body.points[i]) for i in (L.LEFT_SHOULDER, L.RIGHT_SHOULDER)) / 2
        length = abs(base - centre)
        if length > radius:
            neck = (_place(base), _place(centre + (base - centre) * radius / length))
    return _Head(_place(centre), round(radius * (1 << SHIFT)), neck)


def _place(point: complex) -> Place:
    return round(point.real * (1 << SHIFT)), round(point.imag * (1 << SHIFT))
