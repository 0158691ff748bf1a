"""What was found in a picture, as JSON and CSV for programs; docs/formats.md describes both."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from math import isfinite
from typing import Any

import numpy as np

from coach.images.people import JointAngle, MeasuredPeople, MeasuredPerson
from coach.images.reading import KINDS
from coach.motion.poses.pose import Landmark

Json = dict[str, Any]

_ANGLE_DIGITS = 4


@dataclass(frozen=True)
class LandmarkRow:
    """One landmark: its index and name, its place in the picture, how visible it is, its place in
    space; units as in coach.motion.poses.pose."""

    index: int
    landmark: str
    x: float
    y: float
    z: float
    visibility: float
    world_x: float
    world_y: float
    world_z: float


COLUMNS = ("person", *(field.name for field in fields(LandmarkRow)))


def to_json(found: MeasuredPeople) -> Json:
    """A dict that `json.dumps(..., allow_nan=False)` takes."""
    width, height = found.picture.size
    return {
        "model": found.model,
        "image": {"width": width, "height": height, "type": KINDS[found.picture.kind]},
        "people": [_person(person) for person in found.people],
    }


def to_csv(found: MeasuredPeople) -> str:
    """A line of names, then one for each landmark of each person."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for person in found.people:
        writer.writerows([person.number, *astuple(row)] for row in rows(person))
    return text.getvalue()


def rows(person: MeasuredPerson) -> Iterator[LandmarkRow]:
    """The 33 landmarks in order."""
    pose = person.pose
    numbers = np.column_stack([pose.image, pose.visibility, pose.world]).astype(np.float32)
    for landmark, row in zip(Landmark, numbers, strict=True):
        yield LandmarkRow(landmark.value, landmark.name.lower(), *map(_short, row.tolist()))


def _person(person: MeasuredPerson) -> Json:
    left, top, right, bottom = map(_short, person.box)
    return {
        "number": person.number,
        "view": person.view.value,
        "box": {"left": left, "top": top, "right": right, "bottom": bottom},
        "landmarks": [
            {
                "index": row.index,
                "name": row.landmark,
                "x": row.x,
                "y": row.y,
                "z": row.z,
                "visibility": row.visibility,
                "world": {"x": row.world_x, "y": row.world_y, "z": row.world_z},
            }
            for row in rows(person)
        ],
        "angles": {angle.name: _angle(angle) for angle in person.angles},
    }


def _angle(angle: JointAngle) -> Json:
    return {
        "degrees": _number(angle.world),
        "degrees_in_picture": _number(angle.picture),
        "visibility": round(angle.visibility, _ANGLE_DIGITS),
    }


def _short(value: float) -> float:
    """The network's numbers have 32 bits: the one with the fewest digits that gives it back."""
    return float(str(np.float32(value)))


def _number(value: float) -> float | None:
    return round(value, _ANGLE_DIGITS) if isfinite(value) else None
