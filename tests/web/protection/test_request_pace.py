"""Who sends too slowly keeps no place."""

from __future__ import annotations

import asyncio

import pytest

from coach.web.protection import request_pace as pace
from coach.web.protection.request_pace import (
    LEAST,
    LONGEST_S,
    PATIENCE_S,
    Paced,
    RequestPace,
    TooSlowError,
)

MB = 1_000_000


def given_up_after(size: int, every_s: float) -> float | None:
    """Seconds after which a sender of so many bytes at a time is given up; None: never within two
    days."""
    sender = RequestPace()
    t = 0.0
    while t < 2 * 86_400:
        if every_s > sender.left_s:
            return t + sender.left_s
        t += every_s
        sender.note(size, every_s)
        if sender.left_s <= 0:
            return t
    return None


@pytest.mark.parametrize(
    ("size", "every_s", "after_s"),
    [
        pytest.param(1, 20.0, PATIENCE_S, id="a byte now and then"),
        pytest.param(0, 0.01, PATIENCE_S, id="pieces without a byte"),
        pytest.param(1, 61.0, PATIENCE_S, id="nothing for a minute"),
        pytest.param(LEAST // 2, 1.0, 2 * PATIENCE_S, id="half of what is needed"),
        pytest.param(LEAST, 1.0, LONGEST_S, id="just enough, but not for ever"),
        pytest.param(50 * LEAST, 50.0, LONGEST_S, id="in bursts"),
    ],
)
def test_who_is_too_slow_is_given_up(size, every_s, after_s):
    assert given_up_after(size, every_s) == pytest.approx(after_s, abs=every_s)


def test_what_came_quickly_is_no_credit_for_hours_of_nothing():
    sender = RequestPace()
    sender.note(400 * MB, 4.0)
    assert sender.left_s == PATIENCE_S


def test_the_largest_video_comes_through_at_0_6_megabits_a_second():
    sender = RequestPace()
    sender.note(500 * MB, 500 * MB / (0.6 * MB / 8))
    assert sender.left_s > 0


def run(app, messages, clock=None):
    """An app that is sent so many messages, each after its seconds, and then nothing."""
    left = iter(messages)

    async def receive():
        wait_s, message = next(left, (60, {}))
        await asyncio.sleep(wait_s)
        return message

    async def send(message):
        pass

    asyncio.run(Paced(app)({"type": "http"}, receive, send))


def piece(size: int, more: bool) -> dict:
    return {"type": "http.request", "body": bytes(size), "more_body": more}


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(pace, "PATIENCE_S", 0.05)


async def reads(scope, receive, send):
    while (await receive()).get("more_body"):
        pass


def test_a_sender_who_stands_still_is_not_waited_for(impatient):
    with pytest.raises(TooSlowError):
        run(reads, [(0, piece(1, True))])


def test_a_sender_who_trickles_is_not_waited_for(impatient):
    with pytest.raises(TooSlowError):
        run(reads, [(0.02, piece(1, True))] * 100)


def test_a_sender_who_is_quick_is_waited_for(impatient):
    run(reads, [(0.02, piece(LEAST, True))] * 5 + [(0.02, piece(0, False))])


def test_who_has_sent_all_may_wait_for_the_answer(impatient):
    async def asks(scope, receive, send):
        await reads(scope, receive, send)
        assert (await receive())["type"] == "http.disconnect"

    run(asks, [(0, piece(1, False)), (0.15, {"type": "http.disconnect"})])


@pytest.mark.parametrize("target", ["/api/pose", "/api/analyze?exercise=squat"])
def test_every_door_says_so_and_keeps_nothing(stage, impatient, target):
    answer = stage.ask("POST", target, [b"a", b"b"], stands_still=True)
    assert answer.status == 408
    assert "too slow" in answer.problem
    assert answer.headers["connection"] == "close"
    assert not stage.left()
    assert stage.jobs._uploads == []
