"""What finds people in pictures in this process: one for the pages and the API beside them."""

from __future__ import annotations

import time

from coach.images.finder import Finder, PeopleFinder
from coach.images.limits import image_limits_from
from coach.live.process import FLEET
from coach.runtime.machine import whole_cores


def _stills(model: str) -> PeopleFinder:
    # Loading MediaPipe takes seconds, which nobody should wait for who gave no picture.
    from coach.vision import still_pictures as still

    return still.Stills(model)


def _somebody_trains() -> bool:
    return bool(FLEET.muster(time.monotonic()).loads)


FINDER = Finder(
    _stills,
    workers=whole_cores(),
    limits=image_limits_from(),
    somebody_trains=_somebody_trains,
)
