"""Landmarks of which a model says that it sees them better than it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from coach.motion.poses.pose import Landmark, Pose

HEELS = (Landmark.LEFT_HEEL, Landmark.RIGHT_HEEL)

MAX_VISIBILITY: Mapping[str, Mapping[Landmark, float]] = MappingProxyType(
    {"lite": MappingProxyType(dict.fromkeys(HEELS, 0.6))}
)
"""By model, the most visibility (0 to 1) that is believed of a landmark.

lite: from the side, heels that stay down rise by 0.02 to 0.06 m as the knees bend (four clips of
four people; full and heavy 0.035 m and less), which is as much as heels that do lift. At 0.6 they
are drawn, and a rule that needs to know where they are leaves them alone.
"""


def cap_visibility(pose: Pose, model: str) -> Pose:
    """The pose, no landmark's visibility higher than is believed of this model."""
    doubts = MAX_VISIBILITY.get(model)
    if not doubts:
        return pose
    visibility = pose.visibility.copy()
    for landmark, most in doubts.items():
        visibility[landmark] = min(visibility[landmark], most)
    visibility.setflags(write=False)
    return replace(pose, visibility=visibility)
