"""The connection's frames, without a connection."""

from __future__ import annotations

import logging
from fractions import Fraction

import av
import numpy as np
import pytest

from coach.live.transport import stream
from coach.live.transport.frame_handler import handle_frame
from coach.live.transport.relay import IceServer, Provider, RelayPlan


def video_frame(pts: int | None, bright: int = 120, size: tuple[int, int] = (64, 36)):
    width, height = size
    frame = av.VideoFrame.from_ndarray(
        np.full((height, width, 3), bright, dtype=np.uint8), format="rgb24"
    ).reformat(format="yuv420p")
    frame.pts = pts
    frame.time_base = Fraction(1, 90_000)
    return frame


class FakeSession:
    def __init__(self, fails: bool = False):
        self.fails, self.calls = fails, []

    def skips(self, t, received):
        return False

    def frame(self, rgb, t, received):
        if self.fails:
            raise RuntimeError("never happens, and yet")
        self.calls.append((rgb.shape, t, received))
        return np.ascontiguousarray(rgb[:, ::-1])


def test_a_frame_keeps_its_time_and_its_size():
    session = FakeSession()
    out = handle_frame(session, video_frame(45_000))
    assert (out.pts, out.time_base) == (45_000, Fraction(1, 90_000))
    assert (out.width, out.height) == (64, 36)
    assert session.calls == [((36, 64, 3), 0.5, 1)]


def test_a_frame_without_a_time_gets_one_that_rises():
    session = FakeSession()
    for _ in range(2):
        handle_frame(session, video_frame(None))
    (_, first, _), (_, second, _) = session.calls
    assert second > first


def test_a_failure_returns_the_frame_as_it_came(caplog):
    frame = video_frame(1)
    with caplog.at_level(logging.ERROR):
        assert handle_frame(FakeSession(fails=True), frame) is frame
    assert "could not be converted" in caplog.text


@pytest.mark.parametrize("facing", list(stream.Facing))
def test_no_sound_is_ever_asked_for(facing):
    wanted = stream.constraints(facing)
    assert wanted["audio"] is False
    assert wanted["video"]["facingMode"] == {"ideal": facing.value}


class TestIceServers:
    PLAN = RelayPlan(Provider.CLOUDFLARE, (IceServer(("stun:s.example",)),), ("id", "s3cret-token"))

    @pytest.fixture(autouse=True)
    def _nothing_kept(self):
        stream._given.clear()

    def test_known_servers_need_no_request(self):
        plan = RelayPlan(Provider.STUN, (IceServer(("stun:s.example",)),))
        assert stream.ice_servers(plan) == ([{"urls": ["stun:s.example"]}], True)

    def test_no_server_at_all_is_an_empty_list_and_not_the_librarys_default(self):
        assert stream.ice_servers(RelayPlan(Provider.NONE)) == ([], True)

    def test_a_provider_is_asked_once(self, monkeypatch):
        asked = []

        def give(*keys):
            asked.append(keys)
            return [{"urls": "turn:t.example", "username": "u", "credential": "c"}]

        monkeypatch.setattr(stream, "get_cloudflare_ice_servers", give)
        for _ in range(2):
            servers, answered = stream.ice_servers(self.PLAN)
        assert asked == [("id", "s3cret-token")]
        assert [server["urls"] for server in servers] == ["turn:t.example", ["stun:s.example"]]
        assert answered

    def test_a_provider_that_fails_leaves_the_rest_and_no_secret_in_the_log(
        self, monkeypatch, caplog
    ):
        def fail(*keys):
            raise ValueError(f"refused: {keys}")

        monkeypatch.setattr(stream, "get_cloudflare_ice_servers", fail)
        with caplog.at_level(logging.WARNING):
            servers, answered = stream.ice_servers(self.PLAN)
        assert servers == [{"urls": ["stun:s.example"]}]
        assert not answered
        assert "cloudflare" in caplog.text
        assert "s3cret" not in caplog.text
