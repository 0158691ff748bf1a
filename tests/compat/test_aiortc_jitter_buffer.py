"""When the packets of a connection are taken for a whole frame."""

from __future__ import annotations

import logging
import sys
from unittest.mock import Mock

import aiortc
import pytest
from aiortc import RTCRtpReceiver, rtcrtpreceiver
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtp import RtpPacket

from coach.compat import aiortc_jitter_buffer
from coach.compat.aiortc_jitter_buffer import decode_promptly, difference, prompt_jitter_buffer

PromptJitterBuffer = prompt_jitter_buffer()

# Packets by name: the frame they belong to, and their place in it; the last one of each is marked.
NUMBERS = {"a1": 0, "a2": 1, "a3": 2, "b1": 3, "b2": 4, "c1": 5}
LAST = {"a3", "b2", "c1"}


def packet(name: str, first: int) -> RtpPacket:
    made = RtpPacket(
        sequence_number=(first + NUMBERS[name]) % 65536,
        timestamp=3000 * "abc".index(name[0]),
        marker=int(name in LAST),
    )
    made._data = name.encode()
    return made


def frames(buffer: JitterBuffer, order: str, first: int) -> str:
    """What comes out as packets go in: a dash where there is nothing."""
    out = []
    for name in order.split():
        _, frame = buffer.add(packet(name, first))
        out.append("-" if frame is None else frame.data.decode())
    return " ".join(out)


@pytest.mark.parametrize("first", [100, 65533], ids=["anywhere", "where the numbers begin anew"])
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param("a1 a2 a3 b1 b2 c1", "- - a1a2a3 - b1b2 c1", id="each with its last packet"),
        pytest.param("a1 a3 a2 b1 b2 c1", "- - - a1a2a3 b1b2 c1", id="overtaken: aiortc's own way"),
        pytest.param("a1 a2 b1 a3 b2 c1", "- - - a1a2a3 b1b2 c1", id="overtaken by the next frame"),
        pytest.param("a1 a3 b1 b2 c1", "- - - - -", id="never whole without a lost packet"),
        pytest.param("a1 a2 a3 a3 b1 b2", "- - a1a2a3 - - b1b2", id="sent twice, shown once"),
    ],
)
def test_a_frame_is_whole(order, expected, first):
    assert frames(PromptJitterBuffer(512, is_video=True), order, first) == expected


def test_sound_is_left_to_aiortc():
    order = "a1 a2 a3 b1 b2 c1"
    ours, theirs = PromptJitterBuffer(16, prefetch=4), JitterBuffer(16, prefetch=4)
    assert frames(ours, order, 0) == frames(theirs, order, 0)


def test_aiortc_still_waits_for_the_next_frame():
    """Once it does not, the file can go."""
    order = "a1 a2 a3 b1 b2 c1"
    assert frames(JitterBuffer(512, is_video=True), order, 0) == "- - - a1a2a3 - b1b2"
    assert difference(PromptJitterBuffer, JitterBuffer) == ""


@pytest.fixture
def not_tried(monkeypatch):
    """As in a process in which it was not asked for yet."""
    monkeypatch.setattr(rtcrtpreceiver, "JitterBuffer", JitterBuffer)
    aiortc_jitter_buffer._decode_promptly.cache_clear()
    yield
    aiortc_jitter_buffer._decode_promptly.cache_clear()


def test_connections_that_begin_use_it(not_tried, caplog):
    with caplog.at_level(logging.WARNING):
        decode_promptly()
        decode_promptly()
    receiver = RTCRtpReceiver("video", Mock(state="connected"))
    assert type(receiver._RTCRtpReceiver__jitter_buffer) is PromptJitterBuffer
    assert not caplog.records


class Late(JitterBuffer):
    """Gives each frame one packet later."""

    held = None

    def add(self, packet):
        lost, frame = super().add(packet)
        frame, self.held = self.held, frame
        return lost, frame


class Lossy(PromptJitterBuffer):
    def add(self, packet):
        lost, frame = super().add(packet)
        return lost, None if frame and frame.timestamp == 3000 else frame


class Cut(PromptJitterBuffer):
    def add(self, packet):
        lost, frame = super().add(packet)
        if frame and frame.timestamp == 39_000:
            frame.data = frame.data[:2]
        return lost, frame


class Asking(PromptJitterBuffer):
    def add(self, packet):
        return True, super().add(packet)[1]


class Shuffled(PromptJitterBuffer):
    """Gives the second frame before the first."""

    held = None

    def add(self, packet):
        lost, frame = super().add(packet)
        if frame and frame.timestamp == 0:
            self.held, frame = frame, None
        elif self.held and frame is None:
            self.held, frame = None, self.held
        return lost, frame


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param(Late, "a frame comes later", id="none comes later"),
        pytest.param(Lossy, "a frame is missing", id="none is missing"),
        pytest.param(Cut, "a frame is not whole", id="all are whole"),
        pytest.param(Asking, "a key frame is asked for", id="nothing is asked for without need"),
        pytest.param(Shuffled, "frames change places", id="they keep their order"),
        pytest.param(JitterBuffer, "it is as quick", id="there is a gain"),
    ],
)
def test_what_is_proven_before_it_is_used(kind, told, not_tried, monkeypatch, caplog):
    assert difference(kind, JitterBuffer).startswith(told)
    monkeypatch.setattr(aiortc_jitter_buffer, "prompt_jitter_buffer", lambda: kind)
    with caplog.at_level(logging.WARNING):
        decode_promptly()
        decode_promptly()
    assert rtcrtpreceiver.JitterBuffer is JitterBuffer
    assert len(caplog.records) == 1
    assert told in caplog.text


@pytest.mark.parametrize("moved", ["jitterbuffer", "rtp"])
def test_where_aiortc_is_made_otherwise_it_stays_as_it_is(moved, not_tried, monkeypatch, caplog):
    made_anew = prompt_jitter_buffer.__wrapped__
    monkeypatch.setattr(aiortc_jitter_buffer, "prompt_jitter_buffer", made_anew)
    monkeypatch.delattr(aiortc, moved)
    monkeypatch.setitem(sys.modules, f"aiortc.{moved}", None)
    with caplog.at_level(logging.WARNING):
        decode_promptly()
        decode_promptly()
    assert rtcrtpreceiver.JitterBuffer is JitterBuffer
    assert len(caplog.records) == 1


def test_a_receiver_that_takes_another_one_is_left_alone(not_tried, monkeypatch, caplog):
    monkeypatch.setattr(rtcrtpreceiver, "JitterBuffer", Late)
    with caplog.at_level(logging.WARNING):
        decode_promptly()
    assert rtcrtpreceiver.JitterBuffer is Late
    assert "receivers take another one" in caplog.text
