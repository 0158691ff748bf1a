"""The one engine: poses in, snapshots out. The camera, the files and the tests all use it."""

from __future__ import annotations

from math import inf, isnan
from operator import is_

from coach.motion.counting import tracker
from coach.motion.counting.cycle import range_of_motion
from coach.motion.exercise import LEVELS, Cycle, Exercise, Extreme, Fault
from coach.motion.fast_replace import replace
from coach.motion.feedback import FeedbackState, Wish, advance_feedback
from coach.motion.gate import GateState, advance_gate
from coach.motion.judging.belonging import spans_of_movements
from coach.motion.judging.faults import spans
from coach.motion.poses.body import Body
from coach.motion.poses.pose import Pose
from coach.motion.poses.view import ViewState, advance_view, turned
from coach.motion.snapshot import Arc, Cue, FaultSpan, Phase, Snapshot, Tone, View


class Engine:
    """One set of one exercise, from its first frame to `finish`. Not thread-safe: one owner.

    Raises ValueError for an unknown level.
    """

    def __init__(self, exercise: Exercise, level: str = "beginner") -> None:
        if level not in LEVELS:
            raise ValueError(f"There is no level '{level}'; choose one of {', '.join(LEVELS)}.")
        self.exercise = exercise
        self.level = level
        self._tracker = tracker.start(exercise)
        self._view = ViewState()
        self._gate = GateState()
        self._feedback = FeedbackState()
        self._body: Body | None = None
        self._t = -inf
        self._judged: tuple[int, frozenset[str]] = (0, frozenset())
        self._tried = 0
        self._spans: tuple[FaultSpan, ...] = ()
        self._spans_of: tuple[object, ...] = ()

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds, at any frame rate; a time that does not rise changes nothing."""
        if isnan(t) or t <= self._t:
            return self.snapshot()
        self._t = t
        self._body = None
        size = (1, 1)
        if pose is not None:
            size = pose.size
            self._view = advance_view(self._view, pose)
            self._body = Body.of(pose, self._view.view, turned(pose))
        self._tracker = tracker.advance(self.exercise, self.level, self._tracker, t, self._body)
        self._gate = advance_gate(
            self.exercise, self._gate, t, self._body, self._tracker.position, size
        )
        self._feedback = advance_feedback(self._feedback, t, self._wishes(), self._corrected())
        return self.snapshot()

    def forget_upright(self) -> None:
        """The pictures to come are turned: which way was up is not known of them."""
        self._tracker = replace(self._tracker, upright=None)

    def finish(self) -> Snapshot:
        """The set ends: a rep at its very end is judged, a hold is closed."""
        self._tracker = tracker.finish(self.exercise, self.level, self._tracker)
        return self.snapshot()

    def _wishes(self) -> tuple[Wish, ...]:
        state = self._tracker
        wishes = [
            _wish(self.exercise, rule)
            for rule, fault in zip(self.exercise.faults, state.faults, strict=True)
            if fault.active
        ]
        if len(state.reps) > 0:
            rep = state.reps[-1]
            late = [r for r in tracker.extremes(self.exercise) if r.key in rep.faults]
            if self._t - rep.end_s < 2.0:
                wishes += [_wish(self.exercise, r) for r in late]
        if len(state.attempts) > self._tried:
            self._tried = len(state.attempts)
            reason = state.attempts[-1].reason
            key = f"{self.exercise.key}.{reason}"
            words = self.exercise.reasons.get(reason, "")
            corrected = (rule.corrected for rule in self.exercise.rules if rule.key == reason)
            wishes.insert(0, Wish(key, Tone.FAULT, words, next(corrected, "")))
        return tuple(wishes)

    def _corrected(self) -> frozenset[str]:
        """What the last rep was just found to be without; its lockout is found some time later.

        A value beyond its limit for too short a time is no fault, but no reason for praise either.
        """
        if not self._tracker.reps:
            return frozenset()
        rep = self._tracker.reps[-1]
        number, before = self._judged
        judged = frozenset(key for key, evidence in rep.evidence.items() if evidence.within)
        self._judged = rep.number, judged
        fresh = judged - before if number == rep.number else judged
        return frozenset(f"{self.exercise.key}.{key}" for key in fresh - set(rep.faults))

    def _cue(self) -> Cue | None:
        ask = self._gate.ask
        if self._gate.ready and self._feedback.cue is not None:
            return self._feedback.cue
        under_way = bool(self._tracker.reps) or self._tracker.hold.phase is Phase.HOLD
        if ask and not (self._gate.ready and under_way):
            return Cue(f"gate.{ask}", Tone.GUIDE, self._t)
        return None

    def _arcs(self) -> tuple[Arc, ...]:
        body = self._body
        if body is None:
            return ()
        arcs = []
        for measure in self.exercise.arcs:
            a, vertex, b = (j.value[body.near] for j in measure.joints)
            if min(body.seen[a], body.seen[vertex], body.seen[b]) < 0.5:
                continue
            degrees = measure.read(body).value
            if not isnan(degrees):
                arcs.append(Arc(vertex, (a, b), degrees))
        return tuple(arcs)

    def _abstained(self, view: View) -> tuple[str, ...]:
        if view is View.UNKNOWN:
            return ()
        return tuple(rule.key for rule in self.exercise.rules if view not in rule.views)

    def _required(self) -> float:
        goal = self.exercise.goal
        if not isinstance(goal, Cycle) or isnan(self._tracker.cycle.top):
            return 1.0
        target, counts = goal.target.at(self.level), goal.counts_at.at(self.level)
        return range_of_motion(self._tracker.cycle, target, counts)

    def _fault_spans(self) -> tuple[FaultSpan, ...]:
        exercise, state = self.exercise, self._tracker
        by_rule = [spans(fault, self._t) for fault in state.faults]
        made_of = (state.reps, state.attempts, *by_rule)
        # A long set has a thousand of them, and few frames change one.
        if self._spans_of and all(map(is_, made_of, self._spans_of)):
            return self._spans
        found = sorted(
            (
                FaultSpan(rule.key, start, end)
                for rule, stretches in zip(exercise.faults, by_rule, strict=True)
                for start, end in stretches
            ),
            key=lambda span: (span.start_s, span.key),
        )
        if isinstance(exercise.goal, Cycle):
            rules = frozenset(rule.key for rule in exercise.rules)
            self._spans = spans_of_movements(found, state.reps, state.attempts, rules)
        else:
            self._spans = tuple(found)
        self._spans_of = made_of
        return self._spans

    def snapshot(self) -> Snapshot:
        """All that is known now."""
        state = self._tracker
        rules = tuple(zip(self.exercise.faults, state.faults, strict=True))
        active = tuple(rule.key for rule, fault in rules if fault.active)
        red = {
            int(landmark)
            for rule, fault in rules
            if fault.active
            for joint in (rule.joints or rule.measure.joints)
            for landmark in joint.value
        }
        view = self._view.view
        return Snapshot(
            t=self._t if self._t != -inf else 0.0,
            exercise=self.exercise.key,
            level=self.level,
            ready=self._gate.ready,
            tracked=self._body is not None,
            view=view,
            phase=state.phase,
            range_of_motion=state.value,
            required=self._required(),
            reps=state.reps,
            attempts=state.attempts,
            hold_s=state.hold.total_s(),
            holding=state.hold.phase is Phase.HOLD,
            holds=state.hold.holds,
            fault_spans=self._fault_spans(),
            active_faults=active,
            fault_landmarks=frozenset(red),
            arcs=self._arcs(),
            cue=self._cue(),
            abstained=self._abstained(view),
        )


def _wish(exercise: Exercise, rule: Fault | Extreme) -> Wish:
    return Wish(f"{exercise.key}.{rule.key}", rule.tone, rule.cue, rule.corrected)
