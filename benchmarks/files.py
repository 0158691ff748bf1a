"""How quickly a file is analyzed, beside a bare loop over the same file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import av
import mediapipe as mp

from benchmarks.frame.alone import landmarker
from coach.analysis.analysis import FrameSink, analyze
from coach.analysis.sinks import annotating
from coach.arrays import Rgb
from coach.motion.exercise import Exercise
from coach.motion.orienting import OrientedEngine
from coach.video.decoding import VideoReader
from coach.video.sound import Sound
from coach.video.writer import writing
from coach.vision.detector import Detector
from coach.vision.models import model_store
from coach.vision.paced_detector import PacedDetector
from coach.vision.seeking import SeekingDetector

BARE = "bare"
WAYS = (BARE, "analysis", "analysis_every", "video", "video_every")
"""The bare loop first; the others without and with an annotated video, looking as often as needed
or at every frame."""
ROUNDS = 3
LONGEST_SIDE = 1280


@dataclass(frozen=True)
class Run:
    """One way over the file once."""

    frames: int
    wall_s: float
    cpu_s: float
    """Seconds, the network's loading included."""


@dataclass(frozen=True)
class FilesBench:
    """How quickly a file is analyzed, beside a bare loop."""

    model: str
    """Of the network."""
    size: tuple[int, int]
    """Of the pictures."""
    rounds: tuple[Mapping[str, Run], ...]
    """A run of every way in each, by name."""

    def wall_ratio(self, way: str) -> float:
        """The way's frame rate over the bare loop's in the same round; the median of the rounds."""
        return median(
            run[BARE].wall_s / run[BARE].frames * run[way].frames / run[way].wall_s
            for run in self.rounds
        )

    def cpu_ratio(self, way: str) -> float:
        """The same of processor time: what else the machine does is not in it."""
        return median(
            run[BARE].cpu_s / run[BARE].frames * run[way].frames / run[way].cpu_s
            for run in self.rounds
        )


def bench_files(
    path: Path,
    exercise: Exercise,
    model: str,
    seconds: float,
    progress: Callable[[int, int], None],
    rounds: int = ROUNDS,
) -> FilesBench:
    """Every way over the first `seconds` of a file, in turns.

    progress: is told the rounds done and in all. Raises VideoError or ModelStoreError.
    """
    with VideoReader(path, longest_side=LONGEST_SIDE) as video:
        size = video.size
    results: list[Mapping[str, Run]] = []
    with TemporaryDirectory() as folder:
        out = Path(folder) / "annotated.mp4"
        ways: dict[str, Callable[[], int]] = {BARE: lambda: _bare(path, model, seconds)}
        for name in WAYS[1:]:
            ways[name] = lambda name=name: _ours(  # type: ignore[misc]
                path, exercise, model, seconds,
                every_frame=name.endswith("_every"), out=out if name.startswith("video") else None,
            )  # fmt: skip
        for _ in range(rounds):
            results.append({name: _timed(way) for name, way in ways.items()})
            progress(len(results), rounds)
    return FilesBench(model, size, tuple(results))


def _timed(way: Callable[[], int]) -> Run:
    wall, cpu = time.perf_counter(), time.process_time()
    frames = way()
    return Run(frames, time.perf_counter() - wall, time.process_time() - cpu)


def _bare(path: Path, model: str, seconds: float) -> int:
    """Decode with PyAV, detect with MediaPipe, as their guides do it."""
    network = landmarker(model_store.load(model))
    frames = 0
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            if frame.time is None or frame.time >= seconds:
                break
            picture = mp.Image(
                image_format=mp.ImageFormat.SRGB, data=frame.to_ndarray(format="rgb24")
            )
            network.detect_for_video(picture, round(frame.time * 1000))
            frames += 1
    network.close()
    return frames


def _ours(
    path: Path,
    exercise: Exercise,
    model: str,
    seconds: float,
    *,
    every_frame: bool,
    out: Path | None,
) -> int:
    with ExitStack() as stack:
        video = stack.enter_context(VideoReader(path, longest_side=LONGEST_SIDE))
        sinks: list[FrameSink] = []
        if out is not None:
            sound = stack.enter_context(Sound(path, video.origin_s))
            writer = stack.enter_context(writing(out, sound))
            sinks.append(annotating(writer, exercise))
        analysis = analyze(
            _beginning(video, seconds),
            lambda: PacedDetector(SeekingDetector(Detector(model)), every_frame=every_frame),
            lambda: OrientedEngine(exercise),
            sinks=sinks,
        )
    return analysis.frames


def _beginning(video: VideoReader, seconds: float) -> Iterator[tuple[float, Rgb]]:
    return takewhile(lambda picture: picture[0] < seconds, video)
