"""Who is who: rows to columns so that the costs add up to the least. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def assign(costs: Sequence[Sequence[float]], limit: float) -> list[int | None]:
    """The column of each row, each column for one row at most.

    A row whose place would cost more than `limit` stays without one, which costs the limit. Every
    choice of columns is worked out once (rows x 2^columns steps): for a handful of people.
    """
    # For each set of columns taken so far (as bits): the least cost, and who has which column.
    best: dict[int, tuple[float, list[int | None]]] = {0: (0.0, [])}
    for row in costs:
        after: dict[int, tuple[float, list[int | None]]] = {}
        for taken, (cost, columns) in best.items():
            _keep(after, taken, cost + limit, columns, None)
            for column, price in enumerate(row):
                if price <= limit and not taken >> column & 1:
                    _keep(after, taken | 1 << column, cost + price, columns, column)
        best = after
    return min(best.values(), key=lambda choice: choice[0])[1]


def _keep(
    choices: dict[int, tuple[float, list[int | None]]],
    taken: int,
    cost: float,
    columns: list[int | None],
    column: int | None,
) -> None:
    if taken not in choices or cost < choices[taken][0]:
        choices[taken] = (cost, [*columns, column])
