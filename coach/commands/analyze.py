"""`python -m coach analyze VIDEO`: a video takes the way that the camera's picture takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import ExitStack
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
from coach.commands.result import give_result
from coach.files.analysis import Analysis, Sink, analyze
from coach.files.atomic import write_text
from coach.files.orientation import Rgb
from coach.files.reps_table import reps_csv
from coach.files.track_recorder import TrackRecorder
from coach.files.video import VideoReader
from coach.files.video_writer import writing
from coach.motion.engine import Engine
from coach.motion.exercise import Exercise, Hold
from coach.motion.pose import Pose
from coach.motion.snapshot import Snapshot
from coach.texts import say
from coach.vision import model_store
from coach.vision.libraries import check
from coach.vision.paced import PacedDetector

# What the annotated video is worth watching at. The network itself sees far fewer pixels.
LONGEST_SIDE = 1280


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
    parser.add_argument("--every-frame", action="store_true", help=say("cli.help_every_frame"))
    parser.add_argument(PROGRESS_JSON, action="store_true", help=say("cli.help_progress_json"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Analyze one video and write what was asked for.

    Raises CommandError, FileError or ModelStoreError. Where nobody is in the picture the results
    are written all the same, and CommandError says so.
    """
    exercise, level = exercise_of(arguments, registry)
    if arguments.model not in model_store.MODELS:
        known = ", ".join(model_store.MODELS)
        raise CommandError(say("model.unknown", model=arguments.model, known=known))
    source: Path = arguments.source
    video_out = file_path(arguments.video, "--video")
    track_out = file_path(arguments.landmarks, "--landmarks")
    reps_out = file_path(arguments.reps, "--reps")
    check_outputs(source, output_path(arguments.json), video_out, track_out, reps_out)
    with VideoReader(source, longest_side=LONGEST_SIDE) as video:
        with console.bar(say("cli.bar_model"), "B", scale=True, stage="model") as advance:
            model_store.ensure(arguments.model, advance)
        recorder = TrackRecorder(video.size) if track_out is not None else None
        # A landmark track has a row for each frame, so each must be looked at.
        every_frame = arguments.every_frame or recorder is not None
        look = _looking(arguments.model, every_frame=every_frame)
        analysis = _analyze(video, look, exercise, level, video_out, recorder, console)
        if recorder is not None and track_out is not None:
            recorder.write(track_out)
        if reps_out is not None:
            write_text(reps_out, reps_csv(analysis.report))
        for warning in video.warnings:
            console.note(warning)
    give_result(analysis, exercise, arguments, console)
    if analysis.seen == 0:
        raise CommandError(say("cli.nobody", file=source))


def _analyze(
    video: VideoReader,
    look: Callable[[], PacedDetector],
    exercise: Exercise,
    level: str,
    video_out: Path | None,
    recorder: TrackRecorder | None,
    console: Console,
) -> Analysis:
    with ExitStack() as stack:
        advance = stack.enter_context(
            console.bar(video.path.name, say("cli.bar_frames"), stage="video")
        )
        sinks: list[Sink] = []
        if recorder is not None:
            sinks.append(_recording(recorder))
        if video_out is not None:
            sinks.append(_annotating(stack, video_out, exercise))
        return analyze(
            video,
            look,
            lambda: Engine(exercise, level),
            sinks=sinks,
            progress=lambda done, t: advance(done, video.frame_count, t),
        )


def _looking(model: str, *, every_frame: bool) -> Callable[[], PacedDetector]:
    check()
    # Loading MediaPipe takes seconds, which no other command and no complaint should wait for.
    from coach.vision.detector import Detector

    return lambda: PacedDetector(Detector(model, quiet=True), every_frame=every_frame)


def _recording(recorder: TrackRecorder) -> Sink:
    def record(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        del rgb, snapshot
        recorder.record(t, pose)

    return record


def _annotating(stack: ExitStack, path: Path, exercise: Exercise) -> Sink:
    from coach.vision.overlay import Style, draw

    writer = stack.enter_context(writing(path))
    style = Style(hold=isinstance(exercise.goal, Hold))

    def annotate(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        draw(rgb, pose, snapshot, style)
        writer.write(t, rgb)

    return annotate
