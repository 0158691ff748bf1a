"""The command line: which command was meant, and what its end says to the shell."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from coach.commands import analyze, bench, doctor, evaluate, models, people, replay
from coach.commands.command import PROGRESS_JSON, CommandError, Registry
from coach.commands.console import Console
from coach.commands.json_console import JsonConsole
from coach.errors import CoachError
from coach.settings import LANG
from coach.texts import say
from coach.texts.languages import best_language, reading_in

COMMANDS = (analyze, people, replay, evaluate, models, doctor, bench)

DONE, INTERRUPTED, NOBODY_READS = 0, 130, 141


class _Parser(argparse.ArgumentParser):
    """Complains in one sentence, like everything else here, instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:]
        raise CommandError(say("cli.usage", message=sentence, command=self.prog))


def main(registry: Registry, arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status of the process.

    registry: the exercises by key. arguments: without the program's name; by default the
    process's own. Bad input gives 2 and one sentence on standard error, Ctrl-C 130.
    """
    if arguments is None:
        arguments = sys.argv[1:]
    # Looked for by hand: a program that watches must also be told what could not be parsed.
    console = JsonConsole() if PROGRESS_JSON in arguments else Console()
    with reading_in(best_language(LANG.read())):
        return _run(registry, arguments, console)


def _run(registry: Registry, arguments: Sequence[str], console: Console) -> int:
    try:
        parsed = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m coach", description=say("cli.help"))
    parsers = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for command in COMMANDS:
        command.add(parsers)
    return parser
