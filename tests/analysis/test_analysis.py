"""The pipeline, with a detector and an engine that do as they are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from coach.analysis.analysis import Analysis, analyze, replay
from coach.files.errors import FileError
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Cue, Rep, Snapshot, Tone, View, ViewSpan

SOMEBODY = Pose.from_arrays(0.0, np.zeros((33, 3)), np.zeros((33, 3)), np.ones(33), (64, 48))


class FakeDetector:
    """Sees somebody in every picture that is not black."""

    def __init__(self) -> None:
        self.closed = 0

    def look(self, rgb: Any, t: float) -> Sighting:
        if rgb.max() > 250:
            raise RuntimeError("the network failed")
        # A picture of brightness 3 is not looked at: the last pose is carried along.
        return Sighting(replace(SOMEBODY, t=t) if rgb.any() else None, fresh=rgb.max() != 3)

    def close(self) -> None:
        self.closed += 1


class FakeEngine:
    """Counts one rep for each second with somebody in it, and one more at the end."""

    def __init__(self, script: dict[float, dict[str, Any]] | None = None) -> None:
        self.seen: list[tuple[float, bool]] = []
        self._script = script or {}
        self._now = Snapshot(t=0.0, exercise="squat", level="beginner")

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        self.seen.append((t, pose is not None))
        self._now = replace(self._now, t=t, **self._script.get(t, {}))
        return self._now

    def finish(self) -> Snapshot:
        return replace(self._now, reps=(*self._now.reps, Rep(1, 0.0, 1.0, 2.0, 1.0)))


def pictures(*brightness: int, every: float = 1.0) -> list[tuple[float, Any]]:
    return [(i * every, np.full((4, 4, 3), value, np.uint8)) for i, value in enumerate(brightness)]


def run(*brightness: int, **options: Any) -> Analysis:
    return analyze(pictures(*brightness), FakeDetector, FakeEngine, **options)


def test_every_picture_is_judged_and_the_end_is_told() -> None:
    engine = FakeEngine()
    progress: list[tuple[int, float]] = []
    analysis = analyze(
        pictures(9, 0, 9),
        FakeDetector,
        lambda: engine,
        progress=lambda done, t: progress.append((done, t)),
    )
    assert engine.seen == [(0.0, True), (1.0, False), (2.0, True)]
    assert (analysis.frames, analysis.seen) == (3, 2)
    assert len(analysis.report.reps) == 1, "the engine was asked to finish"
    assert analysis.report.duration_s == 2.0
    assert progress == [(1, 0.0), (2, 1.0), (3, 2.0)]


def test_sinks_get_the_picture_with_all_that_is_known() -> None:
    taken: list[tuple[float, int, bool, float]] = []

    def sink(t: float, rgb: Any, pose: Pose | None, snapshot: Snapshot) -> None:
        taken.append((t, int(rgb.max()), pose is not None, snapshot.t))

    run(9, 0, sinks=[sink, sink])
    assert taken == [(0.0, 9, True, 0.0)] * 2 + [(1.0, 0, False, 1.0)] * 2


def _stop(done: int, t: float) -> None:
    if done == 2:
        raise KeyboardInterrupt


def _break(t: float, rgb: Any, pose: Pose | None, snapshot: Snapshot) -> None:
    raise OSError("disk full")


@pytest.mark.parametrize(
    ("brightness", "options", "error"),
    [
        ((9, 255, 9), {}, RuntimeError),
        ((9, 9, 9), {"progress": _stop}, KeyboardInterrupt),
        ((9, 9, 9), {"sinks": [_break]}, OSError),
    ],
)
def test_the_detector_is_closed_whatever_fails(
    brightness: tuple[int, ...], options: dict[str, Any], error: type[BaseException]
) -> None:
    detector = FakeDetector()
    with pytest.raises(error):
        analyze(pictures(*brightness), lambda: detector, FakeEngine, **options)
    assert detector.closed == 1


def test_the_last_view_lasts_until_the_last_picture() -> None:
    """Though that was not looked at."""
    views = (ViewSpan(View.FRONT, 0.0, 1.0), ViewSpan(View.LEFT, 1.0, 1.0))
    script = {1.0: {"views": views}}
    report = analyze(pictures(9, 9, 3), FakeDetector, lambda: FakeEngine(script)).report
    assert report.views == (views[0], ViewSpan(View.LEFT, 1.0, 2.0))


def _guide(key: str, since: float) -> dict[str, Any]:
    return {"cue": Cue(key, Tone.GUIDE, since)}


def test_a_set_that_never_began_says_what_was_asked_for_most() -> None:
    script = {0.0: _guide("gate.turn", 0.0), 1.0: _guide("gate.back", 1.0)}
    analysis = analyze(pictures(9, 9, 9), FakeDetector, lambda: FakeEngine(script))
    assert analysis.guidance is not None
    assert analysis.guidance.key == "gate.back"


def test_a_set_that_began_asks_for_nothing() -> None:
    script = {0.0: _guide("gate.turn", 0.0), 1.0: {"ready": True, "cue": None}}
    analysis = analyze(pictures(9, 9, 9), FakeDetector, lambda: FakeEngine(script))
    assert analysis.guidance is None


def test_a_replay_gives_the_same_result() -> None:
    script = {0.0: {"view": View.LEFT}, 1.0: {"ready": True}}
    poses: list[tuple[float, Pose | None]] = []
    analysis = analyze(
        pictures(9, 0, 9),
        FakeDetector,
        lambda: FakeEngine(script),
        sinks=[lambda t, rgb, pose, snapshot: poses.append((t, pose))],
    )
    done: list[int] = []
    again = replay(poses, lambda: FakeEngine(script), progress=lambda n, t: done.append(n))
    assert again == analysis
    assert done == [1, 2, 3]


def test_a_recording_may_begin_at_any_time() -> None:
    assert replay([(5.0, SOMEBODY), (7.5, None)], FakeEngine).report.duration_s == 2.5


def test_no_frame_at_all() -> None:
    with pytest.raises(FileError, match="no frames"):
        run()
    with pytest.raises(FileError, match="no frames"):
        replay([], FakeEngine)


def test_a_carried_pose_is_drawn_but_not_judged() -> None:
    engine = FakeEngine()
    drawn: list[tuple[float, bool]] = []

    def sink(t: float, rgb: Any, pose: Pose | None, snapshot: Snapshot) -> None:
        drawn.append((t, pose is not None))

    analysis = analyze(pictures(9, 3, 3, 9), FakeDetector, lambda: engine, sinks=[sink])
    assert [t for t, _ in engine.seen] == [0.0, 3.0]
    assert drawn == [(0.0, True), (1.0, True), (2.0, True), (3.0, True)]
    assert analysis.frames == 4
    assert analysis.report.duration_s == 3.0
