"""From a picture to a pose: MediaPipe's PoseLandmarker, and nothing else of MediaPipe."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from types import TracebackType
from typing import Any

import cv2
import mediapipe as mp
import numpy as np
import numpy.typing as npt
from mediapipe.tasks.python import BaseOptions, vision

from coach.motion.pose import Pose, PoseError
from coach.texts import say
from coach.vision import model_store
from coach.vision.quiet import quiet_start

Picture = npt.NDArray[np.uint8]

# The networks see 224 x 224 and 256 x 256 pixels; a larger picture only costs time on the way.
MAX_SIDE = 960
# Landmarks outside the picture are guessed by the network; this far out, in pictures, they are not
# of a person in view. And a person is never smaller than this part of the picture.
_FARTHEST, _SMALLEST = 3.0, 0.02


class DetectorClosedError(RuntimeError):
    """The detector was used after `close`."""


class Detector:
    """One person's pose in the pictures of one stream, in order.

    Make one for each stream: it remembers where the person was and smooths over time. The network
    is loaded at the first picture (0.1 to 0.6 s; the model is fetched first if the store does not
    have it, so call `model_store.ensure` before, where progress can be shown). Calls from several
    threads are put in line.

    model: "lite", "full" or "heavy". load: gives the bytes of a model by name. quiet: keep what
    MediaPipe writes to the standard error stream while it starts from a person's terminal.
    """

    def __init__(
        self,
        model: str = model_store.DEFAULT,
        *,
        load: Callable[[str], bytes] = model_store.load,
        quiet: bool = False,
    ) -> None:
        self._model = model
        self._load = load
        self._quiet = quiet
        self._lock = threading.Lock()
        self._landmarker: Any = None
        self._release: Callable[[], object] = lambda: None
        self._closed = False
        self._last_ms = -1
        self._shift_ms = 0

    def detect(self, rgb: Picture, t: float) -> Pose | None:
        """The pose in a picture at t seconds, or None where no person is seen or believed.

        rgb: (height, width, 3), left as it is. t may repeat, or go back as it does at each START.
        Raises ValueError on anything that is no such picture or time, DetectorClosedError after
        `close`, and ModelStoreError where the model cannot be had.
        """
        if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or not rgb.size:
            raise ValueError(say("detector.no_picture", shape=rgb.shape, dtype=rgb.dtype))
        if not np.isfinite(t):
            raise ValueError(say("detector.no_time", t=t))
        with self._lock:
            if self._closed:
                raise DetectorClosedError(say("detector.closed"))
            image = mp.Image(image_format=mp.ImageFormat.SRGB, data=_shrunk(rgb))
            with quiet_start(self._quiet and self._landmarker is None):
                if self._landmarker is None:
                    self._landmarker = self._start()
                result = self._landmarker.detect_for_video(image, self._rising_ms(t))
        return _pose(result, t, (rgb.shape[1], rgb.shape[0]))

    def close(self) -> None:
        """Free the network. May be called again, and waits for a detection in progress."""
        with self._lock:
            self._closed = True
            self._landmarker = None
            self._release()

    def __enter__(self) -> Detector:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> Any:
        options = vision.PoseLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=self._load(self._model)),
            running_mode=vision.RunningMode.VIDEO,
            num_poses=1,
        )
        landmarker = vision.PoseLandmarker.create_from_options(options)
        # A landmarker that is still open when the interpreter ends raises in its own __del__.
        self._release = weakref.finalize(self, landmarker.close)
        return landmarker

    def _rising_ms(self, t: float) -> int:
        """t in whole milliseconds that always rise. When t goes back, all that follows is shifted,
        so that the steps between pictures, which MediaPipe's smoothing lives on, stay right."""
        ms = round(t * 1000) + self._shift_ms
        if ms <= self._last_ms:
            self._shift_ms += self._last_ms + 1 - ms
            ms = self._last_ms + 1
        self._last_ms = ms
        return ms


def _shrunk(rgb: Picture) -> Picture:
    height, width = rgb.shape[:2]
    scale = MAX_SIDE / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(rgb)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    # Down to a half every pixel has its say in the quick way too; averaging areas takes 4 ms more.
    way = cv2.INTER_LINEAR if scale >= 0.5 else cv2.INTER_AREA
    return np.asarray(cv2.resize(rgb, size, interpolation=way), dtype=np.uint8)


def _pose(result: Any, t: float, size: tuple[int, int]) -> Pose | None:
    if not result.pose_landmarks:
        return None
    landmarks = result.pose_landmarks[0]
    seen = np.array([(p.x, p.y, p.z, p.visibility) for p in landmarks])
    world = np.array([(p.x, p.y, p.z) for p in result.pose_world_landmarks[0]])
    try:
        pose = Pose.from_arrays(t, seen[:, :3], world, seen[:, 3].clip(0.0, 1.0), size)
    except PoseError:
        return None
    places = pose.image[:, :2]
    too_far = (np.abs(places - 0.5) > _FARTHEST).any()
    too_small = np.ptp(places, axis=0).max() < _SMALLEST
    return None if too_far or too_small else pose
