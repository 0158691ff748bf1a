"""`python -m coach people VIDEO`: who is in a picture of a video, with a number for each."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from pathlib import Path

from coach.analysis.followed import MOST_PEOPLE
from coach.analysis.people import people_at, to_json
from coach.commands.batches.one_video import LONGEST_SIDE
from coach.commands.command import (
    PROGRESS_JSON,
    CommandError,
    Parsers,
    Registry,
    add_command,
    add_json,
    check_outputs,
    file_path,
    output_path,
)
from coach.commands.console import Console
from coach.files.atomic import write_text
from coach.texts import say, say_list
from coach.video.limits import video_limits_from
from coach.video.picture import write_png
from coach.vision.models import model_store
from coach.vision.models.libraries import check


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "people", run)
    parser.add_argument("source", type=Path, metavar="VIDEO", help=say("cli.help_source_video"))
    parser.add_argument("--at", type=float, default=0.0, metavar="T", help=say("cli.help_at"))
    parser.add_argument(
        "--model", default=model_store.DEFAULT, metavar="MODEL", help=say("cli.help_model")
    )
    add_json(parser)
    parser.add_argument("--picture", metavar="OUT.png", help=say("cli.help_picture"))
    parser.add_argument("--no-numbers", action="store_true", help=say("cli.help_no_numbers"))
    parser.add_argument(PROGRESS_JSON, action="store_true", help=say("cli.help_progress_json"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Find everybody in one picture. Raises CommandError, FileError or ModelStoreError."""
    del registry
    if arguments.model not in model_store.MODELS:
        known = say_list(model_store.MODELS)
        raise CommandError(say("model.unknown", model=arguments.model, known=known))
    if not 0 <= arguments.at < float("inf"):
        raise CommandError(say("cli.bad_at", value=arguments.at))
    source: Path = arguments.source
    picture = file_path(arguments.picture, "--picture")
    check_outputs(source, output_path(arguments.json), picture)
    check()
    with console.bar(say("cli.bar_model"), "B", scale=True, stage="model") as advance:
        model_store.ensure(arguments.model, advance)
    # Loading MediaPipe takes seconds, which no complaint should wait for.
    from coach.vision.appearance import clothes_colours
    from coach.vision.detector import Detector
    from coach.vision.everybody import Everybody
    from coach.vision.overlay.numbers import draw_people

    looks = (Detector(arguments.model, people=MOST_PEOPLE) for _ in range(2))
    with closing(Everybody(*looks)) as detector:
        scene = people_at(
            source, arguments.at, detector, clothes_colours,
            longest_side=LONGEST_SIDE, limits=video_limits_from(),
        )  # fmt: skip
    told = to_json(scene)
    text = json.dumps(told, allow_nan=False)
    path = output_path(arguments.json)
    if path is not None:
        write_text(path, text + "\n")
    if picture is not None:
        draw_people(scene.rgb, scene.poses, numbered=not arguments.no_numbers)
        write_png(picture, scene.rgb)
    if arguments.json == "-":
        console.write(text)
        return
    console.tell(say("cli.people_count", count=len(scene.poses), seconds=scene.t))
    for person in told["people"]:
        console.tell(say("cli.people_one", seconds=told["t"], **person))
