"""The one engine: poses in, snapshots out. The camera, the files and the tests all use it.

A set is a value that each frame makes anew (`start`, `step`, `finish`); `Engine` holds on to one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf, isnan
from operator import is_

from coach.motion.counting import sides
from coach.motion.counting.cycle import range_of_motion
from coach.motion.counting.tracker import TrackerState
from coach.motion.exercise import LEVELS, Cycle, Exercise, Extreme, Fault
from coach.motion.fast_replace import replace
from coach.motion.feedback import FeedbackState, Wish, advance_feedback
from coach.motion.gate import GateState, advance_gate
from coach.motion.judging.belonging import spans_of_movements
from coach.motion.judging.faults import spans
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses.body import Body
from coach.motion.poses.pose import Pose
from coach.motion.poses.upright import upright
from coach.motion.poses.view import ViewState, advance_view, lasting, note_view, turned
from coach.motion.readings import Readings
from coach.motion.snapshot import Arc, Cue, FaultSpan, Phase, Rep, Snapshot, Tone, View, ViewSpan

# So long after the end of a rep its depth and its top are still worth a word.
LATE_S = 2.0


@dataclass(frozen=True)
class _FaultSpans:
    """The spans of faults, and what they were made of."""

    made_of: tuple[object, ...] = ()
    spans: tuple[FaultSpan, ...] = ()


@dataclass(frozen=True)
class EngineState:
    """A set so far."""

    tracker: TrackerState
    view: ViewState = field(default_factory=ViewState)
    views: tuple[ViewSpan, ...] = ()
    gate: GateState = field(default_factory=GateState)
    feedback: FeedbackState = field(default_factory=FeedbackState)
    readings: Readings | None = None
    """Of the body in it, None where nobody was seen."""
    t: float = -inf
    """Seconds of the last frame, -inf before the first."""
    within: tuple[int, frozenset[str]] = (0, frozenset())
    """The number of the last rep, and the rules that it kept as far as is known."""
    tried: int = 0
    """How many attempts have been told."""
    fault_spans: _FaultSpans = field(default_factory=_FaultSpans)


def start(exercise: Exercise) -> EngineState:
    """A set before its first frame."""
    return EngineState(sides.start(exercise))


def step(
    exercise: Exercise, level: str, state: EngineState, t: float, pose: Pose | None
) -> tuple[EngineState, Snapshot]:
    """One frame at t seconds, at any frame rate; a time that does not rise changes nothing."""
    if isnan(t) or t <= state.t:
        return state, snapshot(exercise, level, state)
    view, body, readings, size = state.view, None, None, (1, 1)
    if pose is not None:
        degrees, size = turned(pose), pose.size
        view = advance_view(view, pose.t, degrees)
        body = upright(exercise, state.tracker.upright, Body.of(pose, view.view, degrees))
        readings = Readings(body)
    tracked = sides.advance(exercise, level, state.tracker, t, readings)
    gate = advance_gate(exercise, state.gate, t, body, tracked.position, size)
    wishes = _wishes(exercise, tracked, t, state.tried)
    within, corrected = _corrected(exercise, tracked.reps, state.within)
    state = EngineState(
        tracker=tracked,
        view=view,
        views=note_view(state.views, view.view, t),
        gate=gate,
        feedback=advance_feedback(state.feedback, t, wishes, corrected),
        readings=readings,
        t=t,
        within=within,
        tried=len(tracked.attempts),
        fault_spans=_fault_spans(exercise, tracked, t, state.fault_spans),
    )
    return state, snapshot(exercise, level, state)


def finish(exercise: Exercise, level: str, state: EngineState) -> Snapshot:
    """The set as it stands if it ends now: a rep at its very end is judged, a hold is closed."""
    ended = sides.finish(exercise, level, state.tracker)
    found = _fault_spans(exercise, ended, state.t, state.fault_spans)
    return snapshot(exercise, level, replace(state, tracker=ended, fault_spans=found))


def snapshot(exercise: Exercise, level: str, state: EngineState) -> Snapshot:
    """All that is known now."""
    tracked, view = state.tracker, state.view.view
    at_fault = [
        rule for rule, fault in zip(exercise.faults, tracked.faults, strict=True) if fault.active
    ]
    red = {
        int(landmark)
        for rule in at_fault
        for joint in (rule.joints or rule.measure.joints)
        for landmark in joint.sides
    }
    return Snapshot(
        t=state.t if state.t != -inf else 0.0,
        exercise=exercise.key,
        level=level,
        ready=state.gate.ready,
        tracked=state.readings is not None,
        view=view,
        views=lasting(state.views, state.t),
        phase=tracked.phase,
        phase_word=exercise.phase_words.get(tracked.phase, ""),
        upwards=isinstance(exercise.goal, Cycle) and exercise.goal.upwards,
        range_of_motion=tracked.value,
        required=_required(exercise, level, tracked),
        reps=tracked.reps,
        attempts=tracked.attempts,
        hold_s=tracked.hold.total_s(),
        holding=tracked.hold.phase is Phase.HOLD,
        holds=tracked.hold.holds,
        fault_spans=state.fault_spans.spans,
        active_faults=tuple(rule.key for rule in at_fault),
        fault_landmarks=frozenset(red),
        arcs=() if state.readings is None else _arcs(exercise, state.readings),
        cue=_cue(exercise, state),
        abstained=_abstained(exercise, view),
    )


class Engine:
    """One set of one exercise, as an object that remembers it. Not thread-safe: one owner.

    Raises ValueError for an unknown level.
    """

    def __init__(self, exercise: Exercise, level: str = "beginner") -> None:
        if level not in LEVELS:
            raise ValueError(f"There is no level '{level}'; choose one of {', '.join(LEVELS)}.")
        self.exercise = exercise
        self.level = level
        self._state = start(exercise)

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds, at any frame rate; a time that does not rise changes nothing."""
        self._state, found = step(self.exercise, self.level, self._state, t, pose)
        return found

    def forget_upright(self) -> None:
        """The pictures to come are turned: which way was up is not known of them."""
        known = self._state.tracker
        self._state = replace(self._state, tracker=replace(known, upright=None))

    def finish(self) -> Snapshot:
        """The set as it stands if it ends now; it may go on."""
        return finish(self.exercise, self.level, self._state)

    def snapshot(self) -> Snapshot:
        """All that is known now."""
        return snapshot(self.exercise, self.level, self._state)


def _wish(exercise: Exercise, rule: Fault | Extreme) -> Wish:
    return Wish(f"{exercise.key}.{rule.key}", rule.tone, rule.cue, rule.corrected)


def _wishes(exercise: Exercise, state: TrackerState, t: float, tried: int) -> tuple[Wish, ...]:
    wishes = [
        _wish(exercise, rule)
        for rule, fault in zip(exercise.faults, state.faults, strict=True)
        if fault.active
    ]
    goal = exercise.goal
    if isinstance(goal, Cycle) and state.reps and t - state.reps[-1].end_s < LATE_S:
        faults = state.reps[-1].faults
        wishes += [_wish(exercise, rule) for rule in goal.extremes if rule.key in faults]
    if len(state.attempts) > tried:
        reason = state.attempts[-1].reason
        key = f"{exercise.key}.{reason}"
        words = exercise.why_not.get(reason, "")
        corrected = (rule.corrected for rule in exercise.rules if rule.key == reason)
        wishes.insert(0, Wish(key, Tone.FAULT, words, next(corrected, "")))
    return tuple(wishes)


def _corrected(
    exercise: Exercise, reps: tuple[Rep, ...], before: tuple[int, frozenset[str]]
) -> tuple[tuple[int, frozenset[str]], frozenset[str]]:
    """What the last rep is known to have kept, and what it was just found to be without; its
    lockout is found some time later.

    A value beyond its limit for too short a time is no fault, but no reason for praise either.
    """
    if not reps:
        return before, frozenset()
    rep = reps[-1]
    within = frozenset(key for key, evidence in rep.evidence.items() if evidence.within)
    fresh = within - before[1] if before[0] == rep.number else within
    corrected = frozenset(f"{exercise.key}.{key}" for key in fresh - set(rep.faults))
    return (rep.number, within), corrected


def _fault_spans(
    exercise: Exercise, state: TrackerState, t: float, before: _FaultSpans
) -> _FaultSpans:
    by_rule = [spans(fault, t) for fault in state.faults]
    made_of = (state.reps, state.attempts, *by_rule)
    # A long set has a thousand of them, and few frames change one.
    if before.made_of and all(map(is_, made_of, before.made_of)):
        return before
    found = sorted(
        (
            FaultSpan(rule.key, begin, end)
            for rule, stretches in zip(exercise.faults, by_rule, strict=True)
            for begin, end in stretches
        ),
        key=lambda span: (span.start_s, span.key),
    )
    if not isinstance(exercise.goal, Cycle):
        return _FaultSpans(made_of, tuple(found))
    rules = frozenset(rule.key for rule in exercise.rules)
    return _FaultSpans(made_of, spans_of_movements(found, state.reps, state.attempts, rules))


def _cue(exercise: Exercise, state: EngineState) -> Cue | None:
    gate, cue = state.gate, state.feedback.cue
    if gate.ready and cue is not None:
        return cue
    under_way = bool(state.tracker.reps) or state.tracker.hold.phase is Phase.HOLD
    if gate.ask and not (gate.ready and under_way):
        own = exercise.asks.get(gate.ask, "")
        room = f"{exercise.key}.ask" if own else "gate"
        return Cue(f"{room}.{gate.ask}", Tone.GUIDE, state.t, own)
    return None


def _arcs(exercise: Exercise, readings: Readings) -> tuple[Arc, ...]:
    body, arcs = readings.body, []
    for measure in exercise.arcs:
        a, vertex, b = (j.sides[body.near] for j in measure.joints)
        if min(body.seen[a], body.seen[vertex], body.seen[b]) < CLEAR:
            continue
        degrees = readings[measure].value
        if not isnan(degrees):
            arcs.append(Arc(vertex, (a, b), degrees))
    return tuple(arcs)


def _abstained(exercise: Exercise, view: View) -> tuple[str, ...]:
    if view is View.UNKNOWN:
        return ()
    return tuple(rule.key for rule in exercise.rules if view not in rule.views)


def _required(exercise: Exercise, level: str, state: TrackerState) -> float:
    goal = exercise.goal
    if not isinstance(goal, Cycle) or isnan(state.cycle.top):
        return 1.0
    target, counts_at = (limit.at(level) for limit in (goal.target, goal.counts_at))
    return range_of_motion(state.cycle, goal.as_angle(target), goal.as_angle(counts_at))
