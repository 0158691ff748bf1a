"""A clip as a peer sends it: marked, and compressed once for all, so that peers cost little."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from aiortc import RTCRtpCodecParameters
from aiortc.codecs import get_encoder

from benchmarks.live.mark import NARROWEST, NUMBERS, Luma, draw_mark
from coach.compat.aiortc_vp8_encoder import encode_lightly
from coach.evaluation.live_frames import read_frames

FPS = 30
BIT_RATE = 1_500_000
"""Bits a second: what a browser gives a picture of 640 x 360 on a good line."""
KEY_EVERY = 2 * FPS
LONGEST_S = NUMBERS / FPS

SIDE = 360
"""The shorter side in pixels, as the page asks cameras for it."""

_VP8 = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)


class NarrowClipError(ValueError):
    """The picture is too narrow for the mark."""


@dataclass(frozen=True)
class MarkedClip:
    """A clip with a mark in each picture."""

    packets: tuple[bytes, ...]
    """One VP8 picture each, FPS a second, the number of each in its mark."""
    size: tuple[int, int]
    """Width and height."""
    decode_s: float
    encode_s: float
    """Processor seconds that a picture takes by the server's codecs."""


def marked_clip(path: Path, seconds: float) -> MarkedClip:
    """The first seconds of a clip, ready to be sent. Raises VideoError where it cannot be read, and
    NarrowClipError."""
    frames = read_frames(path, SIDE, min(seconds, LONGEST_S))
    size = frames[0].width, frames[0].height
    if size[0] < NARROWEST:
        raise NarrowClipError(str(path))
    pictures = list(_marked(frames))
    packets = _compressed(pictures, size)
    return MarkedClip(packets, size, _decoding(packets), _encoding(pictures[: 4 * FPS]))


def _marked(frames: Sequence[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """Evenly spaced frames, each with its number; a frame is repeated or left out where the clip
    has another rate."""
    times = np.array([frame.time or 0.0 for frame in frames])
    count = min(NUMBERS, int((times[-1] - times[0]) * FPS) + 1)
    for number in range(count):
        near = int(np.searchsorted(times, times[0] + number / FPS + 1e-6)) - 1
        planes = cast(Luma, frames[max(0, near)].to_ndarray(format="yuv420p"))
        luma = planes[: frames[0].height]
        draw_mark(luma, number)
        picture = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        picture.pts, picture.time_base = number, Fraction(1, FPS)
        yield picture


def _compressed(pictures: Sequence[av.VideoFrame], size: tuple[int, int]) -> tuple[bytes, ...]:
    codec = av.VideoCodecContext.create("libvpx", "w")
    codec.width, codec.height = size
    codec.pix_fmt = "yuv420p"
    codec.time_base = Fraction(1, FPS)
    codec.bit_rate = BIT_RATE
    codec.gop_size = KEY_EVERY
    codec.options = {"deadline": "realtime", "cpu-used": "-6", "lag-in-frames": "0"}
    packets = [packet for picture in [*pictures, None] for packet in codec.encode(picture)]
    return tuple(bytes(packet) for packet in packets)


def _decoding(packets: Sequence[bytes]) -> float:
    codec = av.CodecContext.create("libvpx", "r")
    began = time.process_time()
    for packet in packets:
        codec.decode(av.Packet(packet))
    return (time.process_time() - began) / len(packets)


def _encoding(pictures: Sequence[av.VideoFrame]) -> float:
    encode_lightly()
    encoder = get_encoder(_VP8)
    began = time.process_time()
    for picture in pictures:
        encoder.encode(picture)
    return (time.process_time() - began) / len(pictures)
