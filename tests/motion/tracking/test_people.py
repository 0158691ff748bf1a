"""Who is who: crossings, absences, doubles, and an order of answers that says nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.motion.tracking.people import FORGET_S, Found, People, update_people
from tests.motion.people import BLUE, FPS, RED, Place, number_at, scenes, somebody, watched


def walk(start: float, end: float, seconds: float = 4.0) -> Place:
    return lambda t: start + (end - start) * min(t / seconds, 1.0)


def stand(x: float) -> Place:
    return lambda t: x


def hidden(place: Place, start: float, end: float) -> Place:
    return lambda t: None if start <= t < end else place(t)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(walk(0.2, 0.8), walk(0.8, 0.2), id="they pass each other"),
        pytest.param(walk(0.1, 0.9), stand(0.5), id="one passes somebody who stands"),
        pytest.param(
            walk(0.2, 0.8), hidden(walk(0.8, 0.2), 1.7, 2.3), id="one is hidden by the other"
        ),
        pytest.param(hidden(walk(0.1, 0.9), 1.6, 2.4), stand(0.5), id="hidden behind who stands"),
        pytest.param(stand(0.3), hidden(stand(0.7), 1.0, 3.0), id="out of sight for two seconds"),
    ],
)
def test_two_keep_their_numbers(first: Place, second: Place) -> None:
    after = watched([first, second], 4.0)
    start, people = after[0]
    ids = [number_at(people, start, first(0.0) or 0.0), number_at(people, start, second(0.0) or 0)]
    assert sorted(filter(None, ids)) == [1, 2]
    end, people = after[-1]
    assert number_at(people, end, first(end) or 0.0) == ids[0]
    assert number_at(people, end, second(end) or 0.0) == ids[1]
    assert people.numbers == 2


def test_clothes_tell_apart_who_stops_behind_another() -> None:
    """Both are hidden together and come out where the other one was to be expected."""
    people = People()
    for i in range(4 * FPS):
        t = i / FPS
        found = []
        if not 1.6 < t < 2.4:
            turned = t if t <= 1.6 else 4.0 - t
            found = [
                Found(somebody(t, 0.2 + 0.15 * turned).pose, RED),
                Found(somebody(t, 0.8 - 0.15 * turned).pose, BLUE),
            ]
        people = update_people(people, t, found)
    assert number_at(people, t, 0.2 + 0.15 * (4.0 - t)) == 1
    assert number_at(people, t, 0.8 - 0.15 * (4.0 - t)) == 2


def test_how_they_stand_tells_two_apart_who_meet() -> None:
    """One squats deep where the other walks by; without a gap, and in clothes that are alike."""
    after = watched([stand(0.5), walk(0.1, 0.9)], 4.0, knees=(80.0, 172.0))
    end, people = after[-1]
    assert number_at(people, end, 0.9) == number_at(after[0][1], 0.0, 0.1)


@settings(max_examples=15, deadline=None)
@given(data=st.data(), ends=st.tuples(*[st.floats(0.05, 0.95)] * 6))
def test_the_order_of_the_answers_changes_nothing(
    data: st.DataObject, ends: tuple[float, ...]
) -> None:
    places = [walk(ends[i], ends[i + 3]) for i in range(3)]
    one, other = People(), People()
    for t, found in scenes(places, 0.5):
        shuffled = data.draw(st.permutations(found))
        one, other = update_people(one, t, found), update_people(other, t, shuffled)
        assert [(p.number, p.pose.image.tolist()) for p in one.at(t)] == [
            (p.number, p.pose.image.tolist()) for p in other.at(t)
        ]


def test_a_person_seen_twice_counts_once() -> None:
    people = People()
    for i in range(10):
        t = i / FPS
        people = update_people(people, t, [somebody(t, 0.5), somebody(t, 0.51, knee=150.0)])
    assert [person.number for person in people.at(t)] == [1]
    assert people.numbers == 1


def test_two_side_by_side_are_two() -> None:
    people = update_people(People(), 0.0, [somebody(0.0, 0.45), somebody(0.0, 0.6)])
    assert [person.number for person in people.at(0.0)] == [1, 2]


def test_who_is_gone_for_long_is_forgotten() -> None:
    people = update_people(People(), 0.0, [somebody(0.0, 0.5)])
    people = update_people(people, FORGET_S + 0.1, [])
    assert people.known == ()
    people = update_people(people, FORGET_S + 0.2, [somebody(FORGET_S + 0.2, 0.5)])
    assert [person.number for person in people.known] == [2]


def test_somebody_far_away_in_the_same_picture_is_somebody_else() -> None:
    people = update_people(People(), 0.0, [somebody(0.0, 0.2)])
    people = update_people(people, 1 / FPS, [somebody(1 / FPS, 0.9)])
    assert [person.number for person in people.at(1 / FPS)] == [2]


def test_a_picture_without_anybody_changes_nobody() -> None:
    people = update_people(People(), 0.0, [somebody(0.0, 0.2)])
    assert update_people(people, 0.1, []).known == people.known
    assert np.all(people.known[0].velocity == 0)
