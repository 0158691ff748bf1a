"""From one body to the next: positions, counting or holding, faults. Values in, values out."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isnan, nan

from coach.motion.counting.cycle import (
    SEEN_DESCENT,
    CycleState,
    advance_cycle,
    close_cycle,
    drop_excursion,
    range_of_motion,
)
from coach.motion.counting.excursion import Excursion, Movement
from coach.motion.counting.hold import HoldState, advance_hold, end_hold
from coach.motion.counting.planted import (
    Plant,
    Trunk,
    has_jumped,
    has_moved,
    is_moving,
    plant,
    since_start,
)
from coach.motion.counting.position import PositionState, advance_positions
from coach.motion.counting.stillness import Stillness, keep
from coach.motion.exercise import Cycle, Exercise
from coach.motion.fast_replace import replace
from coach.motion.judging.faults import FaultState, advance_fault, forget, lapse
from coach.motion.judging.judge import Peaks, judge_movement, judge_support, track_peaks
from coach.motion.judging.lockout import SETTLED_S, judge_lockout
from coach.motion.measure.visibility import SEEN
from coach.motion.poses.joints import Joint
from coach.motion.poses.upright import Upright, learn
from coach.motion.readings import Readings
from coach.motion.snapshot import Attempt, Phase, Rep, View

Turn = tuple[int | None, int | None]
"""Which of the left side's reps a rep is, and which of the right one's; None where it is none."""


@dataclass(frozen=True)
class TrackerState:
    """All that is remembered of a set."""

    supported: int = 0
    """How many reps have been judged by their support at the top as well."""
    cycle: CycleState = field(default_factory=CycleState)
    hold: HoldState = field(default_factory=HoldState)
    position: PositionState = field(default_factory=PositionState)
    faults: tuple[FaultState, ...] = ()
    """One state per rule of the exercise, in its order."""
    peaks: Peaks = field(default_factory=Peaks)
    reps: tuple[Rep, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    plant: Plant | None = None
    upright: Upright | None = None
    trunk: Trunk | None = None
    settling: Trunk | None = None
    stillness: Stillness = field(default_factory=Stillness)
    t: float = nan
    value: float = nan
    view: View = View.UNKNOWN
    sides: tuple[TrackerState, TrackerState] | None = None
    """Of the left side and of the right one, where each is counted by itself: all else is then made
    of them (coach.motion.counting.sides)."""
    turns: tuple[Turn, ...] = ()
    """Whose each rep was, in their order."""

    @property
    def phase(self) -> Phase:
        """Where in the movement the person is."""
        return self.cycle.phase if self.hold.phase is Phase.SETUP else self.hold.phase


def start(exercise: Exercise) -> TrackerState:
    """The state before the first frame."""
    return TrackerState(faults=tuple(FaultState() for _ in exercise.faults))


def _advance_faults(
    exercise: Exercise, level: str, state: TrackerState, readings: Readings, phase: Phase
) -> tuple[FaultState, ...]:
    pairs = tuple(zip(exercise.faults, state.faults, strict=True))
    hit = {fault.key for fault, before in pairs if before.hit or before.active}
    return tuple(
        advance_fault(
            fault, level, before, readings, phase, any(key in hit for key in fault.suppressed_by)
        )
        for fault, before in pairs
    )


def _judge_support(exercise: Exercise, state: TrackerState, over: bool) -> TrackerState:
    """The support at the last rep's top is known at the next descent, or after a moment there."""
    done = state.supported == len(state.reps)
    if done or not (over or state.t - state.reps[-1].end_s >= SETTLED_S):
        return state
    rep = judge_support(exercise, state.reps[-1], state.faults)
    return replace(state, reps=(*state.reps[:-1], rep), supported=len(state.reps))


def _judge_lockout(goal: Cycle, level: str, state: TrackerState, over: bool) -> TrackerState:
    """over: nothing more will be seen of the last rep's top."""
    if not state.reps:
        return state
    before = state.reps[-1]
    rep = judge_lockout(goal, level, before, state.peaks.top, state.t, over)
    return state if rep is before else replace(state, reps=(*state.reps[:-1], rep))


def _judge_top(
    exercise: Exercise, goal: Cycle, level: str, state: TrackerState, over: bool
) -> TrackerState:
    return _judge_lockout(goal, level, _judge_support(exercise, state, over), over)


def _finish_movement(
    exercise: Exercise, goal: Cycle, level: str, state: TrackerState, movement: Movement
) -> TrackerState:
    judgement = judge_movement(exercise, level, state.faults, state.peaks, movement, state.view)
    if judgement.rep is not None or judgement.attempt is not None:
        state = _judge_lockout(goal, level, state, over=True)
    state = replace(state, faults=judgement.faults, peaks=judgement.peaks)
    if judgement.rep is not None:
        state = replace(state, supported=len(state.reps))
        rep = replace(judgement.rep, number=len(state.reps) + 1)
        return replace(state, reps=(*state.reps, rep))
    if judgement.attempt is not None:
        return replace(state, attempts=(*state.attempts, judgement.attempt))
    return state


def _lapse_faults(state: TrackerState, t: float) -> tuple[FaultState, ...]:
    return tuple(lapse(fault, t) for fault in state.faults)


def _forget_faults(exercise: Exercise, faults: tuple[FaultState, ...]) -> tuple[FaultState, ...]:
    return tuple(
        forget(fault, memory) for fault, memory in zip(exercise.faults, faults, strict=True)
    )


def _forget_movement(exercise: Exercise, state: TrackerState) -> TrackerState:
    """Nothing of a movement that was given up may colour the next one."""
    before = state.peaks
    return replace(
        state,
        faults=_forget_faults(exercise, _lapse_faults(state, state.t)),
        peaks=Peaks(top=before.top, moved=before.moved, depth=before.depth),
    )


def _given_up(before: Excursion | None, cycle: CycleState, movement: Movement | None) -> bool:
    if before is None or movement is not None:
        return False
    return cycle.excursion is None or cycle.excursion.samples[0] != before.samples[0]


def _must_reach(goal: Cycle, level: str) -> float | None:
    """The angle to which a rep must come back, where the level asks for it."""
    if goal.lockout is None or goal.locks_at is None or level not in goal.lockout.spoils_rep:
        return None
    return goal.as_angle(goal.locks_at)


def _advance_cycle(
    exercise: Exercise, goal: Cycle, level: str, state: TrackerState, readings: Readings, dt: float
) -> TrackerState:
    body = readings.body
    x = goal.as_angle(readings[goal.signal].at(SEEN))
    height = nan if goal.height is None else readings[goal.height].value
    target = goal.as_angle(goal.target.at(level))
    must = _must_reach(goal, level)
    before = state.cycle.excursion
    cycle, movement = advance_cycle(goal, target, must, state.cycle, (body.t, x, height))
    if cycle.doubted is not None:
        return replace(state, cycle=cycle)
    value = range_of_motion(cycle, target, x)
    state = replace(state, cycle=cycle, value=value, view=body.view)
    if _given_up(before, cycle, movement):
        state = _forget_movement(exercise, state)
    if cycle.excursion is None:
        known = learn(exercise.stands, state.upright, body)
        where = plant(body, goal.planted or Joint.ANKLE, state.plant)
        state = replace(state, plant=where, upright=known)
    elif state.plant and goal.planted and has_moved(state.plant, body, goal.planted):
        state = replace(state, cycle=drop_excursion(cycle, Phase.SETUP), plant=None)
        return _forget_movement(exercise, state)
    if before is None and cycle.excursion is not None:
        state = _judge_support(exercise, state, over=True)
        # What was over by now, as kneeling down, is no part of the rep that begins.
        state = replace(state, faults=_forget_faults(exercise, state.faults))
    readings = readings.knowing(since_start(body, state.plant))
    moving = cycle.excursion is not None or movement is not None
    peaks = track_peaks(goal, state.peaks, readings, moving)
    if cycle.excursion is not None and state.position.out_rate:
        peaks = replace(peaks, out_s=peaks.out_s + dt * state.position.out_rate)
    # A person who is found bent, and stays so, does not move.
    found = cycle.excursion
    still = found is not None and not found.begun and found.seen < SEEN_DESCENT
    phase = Phase.SETUP if still else cycle.phase
    faults = _advance_faults(exercise, level, state, readings, phase)
    state = replace(state, faults=faults, peaks=peaks)
    if movement is not None:
        state = _finish_movement(exercise, goal, level, state, movement)
    return _judge_top(exercise, goal, level, state, over=False)


def _leave_position(
    exercise: Exercise, goal: Cycle, level: str, state: TrackerState, t: float
) -> TrackerState:
    if state.cycle.excursion is not None:
        state = _forget_movement(exercise, state)
    state = _judge_top(exercise, goal, level, state, over=True)
    return replace(
        state,
        cycle=drop_excursion(state.cycle, Phase.SETUP),
        faults=_lapse_faults(state, t),
        value=nan,
    )


def _miss(exercise: Exercise, goal: Cycle, level: str, state: TrackerState) -> TrackerState:
    """Nobody is seen, or believed."""
    before = state.cycle.excursion
    target = goal.as_angle(goal.target.at(level))
    cycle, _ = advance_cycle(goal, target, None, state.cycle, (state.t, nan, nan))
    state = replace(state, cycle=cycle, value=nan)
    if cycle.phase in (Phase.PAUSED, Phase.SETUP):
        state = _judge_top(exercise, goal, level, state, over=True)
    return _forget_movement(exercise, state) if _given_up(before, cycle, None) else state


def advance(
    exercise: Exercise, level: str, state: TrackerState, t: float, readings: Readings | None
) -> TrackerState:
    """The state after one more moment at t seconds; readings: None where nobody is there.

    A time that does not rise is ignored. NaN never counts a rep and never raises a fault.
    """
    if not isnan(state.t) and t <= state.t:
        return state
    dt = 0.0 if isnan(state.t) else t - state.t
    state = replace(state, t=t)
    goal = exercise.goal
    if readings is None:
        state = replace(state, faults=_lapse_faults(state, t))
        if not isinstance(goal, Cycle):
            # Grace is for a picture that is lost, not for a body that falls apart and is gone.
            hold = state.hold if state.position.held else end_hold(state.hold)
            return replace(state, hold=advance_hold(goal, hold, t, in_form=False))
        return _miss(exercise, goal, level, state)
    position = advance_positions(exercise.positions, state.position, readings)
    state = replace(state, position=position)
    if isinstance(goal, Cycle):
        if position.lost:
            return _leave_position(exercise, goal, level, state, t)
        return _advance_cycle(exercise, goal, level, state, readings, dt)
    body, stillness = readings.body, keep(state.stillness, readings)
    pumping = stillness.moving(t)
    # A fault of a hold is one of somebody who holds: who pumps, or comes down, does another thing.
    phase = Phase.SETUP if position.lost or pumping else Phase.HOLD
    faults = _advance_faults(exercise, level, state, readings, phase)
    broken = any(
        f.active
        for rule, f in zip(exercise.faults, faults, strict=True)
        if rule.key in goal.broken_by
    )
    # A cut or a jumping skeleton gets no grace: what follows is another scene.
    torn = not position.held and has_jumped(state.trunk, body)
    settling = state.settling
    moving = settling is None or is_moving(settling, body)
    # A person who is still getting into the posture does not hold it yet.
    entering = moving and state.hold.phase is Phase.SETUP
    hold = end_hold(state.hold) if torn or entering else state.hold
    hold = advance_hold(goal, hold, t, in_form=position.held and not (broken or pumping))
    return replace(
        state,
        faults=faults,
        hold=hold,
        trunk=Trunk.of(body),
        stillness=stillness,
        settling=Trunk.of(body) if entering else settling,
        view=body.view,
    )


def finish(exercise: Exercise, level: str, state: TrackerState) -> TrackerState:
    """The set ends: a movement nearly complete is judged, a hold is closed."""
    goal = exercise.goal
    if isinstance(goal, Cycle):
        movement = close_cycle(state.cycle)
        if movement is not None:
            state = _finish_movement(exercise, goal, level, state, movement)
        state = _judge_top(exercise, goal, level, state, over=True)
    return replace(state, cycle=drop_excursion(state.cycle, Phase.SETUP), hold=end_hold(state.hold))
