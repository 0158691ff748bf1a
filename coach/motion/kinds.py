"""What may stand in a finished set: kinds of values, with their bounds.

The values of a set (coach.motion.snapshot, coach.motion.report) are annotated with them, once. From
that follow its JSON and the checks of JSON that comes from anywhere (coach.motion.codec), the rows
of the database (coach.records.storage.rows) and the API's schema (coach.web.openapi).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from math import isfinite, nan
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MOST = 10_000
"""Reps, attempts, holds or stretches of a fault in one set."""

MOST_RULES = 100
"""Rules in a rep's evidence or faults."""

LONGEST_S = 7 * 24 * 3600.0
LARGEST = 1e6

LATER = frozenset({"uneven_deg", "side"})
"""Fields that sets written by earlier versions lack."""

Item = TypeVar("Item")
Named = TypeVar("Named")


def wrong(what: str) -> PydanticCustomError:
    """The error of a value that must be something else, in words that follow "must be"."""
    return PydanticCustomError("wrong", "{what}", {"what": what})


def _nan_of_null(value: object, handler: ValidatorFunctionWrapHandler) -> float:
    return nan if value is None else float(handler(value))


def _null_of_nan(value: float) -> float | None:
    return value if isfinite(value) else None


def frozen(values: Mapping[str, Named]) -> Mapping[str, Named]:
    """What stands there by its rule, not to be changed."""
    for key, value in values.items():
        if getattr(value, "rule", key) != key:
            raise wrong("under the name of its rule")
    return MappingProxyType(dict(values))


def _pairs(value: object) -> object:
    """[{"key", "points"}, ...] as pairs."""
    if not isinstance(value, list):
        return value
    for item in value:
        if not isinstance(item, Mapping) or not item.keys() >= {"key", "points"}:
            raise wrong("a list of objects with key and points")
    return [(item["key"], item["points"]) for item in value]


def _points(value: tuple[tuple[str, int], ...]) -> list[dict[str, object]]:
    return [{"key": key, "points": points} for key, points in value]


def _numbered(reps: tuple[Item, ...]) -> tuple[Item, ...]:
    if any(getattr(rep, "number", None) != i for i, rep in enumerate(reps, 1)):
        raise wrong("reps numbered from 1")
    return reps


_Finite = Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False, strict=True)

Seconds = Annotated[float, Field(ge=-LONGEST_S, le=LONGEST_S, allow_inf_nan=False, strict=True)]
Known = Annotated[float, _Finite]
"""A number."""
Number = Annotated[
    float,
    _Finite,
    WrapValidator(_nan_of_null),
    PlainSerializer(_null_of_nan, return_type=float | None),
]
"""A number that may not be known: NaN, and null in JSON."""
Count = Annotated[int, Field(ge=0, le=MOST, strict=True)]
Score = Annotated[int, Field(ge=0, le=100, strict=True)]
Flag = Annotated[bool, Field(strict=True)]
Key = Annotated[str, Field(pattern=r"^[0-9A-Za-z_.]{1,64}$", strict=True)]
Level = Annotated[str, Field(pattern="^(beginner|strict)$", strict=True)]
Unit = Annotated[str, Field(pattern=r"^[^\x00-\x1f<>]{0,16}$", strict=True)]
BodySide = Annotated[str, Field(pattern="^(left|right)$", strict=True)]
Keys = Annotated[tuple[Key, ...], Field(max_length=MOST_RULES)]
Deductions = Annotated[
    tuple[tuple[Key, Annotated[int, Field(ge=-100, le=100, strict=True)]], ...],
    Field(max_length=MOST_RULES),
    BeforeValidator(_pairs),
    PlainSerializer(_points),
    WithJsonSchema(
        {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"key": {"type": "string"}, "points": {"type": "integer"}},
                "required": ["key", "points"],
            },
        }
    ),
]
"""Rule and points lost, as pairs."""
Many = Annotated[tuple[Item, ...], Field(max_length=MOST)]
Numbered = Annotated[tuple[Item, ...], Field(max_length=MOST), AfterValidator(_numbered)]


class Whole:
    """A dataclass that JSON must hold whole, but for what came LATER, and that ends no sooner than
    it starts."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Checks before and after those of its fields."""
        inner = handler(source)
        inner = core_schema.no_info_after_validator_function(_in_order, inner)
        return core_schema.no_info_before_validator_function(partial(_complete, source), inner)


def _complete(kind: type[Any], data: object) -> object:
    if isinstance(data, kind):
        return data
    if not isinstance(data, Mapping):
        raise wrong("a JSON object")
    assert is_dataclass(kind)
    for field in fields(kind):
        if field.name not in data and field.name not in LATER:
            raise PydanticCustomError("lacks", "{name}", {"name": field.name})
    return data


def _in_order(value: Item) -> Item:
    start = getattr(value, "start_s", None)
    if start is not None and value.end_s < start:  # type: ignore[attr-defined]
        raise wrong("one that ends after its start")
    return value
