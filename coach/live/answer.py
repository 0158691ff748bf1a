"""One frame there and back, for whoever has a connection: the live stream, and the measurement."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

import av

from coach.live.session import Session
from coach.vision.frames import to_frame, to_picture

LOGGER = logging.getLogger(__name__)


def answer(session: Session, frames: Sequence[av.VideoFrame]) -> av.VideoFrame:
    """The newest frame, worked on. Never raises: an exception here would freeze the video without a
    word; a frame that cannot be read is returned as it came."""
    frame = frames[-1]
    try:
        t = time.monotonic() if frame.time is None else float(frame.time)
        picture, received = to_picture(frame), len(frames)
        # Until a first answer is there, streamlit-webrtc sends every picture back as it came.
        known = session.streaming
        out = to_frame(
            session.frame(picture, t, received) if known else session.greet(picture, received)
        )
    except Exception:
        LOGGER.exception("A frame could not be converted")
        return frame
    out.pts = frame.pts
    out.time_base = frame.time_base
    return out
