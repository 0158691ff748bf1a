"""A quality score a person can follow: 100 less what each named rule takes. Pure."""

from __future__ import annotations

from math import isnan

from coach.motion.counting.excursion import Movement
from coach.motion.exercise import Cycle, Exercise

# Keys of what is not a fault of form but costs points; their words stand in coach/texts.
RANGE, TEMPO, SMOOTHNESS, SYMMETRY = "range", "tempo", "smoothness", "symmetry"
RANGE_POINTS, TEMPO_POINTS, SMOOTHNESS_POINTS, SYMMETRY_POINTS = 20, 10, 10, 10
# 2 s down and 2 s up is regular; 0.5 s a rep is the fastest that still trains (ACSM 2023).
QUICKEST_DESCENT_S = 0.4
# A way half as long again as the straight one is a bounce or a stop, not noise.
WOBBLE = 1.5
# The limits of agreement of MediaPipe's knee angle from the front are about 15 degrees.
UNEVEN_DEGREES = 20.0


def deductions(
    exercise: Exercise,
    faults: tuple[str, ...],
    reach: float,
    movement: Movement,
    uneven: float,
    *,
    whole: bool = True,
) -> tuple[tuple[str, int], ...]:
    """(rule, points lost) for one rep.

    reach: range of motion; uneven: degrees, NaN if unseen. whole: whether all of the movement was
    seen; else nothing but faults of form takes points.
    """
    lost = [(key, exercise.rule(key).points_lost) for key in faults]
    if not whole:
        return tuple(lost)
    goal = exercise.goal
    missing = round(RANGE_POINTS * min(1.0, max(0.0, 1.0 - reach) / 0.4))
    shallow = isinstance(goal, Cycle) and goal.depth.key in faults
    if missing and not shallow:
        lost.append((RANGE, missing))
    # The way down is the one that lowers the weight, whether it is the way out or the way back.
    upwards = isinstance(goal, Cycle) and goal.upwards
    down_s = movement.end_s - movement.bottom_s if upwards else movement.bottom_s - movement.start_s
    seen = not movement.cut if upwards else movement.begun
    if seen and down_s < QUICKEST_DESCENT_S:
        lost.append((TEMPO, TEMPO_POINTS))
    if movement.path_ratio > WOBBLE and not movement.cut:
        lost.append((SMOOTHNESS, SMOOTHNESS_POINTS))
    if not isnan(uneven) and uneven > UNEVEN_DEGREES:
        lost.append((SYMMETRY, SYMMETRY_POINTS))
    return tuple(lost)


def score(lost: tuple[tuple[str, int], ...]) -> int:
    """100 less the points lost, never under 0."""
    return max(0, 100 - sum(points for _, points in lost))


def set_score(scores: tuple[int, ...]) -> int | None:
    """The mean of a set's reps, rounded; None for a set without reps."""
    return round(sum(scores) / len(scores)) if scores else None
