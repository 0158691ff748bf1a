"""Decides when a busy machine saves, and when it no longer needs to. Pure: time is an argument.

All sessions are on one step, so that nobody's picture is bought with another's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from coach.live.load.quality import STEPS, Quality

PATIENCE_S = 2.5
"""Seconds of strain before a step down: longer than frames are counted over, so that each step is
judged by what came after it."""
EASE_S = 8.0
"""Seconds of ease before a step up."""
LONGEST_EASE_S = 240.0
"""A step up that did not hold doubles the wait for the next try, up to this."""
PROOF_S = 15.0
"""Seconds that a step up must hold."""

STRAINED, EASED = 0.9, 0.97
"""Share of the frames received that are answered: below is strain, above may be ease. Answered in
time where only looks would be saved, which changes no count; answered at all where a lighter model
or fewer frames would be the price: a late frame carries the last pose, and the video flows."""
FALTERING = 0.75
"""The same, where fewer frames would be the price: the next step gives up a fifth of them."""
SLOW_S, QUICK_S = 0.1, 0.08
"""Seconds that looks take: above is strain, below may be ease. Quick movements need every other
picture looked at to be counted, and the video, which goes before, can flow while looks starve."""
SEVERE = 0.6
"""Below this two steps are taken at once: one by one, a machine that is suddenly full would stutter
for a quarter of a minute."""
FULL, ROOMY = 0.92, 0.75
"""Share of the processor in use: above is strain, below may be ease."""


@dataclass(frozen=True)
class Strain:
    """How busy the machine was over some time."""

    kept_up: float = 1.0
    flowing: float = 1.0
    """Share of the received frames that were answered in time, and at all, of the session that
    fares worst."""
    waited_s: float = 0.0
    """How long looks take there (s)."""
    busy: float = 0.0
    """Share of the processor that the process uses."""

    def answered(self, following: Quality) -> float:
        """The share that counts for a step to `following`."""
        return self.kept_up if following.only_looks_less else self.flowing

    def is_high(self, following: Quality) -> bool:
        """Whether something must give, `following` being what is next to give."""
        least = FALTERING if following.show_gap_s else STRAINED
        return self.answered(following) < least or self.waited_s > SLOW_S or self.busy > FULL

    def is_low(self, used: Quality) -> bool:
        """Whether there may be room for more than is used now."""
        room = self.busy < ROOMY and self.waited_s < QUICK_S
        return room and self.answered(used) >= EASED


@dataclass(frozen=True)
class Governor:
    """Which step of saving the machine is on."""

    step: int = 0
    """Where on STEPS the process is."""
    strained: float = inf
    eased: float = inf
    """Since when, in seconds, or infinity."""
    wait_s: float = EASE_S
    """How much ease is asked for."""
    raised: float = -inf
    """When it last went up."""

    @property
    def quality(self) -> Quality:
        """What each session may use now."""
        return STEPS[self.step]

    def judge(self, now: float, strain: Strain) -> Governor:
        """The governor after it was told of the strain at `now` seconds, which rise."""
        following = STEPS[min(self.step + 1, len(STEPS) - 1)]
        strained = min(self.strained, now) if strain.is_high(following) else inf
        eased = min(self.eased, now) if strain.is_low(self.quality) else inf
        told = replace(self, strained=strained, eased=eased)
        if now - strained >= PATIENCE_S and self.step < len(STEPS) - 1:
            return told._down(now, strain)
        if now - eased >= self.wait_s and self.step > 0:
            return Governor(self.step - 1, wait_s=self.wait_s, raised=now)
        if self.step == 0 and now - self.raised >= self.wait_s:
            return replace(told, wait_s=EASE_S)
        return told

    def _down(self, now: float, strain: Strain) -> Governor:
        failed = now - self.raised < PROOF_S
        wait_s = min(2 * self.wait_s, LONGEST_EASE_S) if failed else self.wait_s
        two = STEPS[self.step + 1 : self.step + 3]
        quickly = strain.answered(two[-1]) < SEVERE
        return Governor(self.step + (len(two) if quickly else 1), wait_s=wait_s)
