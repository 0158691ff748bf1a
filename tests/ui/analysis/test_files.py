"""Files to take away: each can be opened by what it is for."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image

from coach.motion.report import Report
from coach.motion.snapshot import Attempt, HeldTime, Rep
from coach.texts import say
from coach.ui.analysis.files import gif_of, landmarks_csv, landmarks_json, parts
from coach.ui.player.frames import pictures
from tests.ui.analysed import SIZE, finished


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    return finished(tmp_path_factory.mktemp("job"), "squat_side_2")


def test_landmarks_have_a_row_for_every_frame(job):
    frames = len(np.load(job.files["landmarks"])["t"])
    assert landmarks_csv(job).decode().count("\n") == frames + 1
    assert len(json.loads(landmarks_json(job))["frames"]) == frames


def test_everything_that_was_done_can_be_a_moving_picture_in_order_of_time():
    report = Report(
        "squat",
        "beginner",
        60.0,
        (Rep(1, 4.0, 5.0, 6.0, 1.0),),
        (Attempt("shallow", 1.0, 2.0, 3.0, 0.5),),
        holds=(HeldTime(65.0, 70.0),),
    )
    assert [name for name, _, _ in parts(report)] == [
        say("analysis.part_attempt", at="0:01"),
        say("analysis.part_rep", number=1, at="0:04"),
        say("analysis.part_hold", at="1:05"),
    ]


def test_a_rep_becomes_a_gif_of_its_time(job):
    with Image.open(io.BytesIO(gif_of(job.files["video"], ("", 1.0, 3.0)))) as image:
        assert image.format == "GIF"
        assert image.size == SIZE
        shown = [image.seek(i) or image.info["duration"] for i in range(image.n_frames)]
    assert 2.0 <= sum(shown) / 1000 <= 3.5


def test_pictures_are_of_the_moments_asked_for(job):
    found = pictures(job.files["video"], [2.5, 0.5])
    assert set(found) == {0.5, 2.5}
    assert found[0.5].src != found[2.5].src
    assert pictures(job.files["video"], []) == {}
