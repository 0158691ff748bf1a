"""A way of working on a frame, as the measurement drives it, and what its frames took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

NETWORK, MEDIAPIPE, MASKLESS, FRAME, PARTS, COMMON, ADAPTIVE = (
    "network",
    "mediapipe",
    "mediapipe_maskless",
    "frame",
    "parts",
    "common",
    "adaptive",
)
"""The ways by name: the floors, the second also with the network as ours has it, without the mask;
ours whole and cut into parts, the common one, ours as needed."""

Mark = tuple[int, int]
"""Nanoseconds of processor time and of time on the wall."""
Stopwatch = Callable[[], Mark]


def stopwatch() -> Mark:
    """Now. The processor time is the whole process's, the libraries' own threads included."""
    return time.process_time_ns(), time.perf_counter_ns()


class Way(Protocol):
    """Does with one frame of a clip what it is there to show the cost of."""

    def take(self, i: int, t: float) -> None:
        """Work on frame number `i` of the clip, at t seconds, which always rise."""

    def close(self) -> None:
        """Give everything back."""


@dataclass
class Costs:
    """What each frame took, in milliseconds, in the order of the frames."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def note(self, before: Mark, after: Mark) -> None:
        """One more frame, from mark to mark."""
        self.cpu.append((after[0] - before[0]) / 1e6)
        self.wall.append((after[1] - before[1]) / 1e6)

    def later(self, first: int) -> Costs:
        """Those of frame number `first` and all that follow."""
        return Costs(self.cpu[first:], self.wall[first:])


@dataclass(frozen=True)
class Figures:
    """What one way costs per frame. Milliseconds; cpu_ms is the mean, which adds up."""

    frames: int
    cpu_ms: float
    cpu_median_ms: float
    cpu_p95_ms: float
    wall_median_ms: float
    wall_p95_ms: float
    fps_per_core: float
    """Frames that one core can do in a second."""
    memory_mb: float | None = None
    """By how much the process grew when the way was begun, None where the system does not tell."""

    @classmethod
    def of(cls, costs: Costs, memory_mb: float | None = None) -> Figures:
        """Sum up; raises ValueError where no frame was measured."""
        if not costs.cpu:
            raise ValueError("Nothing was measured.")
        cpu, wall = np.array(costs.cpu), np.array(costs.wall)
        mean = float(cpu.mean())
        return cls(
            frames=len(costs.cpu),
            cpu_ms=mean,
            cpu_median_ms=float(np.median(cpu)),
            cpu_p95_ms=float(np.percentile(cpu, 95)),
            wall_median_ms=float(np.median(wall)),
            wall_p95_ms=float(np.percentile(wall, 95)),
            fps_per_core=1000 / mean if mean > 0 else 0.0,
            memory_mb=memory_mb,
        )
