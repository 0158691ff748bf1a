"""The frames of a clip as the live stream gets them, decoded and scaled before the timing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import av
import av.error

from coach.files.errors import VideoError
from coach.texts import say
from coach.video.opening import open_container, open_file, video_stream

Frames = tuple[av.VideoFrame, ...]


def read_frames(path: Path, side: int, seconds: float) -> Frames:
    """The first `seconds` of a clip as yuv420p frames, their shorter side `side` pixels long.

    Raises VideoError where there is no such clip or no picture in it.
    """
    frames: list[av.VideoFrame] = []
    with open_file(path) as file, open_container(file, path) as container:
        stream = video_stream(container, path)
        stream.thread_type = "AUTO"
        # A clip that ends in rubbish is as good as its beginning.
        with suppress(av.error.FFmpegError):
            for frame in container.decode(stream):
                frames.append(_scaled(frame, side))
                if frames[-1].time is None or frames[-1].time - (frames[0].time or 0) >= seconds:
                    break
    if not frames:
        raise VideoError(say("file.no_pictures", file=path))
    return tuple(frames)


def _scaled(frame: av.VideoFrame, side: int) -> av.VideoFrame:
    scale = side / min(frame.width, frame.height)
    # Colour is stored for two by two pixels.
    width, height = (2 * round(length * scale / 2) for length in (frame.width, frame.height))
    scaled = frame.reformat(width=width, height=height, format="yuv420p", threads=1)
    scaled.pts, scaled.time_base = frame.pts, frame.time_base
    return scaled
