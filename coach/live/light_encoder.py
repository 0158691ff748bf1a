"""VP8 for a picture that was a camera's, compressed once already, and now has sharp lines on it.

aiortc's encoder first takes noise out of each frame. Such a picture has none left: what goes are
the lines, 2 to 4 dB of likeness (luma, 240 frames of two clips, 0.5 and 1.5 Mbit/s). Without that,
and with a shorter search for the smallest code, a frame of 640 x 360 takes 1.3 to 2.2 ms instead of
3.0 to 4.5 (three clips, 1.5 Mbit/s).
"""

from __future__ import annotations

import av
from aiortc import codecs
from aiortc.codecs.vpx import Vp8Encoder
from av.video.codeccontext import VideoCodecContext

_ENCODER = "Vp8Encoder"

KEY_EVERY = 3000
"""Frames at most between two complete ones; a receiver that lost something asks for one."""
BEST, WORST = 14, 56
"""VP8's quantizers. aiortc's best is 2, which fills the line with what nobody sees, and each packet
takes Python's time. With 14 three clips come out at 45.0, 43.5 and 45.0 dB with 1.04, 0.58 and 0.49
Mbit/s; aiortc's own settings take 1.3 to 1.4 Mbit/s for 43.6, 43.8 and 45.7."""
LESS, MORE = 0.9, 1.35
"""Shares of the bit rate it was made for between which an encoder is kept. A new one begins with a
complete frame and takes 7 MB anew: aiortc's, kept up to 1.1, is made eleven times in a connection's
first half minute, while the line is found to carry ever more, and this one four times."""


class LightVp8Encoder(Vp8Encoder):
    """aiortc's, with a codec of our own settings."""

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


def encode_lightly() -> None:
    """Let the connections that begin from now on send VP8 this way. There is no setting for it in
    aiortc. Raises AttributeError where aiortc is made otherwise."""
    if getattr(codecs, _ENCODER) is not LightVp8Encoder:
        setattr(codecs, _ENCODER, LightVp8Encoder)


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
