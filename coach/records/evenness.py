"""How much left and right differ at the deepest point of each rep."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, isnan, nan

from coach.motion.exercise import Cycle, Exercise
from coach.motion.measure import Asymmetry
from coach.motion.poses.body import Body
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.motion.poses.view import turned
from coach.motion.snapshot import Rep, View

SEEN = 0.5
"""How well both sides must be seen, 0 to 1."""


def seen_from_front(rep: Rep) -> bool:
    """Whether a rep was done towards the camera: only then both sides are seen alike."""
    judged = [item.view for item in rep.evidence.values() if item.judged]
    return bool(judged) and all(view is View.FRONT for view in judged)


def uneven_deg(exercise: Exercise, poses: Iterable[Pose]) -> float:
    """Degrees between left and right in the deepest of a rep's poses, all from the front; NaN where
    the exercise has no reps or none of them shows both sides."""
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        return nan
    deepest, found = inf, nan
    for pose in poses:
        body = Body.of(pose, View.FRONT, turned(pose))
        depth = goal.signal.read(body).value
        uneven = Asymmetry(goal.signal).read(body)
        if uneven.visibility >= SEEN and not isnan(depth) and depth < deepest:
            deepest, found = depth, uneven.value
    return found


def uneven_of_reps(exercise: Exercise, reps: tuple[Rep, ...], track: Track) -> tuple[float, ...]:
    """One number per rep, by the poses of its time in a whole track; NaN where there is none."""
    fronts = [rep for rep in reps if seen_from_front(rep)]
    if not fronts:
        return (nan,) * len(reps)
    poses = [pose for _, pose in track.poses() if pose is not None]
    return tuple(
        uneven_deg(exercise, (pose for pose in poses if rep.start_s <= pose.t <= rep.end_s))
        if seen_from_front(rep)
        else nan
        for rep in reps
    )
