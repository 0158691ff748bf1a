"""The whole way, in a real browser: camera, server, picture, count, and back."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from coach.texts import say
from tests.e2e.conftest import running_app

pytestmark = pytest.mark.e2e

CLIPS = Path(__file__).parents[3] / "shared" / "data" / "clips"
FRAMES = """() => Math.max(0, ...[...document.querySelectorAll('video')].map(
    (video) => video.getVideoPlaybackQuality().totalVideoFrames))"""


def component(page):
    return page.frame_locator("iframe[title*='webrtc']")


def begin(page):
    """START, as soon as it is there."""
    press(page, say("live.start"))


def press(page, name):
    component(page).get_by_role("button", name=name, exact=True).click(timeout=30_000)


def frames(page) -> int:
    """Pictures that came back. Unlike the video's time, this stands still on a frozen one."""
    counts = [frame.evaluate(FRAMES) for frame in page.frames if "webrtc" in frame.url]
    return max(counts, default=0)


def wait_for_frames(page, seconds=20.0, after=0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if frames(page) > after + 5:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"no picture came back: {alerts(page)}")


def until(page, holds, why="", seconds=15.0):
    """Wait until it holds, on a busy machine too; a fixed wait before an assertion is a guess."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            pytest.fail(why or "it did not come true in time")
        page.wait_for_timeout(100)


def best_rate(page, seconds: float) -> float:
    """Watch for so long; the most frames a second that came back over three of them. What else the
    machine does at the moment is no fault of the video's."""
    rates, end = [0.0], time.monotonic() + seconds
    while time.monotonic() < end:
        begun, first = time.monotonic(), frames(page)
        page.wait_for_timeout(min(3.0, max(1.0, end - begun)) * 1000)
        rates.append((frames(page) - first) / (time.monotonic() - begun))
    return max(rates)


def alerts(page) -> list[str]:
    return page.get_by_test_id("stAlert").all_inner_texts()


def metric(page, label) -> str:
    found = page.get_by_test_id("stMetric").filter(has_text=re.compile(f"^{label}"))
    return found.get_by_test_id("stMetricValue").inner_text(timeout=10_000)


@pytest.mark.parametrize(
    ("clip", "exercise", "count"),
    [("push_up_sideleft_gym_4", "Push-up", 4), ("squat_side_barbell_3", "Squat", 3)],
)
def test_a_real_clip_is_counted_as_by_eye(app_url, open_page, camera_file, clip, exercise, count):
    path = CLIPS / f"{clip}.mp4"
    if not path.is_file():
        pytest.skip("../shared/data/clips is not here")
    camera, length_s = camera_file(path, 30.0)
    page = open_page(app_url, camera)
    page.get_by_text(exercise, exact=True).first.click(timeout=30_000)
    page.wait_for_timeout(1000)

    begin(page)
    wait_for_frames(page)
    assert best_rate(page, length_s) >= 20
    # The clip began before its first picture was back: by now its last one has stood for a while.
    page.wait_for_timeout(2000)
    until(page, lambda: metric(page, say("live.reps")) == str(count))

    press(page, say("live.stop"))
    rows = page.get_by_test_id("stTable").first.locator("tbody tr")
    until(page, lambda: rows.count() == count, "the summary has a row for each")

    page.get_by_role("link", name=say("app.guide")).click()
    page.get_by_text(say("guide.title")).wait_for(timeout=10_000)
    page.get_by_role("link", name=say("app.live")).click()
    rows.first.wait_for(timeout=10_000)
    page.get_by_text(say("set.new"), exact=True).click()
    press(page, say("live.start"))
    wait_for_frames(page)
    page.get_by_text(say("set.earlier")).wait_for(timeout=10_000)
    assert int(metric(page, say("live.reps"))) < count, "a new set, and the old one is kept"


def test_a_drawn_person_is_counted(app_url, open_page, camera_file, drawn_squats):
    """On every machine, also where no clip is."""
    camera, length_s = camera_file(drawn_squats, 30.0)
    page = open_page(app_url, camera)
    begin(page)
    wait_for_frames(page)
    assert best_rate(page, length_s) >= 15
    until(page, lambda: metric(page, say("live.reps")) == "3")
    assert alerts(page) == []


def test_the_app_runs_without_any_clip_and_without_an_error(app_url, open_page):
    page = open_page(app_url, "fake")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    begin(page)
    wait_for_frames(page)
    assert best_rate(page, 6.0) >= 5, "it flows, however busy the machine is"
    assert metric(page, say("live.reps")) == "0", "a test picture is nobody"
    page.get_by_text(say("live.privacy"), exact=True).click()
    page.wait_for_timeout(1000)
    wait_for_frames(page, after=frames(page))  # a click in mid-set does not end the stream
    press(page, say("live.stop"))
    component(page).get_by_role("button", name=say("live.start"), exact=True).wait_for()
    assert errors == []


def test_leaving_the_page_without_stop_and_coming_back_starts_again(app_url, open_page):
    page = open_page(app_url, "fake")
    for _ in range(3):
        press(page, say("live.start"))
        wait_for_frames(page)
        page.get_by_role("link", name=say("app.guide")).click()
        page.get_by_text(say("guide.title")).wait_for(timeout=10_000)
        page.get_by_role("link", name=say("app.live")).click()
    component(page).get_by_role("button", name=say("live.start"), exact=True).wait_for()
    assert alerts(page) == []


@pytest.mark.parametrize(
    ("camera", "start", "reason"),
    [
        pytest.param(None, False, "live.why.no_camera", id="no camera, before START is pressed"),
        pytest.param("fake", True, "live.why.permission", id="the camera is refused"),
    ],
)
def test_what_hinders_the_camera_is_said(app_url, open_page, camera, start, reason):
    page = open_page(app_url, camera, allowed=False)
    if start:
        press(page, say("live.start"))
    page.get_by_text(say(reason)).wait_for(timeout=15_000)


def test_a_tab_that_was_closed_keeps_no_seat(model, tmp_path, open_page):
    with running_app(tmp_path, COACH_DATA=str(tmp_path), COACH_MAX_SESSIONS="1") as url:
        first = open_page(url, "fake")
        component(first).get_by_role("button", name=say("live.start"), exact=True).wait_for()
        second = open_page(url, "fake")
        second.get_by_text(say("live.full", place=1)).wait_for()
        first.close()
        begin(second)


UNREACHED = """
const set = RTCPeerConnection.prototype.setRemoteDescription;
RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
  return set.call(this, { type, sdp: sdp.replace(/a=ice-pwd:.*/g, "a=ice-pwd:" + "x".repeat(22)) });
};"""
"""A browser that does not reach the server: nothing of what it sends is answered."""


def test_why_a_connection_did_not_come_about_is_said_until_the_next_start(app_url, open_page):
    page = open_page("about:blank", "fake")
    page.add_init_script(UNREACHED)
    page.goto(app_url)
    begin(page)
    page.get_by_text(say("live.why.blocked")).wait_for(timeout=25_000)
    start = component(page).get_by_role("button", name=say("live.start"), exact=True)
    start.wait_for(timeout=60_000)
    page.wait_for_timeout(5000)
    until(page, lambda: [say("live.why.blocked") in alert for alert in alerts(page)] == [True])
    start.click()
    page.get_by_text(say("live.why.blocked")).wait_for(state="hidden", timeout=10_000)
    press(page, say("live.stop"))
    start.wait_for()
    page.wait_for_timeout(3000)
    until(
        page,
        lambda: [say("live.idle") in alert for alert in alerts(page)] == [True],
        "who presses STOP knows why it ended",
    )


KEPT_CONNECTION = """
const Connection = RTCPeerConnection;
window.RTCPeerConnection = class extends Connection {
  constructor(...given) { super(...given); window.connection = this; }
};"""


def in_frame(page, script):
    return next(frame for frame in page.frames if "webrtc" in frame.url).evaluate(script)


def test_a_connection_that_breaks_off_is_tried_again_by_itself(app_url, open_page):
    page = open_page("about:blank", "fake")
    page.add_init_script(KEPT_CONNECTION)
    page.goto(app_url)
    begin(page)
    wait_for_frames(page)
    page.wait_for_timeout(2000)
    # As the browser tells of a network that is gone.
    in_frame(
        page,
        """() => { Object.defineProperty(connection, "connectionState", {value: "disconnected"});
                   connection.dispatchEvent(new Event("connectionstatechange")); }""",
    )
    page.get_by_text(say("live.why.retrying")).wait_for(timeout=10_000)
    page.get_by_text(say("live.why.retrying")).wait_for(state="hidden", timeout=20_000)
    wait_for_frames(page)
    press(page, say("live.stop"))
    start = component(page).get_by_role("button", name=say("live.start"), exact=True)
    start.wait_for()
    page.wait_for_timeout(4000)
    start.wait_for()
    assert alerts(page) == [], "a STOP is a STOP"


def test_a_camera_that_is_pulled_out_is_named(app_url, open_page):
    page = open_page("about:blank", "fake")
    page.add_init_script(KEPT_CONNECTION)
    page.goto(app_url)
    begin(page)
    wait_for_frames(page)
    page.wait_for_timeout(3000)
    in_frame(page, "() => connection.getSenders().forEach((sender) => sender.track.stop())")
    page.evaluate("() => { navigator.mediaDevices.enumerateDevices = async () => []; }")
    page.get_by_text(say("live.why.camera_gone")).wait_for(timeout=15_000)
    press(page, say("live.stop"))
    component(page).get_by_role("button", name=say("live.start"), exact=True).wait_for()
