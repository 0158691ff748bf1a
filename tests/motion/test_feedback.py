"""One cue at a time: which, for how long, how often, and praise once it is corrected."""

from __future__ import annotations

import itertools

import pytest

from coach.motion.feedback import (
    COOLS_S,
    PRAISE_S,
    SHOWS_S,
    FeedbackState,
    Wish,
    advance_feedback,
)
from coach.motion.snapshot import Tone

CHEST = Wish("squat.chest_falling", Tone.FAULT, "Chest up", "Chest is up")
HEELS = Wish("squat.heels_lifting", Tone.FAULT, "Heels down", "Heels stay down")
KNEES = Wish("squat.knee_past_toe", Tone.ADVICE, "Sit back", "Knee behind toe")
LUNGE = Wish("squat.one_foot_ahead", Tone.FAULT, "Feet side by side")
NONE: frozenset[str] = frozenset()

Moment = tuple[float, tuple[Wish, ...], frozenset[str]]


def listen(moments: list[Moment], until: float) -> list[tuple[float, str]]:
    """When which words begin to be shown (empty: none); what is wished stays until the next."""
    state, said, last = FeedbackState(), [], ""
    for i in range(round(until * 10) + 1):
        t = i / 10
        now = [m for m in moments if m[0] <= t + 1e-9]
        wishes = now[-1][1] if now else ()
        corrected = now[-1][2] if now and now[-1][0] > t - 0.1 + 1e-9 else NONE
        state = advance_feedback(state, t, wishes, corrected)
        words = state.cue.text if state.cue else ""
        if words != last:
            said.append((t, words))
            last = words
    return said


def test_a_cue_is_shown_long_enough_to_be_read() -> None:
    said = listen([(1.0, (CHEST,), NONE), (1.1, (), NONE)], 10)
    assert said == [(1.0, "Chest up"), (1.0 + SHOWS_S, "")]


def test_a_cue_stays_while_the_fault_lasts() -> None:
    said = listen([(1.0, (CHEST,), NONE), (6.0, (), NONE)], 10)
    assert said[0] == (1.0, "Chest up")
    assert said[1][0] == pytest.approx(6.3, abs=0.4)
    assert said[1][1] == ""


def test_the_same_cue_is_not_said_on_every_rep() -> None:
    moments: list[Moment] = []
    for rep in range(10):
        moments += [(3.0 * rep, (CHEST,), NONE), (3.0 * rep + 0.5, (), NONE)]
    begun = [t for t, words in listen(moments, 30) if words]
    assert 3 <= len(begun) <= 4
    assert all(b - a >= COOLS_S for a, b in itertools.pairwise(begun))


@pytest.mark.parametrize(
    ("first", "second", "said", "what"),
    [
        (CHEST, HEELS, ["Chest up", "Heels down"], "equals wait for each other"),
        (KNEES, CHEST, ["Sit back", "Chest up"], "a fault does not wait for advice"),
        (CHEST, KNEES, ["Chest up", "Sit back"], "advice waits for a fault"),
    ],
)
def test_one_cue_at_a_time(first: Wish, second: Wish, said: list[str], what: str) -> None:
    moments: list[Moment] = [(1.0, (first,), NONE), (1.5, (second,), NONE)]
    heard = [(t, words) for t, words in listen(moments, 8) if words]
    assert [words for _, words in heard] == said, what
    waited = heard[1][0] - heard[0][0]
    assert (waited < 1) == (first is KNEES)


def test_the_most_serious_of_many_is_said_and_the_first_of_equals() -> None:
    assert listen([(0.0, (KNEES, HEELS, CHEST), NONE)], 0.5) == [(0.0, "Heels down")]


def test_a_corrected_fault_is_praised_once() -> None:
    done = frozenset({CHEST.key})
    moments: list[Moment] = [
        (1.0, (CHEST,), NONE),
        (1.1, (), NONE),
        (6.0, (), done),
        (12.0, (), done),
    ]
    said = listen(moments, 15)
    assert said == [
        (1.0, "Chest up"),
        (1.0 + SHOWS_S, ""),
        (6.0, "Chest is up"),
        (6.0 + PRAISE_S, ""),
    ]


@pytest.mark.parametrize(
    ("corrected", "what"),
    [
        (NONE, "nothing was corrected"),
        (frozenset({HEELS.key}), "another rule was kept all along"),
    ],
)
def test_no_praise_for_nothing(corrected: frozenset[str], what: str) -> None:
    moments: list[Moment] = [(1.0, (CHEST,), NONE), (1.1, (), NONE), (6.0, (), corrected)]
    assert [words for _, words in listen(moments, 9) if words] == ["Chest up"], what


def test_what_has_no_words_of_praise_is_not_praised() -> None:
    done = frozenset({LUNGE.key, CHEST.key})
    moments: list[Moment] = [
        (1.0, (CHEST,), NONE),
        (1.1, (), NONE),
        (4.0, (LUNGE,), NONE),
        (4.1, (), NONE),
        (9.0, (), done),
    ]
    said = [words for _, words in listen(moments, 12) if words]
    assert said == ["Chest up", "Feet side by side", "Chest is up"]
