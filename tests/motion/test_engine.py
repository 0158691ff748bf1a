"""The engine from its first frame to its end: time, gaps, cues, the meter, abstaining."""

from __future__ import annotations

from math import inf, nan

import pytest

from coach.motion.engine import Engine, finish, start, step
from coach.motion.poses.pose import Landmark
from coach.motion.snapshot import Phase, Tone, View
from exercises import find
from tests.motion.figures import (
    FRONT,
    SIDE,
    STRAIGHT,
    Camera,
    Skeleton,
    dips,
    perform,
    plank,
    repeat,
    seen,
    squat,
    times,
)

SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")


def test_rules_that_the_view_hides_say_so() -> None:
    side = perform(SQUAT, lambda _: squat(170), 1.0, camera=SIDE)
    front = perform(SQUAT, lambda _: squat(170), 1.0, camera=FRONT)
    assert set(side.abstained) == {"knees_caving_in", "hips_shifting"}
    assert set(front.abstained) == {"heels_lifting", "knee_past_toe"}
    assert perform(SQUAT, lambda _: None, 1.0).abstained == ()


def test_a_fault_ends_with_the_person() -> None:
    """Leaning too far, then gone: nothing is at fault in an empty picture, nor in a rep."""
    angle, _ = dips([80.0], low_s=2.0)
    engine, red = Engine(SQUAT), set()
    for t in times(12.0, 30.0):
        lean = 8 if t < 1 else 68
        now = engine.see(t, seen(t, squat(angle(t), lean=lean)) if t < 2.5 else None)
        red |= {key for key in now.active_faults if t < 2.5}
    found = engine.finish()
    assert red == {"chest_falling"}, "it was said while it could help"
    assert (found.active_faults, found.fault_landmarks) == ((), frozenset())
    assert (found.reps, found.fault_spans) == ((), ())


@pytest.mark.parametrize("knee", [172.0, 150.0, 130.0, 110.0, 85.0])
def test_whoever_does_not_move_has_no_fault(knee: float) -> None:
    """Found in any posture: there is no movement of which it could be a part."""
    engine = Engine(SQUAT)
    for t in times(10.0, 20.0):
        frozen = squat(knee, lean=70, shin=0.8, heel=0.06)
        assert engine.see(t, seen(t, frozen)).active_faults == ()
    found = engine.finish()
    assert (found.reps, found.attempts, found.fault_spans) == ((), (), ())


@pytest.mark.parametrize("frames", [True, False], ids=["nobody in the picture", "no picture"])
def test_a_movement_given_up_does_not_colour_the_next(frames: bool) -> None:
    """A deep lunge, leaning far, out of the picture; then one clean and cautious squat."""
    down, _ = dips([75.0])
    later, seconds = dips([95.0])
    engine = Engine(SQUAT)
    for t in times(5 + seconds, 30.0):
        if t < 1.95:
            engine.see(t, seen(t, squat(down(t), stride=0.5, lean=70)))
        elif t >= 5:
            engine.see(t, seen(t, squat(later(t - 5))))
        elif frames:
            engine.see(t, None)
    found = engine.finish()
    assert found.attempts == ()
    assert [rep.faults for rep in found.reps] == [()]
    assert found.reps[0].evidence["shallow"].value == pytest.approx(95, abs=1)


def test_before_the_first_frame_and_without_anybody() -> None:
    engine = Engine(SQUAT)
    assert engine.snapshot().phase is Phase.SETUP
    found = perform(SQUAT, lambda _: None, 3.0)
    assert (found.reps, found.tracked, found.ready) == ((), False, False)
    assert found.cue is not None
    assert (found.cue.key, found.cue.tone) == ("gate.no_person", Tone.GUIDE)
    assert found.view is View.UNKNOWN


def test_an_unknown_level_is_one_sentence() -> None:
    with pytest.raises(ValueError, match="no level 'hard'; choose one of beginner, strict"):
        Engine(SQUAT, "hard")


@pytest.mark.parametrize("strange", [nan, -inf, 0.0, 2.0], ids=str)
def test_a_time_that_does_not_rise_changes_nothing(strange: float) -> None:
    angle, seconds = dips([80.0] * 2)
    plain, disturbed = Engine(SQUAT), Engine(SQUAT)
    for t in times(seconds, 30.0):
        plain.see(t, seen(t, squat(angle(t))))
        disturbed.see(t, seen(t, squat(angle(t))))
        if t >= 2.0:
            # By repr, since from Python 3.13 on values that hold nan are not equal.
            before = repr(disturbed.snapshot())
            assert repr(disturbed.see(strange, seen(0.0, squat(30)))) == before
    assert repr(disturbed.finish()) == repr(plain.finish())


def test_finishing_twice_is_finishing_once() -> None:
    angle, _ = dips([80.0])
    for exercise, motion in ((SQUAT, lambda t: squat(angle(t))), (PLANK, lambda _: plank())):
        engine = Engine(exercise)
        for t in times(2.7, 30.0):
            engine.see(t, seen(t, motion(t)))
        assert repr(engine.finish()) == repr(engine.finish())


def test_a_rep_at_the_very_end_is_closed() -> None:
    angle, _ = dips([80.0])
    engine = Engine(SQUAT)
    for t in times(2.6, 30.0):
        running = engine.see(t, seen(t, squat(angle(t))))
    assert running.reps == ()
    assert len(engine.finish().reps) == 1


def test_a_state_can_go_on_in_two_ways() -> None:
    angle, seconds = dips([80.0] * 2)
    state = start(SQUAT)
    ends = set()
    for t in times(seconds, 30.0):
        before = state
        state, found = step(SQUAT, "beginner", before, t, seen(t, squat(angle(t))))
        step(SQUAT, "beginner", before, t, None)
        again, same = step(SQUAT, "beginner", before, t, seen(t, squat(angle(t))))
        assert (repr(again.tracker), repr(same)) == (repr(state.tracker), repr(found))
        ends.add(len(finish(SQUAT, "beginner", state).reps))
    assert ends == {0, 1, 2}, "ended at each moment, it goes on all the same"


def test_the_snapshot_tells_from_where_the_set_was_seen() -> None:
    engine = Engine(SQUAT)
    for t in times(4.0, 10.0):
        camera = FRONT if t < 2 else SIDE
        found = engine.see(t, seen(t, squat(170), camera) if t >= 0.95 else None)
        assert (found.views[0].start_s, found.views[-1].end_s) == (0.0, t)
        assert found.views[-1].view is found.view
    assert [span.view for span in found.views] == [View.UNKNOWN, View.FRONT, View.RIGHT]
    assert [span.start_s for span in found.views] == pytest.approx([0.0, 1.0, 2.3], abs=0.11)
    assert engine.finish().views == found.views


@pytest.mark.parametrize(
    ("camera", "uneven", "what"),
    [(FRONT, 20.0, "both sides are seen"), (SIDE, None, "one hides the other")],
    ids=["front", "side"],
)
def test_a_rep_tells_how_much_left_and_right_differ(
    camera: Camera, uneven: float | None, what: str
) -> None:
    angle, seconds = dips([80.0])

    def motion(t: float) -> Skeleton:
        off = 20 * (STRAIGHT - angle(t)) / (STRAIGHT - 80)
        left = {i: p for i, p in squat(angle(t) + off).items() if "LEFT" in i.name}
        return {**squat(angle(t)), **left}

    (rep,) = perform(SQUAT, motion, seconds, camera=camera).reps
    assert rep.uneven_deg == (uneven and pytest.approx(uneven, abs=1)), what


def test_the_meter_follows_the_movement() -> None:
    angle, seconds = dips([85.0])
    engine = Engine(SQUAT)
    meter = {t: engine.see(t, seen(t, squat(angle(t)))) for t in times(seconds, 30.0)}
    assert meter[1.0].range_of_motion == pytest.approx(0, abs=0.05)
    assert meter[2.0].range_of_motion == pytest.approx(1, abs=0.05)
    assert 0 < meter[1.0].required < 1
    assert [meter[t].phase for t in (1.0, 2.0)] == [Phase.TOP, Phase.BOTTOM]


def test_a_cue_is_said_while_it_can_still_help_and_praise_once_corrected() -> None:
    angle, seconds = dips([80.0] * 5, rest_s=1.0)
    engine, said = Engine(SQUAT), []
    for t in times(seconds, 30.0):
        lean = 68.0 if t < 3 else None
        cue = engine.see(t, seen(t, squat(angle(t), lean=lean if angle(t) < 150 else None))).cue
        if cue and (not said or said[-1].key != cue.key):
            said.append(cue)
    assert [(cue.key, cue.text) for cue in said] == [
        ("squat.chest_falling", "Chest up"),
        ("squat.chest_falling.corrected", "Chest is up"),
    ]
    assert said[0].since < 2.1, "on the way down, or at the bottom"


@pytest.mark.parametrize(
    ("bottoms", "tops", "cue", "praise"),
    [
        ([125.0, 80.0, 80.0], [STRAIGHT] * 3, "Too shallow: go deeper", "Good depth"),
        ([80.0, 80.0, 80.0], [141.0, STRAIGHT, STRAIGHT], "Stand up tall", "Standing tall"),
    ],
    ids=["depth", "lockout"],
)
def test_what_is_judged_once_a_rep_is_praised_too(
    bottoms: list[float], tops: list[float], cue: str, praise: str
) -> None:
    engine, said, start = Engine(SQUAT), [], 0.0
    for bottom, top in zip(bottoms, tops, strict=True):
        angle, seconds = dips([bottom], top=top, lead_s=2.0)
        for t in times(seconds - 0.1, 30.0):
            found = engine.see(start + t, seen(start + t, squat(angle(t)))).cue
            if found and (not said or said[-1] != found.text):
                said.append(found.text)
        start += seconds
    assert said == [cue, praise]


def test_a_fault_that_stays_is_not_praised() -> None:
    """Not on the rep after the cue either, at whose end no cue is shown any more."""
    motion, seconds = repeat(lambda x, deep: squat(x, lean=5 + 60 * deep), [70.0] * 4, rest_s=3.0)
    engine, said = Engine(SQUAT), set()
    for t in times(seconds, 30.0):
        cue = engine.see(t, seen(t, motion(t))).cue
        said |= {cue.key} if cue else set()
    assert said == {"squat.chest_falling"}


def test_arcs_are_drawn_where_they_are_seen() -> None:
    found = perform(SQUAT, lambda _: squat(100), 0.1)
    (arc,) = found.arcs
    assert (arc.vertex, arc.ends) == (
        Landmark.RIGHT_KNEE,
        (Landmark.RIGHT_HIP, Landmark.RIGHT_ANKLE),
    )
    assert arc.degrees == pytest.approx(100)
    hidden = frozenset({Landmark.RIGHT_KNEE})
    assert perform(SQUAT, lambda _: squat(100), 0.1, hidden=hidden).arcs == ()
