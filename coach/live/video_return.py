"""The video that goes back: a frame is answered as soon as it is worked on.

The track that streamlit-webrtc has for this hands an answer out only when the next frame comes, a
thirtieth of a second later, and lets answers queue up before a slow encoder without limit.
"""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import cast

import av
from aiortc import MediaStreamTrack
from aiortc.mediastreams import MediaStreamError

Work = Callable[[av.VideoFrame, int], av.VideoFrame]
"""Answers a frame; the number is how many came since the last one, it included. Never raises."""

MOST_WAITING = 2
"""Answers that may wait for the encoder. With more, the next are not sent: an encoder that is short
of time would fall ever further behind."""

_OURS = 2
"""References to a frame that the deque and the question for them make; any more are the way's."""


class VideoReturn(MediaStreamTrack):
    """One connection's video, both its ends: streamlit-webrtc's sink for the frames that come, and
    its source of those that go. `ended` is called at the end, on whatever thread ends it.

    Frames that come while one is worked on are counted, and the newest of them is the next.
    """

    kind = "video"

    def __init__(self, work: Work, ended: Callable[[], None]) -> None:
        super().__init__()
        self._work = work
        self._ended = ended
        self._camera: MediaStreamTrack | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._taking: asyncio.Task[None] | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._newest: av.VideoFrame | None = None
        self._received = 0
        self._came = asyncio.Event()
        self._sent: deque[av.VideoFrame] = deque()

    def addTrack(self, track: MediaStreamTrack) -> None:  # noqa: N802 - the library's name
        """Where the frames come from."""
        self._camera = track

    def hasTrack(self) -> bool:  # noqa: N802 - the library's name
        """Whether there is anything to take frames from."""
        return self._camera is not None

    def start(self) -> None:
        """Begin to take frames. Called on the event loop."""
        self._loop = asyncio.get_running_loop()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="frames")
        self._taking = self._loop.create_task(self._take())

    async def recv(self) -> av.VideoFrame:
        """The next answer. Raises MediaStreamError once the connection has ended."""
        while True:
            await self._came.wait()
            frame, received = self._newest, self._received
            if self.readyState != "live" or self._worker is None or frame is None:
                raise MediaStreamError
            self._newest, self._received = None, 0
            self._came.clear()
            loop = asyncio.get_running_loop()
            answer = await loop.run_in_executor(self._worker, self._work, frame, received)
            if self._unsent() <= MOST_WAITING:
                self._sent.append(answer)
                return answer

    def stop(self) -> None:
        """The connection has ended. Any number of times, from any thread."""
        if self.readyState != "live":
            return
        super().stop()
        if self._worker is not None:
            self._worker.shutdown(wait=False)
        if self._loop is not None:
            with suppress(RuntimeError):  # the server is shutting down, and its loop is closed
                self._loop.call_soon_threadsafe(self._let_go)
        self._ended()

    async def _take(self) -> None:
        camera = self._camera
        while camera is not None:
            try:
                frame = await camera.recv()
            except MediaStreamError:
                break
            self._newest = cast(av.VideoFrame, frame)
            self._received += 1
            self._came.set()
        self.stop()

    def _unsent(self) -> int:
        """How many answers are still held on their way out. The way keeps the last one it took."""
        while self._sent and sys.getrefcount(self._sent[0]) <= _OURS:
            self._sent.popleft()
        return len(self._sent) - 1

    def _let_go(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
        self._newest = None
        self._came.set()
