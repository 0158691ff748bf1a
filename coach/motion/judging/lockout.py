"""What was seen of a rep's top, and whether that is enough to say that it was not reached. Pure.

A person who was seen straight, was straight. That somebody was not is a claim about all of the top:
it is made only of a person who was seen to come to rest there, or to turn round.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isnan, nan
from types import MappingProxyType

from coach.motion.counting.excursion import STALL_DEGREES
from coach.motion.exercise import Cycle, Extreme
from coach.motion.fast_replace import replace
from coach.motion.judging.score import score
from coach.motion.judging.sight import HIDDEN_S, Sight, look
from coach.motion.snapshot import Evidence, Rep, View

# A person who comes to rest is judged so long after the end of a rep: some go on stretching.
SETTLED_S = 1.0
# A person who has not come up further by STALL_DEGREES for so long has come to rest.
RESTS_S = 0.5
# A person who is down by so many degrees again, for so long, has turned round; two errors of
# measurement (6.4 degrees each, Cosoli et al. 2026) are hardly more. A joint is misread for a
# shorter time, and a camera that moved is noticed sooner (coach.motion.poses.view).
TURNED_DEGREES, TURNED_S = 12.0, 0.3
# A person who passes through the top more quickly, is: what the network makes of a quick movement
# is smoothed, so that its turning points look less far apart than they are.
STAYED_S = 0.35


@dataclass(frozen=True)
class Top:
    """What was seen of the lockout rule since a rep's deepest moment."""

    highest: Evidence | None = None
    """Its best reading, None before any."""
    high: float = nan
    """The same as an angle (Cycle.as_angle), as are all degrees here."""
    level: float = nan
    """The reading (degrees) near which it has been since `rests` (s)."""
    rests: float = nan
    sunk: float = nan
    """Since when it is well below the highest (s), NaN where it is not."""
    near: tuple[tuple[float, float], ...] = ()
    """The last readings (s, degrees) before that."""
    sight: Sight = field(default_factory=Sight)

    @property
    def rested(self) -> bool:
        """Whether the person was seen to come to rest at the top."""
        up = not self._lost and isnan(self.sunk)
        return up and self.sight.last - self.rests >= RESTS_S

    @property
    def turned_round(self) -> bool:
        """Whether the person was seen to come up, to be up for a moment, and to go down again."""
        if self._lost or self.highest is None or isnan(self.sunk):
            return False
        line = self.high - TURNED_DEGREES
        came = max((t for t, x in self.near if x < line), default=self.near[0][0])
        stayed = self.sunk - came >= STAYED_S
        return stayed and self.sight.last - self.sunk >= TURNED_S

    @property
    def _lost(self) -> bool:
        return isnan(self.sight.last) or self.sight.turned


def watch(goal: Cycle, top: Top, reading: Evidence | None, t: float, view: View) -> Top:
    """The top after one more body at t seconds; reading: None where it does not show the rule."""
    if reading is None:
        return replace(top, sight=replace(top.sight, turned=top.sight.turned or _other(top, view)))
    x = goal.as_angle(reading.value)
    hidden = t - top.sight.last > HIDDEN_S
    sight = look(top.sight, t, view)
    highest, high = top.highest, top.high
    if highest is None or x > high:
        highest, high = reading, x
    level, rests = top.level, top.rests
    if isnan(level) or hidden or not level - TURNED_DEGREES <= x <= level + STALL_DEGREES:
        level, rests = x, t
    near = () if hidden else top.near
    if x < high - TURNED_DEGREES and near:
        sunk = t if isnan(top.sunk) else top.sunk
    else:
        sunk = nan
        near = (*(seen for seen in near if t - seen[0] <= 2 * STAYED_S), (t, x))
    return Top(highest, high, level, rests, sunk, near, sight)


def _other(top: Top, view: View) -> bool:
    return not isnan(top.sight.last) and view is not top.sight.view


def abstention(rule: Extreme, t: float, view: View) -> Evidence:
    """The evidence of a rule that was not judged, at t seconds."""
    return Evidence(rule.key, nan, None, None, rule.measure.unit, t, view, 0.0, judged=False)


def judge_lockout(goal: Cycle, level: str, rep: Rep, top: Top, t: float, over: bool) -> Rep:
    """The rep with what its top showed, once that is known at t seconds; judged once, where the
    exercise asks for it.

    over: nothing more will be seen of it (the next rep, the end, nobody there): then it is judged
    by what was seen, or not at all.
    """
    rule = goal.lockout
    if rule is None or rule.key in rep.evidence:
        return rep
    rested = top.rested and t - rep.end_s >= SETTLED_S
    if not (over or rested or top.turned_round):
        return rep
    highest = top.highest
    straight = goal.as_angle(rule.limit.at(level)) - goal.as_degrees(rule.margin)
    bent = highest is None or top.high < straight
    if highest is None or (bent and not (rested or top.turned_round)):
        highest, bent = abstention(rule, rep.end_s, View.UNKNOWN), False
    low, high = goal.range_of(rule, level)
    judged = replace(highest, low=low, high=high)
    evidence = MappingProxyType({**rep.evidence, rule.key: judged})
    rep = replace(rep, evidence=evidence)
    if not rep.from_front:
        rep = replace(rep, uneven_deg=None)
    if not bent:
        return rep
    lost = (*rep.deductions, (rule.key, rule.points_lost))
    faults = (*rep.faults, rule.key)
    return replace(rep, faults=faults, deductions=lost, score=score(lost))
