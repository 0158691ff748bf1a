"""A landmark track: the poses of one clip in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.arrays import FloatArray
from coach.motion.poses.pose import LANDMARK_COUNT, Pose, PoseError


@dataclass(frozen=True, eq=False)
class Track:
    """Poses over time. Make it with `from_arrays`, which checks."""

    t: FloatArray
    """(n,) seconds, rising."""
    image: FloatArray
    """(n, 33, 3)."""
    world: FloatArray
    """(n, 33, 3) metres."""
    visibility: FloatArray
    """(n, 33)."""
    size: tuple[int, int]
    """Width and height in pixels. A row of NaN is a frame without a person."""

    @classmethod
    def from_arrays(
        cls,
        t: npt.ArrayLike,
        image: npt.ArrayLike,
        world: npt.ArrayLike,
        visibility: npt.ArrayLike,
        size: npt.ArrayLike,
    ) -> Track:
        """Check foreign arrays. Raises PoseError, one sentence, on a wrong shape or wrong times."""
        times = np.array(t, dtype=np.float64)
        if times.ndim != 1:
            raise PoseError(f"t must have shape (n,), not {times.shape}.")
        n = len(times)
        if not np.isfinite(times).all() or (np.diff(times) <= 0).any():
            raise PoseError("t must hold finite seconds that rise from row to row.")
        wanted = {
            "image": (image, (n, LANDMARK_COUNT, 3)),
            "world": (world, (n, LANDMARK_COUNT, 3)),
            "visibility": (visibility, (n, LANDMARK_COUNT)),
        }
        arrays: dict[str, FloatArray] = {}
        for name, (values, shape) in wanted.items():
            array = np.array(values, dtype=np.float64)
            if array.shape != shape:
                raise PoseError(f"{name} must have shape {shape}, not {array.shape}.")
            if np.isinf(array).any():
                raise PoseError(f"{name} holds an infinite value.")
            arrays[name] = array
        pixels = np.array(size, dtype=np.float64)
        if pixels.shape != (2,) or not (np.isfinite(pixels).all() and (pixels >= 1).all()):
            raise PoseError("size must be the picture's width and height in pixels.")
        for array in (times, *arrays.values()):
            array.setflags(write=False)
        return cls(t=times, size=(int(pixels[0]), int(pixels[1])), **arrays)

    @classmethod
    def from_poses(cls, poses: list[tuple[float, Pose | None]], size: tuple[int, int]) -> Track:
        """Stack (seconds, pose or None) pairs; the pictures' size is stored once."""
        blank = np.full((LANDMARK_COUNT, 3), np.nan)
        n = len(poses)
        return cls.from_arrays(
            [t for t, _ in poses],
            np.reshape([blank if p is None else p.image for _, p in poses], (n, LANDMARK_COUNT, 3)),
            np.reshape([blank if p is None else p.world for _, p in poses], (n, LANDMARK_COUNT, 3)),
            np.reshape(
                [blank[:, 0] if p is None else p.visibility for _, p in poses], (n, LANDMARK_COUNT)
            ),
            size,
        )

    def poses(self) -> Iterator[tuple[float, Pose | None]]:
        """Each frame's time in seconds and its pose; None where a row holds a NaN."""
        for i, t in enumerate(self.t.tolist()):
            rows = (self.image[i], self.world[i], self.visibility[i])
            if any(np.isnan(row).any() for row in rows):
                yield t, None
            else:
                yield t, Pose(t, *rows, self.size)
