"""Faults over time: hysteresis, persistence and a grey zone, for each rule of an exercise. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.exercise import Fault
from coach.motion.fast_replace import replace
from coach.motion.readings import Readings
from coach.motion.snapshot import Evidence, Phase, View

# A fault in progress ends once the value has been inside the limit (without grey zone) this long.
CLEARS_S = 0.25
# A fault not seen for so long is over; what comes after a gap begins afresh.
UNSEEN_S = 0.5
# A person who did so many reps without a fault is believed where the next one lies in the grey
# zone.
CLEAN_REPS = 3
# The person's own value at the top of the movement follows with this time constant.
BASELINE_S = 1.0
BASELINE_WITHIN_S = 0.3


@dataclass(frozen=True)
class FaultState:
    """One rule's memory; times in seconds, NaN where there is none."""

    active: bool = False
    """The fault is in progress, since `since`."""
    since: float = nan
    beyond_since: float = nan
    within_since: float = nan
    """Since when the value is outside, or inside again."""
    baseline: float = nan
    """The person's own value at the top (NaN until seen), baseline_s: how long it was seen."""
    baseline_s: float = 0.0
    last_t: float = nan
    worst: Evidence | None = None
    """Evidence of the worst moment since the last rep."""
    hit: bool = False
    """Whether it was active since then."""
    clean: int = 0
    """Reps without it since the last one with it."""
    spans: tuple[tuple[float, float], ...] = ()
    """Finished (start, end)."""
    view: View = View.UNKNOWN
    """From where it was looked at last."""


def _bounds(fault: Fault, level: str, baseline: float) -> tuple[float | None, float | None]:
    base = (
        min(max(baseline, fault.baseline_within[0]), fault.baseline_within[1])
        if fault.relative_to_baseline
        else 0.0
    )
    low = None if fault.low is None else fault.low.at(level) + base
    high = None if fault.high is None else fault.high.at(level) + base
    return low, high


def _excess(value: float, low: float | None, high: float | None) -> float:
    over = value - high if high is not None else -float("inf")
    under = low - value if low is not None else -float("inf")
    return max(over, under)


def _learn_own(state: FaultState, value: float, phase: Phase, t: float) -> FaultState:
    if phase is not Phase.TOP or isnan(value):
        return state
    dt = 0.0 if isnan(state.last_t) else min(t - state.last_t, 0.2)
    if isnan(state.baseline):
        return replace(state, baseline=value)
    baseline = state.baseline + (value - state.baseline) * min(1.0, dt / BASELINE_S)
    return replace(state, baseline=baseline, baseline_s=state.baseline_s + dt)


def _end(state: FaultState, t: float) -> FaultState:
    spans = (*state.spans, (state.since, t)) if state.active else state.spans
    return replace(state, active=False, since=nan, beyond_since=nan, within_since=nan, spans=spans)


def _inside(state: FaultState) -> FaultState:
    """The state of a rule that is not broken now; mostly it was not before."""
    return state if isnan(state.beyond_since) else replace(state, beyond_since=nan)


def lapse(state: FaultState, t: float) -> FaultState:
    """The state after a moment in which nobody was there to be judged."""
    if t - state.last_t < UNSEEN_S:
        return state
    return _end(state, state.last_t) if state.active else _inside(state)


def _from(state: FaultState, view: View) -> FaultState:
    """The state as it is seen from `view`: elsewhere the person's own value is another one, and
    what lasted there does not go on here."""
    if state.view in (view, View.UNKNOWN):
        return state if state.view is view else replace(state, view=view)
    return replace(_end(state, state.last_t), baseline=nan, baseline_s=0.0, view=view)


def forget(fault: Fault, state: FaultState) -> FaultState:
    """Start afresh: what was seen so far belongs to a rep that is done, or to none.

    Only what is judged at the top as well, and is still in progress, is in the next rep too.
    """
    return replace(state, worst=None, hit=state.active and _goes_on(fault))


def _goes_on(fault: Fault) -> bool:
    return bool(fault.phases & {Phase.TOP, Phase.HOLD})


def advance_fault(
    fault: Fault, level: str, state: FaultState, readings: Readings, phase: Phase, masked: bool
) -> FaultState:
    """One rule after one more body. masked: a better rule says the same (Fault.suppressed_by)."""
    t, view = readings.body.t, readings.body.view
    state = _from(lapse(state, t), view)
    reading = readings.judged(fault)
    value = reading.value
    if fault.relative_to_baseline:
        state = _learn_own(state, value, phase, t)
    state = replace(state, last_t=t)
    unknown_baseline = fault.relative_to_baseline and (
        isnan(state.baseline) or state.baseline_s < BASELINE_WITHIN_S
    )
    # What began while moving may last into the top: hips that follow the chest come up last.
    lasting = phase is Phase.TOP and not isnan(state.beyond_since)
    judged = phase in fault.phases or lasting
    if isnan(value) or unknown_baseline or masked or not judged:
        if state.active and (isnan(state.within_since)):
            return replace(state, within_since=t)
        if state.active and t - state.within_since >= CLEARS_S:
            return _end(state, state.within_since)
        return state if state.active else _inside(state)
    low, high = _bounds(fault, level, state.baseline)
    excess = _excess(value, low, high)
    if state.worst is None or excess > _excess(state.worst.value, low, high):
        unit, visibility = fault.measure.unit, reading.visibility
        worst = Evidence(fault.key, value, low, high, unit, t, view, visibility)
        state = replace(state, worst=worst)
    if excess > (fault.margin if state.clean >= CLEAN_REPS and not state.active else 0.0):
        since = t if isnan(state.beyond_since) else state.beyond_since
        active = state.active or t - since >= fault.persist_s
        begun = since if active and not state.active else state.since
        return replace(
            state,
            beyond_since=since,
            within_since=nan,
            active=active,
            since=begun,
            hit=state.hit or active,
        )
    if not state.active:
        return _inside(state)
    within = t if isnan(state.within_since) else state.within_since
    if t - within >= CLEARS_S:
        return _end(state, within)
    return replace(state, within_since=within)


def collect(state: FaultState, fault: Fault, t: float, view: View) -> tuple[FaultState, Evidence]:
    """Hand over one rep's evidence and start afresh; `judged` is False if the rule abstained."""
    worst = state.worst or Evidence(
        fault.key, nan, None, None, fault.measure.unit, t, view, 0.0, judged=False
    )
    clean = 0 if state.hit or state.active else state.clean + int(worst.judged)
    return replace(forget(fault, state), clean=clean), worst


def spans(state: FaultState, t: float) -> tuple[tuple[float, float], ...]:
    """All stretches (start, end) in seconds, the one in progress included up to t."""
    return (*state.spans, (state.since, t)) if state.active else state.spans
