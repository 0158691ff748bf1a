"""No picture: the page names the likeliest reason, and is silent while all may yet be well."""

from __future__ import annotations

import logging

import pytest

from coach.live.watchdog import Browser, Situation, Watchdog, why
from coach.texts import say

FAR = {"near": False, "active": True, "quiet_s": 11.0}


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        pytest.param(Situation(), None, id="before START nothing is wrong"),
        pytest.param(Situation(browser=Browser()), None, id="the browser sees no obstacle"),
        pytest.param(Situation(active=True, quiet_s=9.9), None, id="less than ten seconds"),
        pytest.param(
            Situation(active=True, connected=True, frames=300, quiet_s=0.1), None, id="all is well"
        ),
        pytest.param(Situation(secure=False), "live.why.https", id="http, by the address"),
        pytest.param(
            Situation(browser=Browser(media=False)), "live.why.https", id="http, by the browser"
        ),
        pytest.param(
            Situation(browser=Browser(permission="denied")), "live.why.permission", id="refused"
        ),
        pytest.param(
            Situation(browser=Browser(failure="NotAllowedError")),
            "live.why.permission",
            id="refused just now",
        ),
        pytest.param(Situation(browser=Browser(cameras=0)), "live.why.no_camera", id="no camera"),
        pytest.param(
            Situation(browser=Browser(failure="NotFoundError")),
            "live.why.no_camera",
            id="no camera, found out at START",
        ),
        pytest.param(
            Situation(browser=Browser(failure="NotReadableError")), "live.why.busy", id="in use"
        ),
        pytest.param(
            Situation(browser=Browser(failure="TypeError")), "live.why.other", id="never heard of"
        ),
        pytest.param(
            Situation(browser=Browser(asking_s=10)), "live.why.unanswered", id="not answered yet"
        ),
        pytest.param(
            Situation(active=True, quiet_s=11), "live.why.blocked", id="one network, no way through"
        ),
        pytest.param(Situation(**FAR), "live.why.no_relay", id="far away and no relay"),
        pytest.param(Situation(**FAR, relay=True), "live.why.relay_fails", id="a relay that fails"),
        pytest.param(
            Situation(**FAR, relay=True, answered=False),
            "live.why.relay_silent",
            id="a relay whose provider did not answer",
        ),
        pytest.param(
            Situation(active=True, connected=True, quiet_s=11),
            "live.why.no_frames",
            id="connected, and no frame",
        ),
        pytest.param(
            Situation(active=True, connected=True, frames=50, quiet_s=4),
            "live.why.ceased",
            id="frames that cease",
        ),
        pytest.param(
            Situation(
                active=True, connected=True, frames=50, quiet_s=4, browser=Browser(gone=True)
            ),
            "live.why.camera_gone",
            id="the camera was pulled out",
        ),
        pytest.param(
            Situation(
                active=True, connected=True, frames=50, quiet_s=0.1, browser=Browser(gone=True)
            ),
            None,
            id="another camera was pulled out",
        ),
    ],
)
def test_why(situation, expected):
    assert why(situation) == expected


@pytest.mark.parametrize("report", [None, "x", {}, {"media": True}, {"media": 1, "cameras": "x"}])
def test_a_report_that_is_none_is_not_believed(report):
    assert Browser.from_report(report) is None


def test_a_report_is_read():
    report = {"media": True, "cameras": 2, "permission": "prompt", "failure": "", "asking_s": 3}
    report |= {"lost": True, "retrying": False, "gone": True}
    assert Browser.from_report(report) == Browser(True, 2, "prompt", "", 3.0, lost=True, gone=True)


class TestWhatStays:
    """Browsers end a connection that does not come about after some seconds, without a word."""

    IDLE = Situation(browser=Browser())
    LOST = Situation(browser=Browser(lost=True))
    TRYING = Situation(active=True, near=False)

    @staticmethod
    def looks(*situations):
        watchdog = Watchdog()
        return [watchdog.look(situation) for situation in situations]

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"near": True}, "live.why.blocked"),
            ({"near": False}, "live.why.no_relay"),
            ({"near": False, "relay": True}, "live.why.relay_fails"),
            ({"near": False, "relay": True, "answered": False}, "live.why.relay_silent"),
        ],
    )
    def test_the_reason_outlives_the_connection_until_the_next_start(self, facts, expected):
        trying = Situation(active=True, quiet_s=3, **facts)
        failing = Situation(active=True, quiet_s=11, **facts)
        assert self.looks(trying, failing, self.IDLE, self.LOST, self.IDLE, trying) == [
            None, expected, expected, expected, expected, None,
        ]  # fmt: skip

    def test_one_that_fails_before_the_page_would_say_why_has_its_reason(self):
        assert self.looks(self.TRYING, self.IDLE, self.LOST) == [None, None, "live.why.no_relay"]

    def test_who_presses_stop_is_told_nothing(self):
        assert self.looks(self.TRYING, self.IDLE, self.IDLE) == [None, None, None]

    def test_one_that_broke_off_is_not_taken_for_one_that_never_was(self):
        playing = Situation(active=True, connected=True, frames=90)
        assert self.looks(playing, self.IDLE, self.LOST) == [None, None, "live.why.lost"]

    def test_one_that_broke_off_is_tried_again_and_that_is_said_until_a_picture_comes(self):
        again = Browser(lost=True, retrying=True)
        playing = Situation(active=True, connected=True, frames=90)
        waiting = Situation(browser=again)
        trying = Situation(active=True, quiet_s=15, browser=again)
        back = Situation(active=True, connected=True, frames=1, browser=again)
        retrying = "live.why.retrying"
        assert self.looks(playing, waiting, trying, waiting, self.LOST) == [
            None, retrying, retrying, retrying, "live.why.lost",
        ]  # fmt: skip
        assert self.looks(playing, waiting, trying, back, playing, self.IDLE) == [
            None, retrying, retrying, None, None, None,
        ]  # fmt: skip

    def test_a_camera_that_is_gone_is_the_reason_of_the_end(self):
        playing = Situation(active=True, connected=True, frames=90)
        after = Situation(browser=Browser(lost=True, gone=True))
        assert self.looks(playing, after) == [None, "live.why.camera_gone"]

    def test_a_report_of_the_connection_before_is_taken_back(self):
        stopped = (self.TRYING, self.LOST, self.IDLE)
        assert self.looks(self.TRYING, self.LOST, *stopped)[-1] is None

    def test_a_camera_that_fails_afterwards_is_nearer(self):
        refused = Situation(browser=Browser(failure="NotAllowedError", lost=True))
        assert self.looks(self.TRYING, self.LOST, refused)[-1] == "live.why.permission"

    def test_before_start_nothing_can_have_broken_off(self):
        assert self.looks(self.LOST) == [None]

    def test_each_reason_is_logged_once_a_connection(self, caplog):
        failing = Situation(**FAR)
        watchdog = Watchdog()
        with caplog.at_level(logging.WARNING):
            for situation in (self.TRYING, failing, failing, self.LOST, self.TRYING, failing):
                watchdog.look(situation)
        told = [record.getMessage() for record in caplog.records]
        assert told == [say("log.no_picture", why=say("live.why.no_relay"))] * 2
