"""Pictures put together from packets."""

from __future__ import annotations

import asyncio

from aiortc import RTCPeerConnection
from aiortc.rtp import RtpPacket

from benchmarks.live.receive import MarkedLast, receive_as_browsers_do


def packet(number: int, data: bytes, *, last: bool, time: int = 0) -> RtpPacket:
    made = RtpPacket(sequence_number=number, timestamp=time, marker=int(last))
    made._data = data
    return made


def test_a_picture_is_whole_with_its_last_packet() -> None:
    buffer = MarkedLast()
    assert buffer.add(packet(65_535, b"one", last=False)) == (False, None)
    missing, frame = buffer.add(packet(0, b"two", last=True, time=3000))
    assert not missing, "numbers begin again at 65,536"
    assert (frame.data, frame.timestamp) == (b"onetwo", 3000)


def test_two_pictures_with_one_time_stay_two() -> None:
    buffer = MarkedLast()
    frames = [buffer.add(packet(i, bytes([i]), last=True, time=9))[1] for i in range(2)]
    assert [frame.data for frame in frames] == [b"\x00", b"\x01"]


def test_a_packet_that_is_missing_asks_for_a_key_picture() -> None:
    buffer = MarkedLast()
    buffer.add(packet(1, b"one", last=False))
    assert buffer.add(packet(3, b"three", last=False))[0]


def test_the_receiver_of_this_aiortc_takes_it() -> None:
    async def take() -> None:
        peer = RTCPeerConnection()
        receive_as_browsers_do(peer.addTransceiver("video").receiver)
        await peer.close()

    asyncio.run(take())
