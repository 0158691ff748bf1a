"""Which frames are held by somebody."""

from __future__ import annotations

import logging
from fractions import Fraction
from typing import ClassVar

import av
import pytest
from aiortc.codecs import get_encoder
from aiortc.rtcrtpparameters import RTCRtpCodecParameters

from coach.live.transport import in_flight
from coach.live.transport.in_flight import InFlight, frames_let_go_of_tags


def frame(pts: int = 0, pixels: str = "yuv420p") -> av.VideoFrame:
    made = av.VideoFrame(64, 48, pixels)
    made.pts, made.time_base = pts, Fraction(1, 30)
    return made


def test_a_frame_counts_for_as_long_as_somebody_holds_it():
    sent = InFlight()
    held = [frame(), frame()]
    for each in held:
        sent.add(each)
    assert len(sent) == 2
    other = held.pop()
    assert len(sent) == 2
    del other, each
    assert len(sent) == 1


def test_one_that_is_sent_twice_counts_once():
    sent, same = InFlight(), frame()
    sent.add(same)
    sent.add(same)
    assert len(sent) == 1


@pytest.mark.parametrize("codec", ["video/VP8", "video/H264"])
@pytest.mark.parametrize("pixels", ["yuv420p", "rgb24"], ids=["as it is", "converted on the way"])
def test_an_encoder_that_is_done_with_a_frame_does_not_hold_it(codec, pixels):
    encoder = get_encoder(RTCRtpCodecParameters(mimeType=codec, clockRate=90000, payloadType=96))
    sent = InFlight()
    for pts in range(3):
        out = frame(pts, pixels)
        sent.add(out)
        encoder.encode(out)
        del out
        assert len(sent) == 0


@pytest.fixture
def tried_anew():
    frames_let_go_of_tags.cache_clear()
    yield
    frames_let_go_of_tags.cache_clear()


class Frame:
    """Of a PyAV that keeps what frames carry."""

    kept: ClassVar[list[object]] = []

    def __init__(self, *_):
        pass

    @property
    def opaque(self):
        return self.kept[-1]

    @opaque.setter
    def opaque(self, value):
        self.kept.append(value)


class Bare:
    """Of a PyAV whose frames carry nothing."""

    __slots__ = ()

    def __init__(self, *_):
        pass


@pytest.mark.parametrize("kind", [Frame, Bare])
def test_where_frames_cannot_tell_none_are_counted_and_it_is_said_once(
    kind, monkeypatch, caplog, tried_anew
):
    monkeypatch.setattr(in_flight.av, "VideoFrame", kind)
    sent, held = InFlight(), [kind() for _ in range(5)]
    with caplog.at_level(logging.WARNING):
        for each in held:
            sent.add(each)
    assert len(sent) == 0
    assert len(caplog.records) == 1
