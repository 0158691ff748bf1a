"""`python -m benchmarks CLIP --live N`: how many people the app serves, and how well."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.texts import say
from coach.commands.command import STANDARD_OUTPUT, CommandError
from coach.commands.console import Console
from coach.files.atomic import write_text
from coach.vision.models import model_store

if TYPE_CHECKING:
    from benchmarks.live.serving import LiveBench

MOST = 64
"""Peers that one process can play."""


def numbers_of(text: str) -> tuple[int, ...]:
    """How many sessions at once, one number or several. Raises CommandError."""
    parts = text.split(",")
    if not all(part.isdecimal() and 1 <= int(part) <= MOST for part in parts):
        raise CommandError(say("bench.live_bad_number", value=text, most=MOST))
    return tuple(int(part) for part in parts)


def run_live(
    source: Path, numbers: Sequence[int], seconds: float, json_to: str | None, console: Console
) -> None:
    """Measure so many sessions at once. json_to: a path, or `-`. Raises CommandError, FileError or
    ModelStoreError."""
    with console.bar(say("cli.bar_model"), "B", scale=True) as advance:
        model_store.ensure(model_store.DEFAULT, advance)
    # Loading aiortc takes a second, which no complaint should wait for.
    from benchmarks.live.app import AppError
    from benchmarks.live.clip import NarrowClipError
    from benchmarks.live.mark import NARROWEST
    from benchmarks.live.serving import NoPictureError, live_bench

    with console.bar(say("bench.bar"), "s", scale=True) as advance:
        try:
            result = live_bench(
                source, numbers, seconds, lambda done, total: advance(int(done), int(total))
            )
        except NarrowClipError as error:
            raise CommandError(say("bench.live_narrow", file=source, width=NARROWEST)) from error
        except AppError as error:
            raise CommandError(say("bench.live_no_app", why=error)) from error
        except NoPictureError as error:
            raise CommandError(say("bench.live_no_picture", why=error)) from error
    text = json.dumps(_to_json(result, source.name), indent=1)
    if json_to not in (None, STANDARD_OUTPUT):
        write_text(Path(str(json_to)), text + "\n")
    console.write(text if json_to == STANDARD_OUTPUT else "\n".join(_lines(result)))


def _to_json(result: LiveBench, clip: str) -> dict[str, object]:
    return {
        "format": 1,
        "clip": clip,
        "size": list(result.size),
        "decode_ms": round(result.decode_ms, 3),
        "encode_ms": round(result.encode_ms, 3),
        "network_ms": round(result.network_ms, 3),
        "cores": result.cores,
        "load_average": [round(load, 2) for load in result.load_average],
        "memory_idle_mb": round(result.idle_mb, 1),
        "memory_per_session_mb": result.memory_per_session_mb(),
        "runs": [asdict(run) for run in result.runs],
    }


def _lines(result: LiveBench) -> list[str]:
    before, after = result.load_average
    lines = [say("bench.live_head")]
    lines += [say("bench.live_row", **asdict(run)) for run in result.runs]
    lines += [
        say("bench.live_sum", cores=run.cores / run.sessions, **_sum(result, i))
        for i, run in enumerate(result.runs)
    ]
    per_session = result.memory_per_session_mb()
    if per_session is not None:
        lines.append(say("bench.live_memory", megabytes=per_session))
    lines.append(say("bench.live_machine", before=before, after=after))
    return lines


def _sum(result: LiveBench, i: int) -> dict[str, float]:
    """What a second of one session takes (processor seconds): decoding and encoding at 30 pictures
    a second by the codecs alone, and the looks of the network; and how many sessions the machine
    would have room for if there were nothing else to do."""
    run = result.runs[i]
    decoding, encoding = result.decode_ms * 0.03, result.encode_ms * 0.03
    looking = result.network_ms * run.looks_per_s / 1e3
    return {
        "sessions": run.sessions,
        "decoding": decoding,
        "encoding": encoding,
        "looking": looking,
        "room": result.cores / (decoding + encoding + looking),
    }
