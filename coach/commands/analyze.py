"""`python -m coach analyze VIDEO...`: a video takes the way that the camera's picture takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.commands.batches.batch import (
    Outcome,
    Work,
    analyze_many,
    analyze_one,
    check_patterns,
    outputs_for,
)
from coach.commands.batches.one_video import How, Outputs, analyze_video, gifs_of
from coach.commands.batches.video_files import video_files
from coach.commands.batches.workers import Workers
from coach.commands.command import (
    PROGRESS_JSON,
    STANDARD_OUTPUT,
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
from coach.commands.result import tell_result
from coach.files.places import is_folder, real
from coach.motion.tracking.following import target_of
from coach.runtime.machine import whole_cores
from coach.texts import say, say_list
from coach.texts.languages import language_code, reading_in
from coach.vision.models import model_store


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "analyze", run)
    parser.add_argument(
        "sources", type=Path, nargs="+", metavar="VIDEO", help=say("cli.help_source_videos")
    )
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
    parser.add_argument("--summary", metavar="OUT.csv", help=say("cli.help_summary"))
    parser.add_argument("--jobs", type=int, metavar="N", help=say("cli.help_jobs"))
    parser.add_argument("--every-frame", action="store_true", help=say("cli.help_every_frame"))
    parser.add_argument("--language", metavar="CODE", help=say("cli.help_language"))
    parser.add_argument(PROGRESS_JSON, action="store_true", help=say("cli.help_progress_json"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Analyze one video, or many, and write what was asked for.

    Raises CommandError, FileError or ModelStoreError. Where nobody is in the picture the results
    are written all the same, and CommandError says so.
    """
    with reading_in(arguments.language or language_code()):
        _analyze(arguments, _how(arguments, registry), console)


def _analyze(arguments: argparse.Namespace, how: How, console: Console) -> None:
    outputs = Outputs(
        json=output_path(arguments.json),
        landmarks=file_path(arguments.landmarks, "--landmarks"),
        reps=file_path(arguments.reps, "--reps"),
        video=file_path(arguments.video, "--video"),
        gifs=gifs_of(arguments.gif),
    )
    sources: list[Path] = arguments.sources
    if len(sources) > 1 or arguments.summary is not None or is_folder(sources[0]):
        _run_many(arguments, how, outputs, console)
        return
    (source,) = sources
    check_outputs(source, *outputs.paths())
    analysis = analyze_video(source, how, outputs, console)
    tell_result(analysis, how.exercise, arguments.json, console)
    if analysis.seen == 0:
        raise CommandError(say("cli.nobody", file=source))


def _run_many(arguments: argparse.Namespace, how: How, outputs: Outputs, console: Console) -> None:
    for option in ("follow", "gif"):
        if getattr(arguments, option):
            raise CommandError(say("batch.one_only", option=f"--{option}"))
    if arguments.json == STANDARD_OUTPUT:
        raise CommandError(say("batch.one_only", option="--json -"))
    if arguments.jobs is not None and arguments.jobs < 1:
        raise CommandError(say("batch.bad_jobs", value=arguments.jobs))
    check_patterns(outputs)
    files = video_files(arguments.sources)
    # Results of an earlier run that lie in a folder of videos are no videos to analyze.
    results = [
        path
        for file in files
        for path in outputs_for(outputs, file.name).paths()
        if path is not None and real(path) != real(file.path)
    ]
    files = video_files(arguments.sources, without=results)
    summary = file_path(arguments.summary, "--summary")
    for file in files:
        check_outputs(file.path, *outputs_for(outputs, file.name).paths(), summary)
    with console.bar(say("cli.bar_model"), "B", scale=True, stage="model") as advance:
        model_store.ensure(how.model, advance)
    workers: Workers[Work, Outcome] = Workers(
        analyze_one, min(arguments.jobs or whole_cores(), len(files))
    )
    analyze_many(files, how, outputs, summary, workers, console)


def _how(arguments: argparse.Namespace, registry: Registry) -> How:
    exercise, level = exercise_of(arguments, registry)
    if arguments.model not in model_store.MODELS:
        known = say_list(model_store.MODELS)
        raise CommandError(say("model.unknown", model=arguments.model, known=known))
    try:
        follow = None if arguments.follow is None else target_of(arguments.follow)
    except ValueError as error:
        raise CommandError(say("cli.bad_follow", value=arguments.follow)) from error
    return How(exercise, level, arguments.model, arguments.every_frame, follow)
