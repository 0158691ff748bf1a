"""A detector that looks only as often as the movement needs, and carries the pose in between."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from coach.arrays import Rgb
from coach.motion.look_schedule import LookSchedule, Sighting, alert, carry_pose, is_due, note_look
from coach.motion.poses.pose import Pose
from coach.vision.pose_detector import PoseDetector

# A picture is compared by this many points each way, and is another scene where they differ by so
# many grey levels on average: a person moving changes 1 to 8, a cut 30 and more.
POINTS = 24
SCENE = 18.0


class PacedDetector:
    """Wraps a detector for one stream, in order. every_frame: look at each picture after all."""

    def __init__(self, detector: PoseDetector, *, every_frame: bool = False) -> None:
        self._detector = detector
        self._every_frame = every_frame
        self._pace = LookSchedule()
        self._seen: npt.NDArray[np.int16] | None = None

    def look(self, rgb: Rgb, t: float, gap_s: float = 0.0) -> Sighting:
        """The pose in a (h, w, 3) picture at t seconds, looked for no sooner than gap_s seconds
        after the last look, also where every frame was asked for. Raises what the detector raises.
        """
        points = _points(rgb)
        changed = self._every_frame or self._differs(points)
        if changed:
            self._pace = alert(self._pace, t)
        if not is_due(self._pace, t, changed=changed, gap_s=gap_s):
            return Sighting(carry_pose(self._pace, t), fresh=False)
        self._seen = points
        pose = self._detector.detect(rgb, t)
        self._pace = note_look(self._pace, t, pose)
        return Sighting(pose, fresh=True)

    def carried(self, t: float) -> Pose | None:
        """The newest pose moved along to t seconds; also while `look` goes on in another thread."""
        return carry_pose(self._pace, t)

    def close(self) -> None:
        """Let go of the model."""
        self._detector.close()

    def _differs(self, points: npt.NDArray[np.int16]) -> bool:
        """Whether this is another scene than the one last looked at, also after a slow fade."""
        before = self._seen
        if before is None or before.shape != points.shape:
            return True
        return float(np.abs(points - before).mean()) > SCENE


def _points(rgb: Rgb) -> npt.NDArray[np.int16]:
    height, width = rgb.shape[:2]
    rows = slice(None, None, max(1, height // POINTS))
    columns = slice(None, None, max(1, width // POINTS))
    return rgb[rows, columns, 1].astype(np.int16)
