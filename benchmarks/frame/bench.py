"""The whole measurement: each model at each size of one clip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.frame.alone import MediaPipe, Network, has_interpreter
from benchmarks.frame.common_way import CommonWay
from benchmarks.frame.measure import WARM_UP, Progress, measure
from benchmarks.frame.ours import Parts, Whole
from benchmarks.frame.way import (
    ADAPTIVE,
    COMMON,
    FRAME,
    MASKLESS,
    MEDIAPIPE,
    NETWORK,
    PARTS,
    Figures,
    Way,
    stopwatch,
)
from coach.evaluation.live_frames import Frames, read_frames
from coach.motion.exercise import Exercise
from coach.vision.mediapipe.networks.lean import lean
from coach.vision.models import model_store

RATIO_MODEL, RATIO_SIDE = "full", 360
"""Where the ratios are taken: what the live page uses by default."""

RATIOS: Mapping[str, tuple[str, str]] = {
    "frame_over_mediapipe": (FRAME, MEDIAPIPE),
    "frame_over_mediapipe_maskless": (FRAME, MASKLESS),
    "common_over_frame": (COMMON, FRAME),
    "mediapipe_over_network": (MEDIAPIPE, NETWORK),
    "adaptive_over_mediapipe": (ADAPTIVE, MEDIAPIPE),
}


@dataclass(frozen=True)
class Run:
    """One model at one size."""

    model: str
    side: int
    size: tuple[int, int]
    """Width and height in pixels."""
    ways: Mapping[str, Figures]
    parts: Mapping[str, Figures]
    """Figures by name; the network is missing where its interpreter is not installed."""


def bench(
    clip: Path,
    exercise: Exercise,
    models: Sequence[str],
    sides: Sequence[int],
    seconds: float,
    progress: Progress | None = None,
) -> list[Run]:
    """Measure each model at each size: the shorter side of the picture, in pixels.

    progress: is told the frames done and in all, of each model and size anew. Raises VideoError
    where the clip cannot be read, ValueError where it has too few frames, ModelStoreError where a
    model cannot be had.
    """
    runs = []
    for side in sides:
        frames = read_frames(clip, side, seconds)
        for model in models:
            ways, running = measure(_ways(exercise, model, frames), frames, progress=progress)
            parts = running[PARTS]
            assert isinstance(parts, Parts)
            del ways[PARTS]
            runs.append(
                Run(
                    model,
                    side,
                    (frames[0].width, frames[0].height),
                    ways,
                    {name: Figures.of(costs.later(WARM_UP)) for name, costs in parts.costs.items()},
                )
            )
    return runs


def ratios(runs: Sequence[Run]) -> dict[str, float | None]:
    """How the ways compare by mean processor time, by RATIO_MODEL at RATIO_SIDE; None where one of
    the two was not measured."""
    run = next((r for r in runs if (r.model, r.side) == (RATIO_MODEL, RATIO_SIDE)), None)
    return {name: None if run is None else _ratio(run, *pair) for name, pair in RATIOS.items()}


def _ratio(run: Run, over: str, under: str) -> float | None:
    if over not in run.ways or under not in run.ways or run.ways[under].cpu_ms <= 0:
        return None
    return run.ways[over].cpu_ms / run.ways[under].cpu_ms


def _ways(exercise: Exercise, model: str, frames: Frames) -> dict[str, Callable[[], Way]]:
    bundle = model_store.load(model)
    network = {NETWORK: lambda: Network(bundle, frames)} if has_interpreter() else {}
    return {
        **network,
        MEDIAPIPE: lambda: MediaPipe(bundle, frames),
        MASKLESS: lambda: MediaPipe(lean(bundle), frames),
        FRAME: lambda: Whole(exercise, model, frames, every_frame=True),
        PARTS: lambda: Parts(exercise, model, frames, stopwatch),
        COMMON: lambda: CommonWay(bundle, frames),
        ADAPTIVE: lambda: Whole(exercise, model, frames, every_frame=False),
    }
