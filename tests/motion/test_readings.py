"""What the measures read: each once a frame, however many rules ask for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.motion import measure
from coach.motion.engine import Engine
from coach.motion.exercise import Cycle, Exercise, Fault, Limit, Turns
from coach.motion.measure import UNREAD, Angle, Lift, Measure, Reading, Side
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from coach.motion.snapshot import View
from coach.tracks.packed import unpack
from exercises import FIRST, registry
from tests.motion.figures import SIDE, seen, squat

GOLDEN = Path(__file__).parent.parent / "data" / "golden"
KINDS = [
    kind
    for kind in vars(measure).values()
    if isinstance(kind, type) and hasattr(kind, "read") and kind is not Measure
]


def measures(exercise: Exercise) -> list[Measure]:
    """Every measure that the exercise is written down with, as often as it is."""
    goal = exercise.goal
    found = [each.measure for each in (*exercise.positions, *exercise.rules)]
    if isinstance(goal, Cycle):
        found += [goal.signal, *(each.measure for each in (*goal.conditions, *goal.companions))]
        found += [each for each in (goal.height, goal.leading) if each is not None]
    return [*found, *exercise.arcs]


def recorded(key: str) -> Iterator[Track]:
    """Recorded tracks of an exercise."""
    for file in sorted(GOLDEN.glob(f"{key}_*.npz")):
        with np.load(file) as z:
            yield Track.from_arrays(*(z[k] for k in ("t", "image", "world", "visibility", "size")))
    packed = GOLDEN.parent / "exercises" / f"{key}.track"
    if packed.is_file():
        track = unpack(packed.read_bytes())
        assert track is not None
        yield track


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[Measure]]:
    """Counts who is read; a measure that is a part of another is not counted for it."""
    reads, depth = Counter[Measure](), [0]

    def counting(kind: Any) -> Any:
        read = kind.read

        def once_more(self: Measure, body: Body) -> Reading:
            if not depth[0]:
                reads[self] += 1
            depth[0] += 1
            try:
                return read(self, body)
            finally:
                depth[0] -= 1

        return once_more

    with monkeypatch.context() as patch:
        for kind in KINDS:
            patch.setattr(kind, "read", counting(kind))
        yield reads


@pytest.mark.parametrize("exercise", registry().values(), ids=registry())
def test_a_frame_reads_each_measure_of_the_exercise_once(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    each_side = exercise.goal.turns is Turns.EACH
    # Of two sides that are counted by themselves, each reads its own; what is measured of neither
    # is read by both, since each looks back to where its own movement began.
    most = 2 if each_side else 1
    wanted = {m for own in exercise.sided for m in measures(own)} if each_side else set()
    found = set[Measure]()
    for track in recorded(exercise.key):
        engine = Engine(exercise)
        for t, pose in track.poses():
            with counted(monkeypatch) as reads:
                engine.see(t, pose)
                engine.snapshot()
                engine.finish()
            assert max(reads.values(), default=0) <= most, f"at {t} s"
            assert not each_side or all(
                count == 1 for m, count in reads.items() if m in wanted and is_sided(m)
            )
            found |= set(reads)
    assert found, "there is a recorded track"
    if exercise.key in FIRST:
        assert found >= set(measures(exercise)), "each is asked for at some time"


def is_sided(measure: Measure) -> bool:
    """Whether it is read on the left alone, or on the right."""
    return getattr(measure, "side", None) in (Side.LEFT, Side.RIGHT)


def test_an_exercise_writes_each_measure_once() -> None:
    """Readings tell measures apart by identity: an equal one would be read again."""
    for exercise in registry().values():
        named = measures(exercise)
        assert len({id(each) for each in named}) == len(set(named)), exercise.key


KNEE = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE)
ANKLES = frozenset({Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE})


def body(hidden: frozenset[Landmark] = frozenset()) -> Body:
    pose = seen(0.0, squat(100), SIDE, hidden)
    return Body.of(pose, classify(turned(pose)), turned(pose))


def rule(views: frozenset[View], visible: float) -> Fault:
    limit = Limit(90.0, 90.0)
    words = dict.fromkeys(("title", "cue", "corrected", "source"), "")
    return Fault("bent", **words, measure=KNEE, low=limit, views=views, visible=visible)


@pytest.mark.parametrize(
    ("views", "visible", "hidden", "judged", "what"),
    [
        ({View.RIGHT}, 0.5, frozenset(), True, "shown, and seen well"),
        ({View.FRONT}, 0.5, frozenset(), False, "not from here"),
        ({View.RIGHT}, 0.5, ANKLES, False, "a guess"),
        ({View.RIGHT}, 0.0, ANKLES, True, "good enough for this rule"),
    ],
)
def test_what_a_rule_may_be_judged_by(
    views: set[View], visible: float, hidden: frozenset[Landmark], judged: bool, what: str
) -> None:
    readings = Readings(body(hidden))
    reading = readings.judged(rule(frozenset(views), visible))
    assert reading is (readings[KNEE] if judged else UNREAD), what


def test_what_is_known_later_is_read_with_it_and_nothing_twice() -> None:
    here = body()
    before = Readings(here)
    knee = before[KNEE]
    lift = Lift(Joint.HEEL, Joint.TOE)
    more = before.knowing(Body(**{**vars(here), "start": here.image}))
    assert more[KNEE] is knee
    assert more[lift].value == pytest.approx(0)
    assert before.knowing(here) is before
