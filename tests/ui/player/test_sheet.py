"""What the player is handed: every number as JSON, every word a person's."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coach.motion.curves import curves
from coach.motion.snapshot import FaultSpan, HeldTime
from coach.texts import say
from coach.ui.player.frames import PlayerPicture
from coach.ui.player.moments import Mark, Pair
from coach.ui.player.result import Result, read_result
from coach.ui.player.sheet import curve_title, rows, sheet
from exercises import find
from tests.history.figures import golden
from tests.ui.analysed import finished

LIFTED, HELD = "squat_oblique_heels_lifted_4", "plank_side_16s"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    def show(name: str):
        exercise = find(name.split("_")[0])
        result = read_result(finished(tmp_path_factory.mktemp(name), name), exercise)
        return sheet("id", "/video", "set_annotated.mp4", exercise, result)

    return {name: show(name) for name in (LIFTED, HELD)}


def test_it_is_json_without_a_number_that_is_none(shown):
    for each in shown.values():
        assert json.loads(json.dumps(each, allow_nan=False)) == each


def test_a_row_for_each_rep_with_its_faults_and_what_was_measured(shown):
    found = shown[LIFTED]["rows"]
    assert [row["label"] for row in found] == ["1", "2", "3", "4"]
    assert [cell["label"] for cell in found[0]["cells"]] == [
        say("set.down"),
        say("set.up"),
        say("set.range"),
        say("set.score"),
    ]
    second = [note["text"] for note in found[1]["notes"]]
    assert any(text.startswith("Heels lifting (") and "at most" in text for text in second)


def test_every_curve_has_a_value_or_none_for_each_moment(shown):
    for each in shown.values():
        assert each["curves"]
        assert all(len(curve["values"]) == len(each["t"]) for curve in each["curves"])


def test_shown_at_first_are_the_counted_angle_and_what_was_broken(shown):
    first, *others = shown[LIFTED]["curves"]
    assert (first["title"], first["shown"]) == ("Knee angle", True)
    found = {rule for row in golden(LIFTED)[1].reps for rule in row.faults}
    assert found
    for curve in others:
        assert curve["shown"] == bool(found & set(curve["rules"])), curve["title"]
    assert shown[HELD]["curves"][0]["shown"], "of a hold the first"


def test_a_fault_is_pictured_at_its_worst(shown):
    frames = shown[LIFTED]["frames"]
    assert "Heels lifting" in [frame["title"] for frame in frames]
    for frame in frames:
        assert frame["bad"]["src"].startswith("data:image/jpeg;base64,")
        assert "at most" in frame["detail"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(3, say("analysis.good_rep", number=3, time="0:02.5")), (None, "Held well, 0:02.5")],
)
def test_beside_it_stands_the_same_moment_done_well(number, expected):
    mark = Mark("chest_falling", 1.0, 2.0, 1.5)
    pair = (Pair(mark, 2.5, number), PlayerPicture(1.5, "bad"), PlayerPicture(2.5, "good"))
    result = Result(golden(LIFTED)[1], (), (mark,), (pair,))
    (frame,) = sheet("id", "/video", "set.mp4", find("squat"), result)["frames"]
    assert (frame["bad"]["src"], frame["bad"]["caption"]) == ("bad", "At its worst, 0:01.5")
    assert (frame["good"]["src"], frame["good"]["caption"]) == ("good", expected)


def test_a_hold_is_a_row_of_its_time(shown):
    (row,) = shown[HELD]["rows"]
    assert row["kind"] == "hold"
    assert row["cells"][0]["value"].endswith(" s")


def test_faults_of_a_hold_are_rows_between_the_holds():
    _, report = golden(HELD)
    broken = replace(
        report,
        holds=(HeldTime(0.0, 5.0), HeldTime(8.0, 16.0)),
        faults=(FaultSpan("hips_sagging", 5.0, 8.0),),
    )
    assert [row["kind"] for row in rows(find("plank"), broken)] == ["hold", "fault", "hold"]


def test_rules_over_one_measure_name_the_curve_by_those_that_were_broken(shown):
    titles = [curve["title"] for curve in shown[HELD]["curves"]]
    assert titles[0] == "Hips sagging, Hips piked"
    track, report = golden(HELD)
    first = curves(track, find("plank"), report)[0]
    assert curve_title(find("plank"), first, {"hips_piked"}) == "Hips piked"
