"""Reading what was seen by eye: the format as documented, and one sentence on anything else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.evaluation.manifest import Clip, ManifestError, Segment, read_manifest
from coach.evaluation.words import RULES, ViewClass
from tests.evaluation.figures import entry, manifest


def test_everything_that_a_clip_can_say_is_read(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        {
            "id": "plank_1",
            "exercise": "plank",
            "view": "side, facing left",
            "reps_by_eye": 3,
            "reps_accept": [2, 3],
            "bottoms_s": [5, 1.5],
            "faults": ["hip_sag"],
            "segments": [
                {"t0": 0, "t1": 2.5, "pose": "forearm plank", "fault": "hip_sag"},
                {"t0": 3, "t1": 4, "pose": "plank", "plank": False},
            ],
            "group": "home",
            "track": "tracks/a.npz",
            "clip": "clips/a.mp4",
            "notes": "what is not known is passed over",
        },
    )
    assert read_manifest(path) == (
        Clip(
            id="plank_1",
            exercise="plank",
            view=ViewClass.SIDE,
            reps=3,
            accept=(2, 3),
            bottoms_s=(1.5, 5.0),
            faults=("hip_sag",),
            segments=(Segment(0.0, 2.5, True, "hip_sag"), Segment(3.0, 4.0, False)),
            group="home",
            track=tmp_path / "tracks" / "a.npz",
            video=tmp_path / "clips" / "a.mp4",
        ),
    )


def test_little_is_enough(tmp_path: Path) -> None:
    path = manifest(tmp_path, {"id": "a", "exercise": "none", "reps_by_eye": 0})
    (clip,) = read_manifest(path)
    assert clip == Clip("a", "none", reps=0, accept=(0, 0)), "the count itself is what is accepted"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param({"id": None}, "id of clip number 1 must be a text", id="no name"),
        pytest.param({"exercise": ""}, "exercise of a must be a text", id="empty text"),
        pytest.param({"view": 45}, "view of a must be a text", id="a number for words"),
        pytest.param({"reps_by_eye": "3"}, "reps_by_eye of a must be a whole", id="text for count"),
        pytest.param({"reps_by_eye": -1}, "reps_by_eye of a must be a whole", id="below nothing"),
        pytest.param({"reps_by_eye": True}, "reps_by_eye of a must be", id="true is no count"),
        pytest.param({"reps_by_eye": 10**400}, "reps_by_eye of a must be", id="beyond all counts"),
        pytest.param({"reps_accept": [3, 2]}, "reps_accept of a must be two", id="most first"),
        pytest.param({"reps_accept": [3]}, "reps_accept of a must be two", id="one of two"),
        pytest.param({"reps_accept": 3}, "reps_accept of a must be a list", id="no list"),
        pytest.param({"bottoms_s": ["1"]}, "bottoms_s of a must be a list of seconds", id="text"),
        pytest.param({"bottoms_s": [float("nan")]}, "bottoms_s of a must be", id="no number"),
        pytest.param({"faults": [1]}, "faults of a must be a list of texts", id="no word"),
        pytest.param({"segments": [3]}, "a is not well formed", id="a segment that is none"),
        pytest.param({"segments": [{"t0": 1}]}, "t1 of a must be a number", id="no end"),
        pytest.param({"segments": [{"t0": 2, "t1": 2}]}, "t1 of a must be later", id="no length"),
        pytest.param(
            {"segments": [{"t0": 0, "t1": 2, "plank": "yes"}]}, "plank of a must be true", id="flag"
        ),
        pytest.param({"track": 3}, "track of a must be a text", id="a file that is no name"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, change: dict[str, Any], complaint: str) -> None:
    path = manifest(tmp_path, {**entry("a"), **change})
    with pytest.raises(ManifestError) as caught:
        read_manifest(path)
    sentence = str(caught.value)
    assert complaint in sentence
    assert str(path) in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("", "is no JSON", id="empty"),
        pytest.param("\x00\xff", "is no JSON", id="rubbish"),
        pytest.param("[" * 100_000, "is no JSON", id="nested beyond reading"),
        pytest.param("[]", "holds no clips", id="a list"),
        pytest.param("{}", "holds no clips", id="an object without clips"),
        pytest.param('{"clips": []}', "holds no clips", id="no clip"),
        pytest.param('{"clips": {"a": 1}}', "holds no clips", id="clips by name"),
        pytest.param(
            '{"clips": [3]}', "clip number 1 is not well formed", id="a clip that is none"
        ),
    ],
)
def test_a_file_that_is_no_manifest(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ManifestError, match=complaint):
        read_manifest(path)


def test_a_name_may_be_given_once(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="two clips called 'a'"):
        read_manifest(manifest(tmp_path, entry("a"), entry("a")))


def test_a_place_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="does not exist"):
        read_manifest(tmp_path / "manifest.json")
    with pytest.raises(ManifestError, match="is a folder"):
        read_manifest(tmp_path)


def test_a_byte_order_mark_is_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps({"clips": [entry("a")]}), encoding="utf-8-sig")
    assert read_manifest(path)[0].id == "a"


FORMATS = Path(__file__).parents[2] / "docs" / "formats.md"


def test_the_documented_example_is_a_manifest(tmp_path: Path) -> None:
    text = FORMATS.read_text(encoding="utf-8")
    section = text[text.index("## The manifest of an evaluation") :]
    lines = section.splitlines()
    first = lines.index("    {")
    example = "\n".join(lines[first : lines.index("    }", first) + 1])
    path = tmp_path / "manifest.json"
    path.write_text(example, encoding="utf-8")
    squat, plank = read_manifest(path)
    assert (squat.reps, squat.accept, squat.view) == (3, (2, 3), ViewClass.SIDE)
    assert [segment.plank for segment in plank.segments] == [True, False]
    assert [word for word in RULES if f"`{word}`" not in section] == [], "every word is documented"
