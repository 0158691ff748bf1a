"""POST /api/pose: everybody in a picture, and what becomes of everything else that is sent."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image

from coach.images.limits import ImageLimits
from coach.images.people import found
from coach.images.reading import read_picture
from coach.images.tables import to_csv, to_json
from coach.web import pose_api
from tests.images.figures import FakeStills, packed, quartered
from tests.web.asgi import asked, form

PICTURE = packed(quartered(), "JPEG")
PNG = {"content-type": "image/png"}


def expected(people: int = 1):
    picture = read_picture(PICTURE, ImageLimits())
    return found(picture, "full", FakeStills(people).find(picture.rgb))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(PICTURE, {"content-type": "image/jpeg"}, id="the body itself"),
        pytest.param(PICTURE, {"content-type": "IMAGE/PNG; a=b"}, id="whatever it is called"),
        pytest.param(PICTURE, {"content-type": "application/octet-stream"}, id="just bytes"),
        pytest.param(PICTURE, {}, id="without a type"),
        pytest.param([PICTURE[:100], b"", PICTURE[100:]], {}, id="in pieces"),
        pytest.param(form(("image", "a.jpg", PICTURE)), {}, id="a form"),
        pytest.param(form(("file", "a.jpg", PICTURE)), {}, id="by another name"),
        pytest.param(form(("image", PICTURE)), {}, id="a field of the form, not a file"),
        pytest.param(
            form(("model", "full"), ("image", "../../a.jpg", PICTURE)), {}, id="with a choice"
        ),
    ],
)  # fmt: skip
def test_a_picture_is_taken_in_every_way_of_sending(stage, body, headers):
    answer = stage.ask("POST", "/api/pose", body, headers)
    assert (answer.status, answer.json) == (200, to_json(expected()))


def test_everybody_is_answered(make_stage):
    answer = make_stage(people=3).ask("POST", "/api/pose", PICTURE)
    assert [person["number"] for person in answer.json["people"]] == [1, 2, 3]


def test_nobody_is_no_error_and_is_said(make_stage):
    answer = make_stage(people=0).ask("POST", "/api/pose", PICTURE)
    assert (answer.status, answer.json["people"]) == (200, [])
    assert "Nobody" in answer.json["message"]


def test_a_table(stage):
    answer = stage.ask("POST", "/api/pose?format=csv", PICTURE)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.body.decode() == to_csv(expected())


def test_a_drawing(stage):
    answer = stage.ask("POST", "/api/pose?format=png", PICTURE)
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(answer.body)).size == (64, 48)


def test_a_form_may_choose_too(stage):
    sent = form(("format", "csv"), ("model", "lite"), ("image", "a.jpg", PICTURE))
    answer = stage.ask("POST", "/api/pose", sent)
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    ("target", "body", "headers", "status", "says"),
    [
        pytest.param("", b"", {}, 422, "no image", id="nothing"),
        pytest.param("", b"", PNG, 422, "no image", id="an empty body"),
        pytest.param("", form(("model", "full")), {}, 422, "no image", id="a form without it"),
        pytest.param("?modle=lite", PICTURE, {}, 422, "model, format", id="a slip of the pen"),
        pytest.param("?exercise=squat", PICTURE, {}, 422, "'exercise'", id="of another door"),
        pytest.param("", form(("modle", "lite"), ("image", PICTURE)), {}, 422, "'modle'",
                     id="a slip of the pen in a form"),
        pytest.param("", form(("image", PICTURE), ("", "lite")), {}, 422, "''", id="no name"),
        pytest.param("", form(("photo", "a.jpg", PICTURE)), {}, 422, "'photo'", id="another file"),
        pytest.param("", form(("image", "a", b"")), {}, 415, "nothing in the file", id="no bytes"),
        pytest.param(
            "", form(("image", "a", PICTURE), ("image", "b", PICTURE)), {}, 400, "form", id="two"
        ),
        pytest.param("", form(("model", "b" * 2000)), {}, 400, "form", id="a long field"),
        pytest.param("", form(*[("model", "full")] * 50), {}, 400, "form", id="many fields"),
        pytest.param(
            "", form(("image", "a", PICTURE)).body[:-40], {"content-type": form().content_type},
            400, "form", id="a form without end",
        ),
        pytest.param(
            "", PICTURE, {"content-type": "multipart/form-data"}, 400, "form", id="no boundary"
        ),
        pytest.param(
            "", PICTURE, {"content-type": form().content_type}, 400, "form", id="no form at all"
        ),
        pytest.param(
            "", b"a=b", {"content-type": "application/x-www-form-urlencoded"}, 415, "image",
            id="another type",
        ),
        pytest.param("", b"{}", {"content-type": "application/json"}, 415, "image", id="JSON"),
        pytest.param("", b"rubbish", PNG, 415, "JPG", id="a lie"),
        pytest.param("", PICTURE[:-300], PNG, 422, "damaged", id="cut off"),
        pytest.param("?model=huge", PICTURE, {}, 422, "lite, full, heavy", id="unknown model"),
        pytest.param("?model=", PICTURE, {}, 422, "lite, full, heavy", id="an empty model"),
        pytest.param("?format=xml", PICTURE, {}, 422, "json, csv, png", id="unknown format"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_sentence(stage, target, body, headers, status, says):
    answer = stage.ask("POST", f"/api/pose{target}", body, headers)
    assert answer.status == status
    assert says in answer.problem


@pytest.mark.parametrize("announced", [True, False])
def test_too_many_bytes(make_stage, announced):
    stage = make_stage(image_limits=ImageLimits(size=1000))
    body = bytes(200_000)
    answer = stage.ask("POST", "/api/pose", body if announced else [body[:500], body[500:]])
    assert answer.status == 413
    assert "0.001 MB" in answer.problem
    assert not stage.stills.seen


def test_a_sender_who_breaks_off(stage):
    answer = stage.ask("POST", "/api/pose", [PICTURE[:100]], breaks_off=True)
    assert answer.status == 400


def test_as_many_as_may_are_worked_on_and_the_others_are_told_when_to_come_again(
    stage, monkeypatch
):
    monkeypatch.setattr(pose_api, "MOST_AT_ONCE", 3)

    async def all_at_once():
        return await asyncio.gather(
            *(asked(stage.app, "POST", "/api/pose", [PICTURE]) for _ in range(5))
        )

    answers = asyncio.run(all_at_once())
    assert sorted(answer.status for answer in answers) == [200, 200, 200, 429, 429]
    refused = [answer for answer in answers if answer.status == 429]
    assert all(int(answer.headers["retry-after"]) > 0 for answer in refused)
    assert stage.ask("POST", "/api/pose", PICTURE).status == 200, "there is room again"
