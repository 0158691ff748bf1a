"""`python -m benchmarks CLIP --files`: how quickly a file is analyzed, beside a bare loop."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.texts import say
from coach.commands.command import STANDARD_OUTPUT
from coach.commands.console import Console
from coach.files.atomic import write_text
from coach.motion.exercise import Exercise

if TYPE_CHECKING:
    from benchmarks.files import FilesBench


def run_files(
    source: Path,
    exercise: Exercise,
    models: Sequence[str],
    seconds: float,
    json_to: str | None,
    console: Console,
) -> None:
    """Measure one file. json_to: a path, or `-`. Raises FileError or ModelStoreError."""
    # Loading MediaPipe takes seconds, which no complaint should wait for.
    from benchmarks.files import bench_files

    results = []
    for model in models:
        with console.bar(f"{say('bench.bar')} {model}", say("bench.rounds")) as advance:
            results.append(bench_files(source, exercise, model, seconds, advance))
    told = {"format": 1, "clip": source.name, "runs": [_to_json(result) for result in results]}
    text = json.dumps(told, indent=1)
    if json_to not in (None, STANDARD_OUTPUT):
        write_text(Path(str(json_to)), text + "\n")
    lines = [line for result in results for line in _lines(result)]
    console.write(text if json_to == STANDARD_OUTPUT else "\n".join(lines))


def _to_json(result: FilesBench) -> dict[str, object]:
    return {
        "model": result.model,
        "size": list(result.size),
        "ways": {
            way: {
                "frame_rate_over_bare": round(result.wall_ratio(way), 3),
                "cpu_rate_over_bare": round(result.cpu_ratio(way), 3),
                "rounds": [
                    {
                        "frames": run[way].frames,
                        "wall_s": round(run[way].wall_s, 3),
                        "cpu_s": round(run[way].cpu_s, 3),
                    }
                    for run in result.rounds
                ],
            }
            for way in result.rounds[0]
        },
    }


def _lines(result: FilesBench) -> list[str]:
    width, height = result.size
    frames = next(iter(result.rounds[0].values())).frames
    head = say("bench.head", model=result.model, width=width, height=height, frames=frames)
    return [head, say("bench.files_head")] + [
        say(
            "bench.files_row",
            way=say(f"bench.files_{way}"),
            fps=max(run[way].frames / run[way].wall_s for run in result.rounds),
            cpu_ms=min(run[way].cpu_s / run[way].frames for run in result.rounds) * 1000,
            wall=result.wall_ratio(way),
            cpu=result.cpu_ratio(way),
        )
        for way in result.rounds[0]
    ]
