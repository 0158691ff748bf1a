"""How the app serves many: N peers at once, from the camera's picture sent to the one returned."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.frame.alone import MediaPipe
from benchmarks.frame.measure import measure
from benchmarks.frame.way import MASKLESS
from benchmarks.live.app import App, Reading, running_app
from benchmarks.live.clip import SIDE, MarkedClip, marked_clip
from benchmarks.live.peer import Peer, Seen
from coach.evaluation.live_frames import read_frames
from coach.runtime.machine import cores
from coach.vision.mediapipe.networks.lean import lean
from coach.vision.models import model_store

SETTLE_S = 6.0
"""Seconds after the last peer's start that are not measured: the network is being loaded."""
CLIP_S = 60.0
NETWORK_S = 3.0
"""Seconds of the clip in which the network is measured alone."""


class NoPictureError(RuntimeError):
    """A peer saw no picture in time, or the app was gone; the message is the library's reason."""


Progress = Callable[[float, float], None]
"""Is told the peers' seconds that were measured, and those in all."""


@dataclass(frozen=True)
class LiveRun:
    """N sessions at once."""

    sessions: int
    fps_least: float
    fps_mean: float
    """Different pictures a second that came back, of the session that fared worst and of all."""
    delay_p50_ms: float
    delay_p95_ms: float
    """From sending a picture to having it back, decoded."""
    not_returned: float
    """Share of the pictures sent."""
    dropped: float
    """Share of those received that the app overtook."""
    cores: float
    """Processor cores the app used in all."""
    memory_mb: float
    """The app's."""
    look_ms: float
    looks_per_s: float
    """Of the network, each session."""
    step: int
    """How far it saved."""
    unread: int
    """Marks that could not be read."""


@dataclass(frozen=True)
class LiveBench:
    """All runs over one clip."""

    size: tuple[int, int]
    decode_ms: float
    encode_ms: float
    network_ms: float
    """What a picture takes by the codecs, and by MediaPipe where it is looked at, with the model
    that the page begins with (processor time, each alone)."""
    cores: float
    """That the app may use."""
    idle_mb: float
    """The app's memory before anybody came."""
    runs: tuple[LiveRun, ...]
    load_average: tuple[float, float]
    """Of the machine before and after: how many programs wanted the processor at once, this one's
    own included."""

    def memory_per_session_mb(self) -> float | None:
        """How much one session more takes, from the first run to the last; None with one run."""
        first, last = self.runs[0], self.runs[-1]
        if last.sessions == first.sessions:
            return None
        return (last.memory_mb - first.memory_mb) / (last.sessions - first.sessions)


def live_bench(
    path: Path, numbers: Sequence[int], seconds: float, progress: Progress | None = None
) -> LiveBench:
    """Measure so many sessions at once, each number for so many seconds by a new app.

    Raises VideoError or NarrowClipError for the clip, AppError where the app does not start, and
    NoPictureError where a peer sees none.
    """
    clip = marked_clip(path, CLIP_S)
    network_ms = _network_ms(path)
    runs: list[LiveRun] = []
    load = _load_average()
    total = float(sum(numbers) * seconds)
    idle = 0.0
    for number in numbers:
        with running_app(number) as app:
            idle = _megabytes(app.read())
            try:
                runs.append(_on_a_loop(_measure(app, clip, number, seconds)))
            except (OSError, asyncio.TimeoutError) as error:
                raise NoPictureError(str(error) or type(error).__name__) from error
        if progress is not None:
            progress(float(sum(run.sessions for run in runs) * seconds), total)
    return LiveBench(
        clip.size,
        clip.decode_s * 1e3,
        clip.encode_s * 1e3,
        network_ms,
        cores(),
        idle,
        tuple(runs),
        (load, _load_average()),
    )


def _on_a_loop(run: Coroutine[Any, Any, LiveRun]) -> LiveRun:
    """By the event loop that the app has as well, so that the peers take little of the machine."""
    if sys.platform == "win32":
        return asyncio.run(run)
    import uvloop

    return uvloop.run(run)


def _network_ms(path: Path) -> float:
    frames = read_frames(path, SIDE, NETWORK_S)
    bundle = lean(model_store.load(model_store.DEFAULT))
    figures, _ = measure({MASKLESS: lambda: MediaPipe(bundle, frames)}, frames)
    return figures[MASKLESS].cpu_ms


async def _measure(app: App, clip: MarkedClip, number: int, seconds: float) -> LiveRun:
    peers = [Peer(app.port, clip.packets) for _ in range(number)]
    try:
        for peer in peers:
            await peer.start()
        await asyncio.sleep(SETTLE_S)
        before = await asyncio.to_thread(app.read)
        for peer in peers:
            peer.begin()
        await asyncio.sleep(seconds)
        seen = [peer.end() for peer in peers]
        after = await asyncio.to_thread(app.read)
        return _run(seen, before, after, seconds)
    finally:
        for peer in peers:
            await peer.close()


def _run(seen: Sequence[Seen], before: Reading, after: Reading, seconds: float) -> LiveRun:
    passed = after.at - before.at
    rates = [one.returned / seconds for one in seen]
    delays = np.concatenate([one.delays for one in seen]) * 1e3
    p50, p95 = np.percentile(delays, [50, 95]) if len(delays) else (np.nan, np.nan)
    looks = after.since(before, "coach_inference_seconds_count")
    received = after.since(before, "coach_frames_received_total")
    return LiveRun(
        sessions=len(seen),
        fps_least=min(rates),
        fps_mean=float(np.mean(rates)),
        delay_p50_ms=float(p50),
        delay_p95_ms=float(p95),
        not_returned=1 - sum(one.returned for one in seen) / max(1, sum(s.sent for s in seen)),
        dropped=after.since(before, "coach_frames_dropped_total") / max(1.0, received),
        cores=after.since(before, "process_cpu_seconds_total") / passed,
        memory_mb=_megabytes(after),
        look_ms=after.since(before, "coach_inference_seconds_sum") / max(1.0, looks) * 1e3,
        looks_per_s=looks / passed / len(seen),
        step=int(after.values.get("coach_saving_step", 0)),
        unread=sum(one.unread for one in seen),
    )


def _megabytes(reading: Reading) -> float:
    return reading.values.get("process_resident_memory_bytes", float("nan")) / 1e6


def _load_average() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
