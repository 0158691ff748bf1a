"""Between the frames of a video connection and the pictures that are looked at and drawn on.

Cameras, browsers and encoders keep colour for two by two pixels (yuv420p); networks want RGB. Both
ways are taken once a frame and on the calling thread: FFmpeg's scaler would start threads of its
own for every frame, which costs up to ten times what the conversion itself does.
"""

from __future__ import annotations

import threading
from typing import cast

import av
import cv2
import numpy as np
from av.video.reformatter import VideoReformatter

from coach.arrays import Rgb

# Every connection has a thread of its own, and what OpenCV does here takes a tenth of a
# millisecond: handing a part of it to another thread costs more, and on a busy machine waits.
cv2.setNumThreads(1)


class _OfThread(threading.local):
    """A scaler for each thread. A frame's own would crash the process where two threads want its
    picture at once: the one that looks at it, and the one that sends it back meanwhile."""

    def __init__(self) -> None:
        self.scaler = VideoReformatter()


_of_thread = _OfThread()


def to_picture(frame: av.VideoFrame) -> Rgb:
    """A frame as a writable, contiguous (height, width, 3) RGB picture. Several threads may ask for
    the same one."""
    rgb = _of_thread.scaler.reformat(frame, format="rgb24", threads=1)
    picture = cast(Rgb, rgb.to_ndarray())
    return np.ascontiguousarray(picture)  # FFmpeg pads the rows of some widths


def to_frame(rgb: Rgb) -> av.VideoFrame:
    """A (height, width, 3) RGB picture as the frame that a video encoder takes as it is.

    The frame has no time yet.
    """
    height, width = rgb.shape[:2]
    if height % 4 or width % 2:  # PyAV reads the height off the three planes in fours
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        return frame.reformat(format="yuv420p", threads=1)
    # OpenCV's conversion is FFmpeg's (BT.601, 16 to 235) within rounding, in a quarter of its time.
    yuv = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2YUV_I420), dtype=np.uint8)
    return av.VideoFrame.from_numpy_buffer(yuv, format="yuv420p")
