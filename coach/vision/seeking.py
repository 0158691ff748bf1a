"""A detector that looks closer while it sees nobody: who is far away is too small for the network.

In a part of the picture somebody is larger. Where one is found, it goes on looking at that part
until they come closer or are lost, so that they are counted as anybody else.
"""

from __future__ import annotations

from itertools import cycle
from math import inf

import numpy as np

from coach.arrays import FloatArray, Rgb
from coach.motion.poses.pose import Pose
from coach.motion.tracking.people import CORE, trunk_distance
from coach.vision.pictures.part import SHARE, Part, part_around, parts
from coach.vision.pose_detector import PoseDetector

EVERY_S = 0.5
"""Seconds between two closer looks while nobody is seen, and before the first."""

# Somebody lost in a part is waited for there.
LOST_S = 1.0
# The network takes things for people, more often where they are enlarged: somebody is there who is
# seen twice at one place, whole, and not doubtfully.
SAME_M = 0.5
SURE = 0.5
# Of the picture's shorter side: smaller is no person to be judged, larger is seen without this.
SMALLEST, LARGEST = 0.12, 0.5
# A part that the body fills up to here is too tight to move in.
FULL, EDGE = 0.75, 0.04


class SeekingDetector:
    """Wraps a detector for one stream, in order. Costs nothing while somebody is seen."""

    def __init__(self, detector: PoseDetector) -> None:
        self._detector = detector
        self._size = (0, 0)
        self._part: Part | None = None
        self._places = cycle(parts((1, 1)))
        self._due = inf
        self._seen = -inf
        self._found: Pose | None = None
        self._sure = False

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        """The pose in a (h, w, 3) picture at t seconds. Raises what the detector raises."""
        size = (rgb.shape[1], rgb.shape[0])
        if size != self._size or t < self._seen:
            self._size, self._places = size, cycle(parts(size))
            self._part, self._due, self._seen = None, inf, -inf
        if self._part is not None:
            return self._in_part(rgb, t, self._part)
        pose = self._detector.detect(rgb, t)
        if pose is not None:
            self._due, self._found = inf, pose
        elif self._found is not None and _reach(self._found.pixels) <= LARGEST * min(size):
            # Too small to be seen in each picture.
            near, self._found = self._around(self._found), None
            self._seek(rgb, t, near)
        elif self._due == inf:
            self._due, self._found = t + EVERY_S, None
        elif t >= self._due:
            self._due = t + EVERY_S
            self._seek(rgb, t, next(self._places))
        return pose

    def close(self) -> None:
        """Let go of the model."""
        self._detector.close()

    def _seek(self, rgb: Rgb, t: float, part: Part) -> None:
        found = self._detector.detect(part.of(rgb), t)
        if found is None:
            return
        if not _whole(found):
            self._end_track(t)
            return
        self._part, self._seen, self._sure = part, t, False
        self._found = part.put_back(found, self._size)

    def _in_part(self, rgb: Rgb, t: float, part: Part) -> Pose | None:
        seen = self._detector.detect(part.of(rgb), t)
        if seen is None or not (self._sure or _whole(seen)):
            if not self._sure or t - self._seen > LOST_S:
                self._leave(t)
            return None
        pose = part.put_back(seen, self._size)
        before, self._found = self._found, pose
        if not self._sure and (before is None or trunk_distance(before, pose) > SAME_M):
            self._leave(t)
            return None
        self._sure, self._seen = True, t
        if _reach(pose.pixels) > LARGEST * min(self._size):
            self._leave(t)
        elif _is_tight(seen):
            self._part = self._around(pose)
            if self._part != part:
                self._end_track(t)
        return pose

    def _around(self, pose: Pose) -> Part:
        x, y = ((pose.pixels.min(axis=0) + pose.pixels.max(axis=0)) / 2).tolist()
        side = max(SHARE * min(self._size), 2 * _reach(pose.pixels))
        return part_around((x, y), side, self._size)

    def _leave(self, t: float) -> None:
        """Back to the whole picture."""
        self._part, self._due = None, inf
        self._end_track(t)

    def _end_track(self, t: float) -> None:
        """The detector looks first where somebody just was: after a black picture, everywhere."""
        self._detector.detect(np.zeros((64, 64, 3), np.uint8), t)


def _whole(pose: Pose) -> bool:
    """Whether somebody is seen from head to feet, surely, and of a believable size."""
    body = pose.image[CORE, :2]
    inside = bool(((body > 0) & (body < 1)).all())
    sure = float(pose.visibility[CORE].mean()) >= SURE
    return inside and sure and SMALLEST / SHARE <= _reach(body) <= 1


def _is_tight(pose: Pose) -> bool:
    """Whether a body, of parts of a part, has little room in it."""
    body = pose.image[CORE, :2]
    at_edge = bool(((body < EDGE) | (body > 1 - EDGE)).any())
    return at_edge or _reach(body) > FULL


def _reach(points: FloatArray) -> float:
    """The longer side of the box around points (n, 2), in their unit."""
    return float(np.ptp(points, axis=0).max())
