"""No picture: the page names the likeliest reason, and is silent while all may yet be well."""

from __future__ import annotations

import pytest

from coach.live.watchdog import Browser, Situation, why

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
    ],
)
def test_why(situation, expected):
    assert why(situation) == expected


@pytest.mark.parametrize("report", [None, "x", {}, {"media": True}, {"media": 1, "cameras": "x"}])
def test_a_report_that_is_none_is_not_believed(report):
    assert Browser.from_report(report) is None


def test_a_report_is_read():
    report = {"media": True, "cameras": 2, "permission": "prompt", "failure": "", "asking_s": 3}
    assert Browser.from_report(report) == Browser(True, 2, "prompt", "", 3.0)
