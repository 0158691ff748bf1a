"""While the camera runs, all of the picture and STOP are in view, on every common screen."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from coach.texts import say
from tests.e2e.test_browser import begin, component, frames, press, wait_for_frames

pytestmark = pytest.mark.e2e

SCREENS = [
    (360, 640),
    (390, 844),
    (412, 915),
    (844, 390),
    (640, 360),
    (768, 1024),
    (1024, 768),
    (1280, 720),
    (1440, 900),
]
"""Width and height in CSS pixels: phones and a tablet, upright and lying, and desktops. The page
stays open from one to the next, as it does when a phone is turned."""
SETTLED_S = 10.0


def write_noise(path: Path, width: int, height: int) -> Path:
    random = np.random.default_rng(1)
    with av.open(str(path), "w", format="mjpeg") as target:
        stream = target.add_stream("mjpeg", rate=30)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuvj420p"
        for i in range(15):
            small = random.integers(0, 255, (height // 40, width // 40, 3), np.uint8)
            rgb = np.kron(small, np.ones((40, 40, 1), np.uint8))
            picture = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(format="yuvj420p")
            picture.pts, picture.time_base = i, Fraction(1, 30)
            target.mux(stream.encode(picture))
        target.mux(stream.encode())
    return path


def misplaced(page, width: int, height: int) -> str:
    """What of the picture or of STOP lies outside the viewport or outside its frame, or that the
    picture is smaller than it can be; or nothing."""
    frame = page.locator("iframe[title*='webrtc']").bounding_box()
    parts = {
        "picture": component(page).locator("video").bounding_box(),
        "STOP": component(page).get_by_role("button", name=say("live.stop")).bounding_box(),
    }
    for name, box in parts.items():
        right, bottom = box["x"] + box["width"], box["y"] + box["height"]
        inside = box["x"] >= 0 and box["y"] >= 0 and right <= width and bottom <= height
        if not inside or bottom > frame["y"] + frame["height"] + 1:
            return f"{name} {box} in {frame}"
    picture = parts["picture"]
    if picture["height"] < height * 0.45 and picture["width"] < width * 0.5:
        return f"small: {picture}"
    return ""


@pytest.mark.parametrize(("width", "height"), [(640, 360), (360, 640)], ids=["lying", "upright"])
def test_picture_and_stop_are_in_view_while_it_runs(app_url, open_page, tmp_path, width, height):
    page = open_page(app_url, write_noise(tmp_path / "camera.mjpeg", width, height))
    page.set_viewport_size({"width": 360, "height": 640})
    component(page).get_by_role("button", name=say("live.start")).wait_for(timeout=30_000)
    page.mouse.move(180, 500)
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(500)
    begin(page)
    wait_for_frames(page)
    for screen in SCREENS:
        page.set_viewport_size({"width": screen[0], "height": screen[1]})
        end = time.monotonic() + SETTLED_S
        while (wrong := misplaced(page, *screen)) and time.monotonic() < end:
            page.wait_for_timeout(200)
        assert not wrong, f"at {screen}"
        wait_for_frames(page, after=frames(page))
    press(page, say("live.stop"))
    component(page).get_by_role("button", name=say("live.start")).wait_for()
