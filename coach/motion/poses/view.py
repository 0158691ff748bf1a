"""Where the camera stands, from the world landmarks; sticky, so that a border does not flicker."""

from __future__ import annotations

from dataclasses import dataclass

from coach.motion.fast_replace import replace
from coach.motion.poses.kinematics import turn
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.snapshot import View, ViewSpan

# Between the turns of shoulders and hips that clips from the front, half turned and from the side
# show, whose view was noted by eye (docs/accuracy.md).
FRONT_LIMIT = 22.0
SIDE_LIMIT = 61.0
STICKY = 6.0
# A turn of the body takes longer than this; a swap of left and right for a few frames does not.
SETTLE_S = 0.25


@dataclass(frozen=True)
class ViewState:
    """The view believed, and the one that asks to replace it since `since` seconds."""

    view: View = View.UNKNOWN
    asking: View = View.UNKNOWN
    since: float = 0.0


def turned(pose: Pose) -> float:
    """Degrees the person is turned from the camera; see kinematics.turn."""
    world = pose.world
    left = world[Landmark.LEFT_SHOULDER] + world[Landmark.LEFT_HIP]
    right = world[Landmark.RIGHT_SHOULDER] + world[Landmark.RIGHT_HIP]
    return turn(
        (float(left[0]), float(left[1]), float(left[2])),
        (float(right[0]), float(right[1]), float(right[2])),
    )


def classify(degrees: float, current: View = View.UNKNOWN) -> View:
    """The view for a turn in degrees. A back view is a front view: both show the frontal plane."""
    away = abs(degrees)
    if away > 90:
        away = 180 - away
    front = FRONT_LIMIT + (STICKY if current is View.FRONT else 0.0)
    side = SIDE_LIMIT - (STICKY if current in (View.LEFT, View.RIGHT) else 0.0)
    if away <= front:
        return View.FRONT
    if away < side:
        return View.OBLIQUE
    return View.RIGHT if degrees > 0 else View.LEFT


def advance_view(state: ViewState, t: float, degrees: float) -> ViewState:
    """The view after one more pose, at t seconds, turned by so many degrees from the camera: a new
    one must hold for SETTLE_S seconds to be believed."""
    seen = classify(degrees, state.view)
    if state.view is View.UNKNOWN:
        return ViewState(seen, seen, t)
    if seen is state.view:
        return replace(state, asking=seen, since=t)
    if seen is not state.asking:
        return replace(state, asking=seen, since=t)
    if t - state.since >= SETTLE_S:
        return ViewState(seen, seen, t)
    return state


def note_view(spans: tuple[ViewSpan, ...], view: View, t: float) -> tuple[ViewSpan, ...]:
    """The spans with what is seen at t seconds: a view lasts until the next begins."""
    if spans and spans[-1].view is view:
        return spans
    return (*lasting(spans, t), ViewSpan(view, t, t))


def lasting(spans: tuple[ViewSpan, ...], t: float) -> tuple[ViewSpan, ...]:
    """The spans, the last of them until t seconds."""
    if not spans:
        return ()
    last = spans[-1]
    return (*spans[:-1], replace(last, end_s=max(t, last.start_s)))
