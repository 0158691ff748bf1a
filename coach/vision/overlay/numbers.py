"""Everybody in a picture as a figure with a number, to be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from coach.arrays import Rgb
from coach.motion.poses.pose import Landmark, Pose
from coach.vision.overlay.figure import draw_figure, figure
from coach.vision.overlay.layout import Layout
from coach.vision.overlay.lettering import text_mask
from coach.vision.overlay.palette import GROUND, WHITE
from coach.vision.overlay.stamp import Layer, Stamp, press, rounded, stamp


def draw_people(rgb: Rgb, poses: Sequence[Pose], *, numbered: bool = True) -> None:
    """Draw everybody into a writable (h, w, 3) picture, the first one on top.

    numbered: 1, 2, ... over the heads, in the order given.
    """
    height, width = rgb.shape[:2]
    size = Layout(width, height).text
    for pose in reversed(poses):
        draw_figure(rgb, figure(pose, width, height, mirrored=False), frozenset())
    if not numbered:
        return
    for number, pose in reversed(list(enumerate(poses, start=1))):
        badge = _badge(str(number), size)
        points = pose.pixels
        x = float(points[[Landmark.LEFT_EAR, Landmark.RIGHT_EAR], 0].mean())
        # Above the whole body: a person who lies has no place over the head alone.
        left = min(max(round(x - badge.width / 2), 0), max(width - badge.width, 0))
        top = min(max(round(float(points[:, 1].min()) - 1.4 * badge.height), 0), height)
        press(rgb, badge, left, min(top, max(height - badge.height, 0)))


@lru_cache(maxsize=32)
def _badge(number: str, size: int) -> Stamp:
    digits = text_mask(number, size, reach="0")
    pad = max(3, round(0.35 * size))
    height = digits.shape[0] + 2 * pad
    width = max(height, digits.shape[1] + 2 * pad)
    place = ((width - digits.shape[1]) // 2, pad)
    layers = [
        Layer(rounded(width, height, height / 2), GROUND, 0.9),
        Layer(digits, WHITE, 1.0, *place),
    ]
    return stamp(width, height, layers)
