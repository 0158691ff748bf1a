"""A square part of a picture: cut out to be looked at, and what was seen there put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.arrays import Rgb
from coach.motion.fast_replace import replace
from coach.motion.poses.pose import Pose

# Of the picture's shorter side: so much of it shows somebody of a sixth of its height well, who in
# the whole picture is often overlooked (docs/accuracy.md).
SHARE = 2 / 3


@dataclass(frozen=True)
class Part:
    """A square part of a picture."""

    left: int
    top: int
    side: int
    """In pixels of the picture that it is a part of."""

    def of(self, rgb: Rgb) -> Rgb:
        """The part of a (h, w, 3) picture, in its own memory."""
        rows = slice(self.top, self.top + self.side)
        return np.ascontiguousarray(rgb[rows, self.left : self.left + self.side])

    def put_back(self, pose: Pose, size: tuple[int, int]) -> Pose:
        """What was seen in the part, as seen in the picture of this size (width, height)."""
        width, height = size
        x, y, z = pose.image.T
        image = np.stack(
            (
                (self.left + x * self.side) / width,
                (self.top + y * self.side) / height,
                z * self.side / width,
            ),
            axis=1,
        )
        image.setflags(write=False)
        return replace(pose, image=image, size=size)


def parts(size: tuple[int, int]) -> Sequence[Part]:
    """Where to look for somebody small in a picture of this size (width, height): in its middle,
    then at both ends of its longer side."""
    width, height = size
    middle = part_around((width / 2, height / 2), SHARE * min(size), size)
    ends = ((0, middle.top), (width - middle.side, middle.top))
    if height > width:
        ends = ((middle.left, 0), (middle.left, height - middle.side))
    return middle, *(Part(left, top, middle.side) for left, top in ends)


def part_around(place: tuple[float, float], side: float, size: tuple[int, int]) -> Part:
    """The part with its middle at a place (pixels), as far as the picture reaches."""
    length = max(1, min(round(side), *size))
    left, top = (
        min(max(0, round(at - length / 2)), whole - length)
        for at, whole in zip(place, size, strict=True)
    )
    return Part(left, top, length)
