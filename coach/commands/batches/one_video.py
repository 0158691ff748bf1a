"""One video analyzed, and everything written that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coach.analysis.analysis import Analysis, FrameSink, RecordingDetector, analyze
from coach.analysis.followed import MOST_PEOPLE, FollowedDetector
from coach.analysis.reps_table import reps_csv
from coach.analysis.sinks import annotating, recording
from coach.commands.command import CommandError, file_path
from coach.commands.console import Advance, Console
from coach.commands.result import report_text
from coach.files.atomic import write_text
from coach.motion.exercise import Exercise
from coach.motion.orienting import OrientedEngine
from coach.motion.report import Report
from coach.motion.tracking.following import Target
from coach.texts import say
from coach.tracks.recorder import TrackRecorder
from coach.video.decoding import VideoReader
from coach.video.gif import write_gif
from coach.video.limits import video_limits_from
from coach.video.sound import Sound
from coach.video.writer import writing
from coach.vision.models import model_store
from coach.vision.models.libraries import check
from coach.vision.paced_detector import PacedDetector
from coach.vision.seeking import SeekingDetector

# What the annotated video is worth watching at. The network itself sees far fewer pixels.
LONGEST_SIDE = 1280


@dataclass(frozen=True)
class How:
    """What decides the result beside the video."""

    exercise: Exercise
    level: str
    model: str
    every_frame: bool = False
    follow: Target | None = None
    """Whom among several people; without it the one whom the network finds most prominent."""


@dataclass(frozen=True)
class Outputs:
    """Files to write, each None where it was not asked for."""

    json: Path | None = None
    landmarks: Path | None = None
    reps: Path | None = None
    video: Path | None = None
    gifs: tuple[tuple[int, Path], ...] = ()
    """Numbers of reps, and the file for each."""

    def paths(self) -> tuple[Path | None, ...]:
        """All of them."""
        one = (self.json, self.landmarks, self.reps, self.video)
        return (*one, *(path for _, path in self.gifs))


def analyze_video(source: Path, how: How, outputs: Outputs, console: Console) -> Analysis:
    """Analyze one video and write the outputs. Raises CommandError, FileError, ModelStoreError."""
    with ExitStack() as stack:
        drawn = outputs.video
        if drawn is None and outputs.gifs:
            # They are cut out of the annotated video, which nobody asked for.
            folder = stack.enter_context(
                TemporaryDirectory(prefix=".coach-", dir=outputs.gifs[0][1].parent)
            )
            drawn = Path(folder) / "annotated.mp4"
        analysis = _analyze(source, how, outputs, drawn, console, stack)
        if analysis.turned:
            console.note(say("file.turned", file=source, degrees=90 * analysis.turned))
            if drawn is not None or outputs.landmarks is not None:
                # To be watched, and judged again, upright.
                turned = analysis.turned
                analysis = _analyze(source, how, outputs, drawn, console, stack, turned)
        if drawn is not None:
            _write_gifs(analysis.report, outputs.gifs, drawn, console)
    if outputs.reps is not None:
        write_text(outputs.reps, reps_csv(analysis.report))
    if outputs.json is not None:
        write_text(outputs.json, report_text(analysis.report))
    return analysis


def _analyze(
    source: Path,
    how: How,
    outputs: Outputs,
    drawn: Path | None,
    console: Console,
    kept: ExitStack,
    turned: int = 0,
) -> Analysis:
    """drawn: where the annotated video goes. kept: ends after the landmarks were written. turned:
    so many quarters clockwise the pictures are turned."""
    limits = video_limits_from()
    with (
        VideoReader(source, limits=limits, longest_side=LONGEST_SIDE, turned=turned) as video,
        ExitStack() as stack,
    ):
        with console.bar(say("cli.bar_model"), "B", scale=True, stage="model") as fetched:
            model_store.ensure(how.model, fetched)
        label = say("cli.bar_frames")
        advance = stack.enter_context(console.bar(source.name, label, stage="video"))
        sinks: list[FrameSink] = []
        recorder = None
        if outputs.landmarks is not None:
            recorder = kept.enter_context(TrackRecorder(video.size))
            sinks.append(recording(recorder))
        look, ahead = _looking(
            video, how, advance, stack, turned=turned, every_frame=recorder is not None
        )
        sound = None
        if drawn is not None:
            sound = stack.enter_context(Sound(source, video.origin_s))
            sinks.append(annotating(stack.enter_context(writing(drawn, sound)), how.exercise))
        analysis = analyze(
            video,
            look,
            lambda: OrientedEngine(how.exercise, how.level),
            sinks=sinks,
            progress=lambda done, t: None if done < ahead else advance(done, video.frame_count, t),
        )
    if recorder is not None and outputs.landmarks is not None:
        recorder.write(outputs.landmarks)
    if turned:
        return analysis  # what is wrong with the file was told the first time
    for warning in video.warnings:
        console.note(warning)
    if sound is not None and sound.lost:
        console.note(say("file.sound_lost", file=source))
    return analysis


def _write_gifs(
    report: Report, gifs: tuple[tuple[int, Path], ...], drawn: Path, console: Console
) -> None:
    reps = {rep.number: rep for rep in report.reps}
    for number, path in gifs:
        if number in reps:
            write_gif(path, drawn, reps[number].start_s, reps[number].end_s)
        else:
            console.note(say("cli.no_such_rep", number=number, count=len(reps), file=path))


def _looking(
    video: VideoReader,
    how: How,
    advance: Advance,
    stack: ExitStack,
    *,
    turned: int,
    every_frame: bool,
) -> tuple[Callable[[], RecordingDetector], int]:
    """What makes the detector, and how many pictures were looked at already.

    every_frame: a landmark track has a row for each frame, so each must be looked at.
    """
    check()
    # Loading MediaPipe takes seconds, which no other command and no complaint should wait for.
    from coach.vision.appearance import clothes_colours
    from coach.vision.detector import Detector as OneDetector
    from coach.vision.everybody import Everybody

    if how.follow is None:
        always = how.every_frame or every_frame
        return (
            lambda: PacedDetector(SeekingDetector(OneDetector(how.model)), every_frame=always),
            0,
        )
    everybody = Everybody(*(OneDetector(how.model, people=MOST_PEOPLE) for _ in range(2)))
    one = OneDetector(how.model)
    person = stack.enter_context(
        closing(
            FollowedDetector(everybody, one, clothes_colours, how.follow.turned(turned), video.size)
        )
    )
    looked = 0

    def progress(done: int, t: float) -> None:
        nonlocal looked
        looked = done
        advance(done, video.frame_count, t)

    limits = video_limits_from()
    with VideoReader(video.path, limits=limits, longest_side=LONGEST_SIDE, turned=turned) as ahead:
        person.scout(ahead, progress)
    return lambda: person, looked


def gifs_of(wishes: list[list[str]]) -> tuple[tuple[int, Path], ...]:
    """Read pairs of a rep's number and a file. Raises CommandError."""
    gifs = []
    for number, name in wishes:
        if not number.isdecimal() or int(number) < 1:
            raise CommandError(say("cli.bad_gif", value=number))
        path = file_path(name, "--gif")
        assert path is not None, "argparse gives a name"
        gifs.append((int(number), path))
    return tuple(gifs)
