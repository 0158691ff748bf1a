"""The person pointed at: who is meant, through absences, and back to the beginning."""

from __future__ import annotations

import re

import pytest

from coach.motion.poses.turning import turn_pose
from coach.motion.tracking.following import (
    LOST_S,
    Following,
    Target,
    choose_person,
    earlier_numbers,
    follow,
    target_of,
    target_on,
)
from coach.motion.tracking.people import FORGET_S, Found, People, Person, update_people
from tests.motion.people import BLUE, FPS, RED, somebody, watched


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("0.5,0.4@2", Target(0.5, 0.4, 2.0)),
        ("0.31,0.5", Target(0.31, 0.5, 0.0)),
        ("0,1", Target(0.0, 1.0, 0.0)),
        (".5,1.0@12.25", Target(0.5, 1.0, 12.25)),
        ("0.5,0.4@.5", Target(0.5, 0.4, 0.5)),
    ],
)
def test_somebody_is_pointed_at_in_words(text: str, target: Target) -> None:
    assert target_of(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "", "0.5", "0.5,", "0.5,0.4@", "1.1,0", "-0.1,0", "0.5,0.4@-1", "nan,0", "0.5,0.4@inf",
        "0.5;0.4", " 0.5,0.4", "0.5,0.4@2\n", "0.5,0.4,0.3", "0.5,0.4@1@2", "0.5,0.4@" + "9" * 400,
        "\u0660,\u0660",
    ],
)  # fmt: skip
def test_nobody_is(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(text)}$"):
        target_of(text)


def test_the_nearest_at_that_time_is_meant() -> None:
    """They have changed places by the end."""
    crossing = watched([lambda t: 0.2 + 0.15 * t, lambda t: 0.8 - 0.15 * t], 4.0)
    assert choose_person(Target(0.2, 0.5, 0.0), crossing) == 1
    assert choose_person(Target(0.2, 0.5, 4.0), crossing) == 2


@pytest.mark.parametrize(
    ("x", "y", "number", "why"),
    [
        (0.3, 0.5, 1, "just beside the body: a hand that slips"),
        (0.45, 0.5, None, "half-way between the two"),
        (0.99, 0.1, None, "far from both"),
    ],
)
def test_nobody_is_meant_beside_the_bodies(
    x: float, y: float, number: int | None, why: str
) -> None:
    two = watched([lambda t: 0.2, lambda t: 0.7], 0.2)
    assert choose_person(Target(x, y, 0.0), two) == number, why


def test_the_larger_a_body_the_further_it_reaches() -> None:
    """A click beside somebody small is a click on nobody; beside somebody large it may slip."""
    for scale, number in ((150.0, 1), (40.0, None)):
        people = update_people(People(), 0.0, [somebody(0.0, 0.5, scale=scale)])
        assert choose_person(Target(0.58, 0.75, 0.0), [(0.0, people)]) == number


def test_who_is_pointed_at_is_the_one_meant() -> None:
    for x in (0.2, 0.7):
        target = target_on(somebody(0.0, x).pose, 0.0)
        assert target_of(target.text) == target
        assert choose_person(target, watched([lambda t: 0.2, lambda t: 0.7], 0.1)) == (
            1 if x < 0.5 else 2
        )


def test_a_bone_counts_more_than_the_middle() -> None:
    """Pointed at the feet of a small person who stands before the trunk of a large one."""
    large, small = somebody(0.0, 0.5, scale=150.0), somebody(0.0, 0.62, scale=80.0)
    people = update_people(People(), 0.0, [large, small])
    (x, y), number = small.pose.image[31, :2], 2
    assert choose_person(Target(float(x), float(y)), [(0.0, people)]) == number


@pytest.mark.parametrize(
    ("late", "number"), [(0.3, 1), (0.7, None)], ids=["a little later", "too late"]
)
def test_who_is_unseen_in_the_very_picture_counts_a_little_later(
    late: float, number: int | None
) -> None:
    scenes = [(0.0, People()), (late, update_people(People(), late, [somebody(late, 0.5)]))]
    assert choose_person(Target(0.5, 0.5, 0.0), scenes) == number


def leaving_and_coming_back(away_s: float, wearing: object = RED) -> Following:
    """Seen for a second, away, then back at the other end of the picture beside somebody blue."""
    people, t = People(), 0.0
    for i in range(FPS):
        t = i / FPS
        people = update_people(people, t, [Found(somebody(t, 0.2).pose, RED)])
    following = Following(1)
    following = follow(following, people, t)
    for _ in range(FPS):
        t += away_s / FPS
        people = update_people(people, t, [])
        following = follow(following, people, t)
    for _ in range(FPS):
        t += 1 / FPS
        found = [Found(somebody(t, 0.4).pose, BLUE)]
        if wearing is not None:
            found.append(Found(somebody(t, 0.9).pose, wearing))
        people = update_people(people, t, found)
        following = follow(following, people, t)
    return following


@pytest.mark.parametrize("away_s", [LOST_S + 0.1, FORGET_S + 1.0])
def test_who_comes_back_elsewhere_is_known_by_clothes(away_s: float) -> None:
    following = leaving_and_coming_back(away_s)
    assert following.last is not None
    assert following.last.pose.image[23, 0] == pytest.approx(0.9, abs=0.1)
    assert following.number != 1


def test_nobody_else_is_followed_instead() -> None:
    following = leaving_and_coming_back(FORGET_S + 1.0, wearing=None)
    assert following.number == 1
    assert following.last is not None
    assert following.last.pose.t < 1.0


def history(*stays: tuple[float, float, object]) -> tuple[dict[int, Person], dict[int, Person]]:
    """first and last of people 1, 2, ... who were there from and to, in their clothes."""
    first, last = {}, {}
    for number, (start, end, wearing) in enumerate(stays, start=1):
        for store, t in ((first, start), (last, end)):
            person = update_people(People(), t, [Found(somebody(t, 0.5).pose, wearing)]).known[0]
            store[number] = Person(number, person.pose, person.clothes, person.velocity, start)
    return first, last


@pytest.mark.parametrize(
    ("stays", "numbers"),
    [
        pytest.param([(0, 1, RED), (2, 3, RED)], {1, 2}, id="was here before"),
        pytest.param([(0, 1, RED), (2, 3, RED), (5, 6, RED)], {1, 2, 3}, id="and before that"),
        pytest.param([(0, 1, BLUE), (2, 3, RED)], {2}, id="another one"),
        pytest.param([(0, 2.5, RED), (2, 3, RED)], {2}, id="both at once"),
        pytest.param([(0, 1, RED), (0, 1.5, RED), (2, 3, RED)], {2, 3}, id="the one seen last"),
    ],
)
def test_back_in_time(stays: list[tuple[float, float, object]], numbers: set[int]) -> None:
    first, last = history(*stays)
    assert earlier_numbers(len(stays), first, last) == numbers


def test_a_target_turns_with_its_picture() -> None:
    """A person who is pointed at stays the one, whatever the picture is turned by."""
    pose = somebody(1.0, 0.3).pose
    for quarters in range(4):
        target = target_on(pose, 1.0).turned(quarters)
        there = target_on(turn_pose(pose, quarters), 1.0)
        assert (target.x, target.y) == pytest.approx((there.x, there.y), abs=1e-3)
        assert target.t == 1.0
