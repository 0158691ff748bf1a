"""A person drawn with circles and lines, whom MediaPipe takes for one: for tests without a clip.

coach/vision/reference/figure.png is such a drawing.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from coach.arrays import Rgb

Point = tuple[float, float]
Colour = tuple[int, int, int]

WIDTH, HEIGHT = 360, 480
WIDE = 854
"""Width of 16 to 9."""
DEPTH = 0.75
"""Of the squats: thighs level. Deeper, the drawn legs lie so flat over each other that MediaPipe
confuses them."""
WALL, FLOOR = (205, 200, 190), (150, 140, 120)
SKIN, HAIR, EYE, LIP = (215, 165, 130), (60, 45, 35), (30, 30, 30), (170, 80, 80)
SHIRT, SHORTS, SHOES = (40, 70, 150), (45, 50, 60), (200, 40, 40)
_FRACTION = 4
"""Bits of a coordinate below one pixel, as OpenCV takes them."""


def figure(depth: float = 0.0, aside: float = 0.0) -> Rgb:
    """Somebody who stands (depth 0) or squats (1) before the camera, `aside` pixels to the right of
    the middle, as a (480, 360, 3) RGB picture."""
    picture = np.full((HEIGHT, WIDTH, 3), WALL, np.uint8)
    picture[int(HEIGHT * 0.86) :] = FLOOR
    body = _Body(picture, WIDTH / 2 + aside, 34.0)
    down, out = 120.0 * depth, 46.0 * depth
    for side in (-1, 1):
        hip, knee, ankle = (side * 24, 280 + down), (side * (30 + out), 392), (side * 34, 490)
        body.limb(knee, ankle, 18, 11, SKIN)
        body.limb(hip, knee, 27, 19, SKIN)
        body.limb((side * 24, 270 + down), _between(hip, knee, 0.7), 29, 25, SHORTS)
        body.limb((side * 34, 500), (side * 48, 508), 12, 9, SHOES)
    for side in (-1, 1):
        elbow, wrist = (side * 84, 205 + down), (side * 92, 285 + down)
        body.limb((side * 58, 120 + down), elbow, 16, 12, SKIN)
        body.limb(elbow, wrist, 12, 8, SKIN)
        body.limb(wrist, (side * 93, 308 + down), 9, 6, SKIN)
        body.limb((side * 52, 116 + down), (side * 70, 165 + down), 20, 17, SHIRT)
    body.limb((0, 125 + down), (0, 240 + down), 50, 42, SHIRT)
    body.limb((-40, 116 + down), (40, 116 + down), 18, 18, SHIRT)
    body.limb((0, 85 + down), (0, 105 + down), 15, 18, SKIN)
    _head(body, 50 + down)
    return picture


def squats(count: int, fps: int = 15, rest_s: float = 2.0) -> list[Rgb]:
    """Pictures of somebody who stands, squats so many times in three seconds each, and stands, as
    wide as cameras take them: (480, 854, 3)."""
    depths = [0.0] * int(rest_s * fps)
    for _ in range(count):
        depths += [DEPTH * (1 - np.cos(2 * np.pi * i / (3 * fps))) / 2 for i in range(3 * fps)]
    depths += [0.0] * int(rest_s * fps)
    aside = (WIDE - WIDTH) // 2
    sides = ((0, 0), (aside, aside), (0, 0))
    return [np.pad(figure(depth), sides, mode="edge") for depth in depths]


def write_video(path: Path, pictures: list[Rgb], fps: int = 15) -> None:
    """Pictures as a video of the container that the file's name says."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps, options={"crf": "18"})
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        for i, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = i, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


class _Body:
    """Draws in units of three quarters of a pixel, from the middle of the head's top."""

    def __init__(self, picture: Rgb, x: float, y: float) -> None:
        self._picture = picture
        self._x, self._y = x, y

    def limb(self, start: Point, end: Point, wide: float, narrow: float, colour: Colour) -> None:
        for part in np.linspace(0, 1, 40):
            radius = wide + (narrow - wide) * float(part)
            self.ellipse(_between(start, end, float(part)), (radius, radius), colour)

    def ellipse(self, centre: Point, radii: Point, colour: Colour, arc: Point = (0, 360)) -> None:
        scale = 0.75 * (1 << _FRACTION)
        place = (self._x + 0.75 * centre[0], self._y + 0.75 * centre[1])
        cv2.ellipse(
            self._picture,
            (round(place[0] * (1 << _FRACTION)), round(place[1] * (1 << _FRACTION))),
            (round(radii[0] * scale), round(radii[1] * scale)),
            0, arc[0], arc[1], colour, -1, cv2.LINE_AA, _FRACTION,
        )  # fmt: skip


def _head(body: _Body, y: float) -> None:
    body.ellipse((0, y), (30, 40), SKIN)
    body.ellipse((0, y - 14), (32, 30), HAIR, (180, 360))
    for side in (-1, 1):
        body.ellipse((side * 12, y - 4), (5, 3), (240, 240, 240))
        body.ellipse((side * 12, y - 4), (2.5, 2.5), EYE)
        body.ellipse((side * 12, y - 12), (7, 1.5), HAIR)
        body.ellipse((side * 31, y + 2), (4, 8), SKIN)
    body.ellipse((-1, y + 6), (2, 6), (185, 130, 100))
    body.ellipse((0, y + 20), (9, 3), LIP)


def _between(start: Point, end: Point, part: float) -> Point:
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
