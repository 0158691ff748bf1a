"""MediaPipe's PoseLandmarker, and nothing else of MediaPipe: from a picture to the people in it."""

from __future__ import annotations

from functools import partial
from typing import Any

import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import vision

from coach.arrays import Rgb
from coach.compat.mediapipe_reports import stay_offline
from coach.motion.poses.pose import Pose, PoseError
from coach.runtime.low_priority import at_low_priority
from coach.texts import say
from coach.vision.mediapipe.closing import close, register
from coach.vision.mediapipe.shared_model import base_options

# Landmarks outside the picture are guessed by the network; this far out, in pictures, they are not
# of a person in view. And a person is never smaller than this part of the picture.
_FARTHEST, _SMALLEST = 3.0, 0.02


class Landmarker:
    """One network, for one thread at a time: two at once fail in half of the calls.

    Making one takes 0.1 to 0.6 s. Of a stream (`stream`) it remembers where everybody was, and with
    people=1 it smooths over time; stills it sees each by itself. low_priority: its threads let the
    program's others go first.
    """

    def __init__(
        self, model: bytes, *, people: int, stream: bool, low_priority: bool = False
    ) -> None:
        stay_offline()
        mode = vision.RunningMode.VIDEO if stream else vision.RunningMode.IMAGE
        options = vision.PoseLandmarkerOptions(
            base_options=base_options(model), running_mode=mode, num_poses=people
        )
        make = partial(vision.PoseLandmarker.create_from_options, options)
        self._landmarker: Any = at_low_priority(make) if low_priority else make()
        register(self, self._landmarker)

    def in_stream(self, rgb: Rgb, t: float, ms: int, longest_side: int) -> tuple[Pose, ...]:
        """Everybody in a picture at t seconds; ms, whole milliseconds, must rise."""
        image = _image(rgb, longest_side)
        return _poses(self._landmarker.detect_for_video(image, ms), t, rgb)

    def in_still(self, rgb: Rgb, longest_side: int) -> tuple[Pose, ...]:
        """Everybody in a picture that belongs to no stream, at 0 seconds."""
        return _poses(self._landmarker.detect(_image(rgb, longest_side)), 0.0, rgb)

    def close(self) -> None:
        """Free the network. May be called again."""
        close(self._landmarker)


def check_picture(rgb: Rgb) -> None:
    """Raises ValueError on anything that is no (height, width, 3) uint8 picture."""
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or not rgb.size:
        raise ValueError(say("detector.no_picture", shape=rgb.shape, dtype=rgb.dtype))


def _image(rgb: Rgb, longest_side: int) -> Any:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=_shrunk(rgb, longest_side))


def _shrunk(rgb: Rgb, longest_side: int) -> Rgb:
    height, width = rgb.shape[:2]
    scale = longest_side / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(rgb)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    # Down to a half every pixel has its say in the quick way too; averaging areas takes longer.
    way = cv2.INTER_LINEAR if scale >= 0.5 else cv2.INTER_AREA
    return np.asarray(cv2.resize(rgb, size, interpolation=way), dtype=np.uint8)


def _poses(result: Any, t: float, rgb: Rgb) -> tuple[Pose, ...]:
    size = (rgb.shape[1], rgb.shape[0])
    pairs = zip(result.pose_landmarks, result.pose_world_landmarks, strict=True)
    found = (_pose(landmarks, world, t, size) for landmarks, world in pairs)
    return tuple(pose for pose in found if pose is not None)


def _pose(landmarks: Any, world: Any, t: float, size: tuple[int, int]) -> Pose | None:
    """What was seen, or None where it is not to be believed."""
    seen = np.array([(p.x, p.y, p.z, p.visibility) for p in landmarks])
    metres = np.array([(p.x, p.y, p.z) for p in world])
    try:
        pose = Pose.from_arrays(t, seen[:, :3], metres, seen[:, 3].clip(0.0, 1.0), size)
    except PoseError:
        return None
    places = pose.image[:, :2]
    too_far = (np.abs(places - 0.5) > _FARTHEST).any()
    too_small = np.ptp(places, axis=0).max() < _SMALLEST
    return None if too_far or too_small else pose
