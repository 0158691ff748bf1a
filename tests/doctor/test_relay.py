"""Whether STUN and TURN servers answer: tried with a STUN server of our own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from aioice import stun

from coach.doctor import relay
from coach.doctor.finding import Grade
from coach.doctor.relay import check_relay


class StunServer(asyncio.DatagramProtocol):
    """Tells everybody an address that is not theirs, as behind a NAT."""

    def connection_made(self, transport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        request = stun.parse_message(data)
        answer = stun.Message(
            message_method=request.message_method,
            message_class=stun.Class.RESPONSE,
            transaction_id=request.transaction_id,
        )
        answer.attributes["XOR-MAPPED-ADDRESS"] = ("198.51.100.7", 4242)
        self.transport.sendto(bytes(answer), addr)


@pytest.fixture
def stun_port() -> Iterator[int]:
    loop = asyncio.new_event_loop()
    transport, _ = loop.run_until_complete(
        loop.create_datagram_endpoint(StunServer, local_addr=("127.0.0.1", 0))
    )
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield transport.get_extra_info("sockname")[1]
    loop.call_soon_threadsafe(transport.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_nobody_is_asked_who_is_not_named(monkeypatch):
    monkeypatch.setattr(relay, "RTCIceGatherer", lambda _: pytest.fail("asked"))
    (found,) = check_relay({})
    assert found.grade is Grade.NOTE


def test_a_server_that_answers_is_fine_and_one_that_does_not_is_not(stun_port, monkeypatch):
    monkeypatch.setattr(relay, "ANSWER_S", 2.0)
    urls = f"stun:127.0.0.1:{stun_port} stun:127.0.0.1:9"
    answers, silent = check_relay({"COACH_STUN_URLS": urls})
    assert (answers.grade, silent.grade) == (Grade.FINE, Grade.WRONG)
    assert str(stun_port) in answers.sentence
    assert "127.0.0.1:9" in silent.sentence


def test_a_relay_that_does_not_answer_is_wrong_and_its_password_is_not_told(monkeypatch):
    monkeypatch.setattr(relay, "ANSWER_S", 1.0)
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

    monkeypatch.setattr("coach.live.stream.ask_provider", refuse)
    (found,) = check_relay(
        {"CLOUDFLARE_TURN_KEY_ID": "key-id", "CLOUDFLARE_TURN_KEY_API_TOKEN": "key-token"}
    )
    assert found.grade is Grade.WRONG
    assert "key-token" not in found.sentence


def test_an_address_that_is_none_is_told():
    (found,) = check_relay({"COACH_STUN_URLS": "http://127.0.0.1"})
    assert found.grade is Grade.WRONG
    assert "http://127.0.0.1" in found.sentence
