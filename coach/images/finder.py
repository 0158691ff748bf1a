"""Finding people in pictures, a few pictures at a time, for anybody who asks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from typing import Protocol, TypeVar

from coach.arrays import Rgb
from coach.errors import CoachError
from coach.images.limits import ImageLimits
from coach.images.people import MeasuredPeople, found
from coach.images.reading import read_picture
from coach.motion.poses.pose import Pose
from coach.texts import say

T = TypeVar("T")


class PeopleFinder(Protocol):
    """What finds everybody in a picture, from any number of threads: still_pictures.Stills."""

    def find(self, rgb: Rgb) -> tuple[Pose, ...]:
        """Everybody in a (h, w, 3) uint8 picture, the largest first."""


class BusyError(CoachError):
    """As many pictures are waiting as may."""

    http_status = 429
    retry_s = 2


class Finder:
    """Reads pictures and finds the people in them, on threads of its own.

    stills: makes what finds people, by a model's name; called once for each model, not before its
    first picture. workers: pictures at a time; one less while somebody trains, who is not to feel
    it. waiting: pictures that may wait for them.
    """

    def __init__(
        self,
        stills: Callable[[str], PeopleFinder],
        *,
        workers: int,
        waiting: int = 32,
        limits: ImageLimits | None = None,
        somebody_trains: Callable[[], bool] = lambda: False,
    ) -> None:
        self.limits = limits or ImageLimits()
        self._make = stills
        self._most = workers + waiting
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="coach-image")
        self._lock = threading.Lock()
        self._few = threading.BoundedSemaphore(max(1, workers - 1))
        self._somebody_trains = somebody_trains
        self._stills: dict[str, PeopleFinder] = {}
        self._under_way = 0

    def submit(self, data: bytes, model: str, then: Callable[[MeasuredPeople], T]) -> Future[T]:
        """Begin to work on a file's bytes; `then` makes the answer out of what was found, on the
        same thread. Raises BusyError at once; the future, what `read_picture` and the model raise.
        """
        with self._lock:
            if self._under_way >= self._most:
                raise BusyError(say("image.busy"))
            self._under_way += 1
        future = self._pool.submit(self._answer, data, model, then)
        future.add_done_callback(self._done)
        return future

    def find(self, data: bytes, model: str) -> MeasuredPeople:
        """As submit, and wait for it."""
        return self.submit(data, model, lambda found: found).result()

    def close(self) -> None:
        """Finish what was begun, and begin nothing more."""
        self._pool.shutdown()

    def _answer(self, data: bytes, model: str, then: Callable[[MeasuredPeople], T]) -> T:
        with self._few if self._somebody_trains() else nullcontext():
            picture = read_picture(data, self.limits)
            with self._lock:
                stills = self._stills.get(model)
                if stills is None:
                    stills = self._stills[model] = self._make(model)
            return then(found(picture, model, stills.find(picture.rgb)))

    def _done(self, _: Future[T]) -> None:
        with self._lock:
            self._under_way -= 1
