"""Labelled plank frames: read with distrust, judged by the plank's own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.evaluation.figures import Share
from coach.evaluation.plank_frames import judge_frames, labelled_files, read_frames
from coach.files.errors import FileError
from coach.motion.poses.pose import Landmark
from exercises import find
from tests.motion.figures import Camera, plank, seen

PARTS = ("NOSE", "SHOULDER", "ELBOW", "WRIST", "HIP", "KNEE", "ANKLE", "HEEL", "FOOT_INDEX")
KEPT = [mark for mark in Landmark if any(mark.name.endswith(part) for part in PARTS)]
PLANK = find("plank")
CAMERA = Camera(size=(1600, 900), scale=600.0)


def line(label: str, sag: float, turn: float = 90.0) -> str:
    pose = seen(0.0, plank(sag=sag), Camera(turn=turn, size=CAMERA.size, scale=CAMERA.scale))
    values = [f"{v:.6f}" for mark in KEPT for v in (*pose.image[mark], pose.visibility[mark])]
    return ",".join([label, *values])


def write(path: Path, *lines: str) -> Path:
    columns = [f"{mark.name.lower()}_{axis}" for mark in KEPT for axis in "xyzv"]
    path.write_text("\n".join([",".join(["label", *columns]), *lines]) + "\n", encoding="utf-8")
    return path


def test_the_signed_line_tells_high_from_low_and_the_unsigned_does_not(tmp_path: Path) -> None:
    lines = [line("C", 0.0), line("C", -0.05), line("H", -0.3), line("H", -0.25), line("L", 0.15)]
    frames = read_frames(write(tmp_path / "a.csv", *lines))
    figures = judge_frames(PLANK, frames, "a.csv")
    assert figures.right == Share(5, 5)
    assert figures.labels == {"C": Share(2, 2), "H": Share(2, 2), "L": Share(1, 1)}
    assert figures.straight == Share(4, 5), "bent is taken for high here, which is right twice"


def test_a_wrong_label_counts_against_the_rules(tmp_path: Path) -> None:
    lines = [line("C", 0.15), line("L", 0.0), line("H", 0.15)]
    figures = judge_frames(PLANK, read_frames(write(tmp_path / "a.csv", *lines)), "")
    assert figures.right == Share(0, 3)


def test_a_frame_that_cannot_be_judged_is_not_right(tmp_path: Path) -> None:
    """Head first, no rule of the plank shows; that is no proof of good form."""
    frames = read_frames(write(tmp_path / "a.csv", line("C", 0.0, turn=0.0)))
    assert judge_frames(PLANK, frames, "").right == Share(0, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("label,nose_x\nC,1\n", id="columns missing"),
        pytest.param("label,tail_x,tail_y,tail_z,tail_v\nC,1,1,1,1\n", id="no such landmark"),
        pytest.param("label,nose_x,nose_y,nose_z,nose_v\nX,1,1,1,1\n", id="no such label"),
        pytest.param("label,nose_x,nose_y,nose_z,nose_v\nC,a,1,1,1\n", id="no number"),
        pytest.param("label,nose_x,nose_y,nose_z,nose_v\nC,nan,1,1,1\n", id="not a number"),
        pytest.param("label,nose_x,nose_y,nose_z,nose_v\nC,1\n", id="a short row"),
        pytest.param("nose_x,nose_y,nose_z,nose_v\n1,1,1,1\n", id="no label"),
        pytest.param("\x00\xff\xfe", id="rubbish"),
    ],
)
def test_a_file_that_is_none_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(FileError, match="holds no labelled plank frames"):
        read_frames(path)


def test_files_are_found_beside_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "labelled").mkdir()
    found = write(tmp_path / "labelled" / "ec_plank_a.csv", line("C", 0.0))
    write(tmp_path / "labelled" / "ec_squat_a.csv", line("C", 0.0))
    assert labelled_files(tmp_path / "manifest.json") == (found,)
    assert labelled_files(tmp_path / "elsewhere" / "manifest.json") == ()
