"""One cue at a time: the most serious first, not too often, and praise once corrected. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from types import MappingProxyType

from coach.motion.fast_replace import replace
from coach.motion.snapshot import Cue, Tone

# A cue stays long enough to be read twice, and the same one is not repeated on every rep: cues on
# every rep demoralise, cues on a tenth of them feel absent (coaching facts, tempo and training).
SHOWS_S = 2.5
COOLS_S = 8.0
PRAISE_S = 1.5
URGENCY = {Tone.FAULT: 3, Tone.ADVICE: 2, Tone.PRAISE: 1, Tone.GUIDE: 0}


@dataclass(frozen=True)
class Wish:
    """Something worth saying: its key, tone, words and, for a fault, the words once corrected."""

    key: str
    tone: Tone
    text: str
    corrected: str = ""


@dataclass(frozen=True)
class FeedbackState:
    """The cue shown now, when each cue was last begun (s), and the fault waiting to be praised."""

    cue: Cue | None = None
    until: float = -inf
    said: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    waiting: Wish | None = None


def _say(state: FeedbackState, wish: Wish, t: float, lasts: float) -> FeedbackState:
    said = MappingProxyType({**state.said, wish.key: t})
    return replace(state, cue=Cue(wish.key, wish.tone, t, wish.text), until=t + lasts, said=said)


def advance_feedback(
    state: FeedbackState, t: float, wishes: tuple[Wish, ...], corrected: frozenset[str]
) -> FeedbackState:
    """The cue after one more moment.

    wishes: what could be said now, most important first within its tone. corrected: keys of
    faults that a whole rep was just done without.
    """
    shown = state.cue
    if shown is not None and t >= state.until:
        still = any(w.key == shown.key for w in wishes) and shown.tone is Tone.FAULT
        state = replace(state, until=t + 0.5) if still else replace(state, cue=None)
        shown = state.cue
    waiting = state.waiting
    if waiting is not None and waiting.key in corrected and shown is None:
        praise = Wish(f"{waiting.key}.corrected", Tone.PRAISE, waiting.corrected)
        return _say(replace(state, waiting=None), praise, t, PRAISE_S)
    fresh = [w for w in wishes if t - state.said.get(w.key, -inf) >= COOLS_S]
    if not fresh:
        return state
    best = max(fresh, key=lambda w: URGENCY[w.tone])
    if shown is not None and URGENCY[best.tone] <= URGENCY[shown.tone]:
        return state
    waiting = best if best.corrected else waiting
    return _say(replace(state, waiting=waiting), best, t, SHOWS_S)
