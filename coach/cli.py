"""The command line: which command was meant, and what its end says to the shell."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from coach import __version__
from coach.commands import analyze, doctor, evaluate, models, people, replay
from coach.commands.command import PROGRESS_JSON, CommandError, Registry
from coach.commands.console import Console
from coach.commands.json_console import JsonConsole
from coach.compat.glibc_malloc import share_heaps
from coach.compat.native_stderr import part_stderr
from coach.errors import CoachError
from coach.settings import LANG
from coach.texts import say
from coach.texts.languages import best_language, reading_in
from coach.vision.mediapipe.closing import close_all

COMMANDS = (analyze, people, replay, evaluate, models, doctor)

DONE, INTERRUPTED, NOBODY_READS = 0, 130, 141


class CommandParser(argparse.ArgumentParser):
    """Complains in one sentence, like everything else here, instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Raises CommandError."""
        sentence = message[:1].upper() + message[1:]
        raise CommandError(say("cli.usage", message=sentence, command=self.prog))


def main(registry: Registry, arguments: Sequence[str] | None = None) -> int:
    """`python -m coach`, with the exercises by key; as `run`."""
    return run(_parser, registry, arguments)


def _parser() -> CommandParser:
    parser = CommandParser(prog="python -m coach", description=say("cli.help"))
    parser.add_argument(
        "--version", action="version", version=__version__, help=say("cli.help_version")
    )
    parsers = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=CommandParser)
    for command in COMMANDS:
        command.add(parsers)
    return parser


def run(
    make_parser: Callable[[], CommandParser],
    registry: Registry,
    arguments: Sequence[str] | None = None,
) -> int:
    """Run one command and return the exit status of the process.

    make_parser: is called in the reader's language; the parser sets `run`, the command. registry:
    the exercises by key. arguments: without the program's name; by default the process's own. Bad
    input gives 2 and one sentence on standard error, Ctrl-C 130.
    """
    if arguments is None:
        arguments = sys.argv[1:]
    # Looked for by hand: a program that watches must also be told what could not be parsed.
    console = JsonConsole() if PROGRESS_JSON in arguments else Console()
    with reading_in(best_language(LANG.read())):
        return _run(make_parser, registry, arguments, console)


def _run(
    make_parser: Callable[[], CommandParser],
    registry: Registry,
    arguments: Sequence[str],
    console: Console,
) -> int:
    try:
        parsed = make_parser().parse_args(arguments)
        parsed.run(parsed, registry, console)
        sys.stdout.flush()
    except CoachError as error:
        console.complain(error.sentence)
        return error.exit_status
    except KeyboardInterrupt:
        console.complain(say("cli.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        # `... --json - | head`: the reader has seen enough, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    return DONE


def run_to_exit(command_line: Callable[[], int]) -> NoReturn:
    """A process that is nothing but this command line; its exit status is what that returns."""
    # Before any thread starts: hundreds of megabytes of a long video's analysis otherwise stay
    # scattered over the heaps of its threads.
    share_heaps()
    part_stderr()
    # A polite kill unwinds like any exception, so that no half-written file stays behind.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        status = command_line()
    finally:
        close_all()
    sys.exit(status)
