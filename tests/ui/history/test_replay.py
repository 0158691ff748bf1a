"""What is sent to the browser for a replay."""

from __future__ import annotations

import json
from base64 import b64decode

import numpy as np
import pytest

from coach.history.moving_figure import POINTS, moving_figure
from coach.motion.report import Report
from coach.motion.snapshot import FaultSpan
from coach.ui.history import replay as history_replay
from coach.ui.history.replay import PARTS, SCRIPTS, ReplayFigure, marks_of
from exercises import find
from tests.history.figures import attempt, golden

SQUAT = find("squat")


@pytest.fixture
def sent(monkeypatch):
    """What a component would be handed."""
    found = []

    def component(name, **parts):
        return lambda *, key, data: found.append((name, parts, key, data))

    monkeypatch.setattr(history_replay.st.components.v2, "component", component)
    return found


def show(name, label="Squat"):
    track, report = golden(name)
    figure = moving_figure(track, SQUAT)
    history_replay.replay(
        [ReplayFigure(figure, label)], key="k", label=label, marks=marks_of(report, SQUAT)
    )
    return figure


def test_a_figure_comes_through_to_a_millimetre(sent):
    figure = show("squat_side_2")
    _, _, _, data = sent[0]
    (packed,) = data["figures"]
    space = np.frombuffer(b64decode(packed["space"]), "<i2").reshape(-1, len(POINTS), 3)
    assert space * packed["space_unit"] == pytest.approx(figure.space, abs=0.0006)
    t = np.frombuffer(b64decode(packed["t"]), "<i4")
    assert t / 1000 == pytest.approx(figure.t, abs=0.0006)
    assert len(json.dumps(data, allow_nan=False)) / len(figure.t) < 400, "bytes a moment"


def test_bones_join_points_that_are_sent_and_sides_are_the_persons_own(sent):
    show("squat_side_2")
    data = sent[0][3]
    assert max(max(bone) for bone in data["bones"]) < len(POINTS)
    named = {point.name: data["sides"][place] for place, point in enumerate(POINTS)}
    assert (named["NOSE"], named["LEFT_KNEE"], named["RIGHT_KNEE"]) == (2, 0, 1)


def test_the_same_replay_has_the_same_name_and_another_one_another(sent):
    show("squat_side_2")
    show("squat_side_2")
    show("squat_front_fast_2")
    same, again, other = (data["id"] for _, _, _, data in sent)
    assert same == again != other


def test_markup_is_sent_as_it_is_and_no_script_puts_markup_on_the_page(sent):
    show("squat_side_2", "<img src=x onerror=alert(1)>")
    assert sent[0][3]["label"] == "<img src=x onerror=alert(1)>"
    script = "".join((PARTS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in script
    assert "http" not in script, "nothing is fetched"


def test_marks_are_in_order_and_say_what_did_not_count():
    _, report = golden("squat_front_fast_2")
    last = report.reps[-1]
    tried = attempt(last.end_s + 1, last.end_s + 3)
    whole = Report(
        **{
            **vars(report),
            "attempts": (tried,),
            "faults": (FaultSpan("heels_lifting", 1.0, 2.0), FaultSpan("of_an_older_app", 1, 2)),
        }
    )
    marks = marks_of(whole, SQUAT)
    assert [mark["counted"] for mark in marks["reps"]] == [True] * len(report.reps) + [False]
    assert marks["reps"][-1]["why"] == SQUAT.reasons["shallow"]
    titles = [fault["title"] for fault in marks["faults"]]
    assert "Heels lifting" in titles
    assert len(titles) == 1, "a rule that is no more is passed over"
    heels = {POINTS[place].name for place in marks["faults"][0]["points"]}
    assert {"LEFT_HEEL", "RIGHT_FOOT_INDEX"} <= heels


def test_a_hold_is_marked_from_when_to_when():
    _, report = golden("plank_side_16s")
    marks = marks_of(report, find("plank"))
    assert marks["holds"] == [{"start": each.start_s, "end": each.end_s} for each in report.holds]
    assert marks["reps"] == []
