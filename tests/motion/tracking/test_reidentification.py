"""Whether it is the same person, after a break."""

from __future__ import annotations

import numpy as np
import pytest

from coach.arrays import FloatArray
from coach.motion.tracking.reidentification import (
    ALIKE,
    FEWEST_NOTES,
    MOST_NOTES,
    NOTE_S,
    OTHER,
    SURE_S,
    Acquaintance,
    difference,
    is_alike,
    meet,
    nobody_yet,
)
from tests.motion.people import BLUE, RED, somebody

FPS = 10


def watch(
    known: Acquaintance, start: float, seconds: float, clothes: FloatArray, x: float = 0.5
) -> list[Acquaintance]:
    """What is known after each picture of somebody who stands at x."""
    after = []
    for i in range(round(seconds * FPS)):
        t = start + i / FPS
        known = meet(known, somebody(t, x).pose, lambda: clothes)
        after.append(known)
    return after


def trained(seconds: float = 5.0) -> Acquaintance:
    return watch(nobody_yet(), 0.0, seconds, RED)[-1]


@pytest.mark.parametrize(
    ("start", "x", "clothes", "stranger", "why"),
    [
        (15.0, 0.5, RED, False, "back after ten seconds, at the same place"),
        (15.0, 0.1, RED, False, "back after ten seconds, at another place"),
        (15.0, 0.1, 0.95 * RED, False, "back in a little less light"),
        (5.1, 0.9, RED, False, "a jump that nobody makes, in the same clothes: a cut"),
        (15.0, 0.1, BLUE, True, "another one, after an absence"),
        (15.0, 0.5, BLUE, True, "another one, at the very place"),
        (5.1, 0.9, BLUE, True, "another one, at once: the network went over"),
        (5.1, 0.5, BLUE, False, "other light from one picture to the next, and no break"),
    ],
)
def test_who_it_is(start: float, x: float, clothes: FloatArray, stranger: bool, why: str) -> None:
    after = watch(trained(), start, 3.0, clothes, x)
    assert after[-1].stranger is stranger, why
    assert after[-1].doubted is stranger, why


def test_another_one_is_doubted_at_once_and_named_after_a_second() -> None:
    after = watch(trained(), 15.0, 3.0, BLUE)
    assert after[0].doubted, "not one look of theirs is judged"
    first = next(i for i, known in enumerate(after) if known.stranger)
    assert first / FPS == pytest.approx(SURE_S, abs=0.25)


def test_the_same_one_is_never_doubted() -> None:
    assert not any(known.doubted for known in watch(trained(), 15.0, 3.0, RED))


def test_one_look_that_is_off_is_no_other_person() -> None:
    """Half behind a machine at the first look, or in the shade of the door."""
    known = meet(trained(), somebody(15.0, 0.5).pose, lambda: BLUE)
    assert known.doubted
    after = watch(known, 15.1, 2.0, RED)
    assert not any(each.stranger for each in after)
    assert not after[-1].doubted


def test_in_doubt_it_is_the_same_person() -> None:
    between = RED + (ALIKE + OTHER) / 2
    after = watch(trained(), 15.0, 3.0, between)
    assert ALIKE < difference(trained(), between) < OTHER
    assert not any(known.stranger for known in after)
    assert not after[-1].doubted


def test_who_comes_back_after_somebody_else_goes_on() -> None:
    stranger = watch(trained(), 15.0, 3.0, BLUE)[-1]
    assert watch(stranger, 30.0, 3.0, BLUE)[-1].stranger, "still another one, after a break too"
    assert not watch(stranger, 30.0, 1.0, RED)[-1].stranger
    over = watch(stranger, 18.0, 1.5, RED)
    assert not over[-1].stranger, "the network may go back without a break"


def test_nobody_is_another_one_before_anybody_is_known() -> None:
    short = watch(nobody_yet(), 0.0, NOTE_S * (FEWEST_NOTES - 1), RED)[-1]
    assert not any(known.stranger for known in watch(short, 15.0, 5.0, BLUE))
    assert not is_alike(nobody_yet(), RED)


def test_what_was_worn_lately_is_known_and_notes_stay_few() -> None:
    """A jacket taken off while in sight is no other person."""
    known = watch(trained(20.0), 20.0, 60.0, BLUE)[-1]
    assert len(known.notes) <= MOST_NOTES
    assert not watch(known, 100.0, 3.0, BLUE)[-1].stranger
    assert is_alike(known, RED), "nor is it forgotten at once"
    assert np.isfinite(known.notes).all()
