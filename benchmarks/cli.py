"""`python -m benchmarks CLIP`: what a frame costs, beside the network and the common way."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cli_files import run_files
from benchmarks.cli_live import numbers_of, run_live
from benchmarks.texts import say
from coach.cli import CommandParser, run
from coach.commands.command import (
    STANDARD_OUTPUT,
    CommandError,
    Registry,
    add_json,
    check_outputs,
    output_path,
)
from coach.commands.console import Console
from coach.files.atomic import write_text
from coach.motion.exercise import Exercise
from coach.vision.models import model_store

SIDES = (360, 480, 720)
SECONDS = 8.0
_SMALLEST, _LARGEST = 64, 2160


def main(registry: Registry, arguments: Sequence[str] | None = None) -> int:
    """Measure, with the exercises by key, and return the exit status; as `coach.cli.run`."""
    return run(_parser, registry, arguments)


def _parser() -> CommandParser:
    parser = CommandParser(prog="python -m benchmarks", description=say("bench.help"))
    parser.set_defaults(run=_run)
    parser.add_argument("source", type=Path, metavar="CLIP", help=say("cli.help_source_video"))
    add_json(parser)
    parser.add_argument(
        "--models",
        default=",".join(model_store.MODELS),
        metavar="A,B",
        help=say("bench.help_models"),
    )
    parser.add_argument(
        "--sizes",
        default=",".join(str(side) for side in SIDES),
        metavar="N,M",
        help=say("bench.help_sizes"),
    )
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, metavar="S", help=say("bench.help_seconds")
    )
    parser.add_argument("--exercise", default="squat", metavar="KEY", help=say("cli.help_exercise"))
    parser.add_argument("--files", action="store_true", help=say("bench.help_files"))
    parser.add_argument("--live", metavar="N", help=say("bench.help_live"))
    return parser


def _run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Measure one clip. Raises CommandError, FileError or ModelStoreError."""
    models, sides = _models(arguments.models), _sides(arguments.sizes)
    if arguments.exercise not in registry:
        known = ", ".join(registry)
        raise CommandError(say("cli.unknown_exercise", exercise=arguments.exercise, known=known))
    if not 0 < arguments.seconds <= 600:
        raise CommandError(say("bench.bad_seconds"))
    source: Path = arguments.source
    check_outputs(source, output_path(arguments.json))
    if arguments.live is not None:
        numbers = numbers_of(arguments.live)
        run_live(source, numbers, arguments.seconds, arguments.json, console)
        return
    for model in models:
        with console.bar(say("cli.bar_model"), "B", scale=True) as advance:
            model_store.ensure(model, advance)
    exercise = registry[arguments.exercise]
    if arguments.files:
        run_files(source, exercise, models, arguments.seconds, arguments.json, console)
    else:
        _run_frames(source, exercise, models, sides, arguments, console)


def _run_frames(
    source: Path,
    exercise: Exercise,
    models: list[str],
    sides: list[int],
    arguments: argparse.Namespace,
    console: Console,
) -> None:
    # Loading MediaPipe takes seconds, which no complaint should wait for.
    from benchmarks.as_json import to_json
    from benchmarks.as_text import lines
    from benchmarks.frame.bench import bench

    with console.bar(say("bench.bar"), say("cli.bar_frames")) as advance:
        before = 0

        def progress(done: int, total: int) -> None:
            nonlocal before
            advance(before + done, total * len(models) * len(sides))
            if done == total:
                before += total

        try:
            runs = bench(source, exercise, models, sides, arguments.seconds, progress)
        except ValueError as error:
            raise CommandError(say("bench.too_short", file=source)) from error
    text = json.dumps(to_json(runs, source.name), indent=1, allow_nan=False)
    path = output_path(arguments.json)
    if path is not None:
        write_text(path, text + "\n")
    if arguments.json == STANDARD_OUTPUT:
        console.write(text)
        return
    for line in lines(runs):
        console.tell(line)


def _models(text: str) -> list[str]:
    models = list(dict.fromkeys(text.split(",")))
    for model in models:
        if model not in model_store.MODELS:
            known = ", ".join(model_store.MODELS)
            raise CommandError(say("model.unknown", model=model, known=known))
    return models


def _sides(text: str) -> list[int]:
    sides = []
    for side in dict.fromkeys(text.split(",")):
        if not side.isdecimal() or not _SMALLEST <= int(side) <= _LARGEST:
            raise CommandError(
                say("bench.bad_size", size=side, smallest=_SMALLEST, largest=_LARGEST)
            )
        sides.append(int(side))
    return sides
