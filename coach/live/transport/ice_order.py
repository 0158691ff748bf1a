"""In which order the server is given STUN and TURN addresses: those that answer it first.

A browser tries all that it is given. aiortc takes the first `stun:` and the first `turn:` or
`turns:` alone, and where that one does not answer, as over UDP behind many a firewall, none.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from aiortc import RTCIceGatherer, RTCIceServer, RTCIceTransport

ANSWER_S = 8.0
"""Seconds that an address is given to answer."""

KEPT_S = 300.0
"""Seconds after which addresses are asked anew; until they answer, what they did before counts."""

Address = tuple[str, str | None, str | None]
"""An address, user name and password."""


async def kinds(server: RTCIceServer) -> set[str]:
    """The kinds of addresses of its own (RFC 8445: srflx from STUN, relay from TURN) that this
    machine gets from a server of one address. Raises ValueError where that is none."""
    gatherer = RTCIceGatherer([server])
    try:
        await asyncio.wait_for(gatherer.gather(), ANSWER_S)
        return {candidate.type for candidate in gatherer.getLocalCandidates()}
    except asyncio.TimeoutError:
        return set()
    finally:
        # Otherwise the relay would hold its port for ten minutes more.
        await RTCIceTransport(gatherer).stop()


def wanted(url: str) -> str:
    """The kind of address that a server at `url` is there to give."""
    return "relay" if url.startswith("turn") else "srflx"


async def _answers(address: Address) -> bool:
    return wanted(address[0]) in await kinds(RTCIceServer(*address))


class IceOrder:
    """Asks which addresses answer, on a thread of its own, and keeps for `KEPT_S` what it learnt.
    For any thread. ask: whether an address answers; may raise."""

    def __init__(
        self,
        ask: Callable[[Address], Awaitable[bool]] = _answers,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._clock = clock
        self._lock = threading.Lock()
        self._asked_at: dict[Address, float] = {}
        self._answering: set[Address] = set()

    def __call__(self, servers: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """WebRTC's iceServers with one address each, in the order given, but those that are known
        to answer first. Never waits: what was not asked yet is being asked afterwards. Where there
        is but one of a kind, nobody is asked. What aiortc takes for no address, and would end the
        connection with, is left out."""
        addresses = [address for address in _addresses(servers) if _is_one(address)]
        kinds_given = [wanted(url) for url, _, _ in addresses]
        choices = [
            address
            for address, kind in zip(addresses, kinds_given, strict=True)
            if kinds_given.count(kind) > 1
        ]
        with self._lock:
            now = self._clock()
            due = [
                each for each in choices if now >= self._asked_at.get(each, float("-inf")) + KEPT_S
            ]
            self._asked_at |= dict.fromkeys(due, now)
            self._forget(now)
            ordered = sorted(addresses, key=lambda each: each not in self._answering)
        if due:
            threading.Thread(
                target=lambda: asyncio.run(self._ask_all(due)), name="ice-order", daemon=True
            ).start()
        return [_entry(*address) for address in ordered]

    async def _ask_all(self, addresses: Sequence[Address]) -> None:
        await asyncio.gather(*(self._ask_one(address) for address in addresses))

    async def _ask_one(self, address: Address) -> None:
        try:
            answers = await self._ask(address)
        except Exception:  # noqa: BLE001 - whatever it is, this one does not answer
            answers = False
        with self._lock:
            (self._answering.add if answers else self._answering.discard)(address)

    def _forget(self, now: float) -> None:
        """Passwords of providers change: what was not asked for long is gone. Under the lock."""
        for address in [each for each, at in self._asked_at.items() if now > at + 2 * KEPT_S]:
            del self._asked_at[address]
            self._answering.discard(address)


def _addresses(servers: Iterable[Mapping[str, Any]]) -> Iterator[Address]:
    for server in servers:
        urls: str | Sequence[str] = server.get("urls", ())
        for url in (urls,) if isinstance(urls, str) else urls:
            yield url, server.get("username"), server.get("credential")


def _is_one(address: Address) -> bool:
    try:
        RTCIceGatherer([RTCIceServer(*address)])
    except ValueError:
        return False
    return True


def _entry(url: str, username: str | None, credential: str | None) -> dict[str, Any]:
    named = {"username": username, "credential": credential}
    return {"urls": url} | {name: value for name, value in named.items() if value is not None}
