"""Whether the STUN and TURN servers that are configured answer this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiortc import RTCIceGatherer, RTCIceServer, RTCIceTransport

from coach.doctor.finding import Finding, broken, fine, note, wrong
from coach.live.relay import Provider, plan

ANSWER_S = 8.0
"""Seconds that a server is given to answer."""
_AWAY = "https://away.example"
"""An address outside this machine's network, which is when a relay is needed."""


def check_relay(settings: Mapping[str, str]) -> Iterator[Finding]:
    """Each address of the relay that `settings` name, one after the other. Nobody is asked who is
    not named there."""
    chosen = plan({"COACH_STUN_URLS": "none", **settings}, _AWAY)
    if chosen.missing:
        yield wrong("relay", "relay_incomplete", missing=", ".join(chosen.missing))
    if chosen.provider is Provider.NONE:
        yield note("relay", "no_relay")
        return
    servers = [server.as_dict() for server in chosen.servers]
    if chosen.keys:
        # It brings Streamlit along, which most checks do without.
        from coach.live.stream import ask_provider

        try:
            servers += ask_provider(chosen.provider.value, chosen.keys)
        except Exception as error:  # noqa: BLE001 - a check tells what fails, whatever it is
            # The kind alone: what a provider's library says may hold the key that it was given.
            kind = type(error).__name__
            yield wrong("relay", "provider_silent", provider=chosen.provider.value, why=kind)
    for server in servers:
        yield from _check_server(server)


def _check_server(server: Mapping[str, Any]) -> Iterator[Finding]:
    urls: str | Sequence[str] = server.get("urls", ())
    for url in (urls,) if isinstance(urls, str) else urls:
        # One address at a time: of several aiortc asks the first alone.
        one = RTCIceServer(url, server.get("username"), server.get("credential"))
        wanted = "relay" if url.startswith("turn") else "srflx"
        try:
            kinds = asyncio.run(_kinds(one))
        except Exception as error:  # noqa: BLE001 - a check tells what fails, whatever it is
            yield broken("relay", ValueError(f"{url}: {error}"))
            continue
        if wanted in kinds:
            yield fine("relay", "server_answers", url=url)
        else:
            yield wrong("relay", f"server_silent_{wanted}", url=url)


async def _kinds(server: RTCIceServer) -> set[str]:
    """The kinds of addresses that a server gives this machine (RFC 8445: srflx, relay)."""
    gatherer = RTCIceGatherer([server])
    transport = RTCIceTransport(gatherer)
    try:
        await asyncio.wait_for(gatherer.gather(), ANSWER_S)
        return {candidate.type for candidate in gatherer.getLocalCandidates()}
    except asyncio.TimeoutError:
        return set()
    finally:
        await transport.stop()  # a gatherer alone leaves its sockets open
