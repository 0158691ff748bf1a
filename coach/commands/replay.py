"""`python -m coach replay TRACK.npz`: judge recorded landmarks again, without a picture."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.analysis.analysis import replay
from coach.commands.command import (
    CommandError,
    Parsers,
    Registry,
    add_command,
    add_exercise,
    add_json,
    check_outputs,
    exercise_of,
    output_path,
)
from coach.commands.console import Console
from coach.commands.result import report_text, tell_result
from coach.files.atomic import write_text
from coach.motion.orienting import OrientedEngine
from coach.texts import say
from coach.tracks.npz import read_track


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "replay", run)
    parser.add_argument("source", type=Path, metavar="TRACK.npz", help=say("cli.help_source_track"))
    add_exercise(parser)
    add_json(parser)


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Judge one track. Raises CommandError or FileError; one without a person is told last."""
    exercise, level = exercise_of(arguments, registry)
    source: Path = arguments.source
    path = output_path(arguments.json)
    check_outputs(source, path)
    track = read_track(source)
    with console.bar(source.name, say("cli.bar_frames")) as advance:
        analysis = replay(
            track.poses(),
            lambda: OrientedEngine(exercise, level),
            progress=lambda done, _t: advance(done, len(track.t)),
        )
    if path is not None:
        write_text(path, report_text(analysis.report))
    tell_result(analysis, exercise, arguments.json, console)
    if analysis.seen == 0:
        raise CommandError(say("cli.nobody_in_track", file=source))
