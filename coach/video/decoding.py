"""A video file as pictures in order of time: opened with distrust, decoded one frame at a time."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import cast

import av
import av.error
import av.video.reformatter
import numpy as np
from av.container import InputContainer
from av.sidedata.sidedata import SideData
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from coach.arrays import Rgb
from coach.files.errors import VideoError
from coach.texts import say, say_count
from coach.video.clock import PresentationClock
from coach.video.limits import MB, VideoLimits
from coach.video.opening import open_container, open_file, video_stream
from coach.video.orientation import Orientation

# Between these a pixel wider than high (or the reverse) is a shape; nearer to 1 it is rounding in
# the file, farther away nonsense.
PIXEL_SHAPES = (0.02, 1.0)

USUAL_FPS = 30.0
SLOWEST_FPS, FASTEST_FPS = 1.0, 240.0
"""Between these what a file says of its pictures a second is believed."""

SPARSEST_S = 2.0
"""Seconds between pictures, on average, beyond which no movement is seen."""

DECODER_THREADS = 4


class VideoReader:
    """The pictures of one video file: iterate once for (seconds, (h, w, 3) uint8 RGB) pairs.

    Seconds start at 0, rise strictly and follow the file's own time stamps. Pictures stand upright
    (rotation metadata), have square pixels and the size of the first one; transparent parts are
    black; each array is writable and belongs to the caller. One picture is held at a time.

    Use it in a `with` block. Attributes: `size`, (width, height) of the pictures; `duration_s` and
    `frame_count`, what the file says of itself (None where it does not, and not always true);
    `origin_s`, the file's own time of the first picture;
    `warnings`, sentences on what could not be read, complete once iteration has ended.
    """

    def __init__(
        self,
        path: Path,
        *,
        limits: VideoLimits | None = None,
        longest_side: int | None = None,
        turned: int = 0,
    ) -> None:
        """Open `path` and decode its first picture.

        longest_side: larger pictures are scaled down to it, in pixels. turned: so many quarters
        clockwise beyond what the metadata says, where that is known to be wrong. Raises VideoError
        when the file is missing, is no video, holds no picture that decodes or lies outside the
        limits.
        """
        self.path = path
        self.warnings: list[str] = []
        self._limits = limits or VideoLimits()
        self._file = open_file(path)
        try:
            self._check_size(os.fstat(self._file.fileno()).st_size)
            self._container = open_container(self._file, path)
            try:
                self._start(longest_side, turned)
            except BaseException:
                self._container.close()
                raise
        except BaseException:
            self._file.close()
            raise

    def _start(self, longest_side: int | None, turned: int) -> None:
        stream = self._stream = video_stream(self._container, self.path)
        context = stream.codec_context
        self._check_pixels(context.width, context.height)
        # Also holds for pictures that grow in mid-stream, before memory is taken for them.
        context.options = {"max_pixels": str(self._limits.pixels)}
        stream.thread_type = "AUTO"
        # Each thread keeps pictures of its own: memory must not grow with the machine's cores.
        context.thread_count = min(DECODER_THREADS, os.cpu_count() or 1)
        self.duration_s = _duration(self._container, stream)
        self.frame_count = stream.frames or _guessed_frames(self.duration_s, stream)
        if self.duration_s is not None:
            self._check_seconds(self.duration_s, stream.frames)
        self._usual_step = 1 / _usual_fps(stream)
        self._clock = PresentationClock(self._usual_step)
        self._broken_packets = 0
        self._counts = "avi" in self._container.format.name.split(",")
        self._frames = self._decoded()
        first = next(self._frames, None)
        if first is None:
            raise VideoError(say("file.no_pictures", file=self.path))
        self._first: VideoFrame | None = first
        # AVI has no stamps of its own; pictures and sound begin together.
        self.origin_s = 0.0 if self._counts else first.time or 0.0
        told = Orientation.from_display_matrix(_display_matrix(first))
        self._orientation = told.turned(turned)
        self._decoded_size = _square_size(first, stream, longest_side)
        width, height = self._decoded_size
        self.size = (height, width) if self._orientation.transpose else (width, height)
        self._reformatter = av.video.reformatter.VideoReformatter()

    def __enter__(self) -> VideoReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        self._frames.close()
        self._container.close()
        self._file.close()

    def skip(self, seconds: float) -> bool:
        """Before iterating: begin at the last key picture at or before so many seconds.

        False where the file does not let itself be wound on; the reader is then of no more use.
        """
        origin = None if self._first is None else self._stamp(self._first)
        if origin is None or self._stream.time_base is None:
            return False
        self._frames.close()
        try:
            self._container.seek(
                int((seconds + origin) / self._stream.time_base), stream=self._stream
            )
        except (av.error.FFmpegError, OSError, OverflowError):
            return False
        self._frames = self._decoded()
        first = self._first = next(self._frames, None)
        stamp = None if first is None else self._stamp(first)
        if stamp is None or stamp - origin > seconds:
            return False
        self._clock.begin(origin)
        return True

    def __iter__(self) -> Iterator[tuple[float, Rgb]]:
        """The pictures from the first to the last; a second iteration yields nothing.

        Raises VideoError when the video turns out to be longer than the limit.
        """
        t, count = 0.0, 0
        while self._first is not None:
            frame, self._first = self._first, None
            t = self._clock.seconds(self._stamp(frame))
            count += 1
            self._check_seconds(t, count)
            yield t, self._picture(frame)
            del frame
            self._first = next(self._frames, None)
        self._note_what_is_missing(t)
        self._note_times(t, count)

    def _decoded(self) -> Generator[VideoFrame, None, None]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
            except (av.error.FFmpegError, OSError):
                # The container itself ends in rubbish: no packet can follow.
                self._broken_packets += 1
                return
            if packet is None:
                return
            try:
                yield from packet.decode()
            except av.error.FFmpegError:
                self._broken_packets += 1

    def _stamp(self, frame: VideoFrame) -> float | None:
        """The file's own time of a picture (seconds)."""
        if self._counts and frame.dts is not None and frame.time_base is not None:
            # They are only counted there as they come, not in the order that they are shown in.
            return float(frame.dts * frame.time_base)
        return frame.time

    def _picture(self, frame: VideoFrame) -> Rgb:
        width, height = self._decoded_size
        transparent = any(part.is_alpha for part in frame.format.components)
        # One thread: starting swscale's own for every picture costs more than they save.
        try:
            picture = self._reformatter.reformat(
                frame,
                width=width,
                height=height,
                format="rgba" if transparent else "rgb24",
                threads=1,
            ).to_ndarray()
        except av.error.FFmpegError as error:
            raise VideoError(say("file.unknown_codec", file=self.path)) from error
        pixels = cast(Rgb, picture)
        if transparent:
            alpha = pixels[:, :, 3:].astype(np.uint16)
            pixels = (pixels[:, :, :3] * alpha // 255).astype(np.uint8)
        return self._orientation.apply(pixels)

    def _note_what_is_missing(self, last_t: float) -> None:
        end = last_t + self._usual_step
        # Sound may outlast the pictures by a little, hence the margin.
        if self.duration_s is not None and self.duration_s - end > max(1.0, 0.1 * self.duration_s):
            self.warnings.append(
                say("file.cut_off", file=self.path, end_s=end, duration_s=self.duration_s)
            )
        elif self._broken_packets:
            broken = self._broken_packets
            self.warnings.append(say_count("file.damaged", broken, file=self.path, end_s=end))

    def _note_times(self, last_t: float, count: int) -> None:
        if count > 1 and not self._clock.told:
            fps = 1 / self._usual_step
            self.warnings.append(say("file.no_times", file=self.path, fps=fps))
        elif _is_sparse(last_t, count):
            self.warnings.append(say("file.sparse", file=self.path, step=last_t / (count - 1)))

    def _check_size(self, size: int) -> None:
        if size > self._limits.size:
            raise VideoError(
                say(
                    "file.too_large",
                    file=self.path,
                    megabytes=size / MB,
                    limit=self._limits.size / MB,
                )
            )

    def _check_pixels(self, width: int, height: int) -> None:
        if width * height > self._limits.pixels:
            raise VideoError(
                say(
                    "file.too_many_pixels",
                    file=self.path,
                    width=width,
                    height=height,
                    limit=self._limits.pixels / 1e6,
                )
            )

    def _check_seconds(self, seconds: float, count: int) -> None:
        """count: of pictures in that time; 0 where that is not known."""
        # Who cuts at the limit gets a picture more, or some sound.
        if seconds > 1.001 * self._limits.seconds:
            if _is_sparse(seconds, count):
                step = seconds / (count - 1)
                raise VideoError(say("file.sparse", file=self.path, step=step))
            raise VideoError(
                say("file.too_long", file=self.path, minutes=self._limits.seconds / 60)
            )


def _duration(container: InputContainer, stream: VideoStream) -> float | None:
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    if container.duration and container.duration > 0:
        return container.duration / av.time_base
    return None


def _is_sparse(seconds: float, count: int) -> bool:
    return count > 1 and seconds > SPARSEST_S * (count - 1)


def _usual_fps(stream: VideoStream) -> float:
    fps = float(stream.average_rate or USUAL_FPS)
    return fps if SLOWEST_FPS <= fps <= FASTEST_FPS else USUAL_FPS


def _guessed_frames(duration_s: float | None, stream: VideoStream) -> int | None:
    """WebM and MKV do not say how many there are."""
    if duration_s is None or not stream.average_rate:
        return None
    return round(duration_s * float(stream.average_rate)) or None


def _display_matrix(frame: VideoFrame) -> bytes:
    data = frame.side_data.get("DISPLAYMATRIX")
    return b"" if data is None else bytes(cast(SideData, data))


def _square_size(
    frame: VideoFrame, stream: VideoStream, longest_side: int | None
) -> tuple[int, int]:
    """Width and height with square pixels: skewed ones would skew every angle."""
    width, height = float(frame.width), float(frame.height)
    shape = float(stream.sample_aspect_ratio or 1)
    low, high = PIXEL_SHAPES
    if shape > 0 and low < abs(shape - 1) <= high:
        width *= max(1.0, shape)
        height /= min(1.0, shape)
    if longest_side is not None:
        scale = min(1.0, longest_side / max(width, height))
        width, height = width * scale, height * scale
    return max(1, round(width)), max(1, round(height))
