"""Pictures in memory, and somebody to be found in them."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image

from coach.motion.poses.pose import LANDMARK_COUNT, Pose

BLUE, ORANGE = (0, 0, 255), (200, 60, 30)


def quartered(width: int = 64, height: int = 48) -> Image.Image:
    """An orange picture whose upper left quarter is blue, so that every turn of it is another."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:] = ORANGE
    picture[: height // 2, : width // 2] = BLUE
    return Image.fromarray(picture)


def packed(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def corners(rgb: np.ndarray) -> list[str]:
    """What is where: upper left, upper right, lower right, lower left."""
    h, w = rgb.shape[:2]
    places = [(h // 8, w // 8), (h // 8, -w // 8), (-h // 8, -w // 8), (-h // 8, w // 8)]
    return ["blue" if rgb[y, x, 2] > rgb[y, x, 0] else "orange" for y, x in places]


def somebody(size: tuple[int, int], at: float = 0.5, seed: int = 1) -> Pose:
    """A person whose landmarks are all over the middle of the picture."""
    numbers = np.random.default_rng(seed)
    image = numbers.normal((at, 0.5, 0.0), (0.05, 0.15, 0.05), (LANDMARK_COUNT, 3))
    world = numbers.normal(0, 0.3, (LANDMARK_COUNT, 3))
    return Pose.from_arrays(0.0, image, world, numbers.uniform(0.5, 1, LANDMARK_COUNT), size)


class FakeStills:
    """Finds as many people as it was told."""

    def __init__(self, people: int = 1) -> None:
        self.people = people
        self.seen: list[tuple[int, ...]] = []

    def find(self, rgb: np.ndarray) -> tuple[Pose, ...]:
        self.seen.append(rgb.shape)
        size = (rgb.shape[1], rgb.shape[0])
        return tuple(somebody(size, 0.3 + 0.4 * i, i) for i in range(self.people))
