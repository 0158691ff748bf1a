"""A pose as it would be seen with the picture turned by quarters. Pure."""

from __future__ import annotations

import numpy as np

from coach.motion.fast_replace import replace
from coach.motion.poses.pose import Pose


def turn_pose(pose: Pose, quarters: int) -> Pose:
    """The pose in the picture turned clockwise by so many quarters."""
    for _ in range(quarters % 4):
        (width, height), (x, y, z) = pose.size, pose.image.T
        image = np.stack((1 - y, x, z * width / height), axis=1)
        world = np.stack((-pose.world[:, 1], pose.world[:, 0], pose.world[:, 2]), axis=1)
        image.setflags(write=False)
        world.setflags(write=False)
        pose = replace(pose, image=image, world=world, size=(height, width))
    return pose
