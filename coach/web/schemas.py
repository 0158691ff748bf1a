"""The shapes of what the API answers, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.motion.codec import report_schemas
from coach.motion.poses.pose import LANDMARK_COUNT, Landmark

Json = dict[str, Any]

NUMBER: Json = {"type": "number"}
MAYBE: Json = {"type": ["number", "null"]}
TEXT: Json = {"type": "string"}
WHOLE: Json = {"type": "integer", "minimum": 0}
SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}


def ref(name: str) -> Json:
    """A named schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def shape(properties: Mapping[str, Json], *optional: str) -> Json:
    """An object that has all of these properties, but for the optional ones it may lack."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required}


def listed(schema: Json, **more: Any) -> Json:
    """A list of such values."""
    return {"type": "array", "items": schema, **more}


def all_schemas(
    *,
    exercises: Sequence[str],
    levels: Sequence[str],
    models: Sequence[str],
    states: Sequence[str],
    views: Sequence[str],
    angles: Sequence[str],
    kinds: Sequence[str],
) -> Json:
    """Every named schema. The arguments: the values that may stand in some places."""
    link = shape({"url": TEXT, "expires_in_s": WHOLE})
    return {
        **report_schemas("#/components/schemas/{model}"),
        "Problem": shape(
            {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT}
        ),
        "Point": shape({"x": NUMBER, "y": NUMBER, "z": NUMBER}),
        "Landmark": shape(
            {
                "index": {**WHOLE, "maximum": LANDMARK_COUNT - 1},
                "name": _one_of([landmark.name.lower() for landmark in Landmark]),
                "x": NUMBER,
                "y": NUMBER,
                "z": NUMBER,
                "visibility": SHARE,
                "world": ref("Point"),
            }
        ),
        "Angle": shape({"degrees": MAYBE, "degrees_in_picture": MAYBE, "visibility": SHARE}),
        "Person": shape(
            {
                "number": {"type": "integer", "minimum": 1},
                "view": _one_of(views),
                "box": shape(dict.fromkeys(("left", "top", "right", "bottom"), NUMBER)),
                "landmarks": listed(
                    ref("Landmark"), minItems=LANDMARK_COUNT, maxItems=LANDMARK_COUNT
                ),
                "angles": shape(dict.fromkeys(angles, ref("Angle"))),
            }
        ),
        "Pose": shape(
            {
                "model": _one_of(models),
                "image": shape({"width": WHOLE, "height": WHOLE, "type": _one_of(kinds)}),
                "people": listed(ref("Person")),
                "message": TEXT,
            },
            "message",
        ),
        "Job": shape(
            {
                "id": TEXT,
                "state": _one_of(states),
                "url": TEXT,
                "place": WHOLE,
                "progress": shape(
                    {
                        "stage": {"type": ["string", "null"]},
                        "part": SHARE,
                        "seconds_left": MAYBE,
                    }
                ),
                "exercise": _one_of(exercises),
                "level": _one_of(levels),
                "model": _one_of(models),
                "follow": {"type": ["string", "null"]},
                "error": {"type": ["string", "null"]},
                "warnings": listed(TEXT),
                "result": {"anyOf": [ref("Report"), {"type": "null"}]},
                "files": shape({"video": link, "landmarks": link}, "video", "landmarks"),
            }
        ),
        "Exercise": shape(
            {
                "key": _one_of(exercises),
                **dict.fromkeys(("title", "summary", "how_to_stand"), TEXT),
                "goal": _one_of(["reps", "hold"]),
                "levels": listed(_one_of(levels)),
                "views": listed(_one_of(views)),
                "rules": listed(shape({"key": TEXT, "title": TEXT})),
            }
        ),
        "Exercises": shape({"exercises": listed(ref("Exercise"))}),
        "Health": shape(
            {
                "status": _one_of(["ok"]),
                "limits": shape(
                    dict.fromkeys(
                        ("image_mb", "image_megapixels", "video_mb", "video_minutes"), NUMBER
                    )
                ),
            }
        ),
    }


def _one_of(values: Sequence[str]) -> Json:
    return {"type": "string", "enum": list(values)}
