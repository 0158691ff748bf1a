"""One peer: sends a marked clip as a camera would, and reads the marks of what comes back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCRtpSender
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

from benchmarks.live.clip import FPS
from benchmarks.live.mark import Luma, read_mark
from benchmarks.live.page import Page
from benchmarks.live.receive import receive_as_browsers_do


@dataclass
class Seen:
    """What one peer saw while it was measured."""

    sent: int = 0
    """Pictures."""
    returned: int = 0
    """Different ones that came back."""
    unread: int = 0
    """Came back with a mark that could not be read."""
    delays: list[float] = field(default_factory=list)
    """Seconds from sending a picture to having it back, decoded."""


class ClipTrack(MediaStreamTrack):
    """The clip over and over, each picture in its time, and when it was sent."""

    kind = "video"

    def __init__(self, packets: Sequence[bytes]) -> None:
        super().__init__()
        self._packets = packets
        self._next = 0
        self._began = 0.0
        self.sent_at: dict[int, float] = {}

    @property
    def sent(self) -> int:
        """Pictures so far."""
        return self._next

    async def recv(self) -> av.Packet[Any]:
        """The next picture, already compressed."""
        if self.readyState != "live":
            raise MediaStreamError
        if not self._next:
            self._began = time.monotonic()
        await asyncio.sleep(max(0.0, self._began + self._next / FPS - time.monotonic()))
        number = self._next % len(self._packets)
        packet = av.Packet(self._packets[number])
        packet.pts, packet.time_base = self._next, Fraction(1, FPS)
        self.sent_at[number] = time.monotonic()
        self._next += 1
        return packet


class Peer:
    """One person at the app, for as long as the context lasts. Raises TimeoutError on entering
    where no video comes back."""

    def __init__(self, port: int, packets: Sequence[bytes]) -> None:
        self._page = Page(port)
        self._track = ClipTrack(packets)
        self._peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self._reading: asyncio.Task[None] | None = None
        self._came = asyncio.Event()
        self._seen: Seen | None = None
        self._sent_before = 0

    async def start(self, patience_s: float = 60.0) -> None:
        """Open the page, press START, and wait for the first picture."""
        peer = self._peer
        transceiver = peer.addTransceiver(self._track, direction="sendrecv")
        receive_as_browsers_do(transceiver.receiver)
        codecs = RTCRtpSender.getCapabilities("video").codecs
        # What a browser offers first, and what the app then answers with.
        transceiver.setCodecPreferences(
            [codec for codec in codecs if codec.mimeType == "video/VP8"]
        )

        @peer.on("track")
        def on_track(track: MediaStreamTrack) -> None:
            self._reading = asyncio.create_task(self._read(track))

        await self._page.__aenter__()
        await self._page.connect(peer)
        await asyncio.wait_for(self._came.wait(), patience_s)

    async def close(self) -> None:
        """STOP, and close the page. At any time."""
        self._track.stop()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        await self._peer.close()
        await self._page.__aexit__(None, None, None)

    def begin(self) -> None:
        """Count from now on."""
        self._sent_before = self._track.sent
        self._seen = Seen()

    def end(self) -> Seen:
        """What was seen since `begin`."""
        seen, self._seen = self._seen or Seen(), None
        seen.sent = self._track.sent - self._sent_before
        return seen

    async def _read(self, track: MediaStreamTrack) -> None:
        last: int | None = None
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            now = time.monotonic()
            self._came.set()
            assert isinstance(frame, av.VideoFrame)
            if self._seen is not None:
                number = read_mark(_luma(frame))
                if number is None:
                    self._seen.unread += 1
                elif number != last:
                    self._seen.returned += 1
                    self._seen.delays.append(now - self._track.sent_at.get(number, now))
                last = number if number is not None else last


def _luma(frame: av.VideoFrame) -> Luma:
    plane = frame.planes[0]
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:, : frame.width]
