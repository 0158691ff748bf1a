"""Whether a row of numbers rises or falls more than chance explains. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from statistics import median

# Fewer numbers cannot tell a trend from chance: of five in strict order one in 60 is by chance.
LEAST = 6
# Mann and Kendall's test, two-sided, one false alarm in 20.
SURE = 1.96


@dataclass(frozen=True)
class RankTrend:
    """Whether a row of numbers rises or falls."""

    begin: float
    end: float
    """What a straight line through the numbers reads at the first and at the last."""
    sure: bool
    """Whether chance alone would seldom order them like this."""

    @property
    def change(self) -> float:
        """From the first to the last, in the numbers' unit."""
        return self.end - self.begin


def rank_trend(values: Sequence[float]) -> RankTrend | None:
    """The trend of numbers in their order; None of fewer than LEAST finite ones.

    The line is Theil and Sen's (the median of all slopes), which one odd number does not turn; the
    test is Mann and Kendall's, which asks only for the order of the numbers and allows for ties.
    """
    points = [(i, value) for i, value in enumerate(values) if isfinite(value)]
    n = len(points)
    if n < LEAST:
        return None
    pairs = [(a, b) for k, a in enumerate(points) for b in points[k + 1 :]]
    slope = median((y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairs)
    base = median(y - slope * x for x, y in points)
    rises = sum((y1 > y0) - (y1 < y0) for (_, y0), (_, y1) in pairs)
    spread = _spread([y for _, y in points])
    sure = spread > 0 and (abs(rises) - 1) / sqrt(spread) > SURE
    return RankTrend(base + slope * points[0][0], base + slope * points[-1][0], sure)


def _spread(values: list[float]) -> float:
    """The variance of the sum of rises in a random order."""
    n = len(values)
    ties = [values.count(value) for value in set(values)]
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
