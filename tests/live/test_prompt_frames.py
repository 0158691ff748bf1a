"""When the packets of a connection are taken for a whole frame."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from aiortc import RTCRtpReceiver, rtcrtpreceiver
from aiortc.jitterbuffer import JitterBuffer
from aiortc.rtp import RtpPacket

from coach.live.prompt_frames import PromptJitterBuffer, decode_promptly

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


def test_connections_that_begin_use_it(monkeypatch):
    monkeypatch.setattr(rtcrtpreceiver, "JitterBuffer", JitterBuffer)
    decode_promptly()
    decode_promptly()
    receiver = RTCRtpReceiver("video", Mock(state="connected"))
    assert type(receiver._RTCRtpReceiver__jitter_buffer) is PromptJitterBuffer
