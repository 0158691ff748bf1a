"""Many people at once: clips played in real time to sessions that share this machine, as the app's
do, and what they counted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av
from aiortc import MediaStreamTrack
from aiortc.codecs.vpx import Vp8Encoder
from aiortc.mediastreams import MediaStreamError

from coach.evaluation.live_frames import Frames, read_frames
from coach.live.load.fleet import Fleet
from coach.live.load.memory import settle
from coach.live.session import Session
from coach.live.settings import Settings
from coach.live.setup import make_session
from coach.live.transport.frame_handler import handle_frame, handle_late_frame
from coach.live.transport.video_return import VideoReturn
from coach.motion.exercise import Exercise

SIDE = 360
"""The shorter side in pixels, as the page asks cameras for it."""
LONGEST_S = 120.0
LEAD_S = 1.0
"""Seconds that a clip's first picture is held: the network is being loaded."""


Part = tuple[str, Path, str]
"""A clip to play: its name, its file, and the key of the exercise."""

Progress = Callable[[int, int], None]
"""Is told how many clips are done, and how many there are."""


@dataclass(frozen=True)
class Crowd:
    """What was counted while many trained at once."""

    reps: Mapping[str, int]
    """What was counted, by clip. Shares of all frames: dropped, those that a newer one overtook;
    late, those that went back before they were looked at; looked, those that the network looked
    at."""
    dropped: float
    late: float
    looked: float


def play(
    clips: Sequence[Part],
    exercises: Mapping[str, Exercise],
    at_once: int,
    progress: Progress | None = None,
) -> Crowd:
    """Play all clips, so many at once. Raises VideoError where one cannot be read."""
    settle()
    reps: dict[str, int] = {}
    received = dropped = late = looks = 0
    for first in range(0, len(clips), at_once):
        # Every group is full, so that the last clips are not played to an idle machine.
        group = [clips[(first + i) % len(clips)] for i in range(at_once)]
        fleet = Fleet()
        counted = asyncio.run(_play_group(group, exercises, fleet))
        reps.update(counted[: len(clips) - first])
        totals = fleet.counters.totals()
        received, dropped = received + totals.received, dropped + totals.dropped
        late, looks = late + totals.late, looks + totals.looks.count
        if progress is not None:
            progress(len(reps), len(clips))
    every = max(1, received)
    return Crowd(reps, dropped / every, late / every, looks / every)


async def _play_group(
    group: Sequence[Part], exercises: Mapping[str, Exercise], fleet: Fleet
) -> list[tuple[str, int]]:
    frames = [read_frames(path, SIDE, LONGEST_S) for _, path, _ in group]

    async def one(i: int) -> tuple[str, int]:
        name, _, key = group[i]
        session = make_session(exercises, Settings(key), fleet)
        return name, await _play_one(frames[i], session)

    async def again(i: int) -> None:
        await firsts[i]
        while True:
            await one(i)

    firsts = [asyncio.create_task(one(i)) for i in range(len(group))]
    # A person who is through begins again, so that the longest clip is not played to an idle
    # machine.
    others = [asyncio.create_task(again(i)) for i in range(len(group))]
    try:
        return list(await asyncio.gather(*firsts))
    finally:
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


async def _play_one(frames: Frames, session: Session) -> int:
    video = VideoReturn(
        partial(handle_frame, session), partial(handle_late_frame, session), session.end
    )
    video.addTrack(_Camera(frames))
    video.start()
    try:
        await _encode(video)
    finally:
        video.stop()
    return len(session.summary().snapshot.reps)


async def _encode(video: VideoReturn) -> None:
    """Take what goes back, as the connection does."""
    encoder, loop = Vp8Encoder(), asyncio.get_running_loop()
    with suppress(MediaStreamError):
        while True:
            await loop.run_in_executor(None, encoder.encode, await video.recv())


class _Camera(MediaStreamTrack):
    """Gives a clip's frames when they are due."""

    kind = "video"

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self._frames = iter(frames)
        self._begun: float | None = None

    async def recv(self) -> av.VideoFrame:
        frame = next(self._frames, None)
        if frame is None:
            raise MediaStreamError
        t = frame.time or 0.0
        if self._begun is None:
            self._begun = time.monotonic() - t
            return frame
        await asyncio.sleep(max(0.0, self._begun + LEAD_S + t - time.monotonic()))
        return frame
