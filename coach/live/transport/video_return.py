"""The video that goes back: a frame is answered as soon as it is worked on, or without if need be.

The track that streamlit-webrtc has for this hands an answer out only when the next frame comes, a
thirtieth of a second later, lets answers queue up before a slow encoder without limit, and gives
back no frame while one is worked on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import chain, repeat
from typing import cast

import av
from aiortc import MediaStreamTrack
from aiortc.mediastreams import MediaStreamError

from coach.compat.glibc_malloc import trim
from coach.live.transport.in_flight import InFlight

Work = Callable[[av.VideoFrame, int], av.VideoFrame | None]
"""Answers a frame, or leaves it out; the number is how many came since the last one, it included.
Never raises."""

PATIENCE_S = 0.040
"""Seconds that a frame waits for what is seen in it: little more than until the next one comes, and
as long as a look takes that has the processor to itself."""

MOST_WAITING = 2
"""Answers that may wait for the encoder. With more, the next are not sent: an encoder that is short
of time would fall ever further behind."""

SETTLING_S, LATER_S, OVER_S = (10.0, 20.0), 300.0, 2.0
"""Seconds after which what is free is given back to the system: twice while a connection settles,
then again and again, and after its end. In the first half minute an encoder is made anew several
times, until the connection's bit rate is found, and pictures that come and go meanwhile take the
places of what it leaves, which nobody uses (docs/performance.md). Saving a long set leaves more."""

_KEPT = 1
"""Answers that have been sent and are held all the same: a relay keeps the last one it took."""


class VideoReturn(MediaStreamTrack):
    """One connection's video, both its ends: streamlit-webrtc's sink for the frames that come, by
    its public protocol `MediaSink`, and its source of those that go. `ended` is called at the end,
    on whatever thread ends it.

    work answers a frame; late does so at once, on a thread of its own, when `work` takes too long.
    Frames that come meanwhile are counted, and the newest of them is the next.
    """

    kind = "video"

    def __init__(self, work: Work, late: Work, ended: Callable[[], None]) -> None:
        super().__init__()
        self._work = work
        self._late = late
        self._ended = ended
        self._camera: MediaStreamTrack | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._taking: asyncio.Task[None] | None = None
        self._tidying: asyncio.Task[None] | None = None
        self._threads: tuple[ThreadPoolExecutor, ...] = ()
        self._at_work: asyncio.Future[av.VideoFrame | None] | None = None
        self._in_time = True
        self._newest: av.VideoFrame | None = None
        self._received = 0
        self._came = asyncio.Event()
        self._sent = InFlight()

    def addTrack(self, track: MediaStreamTrack) -> None:  # noqa: N802 - the protocol's name
        """Where the frames come from."""
        self._camera = track

    def hasTrack(self) -> bool:  # noqa: N802 - the protocol's name
        """Whether there is anything to take frames from."""
        return self._camera is not None

    def start(self) -> None:
        """Begin to take frames. Called on the event loop."""
        self._loop = asyncio.get_running_loop()
        self._threads = tuple(
            ThreadPoolExecutor(1, f"{name}-frames") for name in ("looked", "late")
        )
        self._taking = self._loop.create_task(self._take())
        self._tidying = self._loop.create_task(_tidy())

    async def recv(self) -> av.VideoFrame:
        """The next answer. Raises MediaStreamError once the connection has ended."""
        while True:
            await self._came.wait()
            frame, received = self._newest, self._received
            if self.readyState != "live" or frame is None:
                raise MediaStreamError
            self._newest, self._received = None, 0
            self._came.clear()
            try:
                answer = await self._answer(frame, received)
            except RuntimeError as error:  # the threads were told to end meanwhile
                raise MediaStreamError from error
            if answer is not None and len(self._sent) <= _KEPT + MOST_WAITING:
                self._sent.add(answer)
                return answer

    async def _answer(self, frame: av.VideoFrame, received: int) -> av.VideoFrame | None:
        loop = asyncio.get_running_loop()
        looked, late = self._threads
        if self._at_work is None or self._at_work.done():
            begun = loop.time()
            self._at_work = loop.run_in_executor(
                looked, self._while_live, self._work, frame, received
            )
            # A person who was kept waiting in vain the last time does not wait again.
            await asyncio.wait([self._at_work], timeout=PATIENCE_S if self._in_time else 0)
            if self._at_work.done():
                self._in_time = True
                return self._at_work.result()
            received = 0
            self._at_work.add_done_callback(partial(self._note, begun))
        return await loop.run_in_executor(late, self._while_live, self._late, frame, received)

    def _while_live(self, way: Work, frame: av.VideoFrame, received: int) -> av.VideoFrame | None:
        answer = way(frame, received) if self.readyState == "live" else None
        # A frame that was begun just before the connection ended began another for its session,
        # whose network nobody would free, and which would pass for one that streams.
        if self.readyState != "live":
            self._ended()
        return answer

    def _note(self, begun: float, work: asyncio.Future[av.VideoFrame | None]) -> None:
        self._in_time = work.get_loop().time() - begun <= PATIENCE_S

    def stop(self) -> None:
        """The connection has ended. Any number of times, from any thread."""
        if self.readyState != "live":
            return
        super().stop()
        for thread in self._threads:
            thread.shutdown(wait=False)
        if self._loop is not None:
            with suppress(RuntimeError):  # the server is shutting down, and its loop is closed
                self._loop.call_soon_threadsafe(self._let_go, self._loop)
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

    def _let_go(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.call_later(OVER_S, loop.run_in_executor, None, trim)
        for task in (self._taking, self._tidying):
            if task is not None:
                task.cancel()
        self._newest = None
        self._came.set()


async def _tidy() -> None:
    for after_s in chain(SETTLING_S, repeat(LATER_S)):
        await asyncio.sleep(after_s)
        await asyncio.to_thread(trim)
