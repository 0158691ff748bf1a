"""The scripts of the pages, each as the browser gets it."""

from __future__ import annotations

import re
from pathlib import Path

import coach.ui
from coach.ui.analysis import people as analysis_people
from coach.ui.history import replay as history_replay
from coach.ui.live import camera_probe, viewport, wake_lock
from coach.ui.player import player as analysis_player
from coach.ui.shared import focus
from coach.web import about_api

UI = Path(coach.ui.__file__).parent

SCRIPTS = {
    "analysis_people": analysis_people._js(),
    "analysis_player": analysis_player._js(),
    "api_docs": "".join(
        re.findall(r"<script>(.*?)</script>", about_api._PAGE.read_text("utf-8"), re.DOTALL)
    ),
    "camera_probe": camera_probe._js(),
    "focus": focus._js(),
    "replay": history_replay._parts()[2],
    "viewport": viewport._js(),
    "wake_lock": wake_lock._js(),
}
"""By component: one module each, joined of its files."""
