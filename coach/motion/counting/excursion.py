"""A movement in progress, and what is known of it once it is done. Pure."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from math import inf, isnan, nan

# A person who turns round sinks again by this much of the height: an angle alone trembles
# (docs/accuracy.md).
SINKS_AGAIN = 0.03
HALF_WAY_BACK = 0.5
# The bottom is the middle of the time that the body's height is this close to its lowest.
LOWEST_BAND = 0.1
STALL_S, STALL_DEGREES = 0.3, 3.0
# Someone who sits down for an hour must not cost an hour of samples.
MOST_SAMPLES = 600


Sample = tuple[float, float, float]
"""Seconds, the signal's angle in degrees, the body's height (a ratio, NaN if unseen)."""


@dataclass(frozen=True)
class Movement:
    """One finished excursion; times in seconds, angles in degrees."""

    start_s: float
    bottom_s: float
    end_s: float
    lowest: float
    """The deepest angle."""
    descent_deg: float
    """Degrees seen falling before it."""
    returned: float
    """The angle at the end."""
    locked: bool
    """Whether it ended near the top rather than by turning round."""
    rested_s: float
    """Time spent at the bottom."""
    jumped: bool
    """Whether the skeleton moved as no joint can."""
    top: float
    """The person's own top."""
    path_ratio: float
    """The angle's way over the straight way there and back, 1 for a smooth rep."""
    drop: float = nan
    """The part of its height that the body went down by, NaN if unseen."""
    cut: bool = False
    """Whether the recording ended before it did."""
    begun: bool = True
    """Whether its beginning was seen."""
    moved_s: float = inf
    """Time spent on the way, at neither end."""


@dataclass(frozen=True)
class Excursion:
    """A movement in progress: its samples, its deepest point and the peak since (s, degrees)."""

    samples: tuple[Sample, ...]
    highest: float
    low: tuple[float, float]
    peak: tuple[float, float]
    jumped: bool = False
    """Whether the skeleton moved as no joint can."""
    begun: bool = True
    """Whether its beginning was seen."""

    @property
    def seen(self) -> float:
        """Degrees of movement that were seen, down or up."""
        return max(self.highest, self.peak[1]) - self.low[1]

    def heights(self, until: float) -> list[float]:
        """The body's heights that were seen, up to a time in seconds."""
        return [h for t, _, h in self.samples if t <= until and not isnan(h)]


def begin(start: Sample, sample: Sample, jumped: bool, begun: bool) -> Excursion:
    """A movement that left the top at `start`, at most `sample`; jumped: as no joint can."""
    t, x, _ = sample
    samples = (start, sample) if start[0] < t else (sample,)
    return Excursion(samples, max(start[1], x), (t, x), (t, x), jumped, begun)


def follow(excursion: Excursion, sample: Sample, jumped: bool) -> Excursion:
    """The movement one sample later; jumped: whether it got there as no joint can."""
    t, x, _ = sample
    low, peak = excursion.low, excursion.peak
    highest = excursion.highest
    if x <= low[1]:
        low = peak = (t, x)
    elif x > peak[1] + STALL_DEGREES or (x > peak[1] and t - peak[0] < STALL_S):
        peak = (t, x)
    samples = (*excursion.samples, sample)
    if len(samples) > MOST_SAMPLES:
        samples = samples[::2]
    return Excursion(samples, highest, low, peak, excursion.jumped or jumped, excursion.begun)


def came_up(excursion: Excursion, until: float) -> bool:
    """Whether the body rose by half of what it had sunk, where that is seen: a joint that is
    misread straightens without it (docs/accuracy.md)."""
    heights = excursion.heights(until)
    return not heights or heights[-1] - min(heights) >= HALF_WAY_BACK * _drop(heights)


def sinks_again(excursion: Excursion, sample: Sample) -> bool:
    """Whether the body's height has turned round as well, where it is seen: while it goes on rising
    the joint was misread."""
    at_peak = next((h for t, _, h in excursion.samples if t >= excursion.peak[0]), nan)
    return not sample[2] > at_peak - SINKS_AGAIN


def finish(excursion: Excursion, end: tuple[float, float], locked: bool, top: float) -> Movement:
    """What the movement was until `end` (s, degrees), of somebody with this top in degrees."""
    low = excursion.low[1]
    near = _bottom([s for s in excursion.samples if s[0] <= end[0]])
    return Movement(
        start_s=excursion.samples[0][0],
        bottom_s=(near[0] + near[1]) / 2,
        end_s=end[0],
        lowest=low,
        descent_deg=excursion.highest - low,
        returned=end[1],
        locked=locked,
        rested_s=near[1] - near[0],
        jumped=excursion.jumped,
        top=top,
        path_ratio=_path_ratio([x for t, x, _ in excursion.samples if t <= end[0]], low),
        drop=_drop(excursion.heights(end[0])),
        begun=excursion.begun,
        moved_s=_moved([(t, x) for t, x, _ in excursion.samples if t <= end[0]]),
    )


def _bottom(samples: list[Sample]) -> tuple[float, float]:
    """The stretch (start, end in seconds) around the lowest point of the body.

    The height dates it better than the angle (docs/accuracy.md).
    """
    heights = [h for _, _, h in samples]
    values = [x for _, x, _ in samples] if any(isnan(h) for h in heights) else heights
    low, high = min(values), max(values)
    times = [
        s[0] for s, v in zip(samples, values, strict=True) if v <= low + LOWEST_BAND * (high - low)
    ]
    return times[0], times[-1]


def _moved(samples: list[tuple[float, float]]) -> float:
    """Seconds in the middle four fifths of the way that was gone both down and up."""
    bottom = min(range(len(samples)), key=lambda i: samples[i][1])
    low = samples[bottom][1]
    high = min(max(x for _, x in samples[: bottom + 1]), max(x for _, x in samples[bottom:]))
    edge = LOWEST_BAND * (high - low)
    return sum(
        later[0] - t
        for (t, x), later in itertools.pairwise(samples)
        if low + edge < x < high - edge
    )


def _drop(heights: list[float]) -> float:
    """How far the body's height fell and rose (a ratio); NaN where it was never seen."""
    return max(heights) - min(heights) if heights else nan


def _path_ratio(angles: list[float], low: float) -> float:
    """How much longer than needed the way was, measurement noise under 3 degrees passed over."""
    way, last = 0.0, angles[0]
    for x in angles:
        if abs(x - last) >= STALL_DEGREES:
            way += abs(x - last)
            last = x
    straight = angles[0] - low + angles[-1] - low
    return max(1.0, way / straight) if straight > 0 else 1.0
