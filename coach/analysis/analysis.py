"""From pictures, or recorded poses, to the report of a set: one pass, one frame at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.arrays import Rgb
from coach.files.errors import FileError
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.motion.poses.view import lasting
from coach.motion.report import Report, make_report
from coach.motion.snapshot import Cue, Snapshot, Tone
from coach.texts import say

# (frames done, seconds of the recording done), after each frame. What it raises ends the analysis.
Progress = Callable[[int, float], None]


class RecordingDetector(Protocol):
    """What finds a person in a picture (coach.vision.paced_detector.PacedDetector)."""

    def look(self, rgb: Rgb, t: float) -> Sighting:
        """The pose in a (h, w, 3) uint8 picture at t seconds, seen there or carried along."""

    def close(self) -> None:
        """Let go of the model."""


class PoseJudge(Protocol):
    """What judges poses (coach.motion.engine.Engine)."""

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds."""

    def finish(self) -> Snapshot:
        """The end of the set."""


class FrameSink(Protocol):
    """Something that is handed every frame once it was judged, and may draw on the picture."""

    def __call__(self, t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        """One frame: t seconds, its (h, w, 3) picture, the pose in it, what is known after it."""


@dataclass(frozen=True)
class Analysis:
    """A report and how it came about."""

    report: Report
    frames: int
    """How many there were."""
    seen: int
    """In how many of them was a person."""
    guidance: Cue | None = None
    """Where the gate never opened, what it asked for most; else None."""
    turned: int = 0
    """By how many quarters the pictures must be turned clockwise to stand upright."""


def analyze(
    pictures: Iterable[tuple[float, Rgb]],
    make_detector: Callable[[], RecordingDetector],
    make_engine: Callable[[], PoseJudge],
    *,
    sinks: Sequence[FrameSink] = (),
    progress: Progress | None = None,
) -> Analysis:
    """Detect and judge every picture, in order.

    pictures: (seconds, (h, w, 3) uint8 RGB) pairs, seconds rising. The detector is closed at the
    end, also after an exception; those of the pictures, sinks and progress pass through. Raises
    FileError when there is no picture at all, or one alone.
    """
    tally = _Tally(make_engine())
    detector = make_detector()
    try:
        for t, rgb in pictures:
            sighting = detector.look(rgb, t)
            snapshot = tally.judge(t, sighting)
            for sink in sinks:
                sink(t, rgb, sighting.pose, snapshot)
            if progress is not None:
                progress(tally.frames, t)
    finally:
        detector.close()
    return tally.result()


def replay(
    poses: Iterable[tuple[float, Pose | None]],
    make_engine: Callable[[], PoseJudge],
    *,
    progress: Progress | None = None,
) -> Analysis:
    """Judge recorded poses, (seconds, pose or None) pairs: the same result as their pictures gave.

    Raises FileError when there is no frame at all, or one alone.
    """
    tally = _Tally(make_engine())
    for t, pose in poses:
        tally.judge(t, Sighting(pose))
        if progress is not None:
            progress(tally.frames, t)
    return tally.result()


class _Tally:
    """Counts what the snapshots say over time, keeping none of them but the last."""

    def __init__(self, engine: PoseJudge) -> None:
        self._engine = engine
        self._snapshot: Snapshot | None = None
        self._asked: Counter[Cue] = Counter()
        self._ready = False
        self._first_t = 0.0
        self._last_t = 0.0
        self._seen = 0
        self.frames = 0

    def judge(self, t: float, sighting: Sighting) -> Snapshot:
        if sighting.fresh or self._snapshot is None:
            self._snapshot = self._engine.see(t, sighting.pose)
        snapshot = self._snapshot
        if self.frames == 0:
            self._first_t = t
        self.frames += 1
        self._last_t = t
        self._seen += sighting.pose is not None
        self._ready = self._ready or snapshot.ready
        cue = snapshot.cue
        if not self._ready and cue is not None and cue.tone is Tone.GUIDE:
            self._asked[Cue(cue.key, cue.tone, 0.0, cue.text)] += 1
        return snapshot

    def result(self) -> Analysis:
        if self.frames == 0:
            raise FileError(say("file.no_frames"))
        if self.frames == 1:
            raise FileError(say("file.one_frame"))
        last = self._engine.finish()
        views = lasting(last.views, self._last_t)
        report = make_report(last, self._last_t - self._first_t, views)
        guidance = None
        if not self._ready and self._asked:
            guidance = self._asked.most_common(1)[0][0]
        return Analysis(report, self.frames, self._seen, guidance, last.turned)
