"""`python -m coach analyze VIDEO`: a video takes the way that the camera's picture takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.commands.command import (
    PROGRESS_JSON,
    CommandError,
    Parsers,
    Registry,
    add_command,
    add_exercise,
    add_json,
    check_outputs,
    exercise_of,
    file_path,
    output_path,
)
from coach.commands.console import Console
from coach.commands.one_video import How, Outputs, analyze_video, gifs_of, target_of
from coach.commands.result import give_result
from coach.texts import say
from coach.vision import model_store


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "analyze", run)
    parser.add_argument("source", type=Path, metavar="VIDEO", help=say("cli.help_source_video"))
    add_exercise(parser)
    parser.add_argument(
        "--model", default=model_store.DEFAULT, metavar="MODEL", help=say("cli.help_model")
    )
    add_json(parser)
    parser.add_argument("--video", metavar="OUT.mp4", help=say("cli.help_video"))
    parser.add_argument("--landmarks", metavar="OUT.npz", help=say("cli.help_landmarks"))
    parser.add_argument("--reps", metavar="OUT.csv", help=say("cli.help_reps"))
    parser.add_argument(
        "--gif", nargs=2, action="append", default=[], metavar=("N", "OUT.gif"),
        help=say("cli.help_gif"),
    )  # fmt: skip
    parser.add_argument("--follow", metavar="X,Y[@T]", help=say("cli.help_follow"))
    parser.add_argument("--every-frame", action="store_true", help=say("cli.help_every_frame"))
    parser.add_argument(PROGRESS_JSON, action="store_true", help=say("cli.help_progress_json"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Analyze one video and write what was asked for.

    Raises CommandError, FileError or ModelStoreError. Where nobody is in the picture the results
    are written all the same, and CommandError says so.
    """
    how = _how(arguments, registry)
    source: Path = arguments.source
    outputs = Outputs(
        landmarks=file_path(arguments.landmarks, "--landmarks"),
        reps=file_path(arguments.reps, "--reps"),
        video=file_path(arguments.video, "--video"),
        gifs=gifs_of(arguments.gif),
    )
    check_outputs(source, output_path(arguments.json), *outputs.paths())
    analysis = analyze_video(source, how, outputs, console)
    give_result(analysis, how.exercise, arguments, console)
    if analysis.seen == 0:
        raise CommandError(say("cli.nobody", file=source))


def _how(arguments: argparse.Namespace, registry: Registry) -> How:
    exercise, level = exercise_of(arguments, registry)
    if arguments.model not in model_store.MODELS:
        known = ", ".join(model_store.MODELS)
        raise CommandError(say("model.unknown", model=arguments.model, known=known))
    follow = None if arguments.follow is None else target_of(arguments.follow)
    return How(exercise, level, arguments.model, arguments.every_frame, follow)
