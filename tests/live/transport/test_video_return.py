"""The video that goes back, between a camera and an encoder that are played."""

from __future__ import annotations

import asyncio
import threading

import av
import pytest
from aiortc import MediaStreamTrack
from aiortc.contrib.media import MediaRelay
from aiortc.mediastreams import MediaStreamError
from streamlit_webrtc import MediaSink

from coach.live.transport import video_return
from coach.live.transport.video_return import MOST_WAITING, VideoReturn


class Camera(MediaStreamTrack):
    kind = "video"

    def __init__(self):
        super().__init__()
        self.frames: asyncio.Queue[av.VideoFrame | None] = asyncio.Queue()

    def send(self, pts: int | None):
        self.frames.put_nowait(None if pts is None else frame(pts))

    async def recv(self):
        sent = await self.frames.get()
        if sent is None:
            raise MediaStreamError
        return sent


def frame(pts: int) -> av.VideoFrame:
    made = av.VideoFrame(4, 4, "yuv420p")
    made.pts = pts
    return made


class Stage:
    """A camera, what works on its frames, and the way out as the library lays it."""

    def __init__(self):
        self.worked: list[tuple[int, int]] = []
        self.carried: list[tuple[int, int]] = []
        self.ended = 0
        self.leave_out: set[int] = set()
        self.go_on = threading.Event()
        self.go_on.set()
        self.camera = Camera()
        self.video = VideoReturn(self.work, self.late, self.end)
        relay = MediaRelay()
        self.out = relay.subscribe(relay.subscribe(self.video))
        self.video.addTrack(relay.subscribe(self.camera))
        self.video.start()

    def work(self, came, received):
        self.go_on.wait(5)
        self.worked.append((came.pts, received))
        return None if came.pts in self.leave_out else frame(came.pts + 1000)

    def late(self, came, received):
        self.carried.append((came.pts, received))
        return frame(came.pts + 5000)

    def end(self):
        self.ended += 1

    async def next(self) -> int:
        return (await asyncio.wait_for(self.out.recv(), 5)).pts


def play(scene):
    """Run a scene on a stage of its own, and stop the connection after it."""

    async def whole():
        stage = Stage()
        try:
            await scene(stage)
        finally:
            stage.video.stop()

    asyncio.run(whole())


async def until(true):
    for _ in range(500):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


def test_an_answer_does_not_wait_for_the_next_frame():
    async def scene(stage):
        stage.camera.send(1)
        assert await stage.next() == 1001

    play(scene)


def test_of_the_frames_that_come_meanwhile_the_newest_is_next_and_all_are_counted():
    async def scene(stage):
        for pts in (1, 2, 3):
            stage.camera.send(pts)
        await until(lambda: stage.video._received == 3)
        assert await stage.next() == 1003
        assert stage.worked == [(3, 3)]

    play(scene)


def test_a_frame_may_be_left_out():
    async def scene(stage):
        stage.leave_out = {1, 2}
        answer = asyncio.ensure_future(stage.next())
        for pts in (1, 2, 3):
            stage.camera.send(pts)
            await until(lambda pts=pts: (pts, 1) in stage.worked)
        assert await answer == 1003

    play(scene)


def test_frames_do_not_wait_for_one_that_takes_long(monkeypatch):
    # Longer than a busy machine takes to hand a frame from thread to thread.
    monkeypatch.setattr(video_return, "PATIENCE_S", 0.5)

    async def scene(stage):
        stage.go_on.clear()
        for pts in (1, 2, 3):
            stage.camera.send(pts)
            assert await stage.next() == 5000 + pts
        assert stage.carried == [(1, 0), (2, 1), (3, 1)], "the first was counted where it is slow"
        stage.go_on.set()
        await until(lambda: not stage.video._in_time)
        stage.go_on.clear()
        stage.camera.send(4)
        assert await stage.next() == 5004, "what came late is not shown after newer ones"
        stage.go_on.set()
        await until(lambda: stage.video._in_time)
        stage.camera.send(5)
        assert await stage.next() == 1005

    play(scene)


def test_who_waited_in_vain_does_not_wait_again_until_it_would_have_been_in_time(monkeypatch):
    monkeypatch.setattr(video_return, "PATIENCE_S", 0.2)

    async def scene(stage):
        loop = asyncio.get_running_loop()
        waited = []
        for pts in (1, 2, 3):
            stage.go_on.clear()
            stage.camera.send(pts)
            begun = loop.time()
            await stage.next()
            waited.append(loop.time() - begun >= 0.19)
            stage.go_on.set()
            await until(lambda pts=pts: stage.video._in_time is (pts > 1))
        assert waited == [True, False, True], "the second was kept waiting for a moment only"

    play(scene)


def test_the_event_loop_is_free_while_a_frame_is_worked_on():
    async def scene(stage):
        stage.go_on.clear()
        stage.camera.send(1)
        answer = asyncio.ensure_future(stage.next())
        await asyncio.sleep(0.005)
        assert not answer.done()
        stage.go_on.set()
        assert await answer == 1001

    play(scene)


def test_answers_do_not_pile_up_before_an_encoder_that_stands_still():
    async def scene(stage):
        stage.camera.send(0)
        assert await stage.next() == 1000
        for pts in range(1, 30):
            stage.camera.send(pts)
            await until(lambda pts=pts: len(stage.worked) == pts + 1)
        assert len(stage.worked) == 30, "all are worked on, so that none is missing in the count"
        kept = [await stage.next() for _ in range(MOST_WAITING + 1)]
        assert kept == [1001, 1002, 1003]
        stage.camera.send(30)
        assert await stage.next() == 1030, "once the encoder goes on, so does the video"

    play(scene)


def test_a_late_frame_after_the_end_begins_no_connection():
    async def scene(stage):
        stage.video.stop()
        before = stage.ended
        assert stage.video._while_live(stage.late, frame(1), 1) is None
        assert stage.carried == []
        assert stage.ended == before + 1, "what it might have begun is ended"

    play(scene)


@pytest.mark.parametrize("by", ["camera", "page", "both"])
def test_the_end_ends_everything(by):
    async def scene(stage):
        stage.camera.send(1)
        await stage.next()
        waiting = asyncio.ensure_future(stage.out.recv())
        await asyncio.sleep(0.01)
        if by != "page":
            stage.camera.send(None)
            await until(lambda: stage.ended)
        if by != "camera":
            await asyncio.get_running_loop().run_in_executor(None, stage.video.stop)
        with pytest.raises(MediaStreamError):
            await asyncio.wait_for(waiting, 5)
        assert stage.ended == 1
        assert not any("-frames" in thread.name for thread in alive())

    play(scene)


def alive():
    """Threads that go on; one that was told to end is given time to."""
    for thread in threading.enumerate():
        if "-frames" in thread.name:
            thread.join(2)
    return threading.enumerate()


def test_it_is_a_sink_as_the_library_publishes_them():
    work = Stage.work
    assert isinstance(VideoReturn(work, work, lambda: None), MediaSink)


def test_one_that_was_never_used_ends_without_a_word():
    ended = []
    work = Stage.work
    VideoReturn(work, work, lambda: ended.append(True)).stop()
    assert ended == [True]


def test_a_frame_that_is_still_worked_on_at_the_end_ends_its_session_once_more():
    """It may have made a network anew, after all was let go."""

    async def scene(stage):
        stage.go_on.clear()
        stage.camera.send(1)
        assert await stage.next() == 5001
        stage.video.stop()
        assert stage.ended == 1
        stage.go_on.set()
        await until(lambda: stage.ended == 2)

    play(scene)


@pytest.mark.parametrize("ends", [False, True], ids=["it goes on", "it ends"])
def test_what_a_connection_set_free_goes_back_to_the_system(ends, monkeypatch):
    trimmed = []
    monkeypatch.setattr(video_return, "trim", lambda: trimmed.append(threading.current_thread()))
    monkeypatch.setattr(video_return, "SETTLING_S", (5.0,) if ends else (0.01,))
    monkeypatch.setattr(video_return, "LATER_S", 0.02)
    monkeypatch.setattr(video_return, "OVER_S", 0.01)

    async def scene(stage):
        stage.camera.send(1)
        await stage.next()
        if ends:
            assert not trimmed
            stage.video.stop()
        await until(lambda: len(trimmed) >= (1 if ends else 4))
        assert trimmed[0] is not threading.current_thread(), "the event loop does not wait"

    play(scene)
