"""A report back from its JSON form, which may come from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, nan
from types import MappingProxyType
from typing import Any

from coach.motion.report import Report, ReportError
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, HeldTime, Rep, View, ViewSpan


def from_json(data: object) -> Report:
    """Read what `to_json` writes; unknown names in it are passed over.

    Raises ReportError, one sentence that names the place, where something is missing or of
    another kind.
    """
    whole = _Place("report", data)
    reps = tuple(_rep(item) for item in whole.items("reps"))
    if whole.whole_number("rep_count") != len(reps):
        raise ReportError("rep_count in the report is not the number of its reps.")
    return Report(
        exercise=whole.text("exercise"),
        level=whole.text("level"),
        duration_s=whole.number("duration_s"),
        reps=reps,
        attempts=tuple(_attempt(item) for item in whole.items("attempts")),
        hold_s=whole.number("hold_s"),
        holds=tuple(
            HeldTime(item.number("start_s"), item.number("end_s")) for item in whole.items("holds")
        ),
        faults=tuple(
            FaultSpan(item.text("key"), item.number("start_s"), item.number("end_s"))
            for item in whole.items("faults")
        ),
        view=whole.view("view"),
        views=tuple(
            ViewSpan(item.view("view"), item.number("start_s"), item.number("end_s"))
            for item in whole.items("views")
        ),
        abstained=whole.texts("abstained"),
    )


class _Place:
    """One JSON object and where in the report it stands, so that complaints can say it."""

    def __init__(self, where: str, data: object) -> None:
        if not isinstance(data, Mapping):
            raise ReportError(f"{where} must be a JSON object.")
        self._where = where
        self._data = data

    def _value(self, name: str, kind: type | tuple[type, ...], what: str) -> Any:
        if name not in self._data:
            raise ReportError(f"{self._where} lacks {name}.")
        value = self._data[name]
        # True is an int to Python, but no number to a reader of JSON.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ReportError(f"{name} in {self._where} must be {what}.")
        return value

    def text(self, name: str) -> str:
        return str(self._value(name, str, "text"))

    def flag(self, name: str) -> bool:
        return bool(self._value(name, bool, "true or false"))

    def whole_number(self, name: str) -> int:
        return int(self._value(name, int, "a whole number"))

    def open_number(self, name: str) -> float | None:
        value = self._value(name, (int, float, type(None)), "a number or null")
        if value is None:
            return None
        if not isfinite(value):
            raise ReportError(f"{name} in {self._where} must be a finite number.")
        return float(value)

    def later_number(self, name: str) -> float | None:
        """A number that reports from before lack."""
        return self.open_number(name) if name in self._data else None

    def number(self, name: str) -> float:
        value = self.open_number(name)
        return nan if value is None else value

    def view(self, name: str) -> View:
        try:
            return View(self.text(name))
        except ValueError as error:
            known = ", ".join(view.value for view in View)
            raise ReportError(f"{name} in {self._where} must be one of {known}.") from error

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._value(name, list, "a list")
        if not all(isinstance(value, str) for value in values):
            raise ReportError(f"{name} in {self._where} must be a list of texts.")
        return tuple(values)

    def items(self, name: str) -> list[_Place]:
        values = self._value(name, list, "a list")
        return [_Place(f"{name}[{i}]", value) for i, value in enumerate(values)]

    def named(self, name: str) -> dict[str, _Place]:
        values = self._value(name, dict, "a JSON object")
        return {key: _Place(f"{name}.{key}", value) for key, value in values.items()}


def _rep(place: _Place) -> Rep:
    return Rep(
        number=place.whole_number("number"),
        start_s=place.number("start_s"),
        bottom_s=place.number("bottom_s"),
        end_s=place.number("end_s"),
        range_of_motion=place.number("range_of_motion"),
        faults=place.texts("faults"),
        evidence=_evidence(place),
        score=place.whole_number("score"),
        deductions=tuple(
            (item.text("key"), item.whole_number("points")) for item in place.items("deductions")
        ),
        uneven_deg=place.later_number("uneven_deg"),
    )


def _attempt(place: _Place) -> Attempt:
    return Attempt(
        reason=place.text("reason"),
        start_s=place.number("start_s"),
        bottom_s=place.number("bottom_s"),
        end_s=place.number("end_s"),
        range_of_motion=place.number("range_of_motion"),
        evidence=_evidence(place),
    )


def _evidence(place: _Place) -> Mapping[str, Evidence]:
    return MappingProxyType(
        {
            key: Evidence(
                rule=item.text("rule"),
                value=item.number("value"),
                low=item.open_number("low"),
                high=item.open_number("high"),
                unit=item.text("unit"),
                t=item.number("t"),
                view=item.view("view"),
                visibility=item.number("visibility"),
                judged=item.flag("judged"),
            )
            for key, item in place.named("evidence").items()
        }
    )
