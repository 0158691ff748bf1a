"""Receives pictures as browsers do: one is whole with the packet that is marked as its last.

aiortc waits for the next picture's first packet instead, a whole frame later, and takes two
pictures with one time for one, which a server that sends a picture again may give it. Nothing is
lost or overtaken between two programs on one machine, so that packets need no sorting.
"""

from __future__ import annotations

from aiortc import RTCRtpReceiver
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket

_BUFFER = "_RTCRtpReceiver__jitter_buffer"


class MarkedLast:
    """In the place of a receiver's jitter buffer."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._next: int | None = None

    def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
        """Whether a key picture is to be asked for, because a packet is missing, and the picture
        that is whole with this packet."""
        missing = self._next is not None and packet.sequence_number != self._next
        self._next = (packet.sequence_number + 1) % (1 << 16)
        if missing:
            self._parts.clear()
        self._parts.append(packet._data)  # type: ignore[attr-defined]  # set by aiortc's receiver
        if not packet.marker:
            return missing, None
        data = b"".join(self._parts)
        self._parts.clear()
        return missing, JitterFrame(data, packet.timestamp)


def receive_as_browsers_do(receiver: RTCRtpReceiver) -> None:
    """Exchange the receiver's buffer, before its connection begins. Raises AttributeError where
    aiortc is made otherwise."""
    getattr(receiver, _BUFFER)
    setattr(receiver, _BUFFER, MarkedLast())
