"""Who is served and who waits."""

from __future__ import annotations

import pytest

from coach.live.load.admission import CLAIM_S, PRESENT_S, AdmissionQueue, seats


@pytest.mark.parametrize(
    ("cores", "cost", "limit"),
    [
        pytest.param(2.0, 0.4, 4, id="two cores"),
        pytest.param(8.0, 0.2, 34, id="eight, and cheaper sessions"),
        pytest.param(0.5, 0.9, 1, id="one is always served"),
        pytest.param(2.0, 0.0, 170, id="what costs nothing yet is no division by zero"),
        pytest.param(2.0, -1.0, 170, id="nor what was measured wrongly"),
    ],
)
def test_seats_follow_from_what_a_session_costs(cores: float, cost: float, limit: int) -> None:
    assert seats(cores, cost) == limit


class TestDoor:
    def test_people_are_let_in_until_it_is_full_and_then_queue(self) -> None:
        door = AdmissionQueue()
        assert [door.ask(who, 0.0, set(), 2) for who in "abcd"] == [0, 0, 1, 2]
        assert door.waiting(0.0) == 2

    def test_whoever_came_first_is_next(self) -> None:
        door = AdmissionQueue()
        for who in "abc":
            door.ask(who, 0.0, set(), 1)
        door.keep({"b", "c"})
        assert door.ask("c", 1.0, set(), 1) == 2, "one seat, and b is before c"
        assert door.ask("b", 1.0, set(), 1) == 0
        assert door.ask("c", 2.0, set(), 1) == 1

    def test_two_free_seats_let_the_second_in_before_the_first_has_asked(self) -> None:
        door = AdmissionQueue()
        for who in "abcd":
            door.ask(who, 0.0, set(), 2)
        door.keep({"c", "d"})
        assert door.ask("d", 1.0, set(), 2) == 0
        assert door.ask("c", 1.0, set(), 2) == 0

    def test_a_seat_without_a_picture_is_kept_for_a_minute(self) -> None:
        door = AdmissionQueue()
        door.ask("a", 0.0, set(), 1)
        assert door.ask("b", CLAIM_S - 1, set(), 1) == 1
        assert door.ask("b", CLAIM_S + 1, set(), 1) == 0
        assert door.ask("a", CLAIM_S + 2, set(), 1) == 1, "too late"

    def test_asking_again_does_not_keep_a_seat_longer(self) -> None:
        door = AdmissionQueue()
        for t in range(0, int(CLAIM_S), 2):
            assert door.ask("a", float(t), set(), 1) == 0
        assert door.ask("b", CLAIM_S + 1, set(), 1) == 0

    def test_whose_picture_comes_keeps_the_seat_whatever_the_limit(self) -> None:
        door = AdmissionQueue()
        assert door.ask("a", 0.0, {"a", "b", "c"}, 1) == 0
        assert door.ask("d", 0.0, {"a", "b", "c"}, 3) == 1

    def test_a_closed_page_leaves_the_queue(self) -> None:
        door = AdmissionQueue()
        for who in "abc":
            door.ask(who, 0.0, set(), 1)
        for t in range(1, int(PRESENT_S) + 2):
            place = door.ask("c", float(t), {"a"}, 1)
        assert place == 1
        assert door.waiting(PRESENT_S + 1) == 1

    def test_a_stop_gives_the_seat_to_the_next_only_if_they_ask_first(self) -> None:
        door = AdmissionQueue()
        door.ask("b", 0.0, {"a"}, 1)
        assert door.ask("b", 1.0, set(), 1) == 0
        assert door.ask("a", 2.0, set(), 1) == 1
