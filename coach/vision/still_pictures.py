"""Everybody in pictures that belong to no stream: each by itself, nothing remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose
from coach.texts import say
from coach.vision.detector import DetectorClosedError
from coach.vision.mediapipe.landmarker import Landmarker, check_picture
from coach.vision.models import model_store

# A group fills the picture, and each one in it is cut out for the network with 256 x 256 pixels.
MAX_SIDE = 1920
MOST_PEOPLE = 10


class Stills:
    """Finds people from any number of threads: each call has a network of its own while it runs.

    Networks are made as they are needed (0.1 to 0.6 s), share the model's bytes, and are kept for
    the next call: there are as many as calls ran at once. model, load as in Detector;
    people: how many are looked for at most.
    """

    def __init__(
        self,
        model: str = model_store.DEFAULT,
        *,
        people: int = MOST_PEOPLE,
        load: Callable[[str], bytes] = model_store.load,
    ) -> None:
        self._model = model
        self._people = people
        self._load = load
        self._lock = threading.Lock()
        self._idle: list[Landmarker] = []
        self._closed = False

    def find(self, rgb: Rgb) -> tuple[Pose, ...]:
        """Everybody in a (height, width, 3) uint8 picture, the largest first, at 0 seconds.

        The picture is left as it is, and the same one always gives the same poses. Raises
        ValueError on what is no such picture, DetectorClosedError after `close`, ModelStoreError
        where the model cannot be had.
        """
        check_picture(rgb)
        with self._landmarker() as landmarker:
            poses = landmarker.in_still(rgb, MAX_SIDE)
        return tuple(sorted(poses, key=lambda pose: (-_area(pose), *pose.image[0].tolist())))

    def close(self) -> None:
        """Free the networks, those in use when their calls end. May be called again."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for landmarker in idle:
            landmarker.close()

    @contextmanager
    def _landmarker(self) -> Iterator[Landmarker]:
        with self._lock:
            if self._closed:
                raise DetectorClosedError(say("detector.closed"))
            landmarker = self._idle.pop() if self._idle else None
        if landmarker is None:
            landmarker = Landmarker(
                self._load(self._model), people=self._people, stream=False, low_priority=True
            )
        try:
            yield landmarker
        except BaseException:
            landmarker.close()
            raise
        if not self._kept(landmarker):
            landmarker.close()

    def _kept(self, landmarker: Landmarker) -> bool:
        with self._lock:
            if not self._closed:
                self._idle.append(landmarker)
            return not self._closed


def _area(pose: Pose) -> float:
    """Of the box around a person, in pixels."""
    return float(np.ptp(pose.pixels, axis=0).prod())
