"""The person as a figure: bones, joints, head."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from coach.motion.pose import FloatArray, Landmark, Pose
from coach.vision.overlay.palette import BONE, FAULT, INK, LEFT, RIGHT, Colour
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
_JOINTS = tuple(sorted({joint for bone in BONES for joint in bone}))
_HEAD = (L.NOSE, L.LEFT_EAR, L.RIGHT_EAR)
_SHIFT = 4  # OpenCV's sixteenths of a pixel: without them a still person trembles


@dataclass(frozen=True, eq=False)
class Figure:
    """A pose as it lies on the picture. points: (33, 2) pixels, mirrored already where the picture
    is. seen: (33,) which landmarks may be drawn. thickness: of a bone, in pixels."""

    points: FloatArray
    seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    thickness: float


def visible(pose: Pose) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(33,) which landmarks are visible enough to be drawn."""
    return np.asarray(pose.visibility >= VISIBLE)


def figure(pose: Pose, width: int, height: int, mirrored: bool) -> Figure:
    """Lay a pose on a picture of width x height pixels."""
    x, y = pose.image[:, 0], pose.image[:, 1]
    # Far outside the picture nothing shows, and OpenCV's whole numbers end.
    x = np.clip(1 - x if mirrored else x, -2, 3) * width
    y = np.clip(y, -2, 3) * height
    points = np.stack([x, y], axis=1)
    torso = np.hypot(*(points[[L.LEFT_SHOULDER, L.RIGHT_SHOULDER]].mean(0)
                       - points[[L.LEFT_HIP, L.RIGHT_HIP]].mean(0)))  # fmt: skip
    side = min(width, height)
    # Thin on a person who is far away, and never so thick as to hide one who is near.
    thickness = float(np.clip(0.06 * torso, 0.006 * side, 0.016 * side))
    return Figure(points, visible(pose), max(1.6, thickness))


def draw_figure(rgb: Picture, body: Figure, faults: frozenset[int]) -> None:
    """Draw the visible part of a figure; bones between two landmarks of `faults`, and those
    landmarks, in the colour of a fault."""
    thick = max(1, round(body.thickness))
    rim = max(1, round(0.3 * body.thickness))
    lines = [
        (body.points[a], body.points[b], FAULT if a in faults and b in faults else BONE)
        for a, b in BONES
        if body.seen[a] and body.seen[b]
    ]
    head = _head(body)
    if head is not None:
        centre, radius, neck = head
        hurt = FAULT if faults.intersection(_HEAD) else BONE
        if neck is not None:
            lines.append((*neck, hurt))
        _ring(rgb, centre, radius, INK, thick + 2 * rim)
    # All rims before all bones: where bones cross, no rim cuts through.
    for a, b, _ in lines:
        cv2.line(rgb, _sub(a), _sub(b), INK, thick + 2 * rim, cv2.LINE_AA, _SHIFT)
    if head is not None:
        _ring(rgb, centre, radius, hurt, thick)
    for a, b, colour in lines:
        cv2.line(rgb, _sub(a), _sub(b), colour, thick, cv2.LINE_AA, _SHIFT)
    for joint in _JOINTS:
        if body.seen[joint]:
            _joint(rgb, body, joint, joint in faults)


def _joint(rgb: Picture, body: Figure, joint: Landmark, fault: bool) -> None:
    small = joint >= L.LEFT_HEEL
    radius = body.thickness * (0.75 if small else 1.15) * (1.35 if fault else 1.0)
    colour = FAULT if fault else LEFT if joint % 2 else RIGHT
    at = body.points[joint]
    _dot(rgb, at, radius + max(1.0, 0.3 * body.thickness), INK)
    _dot(rgb, at, radius, colour)


def _head(
    body: Figure,
) -> tuple[FloatArray, float, tuple[FloatArray, FloatArray] | None] | None:
    """Centre and radius of a ring around the head, and the neck up to it."""
    if not any(body.seen[i] for i in _HEAD):
        return None
    ears = body.points[[L.LEFT_EAR, L.RIGHT_EAR]].mean(0)
    nose = body.points[L.NOSE]
    # Between the ears is the head's middle; its size shows in whichever distance is not
    # foreshortened: ear to ear from the front, ear to nose from the side.
    width = np.hypot(*(body.points[L.LEFT_EAR] - body.points[L.RIGHT_EAR]))
    radius = float(max(0.72 * width, 0.95 * np.hypot(*(nose - ears)), 2 * body.thickness))
    centre = 0.75 * ears + 0.25 * nose
    if not (body.seen[L.LEFT_SHOULDER] or body.seen[L.RIGHT_SHOULDER]):
        return centre, radius, None
    base = body.points[[L.LEFT_SHOULDER, L.RIGHT_SHOULDER]].mean(0)
    length = float(np.hypot(*(base - centre)))
    if length <= radius:
        return centre, radius, None
    return centre, radius, (base, centre + (base - centre) * radius / length)


def _sub(point: FloatArray) -> tuple[int, int]:
    return round(point[0] * (1 << _SHIFT)), round(point[1] * (1 << _SHIFT))


def _ring(rgb: Picture, centre: FloatArray, radius: float, colour: Colour, thick: int) -> None:
    size = max(1, round(radius * (1 << _SHIFT)))
    cv2.circle(rgb, _sub(centre), size, colour, thick, cv2.LINE_AA, _SHIFT)


def _dot(rgb: Picture, centre: FloatArray, radius: float, colour: Colour) -> None:
    _ring(rgb, centre, radius, colour, cv2.FILLED)
