"""One frame there and back, for the live stream and for what measures it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import av

from coach.arrays import Rgb
from coach.live.session import Session
from coach.vision.pictures.frames import to_frame, to_picture

LOGGER = logging.getLogger(__name__)


def handle_frame(session: Session, frame: av.VideoFrame, received: int = 1) -> av.VideoFrame | None:
    """A frame, worked on; received: how many came since the last one, it included. None where the
    session leaves it out, or has given it back late.

    Never raises: an exception here would freeze the video without a word; a frame that cannot be
    read is returned as it came."""
    return _back(session, frame, received, session.frame)


def handle_late_frame(
    session: Session, frame: av.VideoFrame, received: int
) -> av.VideoFrame | None:
    """A frame that goes back before it was looked at, as `Session.late` has it. Never raises."""
    return _back(session, frame, received, session.late)


def _back(
    session: Session,
    frame: av.VideoFrame,
    received: int,
    work: Callable[[Rgb, float, int], Rgb | None],
) -> av.VideoFrame | None:
    try:
        t = time.monotonic() if frame.time is None else float(frame.time)
        if session.skips(t, received):
            return None
        picture = work(to_picture(frame), t, received)
        if picture is None:
            return None
        out = to_frame(picture)
    except Exception:
        LOGGER.exception("A frame could not be converted")
        return frame
    out.pts = frame.pts
    out.time_base = frame.time_base
    return out
