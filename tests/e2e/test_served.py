"""What the running app serves before anybody has seen a page of it."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.e2e.conftest import running_app

pytestmark = pytest.mark.e2e

COMPONENT = "component/streamlit_webrtc.component.webrtc_streamer/index.html"


def test_the_videos_component_is_there_and_every_page_is_kept_from_other_sites(
    tmp_path: Path,
) -> None:
    """Another server behind the same address may have shown the page that asks for it."""
    with running_app(tmp_path, COACH_DATA=str(tmp_path)) as url:
        for path in (COMPONENT, "", "history", "_stcore/health"):
            with urlopen(f"{url}/{path}") as answer:
                assert answer.status == 200
                assert answer.headers["content-security-policy"] == "frame-ancestors 'self'"
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert answer.headers["referrer-policy"] == "same-origin"
    assert "Traceback" not in (tmp_path / "log.txt").read_text()
