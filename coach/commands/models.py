"""`python -m coach models`: which pose models are here, fetch them, verify them."""

from __future__ import annotations

import argparse

from coach.commands.command import CommandError, Parsers, Registry, add_command
from coach.commands.console import Console
from coach.texts import say, say_list
from coach.vision.models import model_store


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "models", run)
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=("list", "fetch", "verify"),
        help=say("cli.help_models_action"),
    )
    parser.add_argument("--model", metavar="MODEL", help=say("cli.help_models_model"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """List, fetch or verify. Raises CommandError or ModelStoreError."""
    del registry
    name: str | None = arguments.model
    if name is not None and name not in model_store.MODELS:
        known = say_list(model_store.MODELS)
        raise CommandError(say("model.unknown", model=name, known=known))
    if arguments.action == "fetch":
        name = name or model_store.DEFAULT
        with console.bar(say("cli.bar_model"), "B", scale=True) as advance:
            path = model_store.ensure(name, advance)
        console.tell(say("cli.model_ready", model=name, path=path))
    elif arguments.action == "verify":
        present = [stored.model.name for stored in model_store.stored() if stored.present]
        for each in [name] if name else present or [model_store.DEFAULT]:
            console.tell(say("cli.model_right", model=each, path=model_store.verify(each)))
    else:
        for stored in model_store.stored():
            if name in (None, stored.model.name):
                console.tell(_line(stored))


def _line(stored: model_store.StoredModel) -> str:
    return say(
        "cli.model_here" if stored.present else "cli.model_not_here",
        model=stored.model.name,
        megabytes=stored.model.size / 1e6,
        path=stored.path,
    )
