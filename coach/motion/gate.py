"""How to stand before the first rep: what the camera must see. Pure.

The gate only speaks; counting never waits for it, so that a clip that begins in mid-rep loses none.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.counting.planted import scale
from coach.motion.counting.position import PositionState
from coach.motion.exercise import Exercise
from coach.motion.fast_replace import replace
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.snapshot import View

READY_S = 0.3
FORGET_S = 5.0
# A single lost picture is no reason to begin anew.
BLINK_S = 0.15
# A person smaller than this part of the picture's height cannot be measured well, and one smaller
# than FAR is soon not seen at all.
SMALLEST, FAR = 0.25, 0.4
# Who was last seen nearer to the edge than this, in parts of the picture, has left it.
EDGE = 0.05
# From nose to ankles somebody measures about so many body scales (planted.scale).
BODY_SCALES = 2.7

NO_PERSON = "no_person"
TOO_FAR = "too_far"
STEP_BACK = "step_back"
COME_CLOSER = "come_closer"
SHOW = {
    Joint.ANKLE: "show_feet",
    Joint.KNEE: "show_knees",
    Joint.HIP: "show_hips",
    Joint.WRIST: "show_hands",
    Joint.ELBOW: "show_arms",
    Joint.SHOULDER: "show_shoulders",
}


@dataclass(frozen=True)
class GateState:
    """What is still asked for before the first rep."""

    ready: bool = False
    """The whole body was seen in position."""
    ask: str = NO_PERSON
    """Key of what to tell the person, or empty."""
    since: float = nan
    """Since when nothing is to be asked."""
    seen_t: float = nan
    """When somebody was last seen. In seconds, NaN where there is no such time."""
    far: bool = False
    """Who was last seen was small, and in the midst of the picture."""


def _hidden(exercise: Exercise, body: Body) -> str:
    hidden = [j for j in exercise.sees if body.visible(j) < CLEAR]
    if len(hidden) > 1:
        return STEP_BACK
    return SHOW[hidden[0]] if hidden else ""


def _is_smaller(body: Body, part: float, size: tuple[int, int]) -> bool:
    nose = body.image[Landmark.NOSE]
    reach = max(abs(body.image[i][axis] - nose[axis]) for i in Joint.ANKLE.sides for axis in (0, 1))
    # A person who lies head first to the camera is foreshortened, not small.
    return max(reach, BODY_SCALES * scale(body)) < part * size[1]


def _is_far(body: Body, size: tuple[int, int]) -> bool:
    inside = all(
        EDGE * whole < body.image[landmark][axis] < (1 - EDGE) * whole
        for axis, whole in enumerate(size)
        for landmark in (Landmark.NOSE, *Joint.ANKLE.sides)
    )
    return inside and _is_smaller(body, FAR, size)


def _ask(exercise: Exercise, body: Body, position: PositionState, size: tuple[int, int]) -> str:
    hidden = _hidden(exercise, body)
    if hidden:
        return hidden
    if _is_smaller(body, SMALLEST, size):
        return COME_CLOSER
    if not position.held:
        return position.ask
    if body.view not in exercise.best_views and body.view is not View.UNKNOWN:
        return exercise.best_view_ask
    return ""


def advance_gate(
    exercise: Exercise,
    state: GateState,
    t: float,
    body: Body | None,
    position: PositionState,
    size: tuple[int, int],
) -> GateState:
    """The gate after one more moment; body is None where nobody is seen. size: width and height of
    the picture in pixels."""
    if body is None:
        gone = isnan(state.seen_t) or t - state.seen_t > FORGET_S
        if gone:
            return GateState(False, TOO_FAR if state.far else NO_PERSON, far=state.far)
        return state if t - state.seen_t <= BLINK_S else replace(state, since=nan)
    ask = _ask(exercise, body, position, size)
    far = _is_far(body, size)
    # The best view is advice: a person who stands in another is counted all the same.
    blocking = ask not in ("", exercise.best_view_ask)
    if blocking:
        ready = state.ready and _hidden(exercise, body) != STEP_BACK
        return GateState(ready, ask, nan, t, far)
    since = t if isnan(state.since) else state.since
    return GateState(state.ready or t - since >= READY_S, ask, since, t, far)
