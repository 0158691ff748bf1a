"""Sets as columns, so that ten thousand of them are filtered and added up within milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import nan
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from coach.records.values import SetSummary

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.str_]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Sets:
    """One row per set, in order of time, the oldest first. Make it with `of`."""

    summaries: tuple[SetSummary, ...]
    """The sets themselves."""
    day: Ints
    """The local day on which each began, as `date.toordinal`: a set at eleven at night belongs to
    that night, wherever its page is opened later."""
    exercise: Words
    level: Words
    view: Words
    reps: Ints
    attempts: Ints
    duration_s: Floats
    hold_s: Floats
    longest_hold_s: Floats
    score: Floats
    range_of_motion: Floats
    descent_s: Floats
    ascent_s: Floats
    uneven_deg: Floats
    faults: Mapping[str, Ints]
    """By rule, how many reps of each set had it. The other columns are the summaries' fields, NaN
    where a number is not known."""

    @classmethod
    def of(cls, summaries: Iterable[SetSummary]) -> Sets:
        """The columns of summaries that come in any order."""
        rows = sorted(summaries, key=lambda each: each.started_at)
        rules = sorted({rule for row in rows for rule in row.faults})
        return cls(
            summaries=tuple(rows),
            day=np.array([row.started_at.toordinal() for row in rows], np.int64),
            exercise=np.array([row.exercise for row in rows], np.str_),
            level=np.array([row.level for row in rows], np.str_),
            view=np.array([row.view.value for row in rows], np.str_),
            reps=np.array([row.reps for row in rows], np.int64),
            attempts=np.array([row.attempts for row in rows], np.int64),
            duration_s=_floats(row.duration_s for row in rows),
            hold_s=_floats(row.hold_s for row in rows),
            longest_hold_s=_floats(row.longest_hold_s for row in rows),
            score=_floats(nan if row.score is None else row.score for row in rows),
            range_of_motion=_floats(row.range_of_motion for row in rows),
            descent_s=_floats(row.descent_s for row in rows),
            ascent_s=_floats(row.ascent_s for row in rows),
            uneven_deg=_floats(row.uneven_deg for row in rows),
            faults=MappingProxyType(
                {
                    rule: np.array([row.faults.get(rule, 0) for row in rows], np.int64)
                    for rule in rules
                }
            ),
        )

    def __len__(self) -> int:
        return len(self.summaries)

    def where(self, mask: Mask) -> Sets:
        """The sets of the rows that a mask of shape (n,) names."""
        columns: dict[str, Any] = {
            name: column[mask]
            for name, column in vars(self).items()
            if isinstance(column, np.ndarray)
        }
        kept = tuple(self.summaries[i] for i in np.flatnonzero(mask))
        faults = {rule: counts[mask] for rule, counts in self.faults.items()}
        return Sets(summaries=kept, faults=MappingProxyType(faults), **columns)

    def chosen(
        self,
        *,
        exercise: str = "",
        level: str = "",
        since: date | None = None,
        until: date | None = None,
    ) -> Sets:
        """The sets of an exercise and a level (empty: of any), from the day `since` to the day
        `until`, both included."""
        mask = np.ones(len(self), np.bool_)
        if exercise:
            mask &= self.exercise == exercise
        if level:
            mask &= self.level == level
        if since is not None:
            mask &= self.day >= since.toordinal()
        if until is not None:
            mask &= self.day <= until.toordinal()
        return self.where(mask)


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, np.float64)
