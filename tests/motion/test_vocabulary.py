"""What an exercise can say: any signal, each side by itself, two signals that must agree.

Four small exercises that are no squat, on bodies of metres and degrees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from math import cos, pi
from typing import cast

import pytest

from coach.motion.engine import Engine
from coach.motion.exercise import (
    Companion,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    Hold,
    Limit,
    Position,
    Turns,
    Way,
)
from coach.motion.exercise.postures import STANDING
from coach.motion.measure import Angle, Lead, Measure, Reading, Side, Tilt, Width
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Cue, Phase, Tone
from coach.texts import say
from exercises import find
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    Camera,
    Motion,
    Skeleton,
    curl,
    jack,
    lunge,
    perform,
    repeat,
    seen,
    sit_up,
    squat,
    times,
)

ELBOW = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
ARM = Angle(Joint.HIP, Joint.SHOULDER, Joint.WRIST)
TRUNK = Tilt(Joint.HIP, Joint.SHOULDER)
KNEE = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.SMALLER)


def depth(measure: Measure, limit: Limit, cue: str) -> Extreme:
    return Extreme("short", "Short", cue, "All the way", "A test's.", limit, measure)


def exercise(key: str, goal: Cycle, **more: object) -> Exercise:
    words = {each.reason: "Together" for each in goal.companions}
    known: dict[str, object] = {"positions": (STANDING,), "faults": (), "sees": (), **more}
    return Exercise(
        key=key,
        title=key,
        summary="",
        how_to_stand="",
        goal=goal,
        reasons=words,
        **known,
    )


CURL = exercise(
    "curl",
    Cycle(
        signal=ELBOW,
        upwards=True,
        turns=Turns.EACH,
        top=(130.0, 178.0),
        target=Limit(50.0, 45.0),
        depth=depth(ELBOW, Limit(70.0, 60.0), "Higher"),
        counts_at=Limit(90.0, 80.0),
    ),
)
JACK = exercise(
    "jack",
    Cycle(
        signal=ARM,
        way=Way.RISES,
        top=(0.0, 50.0),
        target=Limit(150.0, 160.0),
        depth=depth(ARM, Limit(120.0, 140.0), "Arms up"),
        counts_at=Limit(100.0, 120.0),
        companions=(
            Companion("legs", Width(Joint.ANKLE), Limit(0.4, 0.5), "A test's.", way=Way.RISES),
        ),
    ),
    phase_words={
        Phase.DESCENT: "Arms up",
        Phase.BOTTOM: "Arms down now",
        Phase.ASCENT: "Arms down",
    },
)
SIT_UP = exercise(
    "sit_up",
    Cycle(
        signal=TRUNK,
        top=(60.0, 100.0),
        target=Limit(30.0, 25.0),
        depth=depth(TRUNK, Limit(40.0, 35.0), "Higher"),
        counts_at=Limit(50.0, 45.0),
    ),
    positions=(),
)
LUNGE = exercise(
    "lunge",
    Cycle(
        signal=KNEE,
        leading=Lead(),
        top=(140.0, 178.0),
        target=Limit(95.0, 90.0),
        depth=depth(KNEE, Limit(110.0, 100.0), "Lower"),
        counts_at=Limit(120.0, 110.0),
    ),
)


BENT_ARM = replace(
    CURL,
    goal=Hold(broken_by=("slack",), turns=Turns.EACH),
    positions=(Position(ELBOW, ask="bend_your_arm", high=70.0),),
    asks={"bend_your_arm": "Bend an arm"},
    faults=(
        Fault(
            "slack",
            "Slack",
            "Bend more",
            "Bent",
            ELBOW,
            "A test's.",
            high=Limit(60.0, 60.0),
            phases=frozenset({Phase.HOLD}),
        ),
    ),
    reasons={},
)


def swing(n: int, low: float, high: float, seconds: float = 2.0) -> Callable[[float], float]:
    """n times from low to high and back, and low before and after."""

    def value(t: float) -> float:
        part = (t - 1.0) / seconds
        return low if not 0 <= part < n else low + (high - low) * (1 - cos(2 * pi * part)) / 2

    return value


def lasts(n: int, seconds: float = 2.0) -> float:
    return 2.0 + n * seconds


def in_turn(n: int, apart_s: float) -> Motion:
    """n curls of each arm; the right one begins so many seconds after the left one."""
    one = swing(n, 170.0, 45.0)
    return lambda t: curl(one(t), one(t - apart_s))


@pytest.mark.parametrize("camera", [FRONT, OBLIQUE, replace(FRONT, mirrored=True)])
def test_alternating_curls_are_counted_with_their_side(camera: Camera) -> None:
    def motion(t: float) -> Skeleton:
        left, right = swing(5, 170.0, 45.0), swing(5, 170.0, 45.0)
        # One arm rests while the other curls.
        turn, into = divmod(max(0.0, t - 1.0), 2.0)
        now = 1.0 + into
        resting = 170.0
        if turn >= 10 or t < 1.0:
            return curl(resting, resting)
        return curl(left(now), resting) if turn % 2 == 0 else curl(resting, right(now))

    found = perform(CURL, motion, 22.0, camera=camera)
    first, second = ("right", "left") if camera.mirrored else ("left", "right")
    assert [rep.side for rep in found.reps] == [first, second] * 5
    assert [rep.number for rep in found.reps] == list(range(1, 11))
    assert not found.attempts


@pytest.mark.parametrize(
    ("apart_s", "sides", "what"),
    [
        (0.0, [None] * 5, "both at once are one rep of both"),
        (0.2, [None] * 5, "nearly at once as well"),
        (1.0, ["left", "right"] * 5, "one goes up while the other comes down"),
        (10.0, ["left"] * 5 + ["right"] * 5, "one arm first, then the other"),
    ],
)
def test_each_arm_is_counted_by_itself(apart_s: float, sides: list[str | None], what: str) -> None:
    found = perform(CURL, in_turn(5, apart_s), lasts(5) + apart_s, camera=FRONT)
    assert [rep.side for rep in found.reps] == sides, what


def test_an_arm_that_goes_half_way_is_an_attempt_of_that_arm() -> None:
    half = swing(2, 170.0, 110.0)
    found = perform(CURL, lambda t: curl(170.0, half(t)), lasts(2), camera=FRONT)
    assert (found.reps, [a.side for a in found.attempts]) == ((), ["right", "right"])


@pytest.mark.parametrize("n", [1, 10])
def test_jumping_jacks_are_counted_on_a_signal_that_rises(n: int) -> None:
    arms, legs = swing(n, 15.0, 165.0, 1.2), swing(n, 2.0, 25.0, 1.2)
    found = perform(JACK, lambda t: jack(arms(t), legs(t)), lasts(n, 1.2), camera=FRONT)
    assert (len(found.reps), found.attempts) == (n, ())
    assert all(rep.range_of_motion > 0.9 and not rep.faults for rep in found.reps)


@pytest.mark.parametrize(
    ("legs", "what"),
    [
        (lambda t: 2.0, "legs that stay"),
        (lambda t: 25.0, "legs that are apart all the while"),
        (lambda t: swing(10, 2.0, 25.0, 1.2)(t + 0.6), "legs that close while the arms go up"),
    ],
)
def test_arms_and_legs_must_agree(legs: Callable[[float], float], what: str) -> None:
    arms = swing(8, 15.0, 165.0, 1.2)
    found = perform(JACK, lambda t: jack(arms(t), legs(t)), lasts(8, 1.2), camera=FRONT)
    assert not found.reps, what
    assert {attempt.reason for attempt in found.attempts} == {"legs"}
    evidence = found.attempts[2].evidence["legs"]
    assert (evidence.unit, evidence.low) == ("ratio", 0.4)


def test_sit_ups_are_dated_at_their_far_point() -> None:
    tilt = swing(8, 88.0, 22.0)
    found = perform(SIT_UP, lambda t: sit_up(tilt(t)), lasts(8))
    far = [2.0 + 2.0 * i for i in range(8)]
    assert [rep.bottom_s for rep in found.reps] == pytest.approx(far, abs=0.1)


@pytest.mark.parametrize("camera", [SIDE, OBLIQUE, FRONT])
def test_a_lunge_has_the_side_of_its_front_leg(camera: Camera) -> None:
    def motion(t: float) -> Skeleton:
        turn = (t - 1.0) // 2.0
        return lunge(swing(10, 0.0, 1.0)(t), left=turn % 2 == 0)

    found = perform(LUNGE, motion, lasts(10), camera=camera)
    assert [rep.side for rep in found.reps] == ["left", "right"] * 5


def test_phases_have_the_exercise_s_own_words() -> None:
    arms, legs = swing(1, 15.0, 165.0), swing(1, 2.0, 25.0)
    engine = Engine(JACK)
    told = (engine.see(t, seen(t, jack(arms(t), legs(t)), FRONT)) for t in times(4.0, 30.0))
    words = {snapshot.phase_key: snapshot.phase_word for snapshot in told}
    assert words == {
        "phase.top": "",
        "jack.phase.descent": "Arms up",
        "jack.phase.bottom": "Arms down now",
        "jack.phase.ascent": "Arms down",
    }


def test_what_goes_up_first_is_told_so() -> None:
    one = swing(1, 170.0, 45.0)
    engine = Engine(CURL)
    keys = [engine.see(t, seen(t, curl(one(t), one(t)), FRONT)).phase_key for t in times(4.0, 30.0)]
    way = ["phase.top", "phase.up.descent", "phase.up.bottom", "phase.up.ascent", "phase.top"]
    assert [key for key, _ in groupby(keys)] == way
    assert [say(key) for key in way[1:4]] == ["Up", "Down now", "Down"]


def test_postures_ask_in_the_exercise_s_own_words() -> None:
    engine = Engine(BENT_ARM)
    asked = [engine.see(t, seen(t, curl(170.0, 170.0), FRONT)).cue for t in (0.0, 0.1, 0.2)][-1]
    assert asked == Cue("curl.ask.bend_your_arm", Tone.GUIDE, 0.2, "Bend an arm")


@pytest.mark.parametrize(
    ("left", "right", "side"),
    [(50.0, 170.0, "left"), (170.0, 50.0, "right"), (50.0, 50.0, "left")],
    ids=["left", "right", "both at once are one hold"],
)
def test_a_hold_on_either_side(left: float, right: float, side: str) -> None:
    found = perform(BENT_ARM, lambda _: curl(left, right), 6.0, camera=FRONT)
    assert [held.side for held in found.holds] == [side]
    assert found.hold_s == pytest.approx(6.0, abs=0.1)


def test_a_hold_changes_sides() -> None:
    def motion(t: float) -> Skeleton:
        return curl(50.0, 170.0) if t < 5.0 else curl(170.0, 50.0)

    found = perform(BENT_ARM, motion, 10.0, camera=FRONT)
    assert [held.side for held in found.holds] == ["left", "right"]
    assert found.hold_s == pytest.approx(10.0, abs=0.5)


@dataclass(frozen=True)
class Scaled:
    """The knee's angle in another unit, which may rise as the knee bends."""

    by: float
    unit: str = "deg"
    joints: tuple[Joint, ...] = (Joint.HIP, Joint.KNEE, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        reading = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE).read(body)
        return Reading(reading.value * self.by, reading.visibility)


@pytest.mark.parametrize("level", ["beginner", "strict"])
@pytest.mark.parametrize("by", [1.0, -1.0, 0.01, -0.01, 20.0])
def test_any_signal_counts_as_the_same_angle_does(by: float, level: str) -> None:
    """A squat on its knees' angle, and on the same number scaled or turned round: the same reps,
    at the same times, for the same reasons."""

    def limit(numbers: Limit) -> Limit:
        return Limit(numbers.beginner * by, numbers.strict * by)

    def rule(extreme: Extreme | None) -> Extreme:
        assert extreme is not None
        return replace(
            extreme,
            limit=limit(extreme.limit),
            margin=extreme.margin * abs(by),
            measure=Scaled(by),
        )

    known = find("squat")
    goal = cast(Cycle, known.goal)
    low, high = sorted(bound * by for bound in goal.top)
    scaled = replace(
        goal,
        signal=Scaled(by),
        way=Way.FALLS if by > 0 else Way.RISES,
        error=goal.error * abs(by),
        top=(low, high),
        target=limit(goal.target),
        counts_at=limit(goal.counts_at),
        depth=rule(goal.depth),
        lockout=rule(goal.lockout),
        locks_at=goal.locks_at * by,
    )
    same = replace(
        goal,
        depth=replace(goal.depth, measure=goal.signal),
        lockout=replace(goal.lockout, measure=goal.signal),
    )
    motion, seconds = repeat(lambda knee, _: squat(knee), [80.0, 105.0, 130.0, 90.0])

    def outline(cycle: Cycle) -> list[object]:
        found = perform(replace(known, goal=cycle), motion, seconds, level=level)
        return [
            *((rep.start_s, rep.bottom_s, rep.end_s, rep.faults, rep.score) for rep in found.reps),
            *((a.bottom_s, a.reason) for a in found.attempts),
        ]

    assert outline(scaled) == outline(same)
    assert len(outline(same)) == 4
