"""The figures as lines for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.frame.bench import RATIO_MODEL, RATIO_SIDE, Run, ratios
from benchmarks.frame.way import NETWORK, Figures
from benchmarks.process_memory import peak_memory
from benchmarks.texts import say

_COLUMNS = ("cpu", "median", "p95", "wall", "wall_p95", "fps", "memory")


def lines(runs: Sequence[Run]) -> list[str]:
    """One table for each model and size, then the ratios."""
    text: list[str] = []
    for run in runs:
        text += _table(run)
    text.append(say("bench.ratios", model=RATIO_MODEL, side=RATIO_SIDE))
    for name, ratio in ratios(runs).items():
        value = say("bench.unknown") if ratio is None else f"{ratio:.3f}"
        text.append(f"  {say(f'bench.ratio_{name}'):<46}{value:>8}")
    peak = peak_memory()
    if peak is not None:
        text.append(say("bench.peak", megabytes=peak / 1e6))
    if any(NETWORK not in run.ways for run in runs):
        text.append(say("bench.no_interpreter"))
    return text


def _table(run: Run) -> list[str]:
    width, height = run.size
    frames = max(figures.frames for figures in run.ways.values())
    head = say("bench.head", model=run.model, width=width, height=height, frames=frames)
    columns = "".join(f"{say(f'bench.column_{column}'):>10}" for column in _COLUMNS)
    return [
        head,
        f"  {'':<38}{columns}",
        *_rows(run.ways, "bench.way_"),
        f"  {say('bench.parts')}",
        *_rows(run.parts, "bench.part_"),
        "",
    ]


def _rows(named: Mapping[str, Figures], key: str) -> list[str]:
    return [f"  {say(key + name):<38}{_cells(figures)}" for name, figures in named.items()]


def _cells(figures: Figures) -> str:
    memory = "" if figures.memory_mb is None else f"{figures.memory_mb:.0f}"
    cells = [
        f"{figures.cpu_ms:.3f}",
        f"{figures.cpu_median_ms:.3f}",
        f"{figures.cpu_p95_ms:.3f}",
        f"{figures.wall_median_ms:.3f}",
        f"{figures.wall_p95_ms:.3f}",
        f"{figures.fps_per_core:.0f}",
        memory,
    ]
    return "".join(f"{cell:>10}" for cell in cells)
