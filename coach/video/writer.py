"""Annotated pictures into an H.264 MP4 that browsers and phones play."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import av.codec.codec
import av.error
import av.video.reformatter
import numpy as np
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from av.video.stream import VideoStream

from coach.arrays import Rgb
from coach.files.atomic import replacing
from coach.files.errors import OutputError
from coach.texts import say
from coach.video.sound import Sound

# MPEG's usual clock: every common frame rate falls on it, and uneven times keep 11 microseconds.
TICKS_PER_SECOND = 90_000

# Visually clean at a rate that keeps ahead of the landmark network on one core. So many threads on
# every machine: the bytes depend on how many there are.
ENCODER = {"preset": "veryfast", "crf": "21", "threads": "3"}

# FFmpeg's number for BT.709 as a colour space, as primaries and as a transfer curve alike. PyAV's
# `Colorspace` numbers those of the scaler, which are others.
BT709 = 1


class VideoWriter:
    """One MP4 in the making; `writing` gives it and finishes it."""

    def __init__(self, container: OutputContainer, path: Path, sound: Sound | None) -> None:
        self._container = container
        self._path = path
        self._sound = sound
        self._stream: VideoStream | None = None
        self._shape: tuple[int, ...] = ()
        self._last_tick = -1
        self._reformatter = av.video.reformatter.VideoReformatter()

    def write(self, t: float, rgb: Rgb) -> None:
        """Append a (h, w, 3) uint8 picture shown from t seconds on.

        All pictures have the first one's size; an odd row or column is repeated, since H.264
        stores colour for two by two pixels. Raises ValueError on another size, OutputError when
        the disk is full.
        """
        if self._stream is None:
            self._shape = rgb.shape
            self._stream = self._add_stream(rgb)
        if rgb.shape != self._shape:
            raise ValueError(f"A picture of shape {rgb.shape} cannot follow {self._shape}.")
        height, width = rgb.shape[:2]
        if height % 2 or width % 2:
            rgb = np.pad(rgb, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        frame = self._reformatter.reformat(
            VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24"),
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            threads=1,
        )
        self._last_tick = max(round(t * TICKS_PER_SECOND), self._last_tick + 1)
        frame.pts = self._last_tick
        frame.time_base = Fraction(1, TICKS_PER_SECOND)
        self._mux(self._stream, frame)
        if self._sound is not None:
            self._sound.until(t)

    def finish(self) -> None:
        """Write what the encoder still holds, and the index.

        Raises OutputError when there was no picture.
        """
        if self._stream is None:
            raise OutputError(say("file.nothing_to_write", file=self._path))
        self._mux(self._stream, None)
        self._container.close()

    def _add_stream(self, rgb: Rgb) -> VideoStream:
        try:
            stream = self._container.add_stream("libx264", rate=30, options=ENCODER)
        except av.codec.codec.UnknownCodecError as error:
            raise OutputError(say("file.no_encoder", file=self._path)) from error
        height, width = rgb.shape[:2]
        stream.width = width + width % 2
        stream.height = height + height % 2
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, TICKS_PER_SECOND)
        context = stream.codec_context
        context.time_base = Fraction(1, TICKS_PER_SECOND)
        context.colorspace = BT709
        context.color_range = ColorRange.MPEG
        context.color_primaries = BT709
        context.color_trc = BT709
        if self._sound is not None:
            self._sound.begin(self._container)
        return stream

    def _mux(self, stream: VideoStream, frame: VideoFrame | None) -> None:
        for packet in stream.encode(frame):
            self._container.mux(packet)


@contextmanager
def writing(path: Path, sound: Sound | None = None) -> Iterator[VideoWriter]:
    """A writer whose file appears at `path` when the block ends well, with this sound.

    After an exception nothing is left of it. The index stands at the file's beginning, so that a
    browser plays it while it loads. Raises OutputError when it cannot be written.
    """
    with replacing(path) as temporary:
        # "file:" keeps a name with a colon in it from being read as an address.
        container = av.open(
            f"file:{temporary}", mode="w", format="mp4", options={"movflags": "+faststart"}
        )
        writer = VideoWriter(container, path, sound)
        try:
            yield writer
            writer.finish()
        finally:
            container.close()
