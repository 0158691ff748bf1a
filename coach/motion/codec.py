"""A report as JSON, and back from JSON that may come from anywhere; docs/formats.md describes it.

Both follow from how the values of a set are annotated (coach.motion.kinds), by pydantic.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from coach.errors import CoachError
from coach.motion.report import Report

Json = dict[str, Any]

_WHAT = {
    "string_type": "text",
    "string_pattern_mismatch": "text of another kind",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "mapping_type": "a JSON object",
    "too_long": "shorter",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
    "enum": "one of {expected}",
}


class ReportError(CoachError, ValueError):
    """JSON that is not a report; the message is one sentence for a person."""

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message)
        self.name = name
        """What in it is wrong: `reps[2].score`."""


def adapter(kind: Any) -> TypeAdapter[Any]:
    """What reads and writes a kind of value. Made at the first use, which takes a moment."""
    return _adapter(cast(Hashable, kind))


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def to_json(report: Report) -> Json:
    """A dict that `json.dumps(..., allow_nan=False)` takes: every number that is not known (NaN) is
    null."""
    whole = adapter(Report).dump_python(report, mode="json")
    first = {name: whole[name] for name in ("exercise", "level", "duration_s")}
    return {**first, "rep_count": len(report.reps), **whole}


def from_json(data: object) -> Report:
    """Read what `to_json` writes; unknown names in it are passed over.

    Raises ReportError, one sentence that names the place, where something is missing, of another
    kind, out of all bounds, or too much.
    """
    report = cast(Report, read(Report, data))
    count = data.get("rep_count") if isinstance(data, Mapping) else None
    if isinstance(count, bool) or count != len(report.reps):
        raise ReportError("rep_count in the report is not the number of its reps.", "rep_count")
    return report


def read(kind: Any, data: object) -> Any:
    """A value of that kind out of JSON. Raises ReportError as `from_json` does."""
    try:
        return adapter(kind).validate_python(data)
    except ValidationError as error:
        raise _refused(error.errors(include_url=False, include_input=False)[0]) from error


def report_schemas(where: str) -> dict[str, Json]:
    """JSON Schema (2020-12) by name of a report, as it is written, and of all that is in it. where:
    their address, with {model} for the name."""
    whole: Json = adapter(Report).json_schema(mode="serialization", ref_template=where)
    known: dict[str, Json] = whole.pop("$defs")
    whole["properties"]["rep_count"] = {"type": "integer", "minimum": 0}
    known["Report"] = whole
    for each in known.values():
        if "properties" in each:
            # What is written has all of its fields.
            each["required"] = list(each["properties"])
    return known


def _refused(error: ErrorDetails) -> ReportError:
    place = ""
    for part in error["loc"]:
        if part != "[key]":
            place += f"[{part}]" if isinstance(part, int) else f".{part}"
    place = place.lstrip(".")
    given = error.get("ctx", {})
    if error["type"] == "lacks":
        name = f"{place}.{given['name']}".lstrip(".")
        return ReportError(f"{place or 'The report'} lacks {given['name']}.", name)
    what = _WHAT.get(error["type"], "{what}").format(**{"what": "something else", **given})
    return ReportError(f"{place or 'The report'} must be {what}.", place or "report")
