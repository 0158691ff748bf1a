"""Every way over the same frames in one run, in short blocks, so that noise hits all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks.frame.way import Costs, Figures, Stopwatch, Way, stopwatch
from benchmarks.process_memory import memory
from coach.evaluation.live_frames import Frames
from coach.live.load.memory import settle

BLOCK = 12
"""Frames that one way takes in a row: so many that its own threads and caches settle, so few that
whatever else the machine does meets every way."""
WARM_UP = 5
"""Frames at the beginning that are not counted: networks are loaded, texts drawn and kept."""

Progress = Callable[[int, int], None]


def measure(
    ways: Mapping[str, Callable[[], Way]],
    frames: Frames,
    *,
    progress: Progress | None = None,
    watch: Stopwatch = stopwatch,
) -> tuple[dict[str, Figures], dict[str, Way]]:
    """What each way costs; the ways, closed, are handed back for what else they know.

    ways: how to begin each, by name. progress: is told the frames done and in all. watch: gives the
    time. Raises ValueError where there are no more frames than are needed to warm up.
    """
    if len(frames) <= WARM_UP:
        raise ValueError(f"{len(frames)} frames are too few to measure.")
    times = _rising([frame.time or 0.0 for frame in frames])
    running: dict[str, Way] = {}
    grown: dict[str, float | None] = {}
    costs = {name: Costs() for name in ways}
    try:
        for name, begin in ways.items():
            before = memory()
            running[name] = begin()
            for i in range(WARM_UP):
                running[name].take(i, times[i])
            grown[name] = _growth(before, memory())
        # As the app does it: else a collection that one way sets off goes through what all of them,
        # and this program, have loaded.
        settle()
        _take_turns(running, times, costs, progress, watch)
    finally:
        for way in running.values():
            way.close()
    return {name: Figures.of(costs[name], grown[name]) for name in ways}, running


def _take_turns(
    ways: Mapping[str, Way],
    times: list[float],
    costs: Mapping[str, Costs],
    progress: Progress | None,
    watch: Stopwatch,
) -> None:
    order = list(ways)
    done, total = 0, len(ways) * (len(times) - WARM_UP)
    for start in range(WARM_UP, len(times), BLOCK):
        block = range(start, min(start + BLOCK, len(times)))
        for name in order:
            for i in block:
                before = watch()
                ways[name].take(i, times[i])
                costs[name].note(before, watch())
            done += len(block)
            if progress is not None:
                progress(done, total)
        # Threads that a library leaves spinning for a moment are not always the same one's burden.
        order = [*order[1:], order[0]]


def _rising(times: list[float]) -> list[float]:
    """The same times, each at least a millisecond after the one before, as MediaPipe wants it."""
    rising: list[float] = []
    for t in times:
        rising.append(max(t, rising[-1] + 0.001) if rising else t)
    return rising


def _growth(before: int | None, after: int | None) -> float | None:
    """Megabytes, given bytes."""
    return None if before is None or after is None else max(0, after - before) / 1e6
