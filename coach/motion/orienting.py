"""Which way the picture lies: by the turn of it in which somebody does the exercise.

A camera mounted on its side, or a video that lost its rotation flag, shows somebody who stands as
lying, or on their head. The landmarks are the same in every turn, so the exercise itself tells: a
whole rep is done in one of the four alone, as long as what it plants on the floor stands still.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from coach.arrays import FloatArray
from coach.motion.engine import Engine
from coach.motion.exercise import Cycle, Exercise
from coach.motion.fast_replace import replace
from coach.motion.poses.joints import TRUNK, Joint
from coach.motion.poses.pose import Pose
from coach.motion.poses.turning import turn_pose
from coach.motion.poses.view import lasting, note_view
from coach.motion.snapshot import Cue, Phase, Rep, Snapshot, Tone, ViewSpan

# Somebody who stands with bent arms looks like a plank in a picture on its side: so long, and so
# still (in trunk lengths), nobody stands who wants to do one.
HELD_S, STILL = 5.0, 0.2
# What rests on the floor moves so much less than the trunk does. With hands that hang free the
# turned rules of a push-up count curls.
PLANTED = 0.5
VISIBLE = 0.7
# A person who stands upright in the picture as it is for so long has turned the camera.
RIGHTED_S = 2.0
# No rep takes longer than the trail that is kept.
TRAIL_S = 20.0

ON_ITS_SIDE, UPSIDE_DOWN = "gate.on_its_side", "gate.upside_down"
STAND_UP, STAND_OR_TURN = "gate.stand_up", "gate.stand_up_or_turn"


@dataclass
class _Trial:
    """The exercise as it would be judged with the picture turned."""

    engine: Engine
    snapshot: Snapshot | None = None


@dataclass
class _Trail:
    """Where the joints that rest on the floor went, and the trunk: seconds; pixels of each joint
    and of the trunk; how well each joint is seen; the trunk's size in pixels."""

    resting: Sequence[Joint]
    points: list[tuple[float, FloatArray, FloatArray, float]] = field(default_factory=list)

    def add(self, pose: Pose) -> None:
        p, joints = pose.pixels, [list(joint.value) for joint in self.resting]
        trunk = p[TRUNK]
        places = np.array([*(p[joint].mean(axis=0) for joint in joints), trunk.mean(axis=0)])
        seen = np.array([pose.visibility[joint].max() for joint in joints])
        self.points.append((pose.t, places, seen, float(np.hypot(*np.ptp(trunk, axis=0)))))
        while self.points[0][0] < pose.t - TRAIL_S:
            del self.points[0]

    def is_planted(self, rep: Rep) -> bool:
        resting, trunk = self._moved(rep.start_s, rep.end_s)
        return resting < PLANTED * trunk

    def is_still(self) -> bool:
        now = self.points[-1][0]
        return max(self._moved(now - HELD_S, now)) < STILL

    def _moved(self, start_s: float, end_s: float) -> tuple[float, float]:
        """How far that joint moved which moved most of those seen, and the trunk, both in trunk
        lengths. The first joint counts however it is seen."""
        during = [point for point in self.points if start_s <= point[0] <= end_s]
        if not during:
            return 0.0, 0.0
        _, places, seen, sizes = zip(*during, strict=True)
        ways = np.ptp(np.array(places), axis=0) / max(1.0, float(np.median(sizes)))
        *resting, trunk = np.hypot(ways[:, 0], ways[:, 1]).tolist()
        visible = np.median(np.array(seen), axis=0) >= VISIBLE
        visible[0] = True
        return max(way for way, sure in zip(resting, visible, strict=True) if sure), trunk


def _resting(exercise: Exercise) -> tuple[Joint, ...]:
    """The joints that rest on the floor all the while."""
    goal, rests = exercise.goal, exercise.rests or ()
    if not isinstance(goal, Cycle):
        rests = (Joint.ELBOW, *rests)
    elif goal.planted is not None:
        rests = (goal.planted, *rests)
    return tuple(dict.fromkeys(rests)) or (Joint.ANKLE,)


class OrientedEngine:
    """An engine for pictures that may lie on their side or upside down; used as Engine is.

    While nobody is in the exercise's posture in the picture as it is, the other three turns are
    tried beside it, and one in which a rep is done (or a posture held for HELD_S) is the right one
    from then on, its rep included. Snapshots say so by `turned` and, where there is nothing else to
    say, by their cue.
    """

    def __init__(self, exercise: Exercise, level: str = "beginner") -> None:
        self._exercise = exercise
        self._level = level
        self._engine = Engine(exercise, level)
        self._turned = 0
        self._trials: dict[int, _Trial] = {}
        self._trail = _Trail(())
        self._lay_t = 0.0
        self._views: tuple[ViewSpan, ...] = ()

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds, as `Engine.see` has it."""
        if self._turned and self._is_righted(t, pose):
            self._turned = 0
            self._engine.forget_upright()
        snapshot = self._engine.see(t, None if pose is None else turn_pose(pose, self._turned))
        if pose is not None:
            snapshot = self._try(t, pose, snapshot)
        # Another engine may have said so until now.
        self._views = note_view(self._views, snapshot.view, snapshot.t)
        return self._told(snapshot, self._turned, self._trials)

    def finish(self) -> Snapshot:
        """The set as it would stand if it ended now, as `Engine.finish` has it."""
        snapshot = self._engine.finish()
        # A rep that the recording cuts off is counted only now.
        for more, trial in self._trials.items():
            tried = trial.engine.finish()
            if self._is_right(tried):
                best = snapshot if _has_begun(snapshot) else tried
                return self._told(best, (self._turned + more) % 4, {})
        return self._told(snapshot, self._turned, self._trials)

    def _try(self, t: float, pose: Pose, snapshot: Snapshot) -> Snapshot:
        if snapshot.phase is not Phase.SETUP:
            self._trials = {}
            return snapshot
        if not self._trials:
            self._trials = {more: _Trial(Engine(self._exercise, self._level)) for more in (1, 2, 3)}
            self._trail = _Trail(_resting(self._exercise))
        self._trail.add(pose)
        for more, trial in self._trials.items():
            before = trial.snapshot
            trial.snapshot = trial.engine.see(t, turn_pose(pose, self._turned + more))
            # A rep that was no proof when it was done is none later.
            if before is not None and trial.snapshot.reps is before.reps and before.reps:
                continue
            if self._is_right(trial.snapshot):
                return self._turn(more, trial.engine, trial.snapshot, snapshot)
        return snapshot

    def _is_righted(self, t: float, pose: Pose | None) -> bool:
        """Whether somebody who does it standing has been upright in the picture for some time."""
        if pose is None or not self._exercise.stands or not _is_upright(pose):
            self._lay_t = t
        return t - self._lay_t > RIGHTED_S

    def _is_right(self, tried: Snapshot) -> bool:
        if not isinstance(self._exercise.goal, Cycle):
            return tried.holding and tried.hold_s >= HELD_S and self._trail.is_still()
        return any(self._trail.is_planted(rep) for rep in tried.reps[-1:])

    def _turn(self, more: int, engine: Engine, tried: Snapshot, snapshot: Snapshot) -> Snapshot:
        self._turned = (self._turned + more) % 4
        self._trials, self._lay_t = {}, snapshot.t
        if _has_begun(snapshot):
            self._engine.forget_upright()
            return snapshot
        self._engine = engine
        return tried

    def _told(self, snapshot: Snapshot, quarters: int, trials: Mapping[int, _Trial]) -> Snapshot:
        cue = snapshot.cue
        if cue is not None and cue.key == STAND_UP:
            # A person who does push-ups meanwhile may be in a squat's posture in a turned picture
            # too: what is said is true of both.
            if any(_is_ready(trial.snapshot) for trial in trials.values()):
                cue = replace(cue, key=STAND_OR_TURN)
        elif cue is None and quarters and snapshot.tracked:
            key = UPSIDE_DOWN if quarters == 2 else ON_ITS_SIDE
            cue = Cue(key, Tone.GUIDE, snapshot.t)
        views = lasting(self._views, snapshot.t)
        return replace(snapshot, cue=cue, turned=quarters, views=views)


def _has_begun(snapshot: Snapshot) -> bool:
    return bool(snapshot.reps or snapshot.attempts or snapshot.hold_s)


def _is_upright(pose: Pose) -> bool:
    """Whether the trunk is, nearer than to any other turn of the picture."""
    left, right, left_hip, right_hip = pose.pixels[TRUNK]
    across, up = (left_hip + right_hip - left - right).tolist()
    return bool(up > abs(across))


def _is_ready(snapshot: Snapshot | None) -> bool:
    return snapshot is not None and snapshot.ready
