"""aiortc decodes a camera's frame only once a packet of the next one has come.

That is one frame's time too late (aiortc/jitterbuffer.py, `JitterBuffer._remove_frame`): the last
packet of a frame is marked as such (RFC 7741, 4.1; RFC 6184, 5.1), which browsers go by. There is
no setting for it. Seen with aiortc 1.14 to 1.16.

`decode_promptly` puts a buffer of ours in its place, after it was tried against aiortc's on a few
packets. Where the two differ, or anything of it is no longer there, aiortc's stays: frames come a
moment later, and one line in the log says why.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiortc.jitterbuffer import JitterBuffer, JitterFrame
    from aiortc.rtp import RtpPacket

LOGGER = logging.getLogger(__name__)

_NAME = "JitterBuffer"

_once = Lock()


def decode_promptly() -> None:
    """Let the connections that begin from now on decode frames as soon as they have come."""
    with _once:
        _decode_promptly()


@cache
def prompt_jitter_buffer() -> type[JitterBuffer]:
    """aiortc's, but for frames whose packets are all there: they need not wait for the next one.

    Raises ImportError or AttributeError where aiortc has none such.
    """
    from aiortc import jitterbuffer

    class PromptJitterBuffer(jitterbuffer.JitterBuffer):
        """What comes out of order, late or never is left to aiortc."""

        def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
            """Whether a key frame is to be asked for, and the frame that this packet completes."""
            lost, frame = super().add(packet)
            if frame is None and self._is_video and packet.marker:
                frame = self._whole(packet)
            return lost, frame

        def _whole(self, last: RtpPacket) -> JitterFrame | None:
            """The oldest frame, if it ends with `last` and no packet of it is missing."""
            if self._origin is None:
                return None
            count = (last.sequence_number - self._origin) % (1 << 16) + 1
            if count > self.capacity:
                return None
            places = (self._origin + i for i in range(count))
            packets = [self._packets[place % self.capacity] for place in places]
            parts: list[bytes] = []
            for packet in packets:
                if packet is None or packet.timestamp != last.timestamp:
                    return None
                parts.append(packet._data)  # type: ignore[attr-defined]  # set by the receiver
            self.remove(count)
            return jitterbuffer.JitterFrame(b"".join(parts), last.timestamp)

    return PromptJitterBuffer


@cache
def _decode_promptly() -> None:
    try:
        from aiortc import jitterbuffer, rtcrtpreceiver

        ours, theirs = prompt_jitter_buffer(), jitterbuffer.JitterBuffer
        in_use = getattr(rtcrtpreceiver, _NAME) is theirs
        wrong = difference(ours, theirs) if in_use else "receivers take another one"
        if not wrong:
            setattr(rtcrtpreceiver, _NAME, ours)
    except Exception as error:  # noqa: BLE001 - whatever it is, aiortc's own works
        wrong = repr(error)
    if wrong:
        LOGGER.warning("aiortc's own jitter buffer stays, frames come a moment later: %s", wrong)


_SIZES = (3, 1, 2, 3, 2, 1, 3, 2, 4, 2, 3, 1, 2, 3)
"""Packets of each frame that is tried."""

_CAPACITY = 16


@dataclass(frozen=True)
class _Case:
    """One packet's way."""

    name: str
    order: Sequence[int]
    """Numbers of packets as they come."""
    first: int = 100
    """The sequence number of packet 0."""
    lost: bool = False
    """Not all of them do."""


def _cases() -> Iterator[_Case]:
    every = list(range(sum(_SIZES)))
    yield _Case("in order", every)
    yield _Case("where the numbers begin anew", every, first=(1 << 16) - 5)
    yield _Case("two packets of a frame change places", [0, 2, 1, *every[3:]])
    yield _Case("a frame's last packet comes after the next frame", [0, 1, 3, 2, *every[4:]])
    yield _Case("one packet comes twice", [0, 1, 2, 2, *every[3:]])
    yield _Case("one in the middle is lost", [*every[:7], *every[8:]], lost=True)
    yield _Case("a frame's first packet is lost", [*every[:6], *every[7:]], lost=True)


def difference(ours: type[JitterBuffer], theirs: type[JitterBuffer]) -> str:
    """In what one buffer fails against another; empty where it gives every frame that the other one
    does, in order, and, while no packet is lost, none later and some sooner."""
    sooner = 0
    for case in _cases():
        gave, asked = _played(ours, case)
        due, wanted = _played(theirs, case)
        if list(gave) != sorted(gave):
            return f"frames change places: {case.name}"
        if not due.keys() <= gave.keys():
            return f"a frame is missing: {case.name}"
        if asked != wanted:
            return f"a key frame is asked for without need, or not: {case.name}"
        if case.lost:
            continue
        if not gave.keys() <= _frames():
            return f"a frame is not whole: {case.name}"
        if any(gave[frame] > came for frame, came in due.items()):
            return f"a frame comes later: {case.name}"
        sooner += sum(gave[frame] < came for frame, came in due.items())
    return "" if sooner else "it is as quick"


_Frame = tuple[int, bytes]
"""A frame's time stamp and its data."""


def _played(kind: type[JitterBuffer], case: _Case) -> tuple[dict[_Frame, int], bool]:
    """After how many packets each frame came, and whether a key frame was asked for."""
    buffer = kind(_CAPACITY, is_video=True)
    given: dict[_Frame, int] = {}
    asked = False
    packets = _packets(case.first)
    for came, number in enumerate(case.order):
        lost, frame = buffer.add(packets[number])
        asked = asked or lost
        if frame is not None:
            given[frame.timestamp, frame.data] = came
    return given, asked


def _packets(first: int) -> list[RtpPacket]:
    from aiortc.rtp import RtpPacket

    packets: list[RtpPacket] = []
    for number, size in enumerate(_SIZES):
        for part in range(size):
            packet = RtpPacket(
                sequence_number=(first + len(packets)) % (1 << 16),
                timestamp=3000 * number,
                marker=int(part == size - 1),
            )
            packet._data = b"%d.%d " % (number, part)  # type: ignore[attr-defined]
            packets.append(packet)
    return packets


def _frames() -> set[_Frame]:
    return {
        (3000 * number, b"".join(b"%d.%d " % (number, part) for part in range(size)))
        for number, size in enumerate(_SIZES)
    }
