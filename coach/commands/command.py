"""What every subcommand shares: its complaint, its exercise, the places it may write to."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from coach.commands.console import Console
from coach.errors import CoachError
from coach.files.atomic import check_output
from coach.files.places import is_there, real
from coach.motion.exercise import BEGINNER, LEVELS, Exercise
from coach.texts import say, say_list

Registry = Mapping[str, Exercise]
Run = Callable[[argparse.Namespace, Registry, Console], None]

STANDARD_OUTPUT = "-"
PROGRESS_JSON = "--progress-json"


class CommandError(CoachError):
    """Bad input. The message is one sentence that says what to do."""


class Parsers(Protocol):
    """Where a subcommand adds its parser; argparse's own class for it is private."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's name
        """A parser for `python -m coach NAME`."""


def add_command(parsers: Parsers, name: str, run: Run) -> argparse.ArgumentParser:
    """A parser whose text stands under `cli.help_NAME` and that ends in `run`."""
    text = say(f"cli.help_{name}")
    parser = parsers.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def add_exercise(parser: argparse.ArgumentParser) -> None:
    """--exercise and --level."""
    parser.add_argument("--exercise", required=True, metavar="KEY", help=say("cli.help_exercise"))
    parser.add_argument("--level", default=BEGINNER, metavar="LEVEL", help=say("cli.help_level"))


def add_json(parser: argparse.ArgumentParser) -> None:
    """--json."""
    parser.add_argument("--json", metavar="OUT", help=say("cli.help_json"))


def exercise_of(arguments: argparse.Namespace, registry: Registry) -> tuple[Exercise, str]:
    """The exercise and level that were asked for. Raises CommandError, which lists the known."""
    exercise = known_exercise(arguments.exercise, registry)
    if arguments.level not in LEVELS:
        known = say_list(LEVELS)
        raise CommandError(say("cli.unknown_level", level=arguments.level, known=known))
    return exercise, arguments.level


def known_exercise(key: str, registry: Registry) -> Exercise:
    """The exercise with that key. Raises CommandError, which lists the known."""
    if key not in registry:
        known = say_list(registry)
        raise CommandError(say("cli.unknown_exercise", exercise=key, known=known))
    return registry[key]


def output_path(name: str | None) -> Path | None:
    """The file that text goes to, or None where it goes to standard output (-) or nowhere."""
    return None if name is None or name == STANDARD_OUTPUT else Path(name)


def file_path(name: str | None, option: str) -> Path | None:
    """The file that `option` names, or None where it was not given.

    Raises CommandError for standard output, which bytes would spoil.
    """
    if name == STANDARD_OUTPUT:
        raise CommandError(say("cli.only_json_streams", option=option))
    return None if name is None else Path(name)


def check_outputs(source: Path, *outputs: Path | None) -> None:
    """Find out before the work starts that its results can be written.

    Raises CommandError where an output would overwrite the input or another output, OutputError
    where its folder is missing or closed.
    """
    taken = {real(source)}
    for output in outputs:
        if output is None:
            continue
        check_output(output)
        place = real(output)
        if place == real(source) or (
            is_there(output) and is_there(source) and output.samefile(source)
        ):
            raise CommandError(say("cli.output_is_input", file=output))
        if place in taken:
            raise CommandError(say("cli.output_twice", file=output))
        taken.add(place)
