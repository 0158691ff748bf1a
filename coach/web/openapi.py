"""The OpenAPI document: what can be asked for, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence

from coach import __version__
from coach.images.people import ANGLES, SIDES
from coach.images.reading import KINDS
from coach.jobs.values import JobState
from coach.motion.snapshot import View
from coach.motion.tracking.following import TARGET
from coach.texts import say
from coach.vision.models import model_store
from coach.web import problems, schemas
from coach.web.schemas import Json

FORMATS = ("json", "csv", "png")


def document(exercises: Sequence[str], levels: Sequence[str], models: Sequence[str]) -> Json:
    """The document, but for where the API is."""
    model = _choice("model", models, model_store.DEFAULT)
    of_pose = [model, _choice("format", FORMATS, "json")]
    of_video = [
        _choice("exercise", exercises, None),
        _choice("level", levels, levels[0]),
        model,
        _choice("annotated", ("false", "true"), "false"),
        _choice("landmarks", ("false", "true"), "false"),
        _field("follow", {"type": "string", "pattern": f"^{TARGET}$"}),
    ]
    job = {"name": "job_id", "in": "path", "required": True, "schema": {"type": "string"}}
    token = {"name": "token", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("openapi.title"),
            "description": say("openapi.about"),
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "security": [{}, {"bearer": []}, {"header": []}],
        "paths": {
            "/pose": {
                "post": _operation(
                    "pose",
                    of_pose,
                    _answer(schemas.ref("Pose"), csv="text/csv", png="image/png"),
                    (400, 401, 403, 408, 413, 415, 422, 429, 503),
                    _body("image", list(KINDS.values()), of_pose),
                )
            },
            "/analyze": {
                "post": _operation(
                    "analyze",
                    of_video,
                    _job("202"),
                    (400, 401, 403, 408, 413, 415, 422, 429, 507),
                    _body("video", ["video/mp4", "video/quicktime", "video/webm"], of_video),
                )
            },
            "/jobs/{job_id}": {
                "get": _operation("job", [job], _job("200"), (401, 404, 421)),
                "delete": _operation("cancel", [job], _job("200"), (401, 403, 404, 421)),
            },
            "/files/{token}": {
                "get": _operation("file", [token], _file(), (400, 404, 416, 421)),
            },
            "/exercises": {
                "get": _operation("exercises", [], _answer(schemas.ref("Exercises")), (401,))
            },
            "/health": {"get": _operation("health", [], _answer(schemas.ref("Health")), ())},
        },
        "components": {
            "schemas": schemas.all_schemas(
                exercises=exercises,
                levels=levels,
                models=models,
                states=[state.value for state in JobState],
                views=[view.value for view in View],
                angles=[f"{side}_{name}" for name in ANGLES for side in SIDES],
                kinds=list(KINDS.values()),
            ),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            },
        },
    }


def _operation(
    name: str,
    parameters: list[Json],
    answers: Json,
    problem_codes: Sequence[int],
    body: Json | None = None,
) -> Json:
    problem = {problems.MEDIA_TYPE: {"schema": schemas.ref("Problem")}}
    wrong = {
        str(code): {"description": say(f"openapi.problem_{code}"), "content": problem}
        for code in (*problem_codes, 500)
    }
    operation: Json = {
        "operationId": name,
        "summary": say(f"openapi.{name}"),
        "description": say(f"openapi.{name}_about"),
        "parameters": parameters,
        "responses": {**answers, **wrong},
    }
    return operation if body is None else {**operation, "requestBody": body}


def _choice(name: str, known: Sequence[str], usual: str | None) -> Json:
    schema: Json = {"type": "string", "enum": list(known)}
    if usual is not None:
        schema["default"] = usual
    return _field(name, schema)


def _field(name: str, schema: Json) -> Json:
    return {
        "name": name,
        "in": "query",
        # It may stand in the form instead, so that no request is wrong for lack of it here.
        "required": False,
        "description": say(f"openapi.choice_{name}"),
        "schema": schema,
    }


def _body(kind: str, media_types: Sequence[str], fields: Sequence[Json]) -> Json:
    file = {"type": "string", "format": "binary"}
    parts = {kind: file, **{field["name"]: field["schema"] for field in fields}}
    form = {
        "schema": {
            "type": "object",
            "required": [kind],
            "properties": parts,
            "additionalProperties": False,
        },
        "encoding": {kind: {"contentType": ", ".join(media_types)}},
    }
    raw = (*media_types, "application/octet-stream")
    content = {"multipart/form-data": form, **{kind: {"schema": file} for kind in raw}}
    return {"required": True, "content": content}


def _answer(schema: Json, **others: str) -> Json:
    content: Json = {"application/json": {"schema": schema}}
    for media_type in others.values():
        content[media_type] = {"schema": {"type": "string"}}
    return {"200": {"description": say("openapi.done"), "content": content}}


def _job(code: str) -> Json:
    answer: Json = {
        "description": say("openapi.done"),
        "content": {"application/json": {"schema": schemas.ref("Job")}},
    }
    if code == "202":
        answer["headers"] = {"Location": {"schema": {"type": "string"}}}
        answer["links"] = {
            name: {"operationId": name, "parameters": {"job_id": "$response.body#/id"}}
            for name in ("job", "cancel")
        }
    return {code: answer}


def _file() -> Json:
    file = {"schema": {"type": "string", "format": "binary"}}
    content = {"video/mp4": file, "application/octet-stream": file}
    answer = {"description": say("openapi.done"), "content": content}
    return {
        "200": answer,
        "206": answer,
    }
