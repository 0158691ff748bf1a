"""What a set does to its reps: range and tempo from the first to the last. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.history.rank_trend import RankTrend, rank_trend
from coach.motion.snapshot import Rep

# The knee's angle has a standard deviation of 6.4 degrees (Cosoli et al. 2026), some 7 % of a
# range; a trend over several reps that is smaller than this is nothing to train by.
LEAST_RANGE = 0.05
# A tenth of the time of a rep is what nobody notices.
LEAST_TEMPO = 0.10


@dataclass(frozen=True)
class Fatigue:
    """Trends over the reps of one set, in their order; None where there is nothing to say."""

    range: RankTrend | None
    """Of the range of motion (1.0 is the wanted depth)."""
    down: RankTrend | None
    up: RankTrend | None
    """Seconds."""


def fatigue(reps: Sequence[Rep]) -> Fatigue:
    """What is sure and large enough to be told; a set of few reps tells nothing."""
    return Fatigue(
        range=_told([rep.range_of_motion for rep in reps], LEAST_RANGE, relative=False),
        down=_told([rep.descent_s for rep in reps], LEAST_TEMPO, relative=True),
        up=_told([rep.ascent_s for rep in reps], LEAST_TEMPO, relative=True),
    )


def _told(values: Sequence[float], least: float, *, relative: bool) -> RankTrend | None:
    trend = rank_trend(values)
    if trend is None or not trend.sure:
        return None
    enough = least * abs(trend.begin) if relative else least
    return trend if abs(trend.change) >= enough else None
