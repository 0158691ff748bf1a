"""Whether a body that rests on its arms keeps still: holding is not pumping. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.fast_replace import replace
from coach.motion.measure import Angle
from coach.motion.measure.visibility import SEEN
from coach.motion.poses.joints import Joint
from coach.motion.readings import Readings

# Whatever lowers and lifts such a body bends the elbows, and a camera in a hand does not.
ELBOW = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
# Twice the error of measurement of an angle (6.4 degrees, Cosoli et al. 2026).
STIRS_DEGREES = 12.8
# A joint that is misread comes back sooner.
STIRS_S = 0.1
# A person who did not move for so long has come to rest. Less than a hold's grace: who stirs once
# goes on holding.
RESTS_S = 0.9


@dataclass(frozen=True)
class Stillness:
    """Where a resting body was last seen to stay."""

    elbow: float = nan
    """Its angle (degrees) where the body is at rest, NaN before it was seen."""
    away: float = nan
    """Since when it is another one."""
    moved: float = nan
    """When it last stayed another one. In seconds, NaN where there is none."""

    def moving(self, t: float) -> bool:
        """Whether the body moves at t seconds."""
        return not isnan(self.moved) and t - self.moved < RESTS_S


def keep(stillness: Stillness, readings: Readings) -> Stillness:
    """The stillness after one more body; one that does not show its elbows tells nothing."""
    elbow, t = readings[ELBOW].at(SEEN), readings.body.t
    if isnan(elbow):
        return stillness
    if isnan(stillness.elbow):
        return replace(stillness, elbow=elbow)
    if abs(elbow - stillness.elbow) <= STIRS_DEGREES:
        return replace(stillness, away=nan)
    away = t if isnan(stillness.away) else stillness.away
    if t - away < STIRS_S:
        return replace(stillness, away=away)
    return Stillness(elbow, moved=t)
