"""What a page reads in the frame of the video component, tried in a browser on frames of ours."""

from __future__ import annotations

import pytest

from coach.compat.streamlit.webrtc_frame import FRAME_JS, SHARED_MEMORY

pytestmark = pytest.mark.e2e

SITE = "http://coach.test"
VIDEO = "/component/streamlit_webrtc.component.webrtc_streamer/index.html"
ERROR = "<div role=alert><svg></svg><div>NotAllowedError: Permission denied</div></div>"
WARNING = "<div role=alert>Connection is taking longer than expected. Check your network.</div>"
WORDS = {"start": "GO", "stop": "HALT"}
STOP = "<button><i></i> HALT</button><button>Camera</button>"
CIRCLE = "<span role=progressbar><svg></svg></span>"


@pytest.mark.parametrize(
    ("address", "inside", "found"),
    [
        pytest.param(VIDEO, ERROR, {"failure": "NotAllowedError"}, id="why START failed"),
        pytest.param(VIDEO, CIRCLE, {"waiting": True}, id="the camera is waited for"),
        pytest.param(VIDEO, WARNING + CIRCLE, {"waiting": True}, id="a warning is no failure"),
        pytest.param(VIDEO, WARNING + ERROR, {"failure": "NotAllowedError"}, id="one after it is"),
        pytest.param(VIDEO, "<p>NotFoundError: a text</p>", {}, id="nothing is claimed"),
        pytest.param(VIDEO, STOP, {"running": True}, id="there is a STOP, so it was started"),
        pytest.param(VIDEO, "<button>GO</button>", {}, id="there is a START, so it was not"),
        pytest.param("/other/index.html", ERROR, {}, id="another component's is not ours"),
    ],
)
def test_what_is_read(open_page, address, inside, found):
    page = show(open_page, address, inside)
    read = page.evaluate(f"(words) => {{ {FRAME_JS} return readVideoFrames(words); }}", WORDS)
    assert read == {"failure": "", "waiting": False, "running": False, "picture": False} | found


def test_a_persons_press_is_told_and_a_scripts_is_not(open_page):
    page = show(open_page, VIDEO, STOP)
    page.evaluate(
        f"""(words) => {{ {FRAME_JS} window.told = [];
            const look = () => readVideoFrames(words, (word) => window.told.push(word));
            look(); look(); }}""",
        WORDS,
    )
    frame = page.frame_locator("iframe")
    frame.locator("button", has_text="HALT").evaluate("(button) => button.click()")
    frame.get_by_role("button", name="Camera").click()
    assert page.evaluate("window.told") == []
    frame.locator("i").dispatch_event("click")
    frame.get_by_role("button", name="HALT").click()
    assert page.evaluate("window.told") == ["stop"]


def test_a_press_by_script_is_one_and_not_on_a_button_that_is_locked(open_page):
    page = show(open_page, VIDEO, "<button onclick=this.remove()>GO</button><button disabled>HALT")
    press = f"(word) => {{ {FRAME_JS} return pressVideoButton(word); }}"
    assert [page.evaluate(press, word) for word in ("GO", "GO", "HALT")] == [True, False, False]


def show(open_page, address, inside):
    page = open_page("about:blank", None)
    bodies = {f"{SITE}/": f"<iframe src='{address}'></iframe>", f"{SITE}{address}": inside}
    page.route(
        f"{SITE}/**",
        lambda route: route.fulfill(
            body=bodies.get(route.request.url, ""), content_type="text/html"
        ),
    )
    page.goto(f"{SITE}/")
    return page


def test_only_the_shared_memory_is_cleared(open_page):
    page = open_page("about:blank", None)
    page.route(f"{SITE}/**", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(f"{SITE}/")
    left = page.evaluate(
        f"""() => {{ {FRAME_JS}
            for (const key of ["{SHARED_MEMORY}", "{SHARED_MEMORY}:camera-user"])
                localStorage.setItem(key, "{{}}");
            forgetSharedDevice();
            return Object.keys(localStorage); }}"""
    )
    assert left == [f"{SHARED_MEMORY}:camera-user"]
