"""What the player is handed: every number as JSON, every word a person's."""

from __future__ import annotations

import json

import pytest

from coach.motion.snapshot import Hold
from coach.texts import say
from coach.ui.analysis_result import read_result
from coach.ui.analysis_sheet import curve_title, rows, sheet
from exercises import find
from tests.history.figures import golden
from tests.ui.analysed import finished

LIFTED, LOCKOUT, HELD = (
    "squat_oblique_heels_lifted_4",
    "squat_oblique_soft_lockout_3",
    "plank_side_16s",
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    def show(name: str):
        exercise = find(name.split("_")[0])
        result = read_result(finished(tmp_path_factory.mktemp(name), name), exercise)
        return sheet("id", "/video", exercise, result)

    return {name: show(name) for name in (LIFTED, LOCKOUT, HELD)}


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
    at_first = {curve["title"]: curve["shown"] for curve in shown[LIFTED]["curves"]}
    assert at_first == {
        "Knee angle": True,
        "Chest falling": False,
        "Heels lifting": True,
        "Knee past toe": True,
    }
    assert shown[HELD]["curves"][0]["shown"], "of a hold the first"


def test_a_fault_is_pictured_beside_a_rep_without_it(shown):
    (frame,) = shown[LOCKOUT]["frames"]
    assert frame["title"] == find("squat").rule("not_standing_up_fully").title
    assert frame["bad"]["src"].startswith("data:image/jpeg;base64,")
    assert frame["good"]["src"] != frame["bad"]["src"], "another second of the video"
    assert "Rep" in frame["good"]["caption"]


def test_a_hold_is_a_row_of_its_time(shown):
    (row,) = shown[HELD]["rows"]
    assert row["kind"] == "hold"
    assert row["cells"][0]["value"].endswith(" s")


def test_faults_of_a_hold_are_rows_between_the_holds():
    from dataclasses import replace

    from coach.motion.snapshot import FaultSpan

    _, report = golden(HELD)
    broken = replace(
        report,
        holds=(Hold(0.0, 5.0), Hold(8.0, 16.0)),
        faults=(FaultSpan("hips_sagging", 5.0, 8.0),),
    )
    assert [row["kind"] for row in rows(find("plank"), broken)] == ["hold", "fault", "hold"]


def test_rules_over_one_measure_name_the_curve_by_those_that_were_broken(shown):
    titles = [curve["title"] for curve in shown[HELD]["curves"]]
    assert titles[0] == "Hips sagging, Hips piked"
    from coach.motion.curves import curves

    track, report = golden(HELD)
    first = curves(track, find("plank"), report)[0]
    assert curve_title(find("plank"), first, {"hips_piked"}) == "Hips piked"
