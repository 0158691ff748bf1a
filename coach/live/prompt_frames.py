"""Camera frames that are decoded as soon as they have come.

aiortc takes a frame for whole when a packet of the next one comes, a thirtieth of a second later.
The last packet of a frame is marked as such (RFC 7741, 4.1; RFC 6184, 5.1), which browsers go by.
"""

from __future__ import annotations

from aiortc import rtcrtpreceiver
from aiortc.jitterbuffer import JitterBuffer, JitterFrame
from aiortc.rtp import RtpPacket

_BUFFER = "JitterBuffer"


class PromptJitterBuffer(JitterBuffer):
    """aiortc's, but for frames whose packets are all there: they need not wait for the next one.

    What comes out of order, late or never is left to aiortc.
    """

    def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
        """Whether a key frame is to be asked for, and the frame that is whole with this packet."""
        lost, frame = super().add(packet)
        if frame is None and self._is_video and packet.marker:
            frame = self._whole(packet)
        return lost, frame

    def _whole(self, last: RtpPacket) -> JitterFrame | None:
        """The oldest frame of the buffer, if it ends with `last` and no packet of it is missing."""
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
            parts.append(packet._data)  # type: ignore[attr-defined]  # set by aiortc's receiver
        self.remove(count)
        return JitterFrame(b"".join(parts), last.timestamp)


def decode_promptly() -> None:
    """Let the connections that begin from now on decode frames as soon as they have come. There is
    no setting for it in aiortc. Raises AttributeError where aiortc is made otherwise."""
    if getattr(rtcrtpreceiver, _BUFFER) is not PromptJitterBuffer:
        setattr(rtcrtpreceiver, _BUFFER, PromptJitterBuffer)
