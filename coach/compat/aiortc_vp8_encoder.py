"""aiortc's VP8 encoder is set for a camera's raw picture, and spends time on taking out its noise.

What goes back here was a camera's picture, compressed once already, and has sharp lines on it now:
there is no noise left, and what goes are the lines. aiortc has no setting for it (aiortc/codecs/
vpx.py, `Vp8Encoder.encode`; aiortc/codecs/__init__.py, `get_encoder`). Seen with aiortc 1.14 to
1.16. Without the noise filter and with a shorter search for the smallest code a frame takes 0.5 to
0.7 of aiortc's time. The picture is as good: over four clips of people with the skeleton on them
(brightness, 150 frames each) it is 0.6 dB nearer to what was sent where the line carries 1.5 Mbit/s
and takes 0.5 to 0.95 of the bytes, and 0.6 dB less near at 0.5 Mbit/s.

`encode_lightly` puts an encoder of ours in its place, after both encoded a few small frames. Where
ours gives less, or anything of it is no longer there, aiortc's stays: video costs more of the
processor, and one line in the log says why.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import av
import numpy as np
import numpy.typing as npt
from av.video.codeccontext import VideoCodecContext

if TYPE_CHECKING:
    from aiortc.codecs.vpx import Vp8Encoder

LOGGER = logging.getLogger(__name__)

KEY_EVERY = 3000
"""Frames at most between two complete ones; a receiver that lost something asks for one."""
BEST, WORST = 14, 56
"""VP8's quantizers. aiortc's best is 2, which fills the line with what nobody sees, and each packet
takes Python's time."""
LESS, MORE = 0.9, 1.35
"""Shares of the bit rate it was made for between which an encoder is kept. A new one begins with a
complete frame and takes its memory anew: aiortc's, kept up to 1.1, is made eleven times in a
connection's first half minute, while the line is found to carry ever more, and this one four."""

_NAME = "Vp8Encoder"
_ANOTHER = "connections take another one"

_once = Lock()


def encode_lightly() -> None:
    """Let the connections that begin from now on send VP8 this way."""
    with _once:
        _encode_lightly()


@cache
def light_vp8_encoder() -> type[Vp8Encoder]:
    """aiortc's, with a codec of our own settings. Raises ImportError or AttributeError where aiortc
    has none such."""
    from aiortc.codecs import vpx

    class LightVp8Encoder(vpx.Vp8Encoder):
        """Makes a codec before aiortc does."""

        def __init__(self) -> None:
            super().__init__()
            self._made_for = 0

        def encode(
            self, frame: av.frame.Frame, force_keyframe: bool = False
        ) -> tuple[list[bytes], int]:
            """The frame's packets and its time stamp; frame: a video frame."""
            assert isinstance(frame, av.VideoFrame)
            codec = self.codec
            if (
                codec is None
                or (codec.width, codec.height) != (frame.width, frame.height)
                or not LESS <= self.target_bitrate / self._made_for <= MORE
            ):
                self._made_for = self.target_bitrate
                self.codec = codec = _codec(frame.width, frame.height, self._made_for)
            # Else aiortc would take the codec for one that is to be made anew, by its own settings.
            codec.bit_rate = self.target_bitrate
            return super().encode(frame, force_keyframe)

    return LightVp8Encoder


def _codec(width: int, height: int, bit_rate: int) -> VideoCodecContext:
    codec = av.CodecContext.create("libvpx", "w")
    codec.width, codec.height = width, height
    codec.bit_rate = bit_rate
    codec.pix_fmt = "yuv420p"
    codec.gop_size = KEY_EVERY
    codec.qmin, codec.qmax = BEST, WORST
    codec.thread_count = 1
    codec.options = {
        "deadline": "realtime",
        "lag-in-frames": "0",
        "cpu-used": "-12",
        "noise-sensitivity": "0",
        "static-thresh": "1",
        # Equal rates make it a constant one; FFmpeg counts the buffer in bits of it.
        "minrate": str(bit_rate),
        "maxrate": str(bit_rate),
        "bufsize": str(bit_rate),
        "undershoot-pct": "100",
        "overshoot-pct": "15",
    }
    return codec


@cache
def _encode_lightly() -> None:
    try:
        from aiortc import RTCRtpCodecParameters, codecs
        from aiortc.codecs import vpx

        ours, theirs = light_vp8_encoder(), vpx.Vp8Encoder
        in_use = getattr(codecs, _NAME) is theirs
        wrong = shortcoming(ours, theirs) if in_use else _ANOTHER
        if not wrong:
            setattr(codecs, _NAME, ours)
            vp8 = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)
            if not isinstance(codecs.get_encoder(vp8), ours):
                setattr(codecs, _NAME, theirs)
                wrong = _ANOTHER
    except Exception as error:  # noqa: BLE001 - whatever it is, aiortc's own works
        wrong = repr(error)
    if wrong:
        LOGGER.warning("aiortc's own VP8 encoder stays, video costs more time: %s", wrong)


_WIDTH, _HEIGHT = 96, 64
_COUNT = 9
_KEY_AT, _LESS_AT = 3, 6
"""In which of the frames that are tried a complete one is asked for, and a lower bit rate."""
_RATE, _LOWER_RATE = 1_000_000, 400_000
_CLEAR_DB = 40.0
"""Likeness (peak signal to noise ratio of the brightness) from which on nobody sees a difference.
A picture that is less like has to be as like as aiortc's."""
_AS_GOOD_DB = 1.0


@dataclass(frozen=True)
class _Stream:
    """One encoder's stream."""

    likeness: tuple[float, ...]
    """Of what was decoded to what was sent, in dB, frame by frame."""
    keys: tuple[int, ...]
    """Which of the frames are complete."""
    stamps: tuple[int, ...]
    """Time stamps."""
    rate: int
    """The bit rate at the end, in bits a second."""


def shortcoming(ours: type[Vp8Encoder], theirs: type[Vp8Encoder]) -> str:
    """What one encoder does worse than another; empty where its pictures are as good, complete ones
    come on demand, and it keeps to the bit rate."""
    gave, due = _stream(ours), _stream(theirs)
    if len(gave.likeness) != _COUNT or not {0, _KEY_AT} <= set(gave.keys):
        return f"{len(gave.likeness)} of {_COUNT} frames come, complete ones at {gave.keys}"
    if len(gave.keys) == _COUNT:
        return "every frame is a complete one"
    if min(gave.likeness) < min(_CLEAR_DB, min(due.likeness) - _AS_GOOD_DB):
        return f"{min(gave.likeness):.1f} dB instead of {min(due.likeness):.1f}"
    if (gave.stamps, gave.rate) != (due.stamps, due.rate):
        return "time stamps or the bit rate are others"
    if not _size(ours, _LOWER_RATE) < _size(ours, _RATE):
        return "it does not keep to the bit rate"
    return ""


def _stream(kind: type[Vp8Encoder]) -> _Stream:
    from aiortc.codecs.vpx import vp8_depayload

    encoder = kind()
    encoder.target_bitrate = _RATE
    decoder = av.CodecContext.create("libvpx", "r")
    likeness: list[float] = []
    keys, stamps = [], []
    for number, frame in enumerate(_scene()):
        if number == _LESS_AT:
            encoder.target_bitrate = _LOWER_RATE
        payloads, stamp = encoder.encode(frame, force_keyframe=number == _KEY_AT)
        data = b"".join(map(vp8_depayload, payloads))
        stamps.append(stamp)
        # RFC 6386, 9.1: a complete frame's lowest bit is 0.
        if not data[0] & 1:
            keys.append(number)
        likeness += [_likeness(seen, frame) for seen in decoder.decode(av.Packet(data))]
    return _Stream(tuple(likeness), tuple(keys), tuple(stamps), encoder.target_bitrate)


def _size(kind: type[Vp8Encoder], rate: int) -> int:
    """Bytes of frames that are all noise, at a bit rate."""
    encoder = kind()
    encoder.target_bitrate = rate
    return sum(len(part) for frame in _noise() for part in encoder.encode(frame)[0])


def _scene() -> Iterator[av.VideoFrame]:
    """A soft ground with a sharp bar that moves over it: a camera's picture with a bone on it."""
    ground = np.add.outer(np.linspace(40, 160, _HEIGHT), np.linspace(0, 60, _WIDTH))
    for number in range(_COUNT):
        luma = ground.astype(np.uint8)
        luma[:, 20 + 4 * number : 24 + 4 * number] = 235
        yield _frame(luma, number)


def _noise() -> Iterator[av.VideoFrame]:
    random = np.random.default_rng(0)
    for number in range(_COUNT):
        yield _frame(random.integers(0, 255, (_HEIGHT, _WIDTH), np.uint8), number)


def _frame(luma: npt.NDArray[np.uint8], number: int) -> av.VideoFrame:
    grey = np.full((_HEIGHT // 2, _WIDTH), 128, np.uint8)
    frame = av.VideoFrame.from_ndarray(np.vstack((luma, grey)), format="yuv420p")
    frame.pts, frame.time_base = number, Fraction(1, 30)
    return frame


def _likeness(seen: av.VideoFrame, sent: av.VideoFrame) -> float:
    """In dB; of two that are the same to the last bit some 100."""
    one, other = (frame.to_ndarray()[:_HEIGHT].astype(float) for frame in (seen, sent))
    return float(10 * np.log10(255**2 / max(float(np.mean((one - other) ** 2)), 1e-6)))
