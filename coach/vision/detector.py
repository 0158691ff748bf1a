"""The people in the pictures of one stream, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType

import numpy as np

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose
from coach.texts import say
from coach.vision.mediapipe.landmarker import Landmarker, check_picture
from coach.vision.models import model_store
from coach.vision.visibility_caps import cap_visibility

# The networks see 224 x 224 and 256 x 256 pixels; a larger picture only costs time on the way.
MAX_SIDE = 960


class DetectorClosedError(RuntimeError):
    """The detector was used after `close`."""


class Detector:
    """The poses in the pictures of one stream, in order.

    Make one for each stream: it remembers where people were, and smooths one person over time. The
    network is loaded at the first picture (0.1 to 0.6 s; the model is fetched first if the store
    does not have it, so call `model_store.ensure` before, where progress can be shown). Calls from
    several threads are put in line.

    model: "lite", "full" or "heavy". people: how many are looked for at most; with more than one
    MediaPipe does not smooth. load: gives the bytes of a model by name. low_priority: let the
    program's other threads go first.
    """

    def __init__(
        self,
        model: str = model_store.DEFAULT,
        *,
        people: int = 1,
        load: Callable[[str], bytes] = model_store.load,
        low_priority: bool = False,
    ) -> None:
        self._model = model
        self._people = people
        self._load = load
        self._low_priority = low_priority
        self._lock = threading.Lock()
        self._landmarker: Landmarker | None = None
        self._closed = False
        self._last_ms = -1
        self._shift_ms = 0

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        """The pose of one person as in `detect_all`, or None where nobody is seen or believed."""
        return next(iter(self.detect_all(rgb, t)), None)

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        """Everybody in a picture at t seconds, in no particular order.

        rgb: (height, width, 3), left as it is. t may repeat, or go back as it does at each START.
        Raises ValueError on anything that is no such picture or time, DetectorClosedError after
        `close`, and ModelStoreError where the model cannot be had.
        """
        check_picture(rgb)
        if not np.isfinite(t):
            raise ValueError(say("detector.no_time", t=t))
        with self._lock:
            if self._closed:
                raise DetectorClosedError(say("detector.closed"))
            if self._landmarker is None:
                model = self._load(self._model)
                self._landmarker = Landmarker(
                    model, people=self._people, stream=True, low_priority=self._low_priority
                )
            poses = self._landmarker.in_stream(rgb, t, self._rising_ms(t), MAX_SIDE)
        return tuple(cap_visibility(pose, self._model) for pose in poses)

    def close(self) -> None:
        """Free the network. May be called again, and waits for a detection in progress."""
        with self._lock:
            self._closed = True
            if self._landmarker is not None:
                self._landmarker.close()
            self._landmarker = None

    def __enter__(self) -> Detector:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _rising_ms(self, t: float) -> int:
        """t in whole milliseconds that always rise. When t goes back, all that follows is shifted,
        so that the steps between pictures, which MediaPipe's smoothing lives on, stay right."""
        ms = round(t * 1000) + self._shift_ms
        if ms <= self._last_ms:
            self._shift_ms += self._last_ms + 1 - ms
            ms = self._last_ms + 1
        self._last_ms = ms
        return ms
