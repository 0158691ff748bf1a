"""Who is in a video: asked of a process of its own, answered with a picture and places."""

from __future__ import annotations

import sys

import pytest

from coach.jobs.jobs import Jobs
from coach.jobs.limits import JobLimits
from coach.jobs.scene import Scenes, people_command
from coach.jobs.values import JobError, Options
from coach.texts import say

FINDS = """
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
assert (folder / "upload").read_bytes() == b"video"
person = {"number": 1, "x": 0.5, "y": 0.25, "box": [0.4, 0.1, 0.6, 0.9]}
(folder / "people.json").write_text(json.dumps({"t": 1.04, "people": [person]}))
(folder / "people.png").write_bytes(b"picture")
"""

COMPLAINS = """
import json, sys
print(json.dumps({"error": sys.argv[1] + "/upload is no video."}), file=sys.stderr)
sys.exit(2)
"""


@pytest.fixture
def look(tmp_path):
    jobs = Jobs(tmp_path, limits=JobLimits(nice=0, upload=100))

    def start(script: str, data: bytes = b"video"):
        scenes = Scenes(jobs, lambda folder, _: [sys.executable, "-c", script, str(folder)])
        return scenes.look(data, "set.mp4", "lite", 1.0, "tab")

    yield start
    jobs.close()


def left(folder) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and path.name != ".lock"]


def test_a_scene_has_a_picture_and_whom_to_follow_when(look, tmp_path):
    scene = look(FINDS).future.result(timeout=30)
    assert (scene.t, scene.picture) == (1.04, b"picture")
    (person,) = scene.people
    assert (person.number, person.follow) == (1, (0.5, 0.25, 1.04))
    assert person.box == (0.4, 0.1, 0.6, 0.9)
    assert "people.png" not in left(tmp_path), "nothing stays behind"


def test_a_complaint_names_the_file_as_the_person_does(look, tmp_path):
    with pytest.raises(JobError, match=r"^set\.mp4 is no video\.$"):
        look(COMPLAINS).future.result(timeout=30)
    assert "upload" not in left(tmp_path)


def test_a_file_that_is_too_large_is_not_looked_at(look):
    with pytest.raises(JobError, match=r"set\.mp4"):
        look(FINDS, b"x" * 101).future.result(timeout=30)


def test_a_look_that_nobody_waits_for_ends_at_once(look, tmp_path):
    slow = look("import time; time.sleep(60)")
    slow.stop()
    with pytest.raises(JobError, match=say("jobs.cancelled")):
        slow.future.result(timeout=10)
    assert "upload" not in left(tmp_path)


def test_the_command_line_is_asked_for_a_moment_and_a_picture(tmp_path):
    command = people_command(1.5)(tmp_path, Options("", model="lite"))
    assert command[1:4] == ["-m", "coach", "people"]
    assert {"--at=1.500", "--model=lite", "--no-numbers", "--progress-json"} <= set(command)
