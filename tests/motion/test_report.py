"""Reports: the JSON reads back as what was written, whatever it holds."""

from __future__ import annotations

import json
from dataclasses import replace
from math import isnan, nan
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.codec import ReportError, from_json, to_json
from coach.motion.report import (
    Report,
    Rounding,
    ViewSpan,
    longest_view,
    make_report,
)
from coach.motion.snapshot import (
    Attempt,
    Evidence,
    FaultSpan,
    HeldTime,
    Rep,
    Snapshot,
    View,
)

SECONDS = st.floats(0, 1e5).map(lambda t: round(t, 3))
NUMBERS = st.floats(-1e4, 1e4).map(lambda value: round(value, 4))
KEYS = st.from_regex(r"[0-9A-Za-z_.]{1,12}", fullmatch=True)
VIEWS = st.sampled_from(View)

evidence = st.builds(
    Evidence,
    rule=KEYS,
    value=NUMBERS,
    low=st.none() | NUMBERS,
    high=st.none() | NUMBERS,
    unit=KEYS,
    t=SECONDS,
    view=VIEWS,
    visibility=NUMBERS,
    judged=st.booleans(),
)
evidences = st.lists(evidence, max_size=3).map(
    lambda items: MappingProxyType({item.rule: item for item in items})
)
SIDES = st.sampled_from([None, "left", "right"])


@st.composite
def in_order(draw: st.DrawFn, kind: type[Any], times: int = 2, **more: Any) -> Any:
    """A value that starts before it ends."""
    names = ("start_s", "bottom_s", "end_s") if times == 3 else ("start_s", "end_s")
    when = sorted(draw(SECONDS) for _ in range(times))
    return draw(st.builds(kind, **dict(zip(names, map(st.just, when), strict=True)), **more))


reps = in_order(
    Rep,
    3,
    number=st.just(0),
    range_of_motion=NUMBERS,
    faults=st.lists(KEYS, max_size=3).map(tuple),
    evidence=evidences,
    score=st.integers(0, 100),
    deductions=st.lists(st.tuples(KEYS, st.integers(0, 50)), max_size=2).map(tuple),
    uneven_deg=st.none() | NUMBERS,
    side=SIDES,
)
attempts = in_order(
    Attempt, 3, reason=KEYS, range_of_motion=NUMBERS, evidence=evidences, side=SIDES
)
reports = st.builds(
    Report,
    exercise=KEYS,
    level=st.sampled_from(["beginner", "strict"]),
    duration_s=SECONDS,
    reps=st.lists(reps, max_size=3).map(
        lambda items: tuple(replace(rep, number=i) for i, rep in enumerate(items, 1))
    ),
    attempts=st.lists(attempts, max_size=2).map(tuple),
    hold_s=SECONDS,
    holds=st.lists(in_order(HeldTime, side=SIDES), max_size=2).map(tuple),
    faults=st.lists(in_order(FaultSpan, key=KEYS), max_size=2).map(tuple),
    view=VIEWS,
    views=st.lists(in_order(ViewSpan, view=VIEWS), max_size=2).map(tuple),
    abstained=st.lists(KEYS, max_size=2).map(tuple),
)


@given(reports)
def test_reads_back_what_it_writes(report: Report) -> None:
    text = json.dumps(to_json(report), allow_nan=False)
    assert from_json(json.loads(text)) == report


def test_the_names_that_other_programs_rely_on() -> None:
    span = FaultSpan("sagging", 1.0, 2.0)
    rep = Rep(1, 0.5, 1.0, 1.5, 1.1, ("shallow",), score=80, deductions=(("shallow", 20),))
    report = Report("squat", "strict", 9.0, (rep,), faults=(span,), view=View.LEFT)
    data = to_json(report)
    assert data["rep_count"] == 1
    assert data["view"] == "left"
    assert data["faults"] == [{"key": "sagging", "start_s": 1.0, "end_s": 2.0}]
    assert data["reps"] == [
        {
            "number": 1,
            "start_s": 0.5,
            "bottom_s": 1.0,
            "end_s": 1.5,
            "range_of_motion": 1.1,
            "score": 80,
            "deductions": [{"key": "shallow", "points": 20}],
            "faults": ["shallow"],
            "uneven_deg": None,
            "side": None,
            "evidence": {},
        }
    ]
    assert list(data)[:4] == ["exercise", "level", "duration_s", "rep_count"]


def test_what_is_not_known_is_null_and_comes_back_unknown() -> None:
    unknown = Evidence("heels", nan, None, 0.05, "m", 1.0, View.FRONT, 0.0, judged=False)
    rep = Rep(1, 0.0, 1.0, 2.0, nan, evidence={"heels": unknown})
    data = json.loads(json.dumps(to_json(Report("squat", "beginner", 3.0, (rep,)))))
    assert data["reps"][0]["range_of_motion"] is None
    assert data["reps"][0]["evidence"]["heels"]["value"] is None
    back = from_json(data).reps[0]
    assert isnan(back.range_of_motion)
    assert isnan(back.evidence["heels"].value)
    assert back.evidence["heels"].low is None


def test_a_report_from_before_says_nothing_of_left_and_right() -> None:
    data = to_json(Report("squat", "beginner", 3.0, (Rep(1, 0.0, 1.0, 2.0, 1.0, uneven_deg=4.0),)))
    del data["reps"][0]["uneven_deg"]
    assert from_json(data).reps[0].uneven_deg is None


def test_numbers_are_rounded_once_so_that_the_file_holds_the_report() -> None:
    third = 1 / 3
    seen = Evidence("depth", third, third, None, "deg", third, View.LEFT, third)
    snapshot = Snapshot(
        t=9.0,
        exercise="squat",
        level="beginner",
        reps=(Rep(1, third, third, third, third, evidence={"depth": seen}),),
        attempts=(Attempt("shallow", third, third, third, third),),
        holds=(HeldTime(third, third),),
        hold_s=third,
        fault_spans=(FaultSpan("depth", third, third),),
    )
    report = make_report(snapshot, third, (ViewSpan(View.LEFT, third, third),))
    assert from_json(json.loads(json.dumps(to_json(report)))) == report
    assert report.reps[0].start_s == report.attempts[0].end_s == report.duration_s == 0.333
    assert report.reps[0].evidence["depth"].value == report.reps[0].range_of_motion == 0.3333


def test_a_rep_is_rounded_once_however_often_its_set_is_reported() -> None:
    rounding = Rounding()
    first, second = (Rep(n, 0.1, 1 / 3, 0.9, 1.0) for n in (1, 2))
    (kept,) = rounding.all((first,))
    again, new = rounding.all((first, second))
    assert again is kept
    assert (new.number, new.bottom_s) == (2, 0.333)


@pytest.mark.parametrize(
    ("spans", "view", "what"),
    [
        ([], View.UNKNOWN, "nothing was seen"),
        ([(View.UNKNOWN, 0, 9)], View.UNKNOWN, "never known"),
        ([(View.UNKNOWN, 0, 9), (View.FRONT, 9, 10)], View.FRONT, "known for a moment"),
        ([(View.LEFT, 0, 2), (View.FRONT, 2, 5), (View.LEFT, 5, 7)], View.LEFT, "twice, in all 4"),
    ],
)
def test_the_view_is_the_one_seen_longest(
    spans: list[tuple[View, float, float]], view: View, what: str
) -> None:
    assert longest_view(ViewSpan(*span) for span in spans) is view, what


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"exercise": None}, "exercise must be text"),
        ({"exercise": "<script>"}, "exercise must be text of another kind"),
        ({"level": "godlike"}, "level must be"),
        ({"rep_count": 5}, "rep_count in the report is not the number of its reps"),
        ({"rep_count": True}, "rep_count in the report is not the number of its reps"),
        ({"duration_s": "long"}, "duration_s must be a number"),
        ({"duration_s": float("inf")}, "duration_s must be a finite number"),
        ({"duration_s": 1e9}, "duration_s must be 604800 or less"),
        ({"view": "above"}, "view must be one of 'front', 'left'"),
        ({"reps": {}}, "reps must be a list"),
        ({"reps": [7]}, r"reps\[0\] must be a JSON object"),
        ({"reps": [{}]}, r"reps\[0\] lacks number"),
        ({"faults": [{"key": 1, "start_s": 1, "end_s": 2}]}, r"faults\[0\].key must be text"),
        ({"holds": [{"start_s": 3, "end_s": 2}]}, r"holds\[0\] must be one that ends after"),
        ({"abstained": [1]}, r"abstained\[0\] must be text"),
        ({"abstained": ["a"] * 101}, "abstained must be shorter"),
    ],
)
def test_other_json_is_refused_in_one_sentence(change: dict[str, Any], says: str) -> None:
    data = to_json(Report("squat", "beginner", 3.0)) | change
    with pytest.raises(ReportError, match=says):
        from_json(data)


@pytest.mark.parametrize("data", [None, [], "text", 3, {}])
def test_json_that_is_no_report(data: object) -> None:
    with pytest.raises(ReportError):
        from_json(data)
