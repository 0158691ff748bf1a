"""The common way of doing it, as tutorials and the best-known trainers do: one `process` in BGR,
with MediaPipe's own drawing. Written to be fair: as lean as that way is, nothing added. Like ours
it ends with a frame that a video encoder takes."""

from __future__ import annotations

from typing import Any

import av
import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import vision
from mediapipe.tasks.python.vision import drawing_styles, drawing_utils

from benchmarks.frame.alone import landmarker
from coach.arrays import Rgb
from coach.evaluation.live_frames import Frames
from coach.motion.poses.pose import Landmark

_LEG = (Landmark.LEFT_HIP, Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE)
_DOWN, _UP = 100.0, 150.0


class CommonWay:
    """Copies in BGR, a flip, two colour conversions, detection, drawing, the count as text."""

    def __init__(self, bundle: bytes, frames: Frames) -> None:
        self._frames = frames
        self._landmarker = landmarker(bundle)
        self._count, self._stage = 0, "up"

    def take(self, i: int, t: float) -> None:
        """One frame there and back."""
        image = self._frames[i].to_ndarray(format="bgr24")
        answer = av.VideoFrame.from_ndarray(self._process(image, t), format="bgr24")
        # What aiortc's encoders do with a frame that is not in their format.
        answer.reformat(format="yuv420p")

    def close(self) -> None:
        """Let go of the network."""
        self._landmarker.close()

    def _process(self, image: Any, t: float) -> Rgb:
        rgb = cv2.cvtColor(cv2.flip(image, 1), cv2.COLOR_BGR2RGB)
        result = self._landmarker.detect_for_video(
            mp.Image(image_format=mp.ImageFormat.SRGB, data=np.asarray(rgb, np.uint8)),
            round(t * 1000),
        )
        image = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
        if result.pose_landmarks:
            landmarks = result.pose_landmarks[0]
            self._judge(np.array([[landmarks[j].x, landmarks[j].y] for j in _LEG]))
            drawing_utils.draw_landmarks(
                image,
                landmarks,
                vision.PoseLandmarksConnections.POSE_LANDMARKS,
                drawing_styles.get_default_pose_landmarks_style(),
            )
        cv2.rectangle(image, (0, 0), (225, 73), (245, 117, 16), -1)
        for text, size, x, y in (
            ("REPS", 0.5, 15, 12),
            (str(self._count), 2.0, 10, 60),
            ("STAGE", 0.5, 65, 12),
            (self._stage, 2.0, 60, 60),
        ):
            font, white = cv2.FONT_HERSHEY_SIMPLEX, (255, 255, 255)
            cv2.putText(image, text, (x, y), font, size, white, 2, cv2.LINE_AA)
        return np.asarray(image, np.uint8)

    def _judge(self, leg: np.ndarray[Any, np.dtype[np.float64]]) -> None:
        (hip, knee, ankle) = leg
        turn = np.arctan2(*(ankle - knee)[::-1]) - np.arctan2(*(hip - knee)[::-1])
        degrees = abs(np.degrees(turn))
        degrees = 360 - degrees if degrees > 180 else degrees
        if degrees < _DOWN:
            self._stage = "down"
        elif degrees > _UP and self._stage == "down":
            self._stage, self._count = "up", self._count + 1
