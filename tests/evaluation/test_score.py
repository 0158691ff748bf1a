"""From judged clips to figures: by view, by fault, and on clips of other exercises."""

from __future__ import annotations

from math import isnan

import pytest

from coach.evaluation.figures import HoldTime, Share
from coach.evaluation.judge import Counter, Judged
from coach.evaluation.manifest import Clip, Segment
from coach.evaluation.overall import overall
from coach.evaluation.score import ExerciseScore, FalseHold, FalseReps, hold_time, labels, score
from coach.evaluation.words import ViewClass
from coach.motion.snapshot import HeldTime
from exercises import find
from tests.evaluation.figures import clip

SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")


def judged(reps: int, *faults: str, advice: str = "", others: int = 0) -> Judged:
    """So many reps by the coach, another number by the two simple rules."""
    return Judged(
        bottoms={
            Counter.COACH: tuple(float(i) for i in range(reps)),
            Counter.TWO_THRESHOLDS: tuple(float(i) for i in range(others)),
            Counter.ZIGZAG: tuple(float(i) for i in range(others)),
        },
        faults=frozenset({*faults, *filter(None, [advice])}),
        advice=frozenset(filter(None, [advice])),
    )


def held(*holds: tuple[float, float], straight_s: float = 0.0) -> Judged:
    spans = tuple(HeldTime(*span) for span in holds)
    total = sum(span.end_s - span.start_s for span in spans)
    return Judged(dict.fromkeys(Counter, ()), holds=spans, hold_s=total, straight_s=straight_s)


def row(result: ExerciseScore, view: ViewClass | None, counter: Counter = Counter.COACH) -> object:
    return next(r for r in result.views if r.view is view and r.counter is counter)


def test_counts_are_split_by_view_and_counter() -> None:
    front, side = ViewClass.FRONT, ViewClass.SIDE
    result = score(
        SQUAT,
        [
            (clip("a", view=front, reps=3, accept=(3, 3), group="anna"), judged(3, others=1)),
            (clip("b", view=front, reps=2, accept=(2, 2), group="anna"), judged(1)),
            (clip("c", view=side, reps=4, accept=(3, 4), group="bert"), judged(3, others=4)),
            (clip("d", "push_up", view=side), judged(2, others=5)),
            (clip("e", "none", view=side), judged(0, others=1)),
            (clip("f", "none", view=ViewClass.OBLIQUE), judged(1)),
        ],
    )
    assert [r.view for r in result.views[::3]] == [front, side, None], "views of its own clips only"
    seen = row(result, front)
    assert (seen.groups, seen.counts.clips) == (1, 2)
    assert (seen.counts.by_eye, seen.counts.counted) == (5, 4)
    assert seen.counts.exact == Share(1, 2)
    assert seen.false_reps == FalseReps(0, 0, 0), "no other clip is seen from the front"
    assert row(result, side).false_reps == FalseReps(2, 1, 2)
    assert row(result, side, Counter.ZIGZAG).counts.exact == Share(1, 1)
    everything = row(result, None)
    assert (everything.groups, everything.counts.clips) == (2, 3)
    assert everything.counts.accepted == Share(2, 3)
    assert everything.false_reps == FalseReps(3, 2, 3)
    assert row(result, None, Counter.ZIGZAG).false_reps == FalseReps(6, 2, 3)


def test_clips_without_a_group_show_one_person_each() -> None:
    assert score(SQUAT, [(clip("a"), judged(0)), (clip("b"), judged(0))]).groups == 2


def test_faults_are_scored_per_clip() -> None:
    result = score(
        PUSH_UP,
        [
            (clip("a", "push_up", faults=("hip_sag",), group="x"), judged(5, "hips_sagging")),
            (clip("b", "push_up", faults=("hip_sag", "head_up"), group="x"), judged(5)),
            (clip("c", "push_up"), judged(5, "hips_sagging")),
            (clip("d", "push_up", faults=("head_up",)), judged(5)),
            (clip("e", "push_up", faults=None), judged(5, "hips_sagging")),
            (clip("f", "squat"), judged(5, "hips_sagging")),
        ],
    ).faults
    sagging = next(rule for rule in result.rules if rule.rule == "hips_sagging")
    assert (sagging.labelled, sagging.found, sagging.right) == (2, 2, 1)
    assert sagging.groups == 1
    assert result.without_rule == {"head_up": 2}
    assert len(result.rules) == len(PUSH_UP.rules)


def test_advice_is_no_fault_on_a_faultless_clip() -> None:
    result = score(
        SQUAT,
        [
            (clip("clean"), judged(2)),
            (clip("advised"), judged(2, advice="knee_past_toe")),
            (clip("blamed"), judged(2, "heels_lifting", "chest_falling", advice="knee_past_toe")),
            (clip("labelled", faults=("heels_lifted",)), judged(2, "heels_lifting")),
        ],
    ).faults
    assert result.faultless == Share(2, 3)
    assert result.wrongly == (("blamed", ("chest_falling", "heels_lifting")),)


def test_labels_are_the_rules_that_the_exercise_has() -> None:
    assert labels(clip(faults=("heels_lifted", "head_up", "hip_sag")), SQUAT) == {"heels_lifting"}
    assert labels(clip(faults=None), SQUAT) == frozenset()


@pytest.mark.parametrize(
    ("segments", "result", "expected"),
    [
        pytest.param(
            [Segment(1, 5, True), Segment(6, 8, True)],
            held((0.5, 8.0)),
            HoldTime("clip", 6.0, 7.0, 7.5, 7.5, 0.0),
            id="the gap between two is part of the span alone",
        ),
        pytest.param(
            [Segment(0, 4, True), Segment(4, 9, True, "hip_sag")],
            held((0.0, 4.5)),
            HoldTime("clip", 4.0, 4.0, 4.5, 4.5, 0.0),
            id="who sags does not hold",
        ),
        pytest.param(
            [Segment(0, 4, True, "hips slightly high")],
            held((0.0, 1.0), (3.0, 4.0), straight_s=2.0),
            HoldTime("clip", 4.0, 4.0, 2.0, 4.0, 2.0),
            id="a word without a rule ends nothing",
        ),
        pytest.param(
            [Segment(0, 4, False)], held(), HoldTime("clip", 0, 0, 0, 0, 0), id="no plank at all"
        ),
    ],
)
def test_holds_against_segments(
    segments: list[Segment], result: Judged, expected: HoldTime
) -> None:
    assert hold_time(PLANK, clip(exercise="plank", segments=tuple(segments)), result) == expected


def test_holds_on_other_clips_are_told_by_exercise() -> None:
    plank_like = (Segment(0, 3, True),)
    result = score(
        PLANK,
        [
            (clip("a", "plank", segments=plank_like), held((0, 3))),
            (clip("b", "push_up"), held((1, 4))),
            (clip("c", "push_up"), held()),
            (clip("d", "push_up", segments=plank_like), held((0, 3))),
            (clip("e", "none"), held()),
        ],
    )
    assert [hold.clip for hold in result.holds] == ["a", "d"], "wherever a plank was seen"
    assert result.false_holds == (FalseHold("push_up", 3.0, 1, 2), FalseHold("none", 0.0, 0, 1))
    assert result.views == ()


def test_all_exercises_together() -> None:
    clips = [
        (clip("a", reps=2, accept=(2, 2)), judged(2, others=1)),
        (clip("b", "push_up", reps=3, accept=(3, 3), faults=("hip_sag",)), judged(2, others=1)),
    ]
    results = {"squat": clips, "push_up": clips, "plank": [(c, held()) for c, _ in clips]}
    together = overall([score(e, results[e.key]) for e in (SQUAT, PUSH_UP, PLANK)], results)
    coach, thresholds, _ = together.counts
    assert coach.counts.exact == Share(1, 2)
    assert coach.false_reps == FalseReps(4, 2, 2), "the push-ups as squats, the squats as push-ups"
    assert thresholds.false_reps == FalseReps(2, 2, 2)
    assert (together.faults.labelled, together.faults.found) == (1, 0)
    assert together.faultless == Share(1, 1)


def test_an_exercise_without_clips_has_no_shares() -> None:
    result = score(SQUAT, [(Clip("a", "none"), judged(0))])
    assert isnan(row(result, None).counts.exact.value)
    assert result.clips == 0
