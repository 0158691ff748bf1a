"""The video as it is compressed for its way back."""

from __future__ import annotations

import logging
import sys
from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc import codecs
from aiortc.codecs import get_encoder
from aiortc.codecs.vpx import Vp8Encoder, vp8_depayload
from aiortc.rtcrtpparameters import RTCRtpCodecParameters

from coach.compat import aiortc_vp8_encoder
from coach.compat.aiortc_vp8_encoder import encode_lightly, light_vp8_encoder

LightVp8Encoder = light_vp8_encoder()

SIZE = (320, 180)


def scene(count: int, size: tuple[int, int] = SIZE) -> list[av.VideoFrame]:
    """A soft ground with a sharp bar that moves over it: a camera's picture with a bone on it."""
    width, height = size
    ground = np.add.outer(np.linspace(40, 160, height), np.linspace(0, 60, width)).astype(np.uint8)
    frames = []
    for i in range(count):
        picture = np.repeat(ground[:, :, None], 3, axis=2)
        picture[:, 20 + 2 * i : 26 + 2 * i] = (255, 255, 255)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
        frame.pts, frame.time_base = i, Fraction(1, 30)
        frames.append(frame)
    return frames


def sent_and_seen(
    encoder: Vp8Encoder, frames: list[av.VideoFrame]
) -> tuple[int, list[av.VideoFrame]]:
    """How many bytes went out, on a line that takes all, and what comes in."""
    encoder.target_bitrate = 1_500_000
    decoder = av.CodecContext.create("libvpx", "r")
    sent, seen = 0, []
    for frame in frames:
        data = b"".join(vp8_depayload(part) for part in encoder.encode(frame)[0])
        sent += len(data)
        seen += decoder.decode(av.Packet(data))
    return sent, seen


def decibels(seen: list[av.VideoFrame], frames: list[av.VideoFrame]) -> float:
    """How near what is seen is to what was sent (peak signal to noise, brightness)."""
    pairs = zip(seen, frames, strict=True)
    off_by = np.mean([(luma(one) - luma(other)) ** 2 for one, other in pairs])
    return float(10 * np.log10(255**2 / off_by))


def luma(frame: av.VideoFrame) -> np.ndarray:
    return frame.to_ndarray()[: frame.height].astype(float)


def test_aiortc_still_takes_out_noise_that_is_not_there():
    """Once it does not, and sends no more than it needs, the file can go."""
    frames = scene(60)
    ours, seen = sent_and_seen(LightVp8Encoder(), frames)
    theirs, _ = sent_and_seen(Vp8Encoder(), scene(60))
    assert decibels(seen, frames) > 42
    assert ours < 0.8 * theirs


@pytest.mark.parametrize(
    ("bit_rate", "size", "anew"),
    [
        pytest.param(500_000, SIZE, False, id="as before"),
        pytest.param(650_000, SIZE, False, id="a little more room on the line"),
        pytest.param(700_000, SIZE, True, id="much more"),
        pytest.param(460_000, SIZE, False, id="hardly less"),
        pytest.param(440_000, SIZE, True, id="less than is sent"),
        pytest.param(500_000, (180, 320), True, id="the phone was turned"),
    ],
)
def test_the_codec_is_made_anew_when_what_is_asked_of_it_changes(bit_rate, size, anew, monkeypatch):
    made = []
    own = aiortc_vp8_encoder._codec
    monkeypatch.setattr(
        aiortc_vp8_encoder, "_codec", lambda *asked: made.append(own(*asked)) or made[-1]
    )
    encoder = LightVp8Encoder()
    encoder.encode(scene(1)[0])
    before = encoder.codec
    encoder.target_bitrate = bit_rate
    encoder.encode(scene(1, size)[0])
    assert (encoder.codec is not before) == anew
    assert (encoder.codec.width, encoder.codec.height) == size
    assert encoder.codec is made[-1], "still of our settings"


def test_whoever_lost_something_gets_a_complete_frame():
    encoder = LightVp8Encoder()
    first, second, third = scene(3)
    sizes = [
        sum(map(len, encoder.encode(frame, force_keyframe=force)[0]))
        for frame, force in ((first, False), (second, False), (third, True))
    ]
    assert sizes[2] > 3 * sizes[1]


@pytest.fixture
def not_tried(monkeypatch):
    """As in a process in which it was not asked for yet."""
    monkeypatch.setattr(codecs, "Vp8Encoder", Vp8Encoder)
    aiortc_vp8_encoder._encode_lightly.cache_clear()
    yield
    aiortc_vp8_encoder._encode_lightly.cache_clear()


def test_connections_that_begin_use_it(not_tried, caplog):
    with caplog.at_level(logging.WARNING):
        encode_lightly()
        encode_lightly()
    vp8 = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90000, payloadType=96)
    assert isinstance(get_encoder(vp8), LightVp8Encoder)
    assert not caplog.records


class Stubborn(LightVp8Encoder):
    """Never sends a complete frame again."""

    def encode(self, frame, force_keyframe=False):
        return super().encode(frame)


class Wasteful(LightVp8Encoder):
    """Sends complete ones only."""

    def encode(self, frame, force_keyframe=False):
        return super().encode(frame, True)


class Blurred(LightVp8Encoder):
    """Spends as little as there is."""

    def encode(self, frame, force_keyframe=False):
        self._Vp8Encoder__target_bitrate = 20_000
        return super().encode(frame, force_keyframe)


class Deaf(LightVp8Encoder):
    """Has one bit rate for all lines."""

    @property
    def target_bitrate(self):
        return 800_000

    @target_bitrate.setter
    def target_bitrate(self, rate):
        pass


class Late(LightVp8Encoder):
    """Gives other time stamps."""

    def encode(self, frame, force_keyframe=False):
        payloads, stamp = super().encode(frame, force_keyframe)
        return payloads, stamp + 3000


class Broken(LightVp8Encoder):
    def encode(self, frame, force_keyframe=False):
        raise ValueError("no such option")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param(Stubborn, "complete ones at (0, 6)", id="complete frames come on demand"),
        pytest.param(Wasteful, "every frame is a complete one", id="and only then"),
        pytest.param(Blurred, "dB instead of", id="the picture is as good"),
        pytest.param(Deaf, "the bit rate", id="the bit rate is heeded"),
        pytest.param(Late, "time stamps", id="time goes as it does in aiortc"),
        pytest.param(Broken, "no such option", id="it runs at all"),
    ],
)
def test_what_is_proven_before_it_is_used(kind, told, not_tried, monkeypatch, caplog):
    monkeypatch.setattr(aiortc_vp8_encoder, "light_vp8_encoder", lambda: kind)
    with caplog.at_level(logging.WARNING):
        encode_lightly()
        encode_lightly()
    assert codecs.Vp8Encoder is Vp8Encoder
    assert len(caplog.records) == 1
    assert told in caplog.text


def test_where_aiortc_is_made_otherwise_it_stays_as_it_is(not_tried, monkeypatch, caplog):
    made_anew = light_vp8_encoder.__wrapped__
    monkeypatch.setattr(aiortc_vp8_encoder, "light_vp8_encoder", made_anew)
    monkeypatch.delattr(codecs, "vpx")
    monkeypatch.setitem(sys.modules, "aiortc.codecs.vpx", None)
    with caplog.at_level(logging.WARNING):
        encode_lightly()
    assert codecs.Vp8Encoder is Vp8Encoder
    assert len(caplog.records) == 1


@pytest.mark.parametrize("taken", ["another class", "another way"])
def test_connections_that_take_another_one_are_left_alone(taken, not_tried, monkeypatch, caplog):
    if taken == "another class":
        monkeypatch.setattr(codecs, "Vp8Encoder", Late)
    else:
        monkeypatch.setattr(codecs, "get_encoder", lambda _: Vp8Encoder())
    before = codecs.Vp8Encoder
    with caplog.at_level(logging.WARNING):
        encode_lightly()
    assert codecs.Vp8Encoder is before
    assert "connections take another one" in caplog.text
