"""Whether STUN and TURN servers answer: tried with a STUN server of our own."""

from __future__ import annotations

import pytest

from coach.doctor import relay
from coach.doctor.finding import Grade
from coach.doctor.relay import check_relay
from coach.live.transport import ice_order


def test_nobody_is_asked_who_is_not_named(monkeypatch):
    monkeypatch.setattr(relay, "kinds", lambda _: pytest.fail("asked"))
    (found,) = check_relay({})
    assert found.grade is Grade.NOTE


def test_a_server_that_answers_is_fine_and_one_that_does_not_is_not(stun_port, monkeypatch):
    monkeypatch.setattr(ice_order, "ANSWER_S", 2.0)
    urls = f"stun:127.0.0.1:{stun_port} stun:127.0.0.1:9"
    answers, silent = check_relay({"COACH_STUN_URLS": urls})
    assert (answers.grade, silent.grade) == (Grade.FINE, Grade.WRONG)
    assert str(stun_port) in answers.sentence
    assert "127.0.0.1:9" in silent.sentence


def test_a_relay_that_does_not_answer_is_wrong_and_its_password_is_not_told(monkeypatch):
    monkeypatch.setattr(ice_order, "ANSWER_S", 1.0)
    settings = {
        "COACH_TURN_URLS": "turn:127.0.0.1:9?transport=tcp",
        "COACH_TURN_USERNAME": "coach",
        "COACH_TURN_PASSWORD": "a-long-secret",
    }
    (found,) = check_relay(settings)
    assert found.grade is Grade.WRONG
    assert "a-long-secret" not in found.sentence


def test_a_setting_that_is_missing_is_named():
    first, *_ = check_relay({"COACH_TURN_URLS": "turn:127.0.0.1:9"})
    assert first.grade is Grade.WRONG
    assert "COACH_TURN_PASSWORD" in first.sentence


def test_a_provider_that_refuses_is_told_without_its_key(monkeypatch):
    def refuse(provider, keys):
        raise ValueError(f"bad key {keys}")

    monkeypatch.setattr("coach.live.transport.stream.ask_provider", refuse)
    (found,) = check_relay(
        {"CLOUDFLARE_TURN_KEY_ID": "key-id", "CLOUDFLARE_TURN_KEY_API_TOKEN": "key-token"}
    )
    assert found.grade is Grade.WRONG
    assert "key-token" not in found.sentence


def test_an_address_that_is_none_is_told():
    (found,) = check_relay({"COACH_STUN_URLS": "http://127.0.0.1"})
    assert found.grade is Grade.WRONG
    assert "http://127.0.0.1" in found.sentence
