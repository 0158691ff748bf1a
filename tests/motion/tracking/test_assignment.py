"""Matching at the least cost, held against trying everything."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from coach.motion.tracking.assignment import assign

LIMIT = 1.5


def price(costs: list[list[float]], choice: tuple[int | None, ...]) -> float:
    taken = [column for column in choice if column is not None]
    if len(set(taken)) < len(taken):
        return float("inf")
    return sum(
        LIMIT if column is None else row[column] if row[column] <= LIMIT else float("inf")
        for row, column in zip(costs, choice, strict=True)
    )


@given(
    st.integers(0, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.floats(0, 3), min_size=columns, max_size=columns), max_size=4
        )
    )
)
def test_nothing_is_cheaper(costs: list[list[float]]) -> None:
    columns = range(len(costs[0]) if costs else 0)
    choice = assign(costs, LIMIT)
    least = min(price(costs, other) for other in product([None, *columns], repeat=len(costs)))
    assert abs(price(costs, tuple(choice)) - least) < 1e-9


def test_one_gives_way_so_that_both_have_a_place() -> None:
    assert assign([[0.1, 0.2], [0.1, 9.0]], LIMIT) == [1, 0]


def test_too_dear_is_no_place() -> None:
    assert assign([[1.6], [1.4]], LIMIT) == [None, 0]
    assert assign([], LIMIT) == []
    assert assign([[]], LIMIT) == [None]
