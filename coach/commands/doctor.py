"""`python -m coach doctor`: whether this installation works, a line for each thing."""

from __future__ import annotations

import argparse
import os

from coach.commands.command import CommandError, Parsers, Registry, add_command
from coach.commands.console import Console
from coach.doctor.finding import Grade
from coach.doctor.ports import PORT
from coach.texts import say


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "doctor", run)
    parser.add_argument("--port", type=int, default=PORT, help=say("cli.help_port"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Check everything. Raises CommandError where something does not work."""
    del registry
    # Loading what all checks need takes seconds, which no complaint should wait for.
    from coach.doctor.checks import all_checks
    from coach.vision.mediapipe import proof
    from coach.vision.models import model_store

    # A trial that never ended, as when its process was killed, is made again.
    proof.forget(model_store.proof_folder())

    wrong = 0
    for found in all_checks(os.environ, arguments.port):
        wrong += found.grade is Grade.WRONG
        grade = say(f"doctor.grade_{found.grade.value}")
        console.tell(
            say("doctor.line", grade=grade, subject=found.subject, sentence=found.sentence)
        )
    console.tell(say("doctor.camera"))
    if wrong:
        raise CommandError(say("doctor.not_well", count=wrong))
