"""What finds people in pictures in this process: one for the pages and the API beside them."""

from __future__ import annotations

import os
import time

from coach.images.finder import Finder, Stills
from coach.images.limits import limits_from
from coach.live.process import FLEET


def _stills(model: str) -> Stills:
    # Loading MediaPipe takes seconds, which nobody should wait for who gave no picture.
    from coach.vision import still

    return still.Stills(model)


def _somebody_trains() -> bool:
    return bool(FLEET.muster(time.monotonic()).loads)


FINDER = Finder(
    _stills,
    workers=os.cpu_count() or 1,
    limits=limits_from(os.environ),
    somebody_trains=_somebody_trains,
)
