"""aiortc asks the first address of a kind alone: those that answer come first."""

from __future__ import annotations

import asyncio
import gc
import time
import warnings

import pytest
from aiortc import RTCIceGatherer, RTCIceServer, RTCIceTransport

from coach.live.transport import ice_order
from coach.live.transport.ice_order import KEPT_S, IceOrder, kinds

UDP, TCP, TLS = (
    "turn:t.example:3478?transport=udp",
    "turn:t.example:3478?transport=tcp",
    "turns:t.example:443?transport=tcp",
)
ONE, TWO = "stun:one.example", "stun:two.example"


class Network:
    """answering: the addresses that answer; failing: that break."""

    def __init__(self, answering: set[str], failing: frozenset[str] = frozenset()) -> None:
        self.answering, self.failing = answering, failing
        self.asked: list[str] = []
        self.now = 100.0
        self.order = IceOrder(self.ask, lambda: self.now)

    async def ask(self, address: tuple[str, str | None, str | None]) -> bool:
        self.asked.append(address[0])
        if address[0] in self.failing:
            raise OSError("no way there")
        return address[0] in self.answering

    def after_asking(self, *urls: str) -> list[str]:
        """The order of a second look, when all were asked."""
        servers = [{"urls": list(urls), "username": "coach", "credential": "secret"}]
        self.order(servers)
        end = time.monotonic() + 5
        while True:
            order = [str(server["urls"]) for server in self.order(servers)]
            if len(self.asked) >= len(urls) or time.monotonic() > end:
                time.sleep(0.05)
                return [str(server["urls"]) for server in self.order(servers)]
            assert sorted(order) == sorted(urls)


@pytest.mark.parametrize(
    ("urls", "answering", "expected"),
    [
        pytest.param((UDP, TCP), {TCP}, [TCP, UDP], id="UDP is blocked, as README's example says"),
        pytest.param((UDP, TCP), {UDP, TCP}, [UDP, TCP], id="all answer: the order given"),
        pytest.param((UDP, TCP, TLS), {TLS, TCP}, [TCP, TLS, UDP], id="of those the order given"),
        pytest.param((UDP, TCP), set(), [UDP, TCP], id="none answers: the order given"),
        pytest.param((ONE, TWO), {TWO}, [TWO, ONE], id="STUN likewise"),
    ],
)
def test_those_that_answer_come_first(urls, answering, expected):
    assert Network(answering).after_asking(*urls) == expected


def test_one_that_breaks_does_not_keep_the_others_back():
    assert Network({TCP}, frozenset({UDP})).after_asking(UDP, TCP) == [TCP, UDP]


def test_nobody_is_asked_where_there_is_no_choice():
    network = Network({UDP})
    given = [{"urls": [UDP], "username": "u", "credential": "c"}, {"urls": [ONE]}]
    assert network.order(given) == [
        {"urls": UDP, "username": "u", "credential": "c"},
        {"urls": ONE},
    ]
    time.sleep(0.1)
    assert network.asked == []


def test_nobody_is_asked_again_before_long_and_what_changed_is_learnt():
    network = Network({UDP, TCP})
    assert network.after_asking(UDP, TCP) == [UDP, TCP]
    network.answering = {TCP}
    network.now += KEPT_S - 1
    assert network.after_asking(UDP, TCP) == [UDP, TCP]
    assert len(network.asked) == 2
    network.now += 1
    network.asked.clear()
    assert network.after_asking(UDP, TCP) == [TCP, UDP]


@pytest.mark.parametrize("url", ["http://t.example", "turn:[::1]:3478", "turn:", "x"])
def test_what_would_end_the_connection_is_left_out(url):
    assert [server["urls"] for server in Network(set()).order([{"urls": [url, UDP]}])] == [UDP]


def test_a_server_gives_its_kind_of_address(stun_port):
    assert "srflx" in asyncio.run(kinds(RTCIceServer(f"stun:127.0.0.1:{stun_port}")))


def test_a_silent_one_gives_none(monkeypatch):
    monkeypatch.setattr(ice_order, "ANSWER_S", 0.5)
    with warnings.catch_warnings():
        # aioice before 0.11, the newest for Python 3.10, leaves the socket to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        found = asyncio.run(kinds(RTCIceServer("turn:127.0.0.1:9", "u", "p")))
        gc.collect()
    assert "relay" not in found


def test_aiortc_still_asks_one_address_alone(stun_port):
    """Once it asks all, this file can go."""

    async def gather():
        gatherer = RTCIceGatherer(
            [RTCIceServer(["stun:127.0.0.1:9", f"stun:127.0.0.1:{stun_port}"])]
        )
        await gatherer.gather()
        found = {candidate.type for candidate in gatherer.getLocalCandidates()}
        await RTCIceTransport(gatherer).stop()
        return found

    assert asyncio.run(gather()) == {"host"}
