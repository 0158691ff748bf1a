"""The API against its own OpenAPI document: schemathesis sends what the document allows and what it
forbids, and every answer must be one that the document names."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from coach.web.openapi import document

ALLOWED, FORBIDDEN = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
PATHS = document([""], [""], [""])["paths"]
CASES = [
    *((path, method, ALLOWED) for path, methods in PATHS.items() for method in methods),
    # Where nothing can be sent, nothing is forbidden either.
    *(("/pose", "post", FORBIDDEN), ("/analyze", "post", FORBIDDEN)),
]


@pytest.mark.parametrize(("path", "method", "mode"), CASES)
def test_every_answer_is_one_that_the_document_names(make_stage, path, method, mode):
    # Much of what is sent is a video as far as the API knows: it waits, and nothing comes of it.
    stage = make_stage(each=10_000, waiting=10_000)
    stage.script = ""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", stage.app)
    operation = schema[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=40, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def send(case):
        # No document tells which bytes are a picture.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    send()
