"""Whether the STUN and TURN servers that are configured answer this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiortc import RTCIceServer

from coach.doctor.finding import Finding, broken, fine, note, wrong
from coach.live.transport.ice_order import kinds, wanted
from coach.live.transport.relay import Provider, plan
from coach.texts import say_list

_AWAY = "https://away.example"
"""An address outside this machine's network, which is when a relay is needed."""


def check_relay(settings: Mapping[str, str]) -> Iterator[Finding]:
    """Each address of the relay that `settings` name, one after the other. Nobody is asked who is
    not named there."""
    chosen = plan({"COACH_STUN_URLS": "none", **settings}, _AWAY)
    if chosen.missing:
        yield wrong("relay", "relay_incomplete", missing=say_list(chosen.missing))
    if chosen.provider is Provider.NONE:
        yield note("relay", "no_relay")
        return
    servers = [server.as_dict() for server in chosen.servers]
    if chosen.keys:
        # It brings Streamlit along, which most checks do without.
        from coach.live.transport.stream import ask_provider

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
        # One address at a time, as in ice_order.
        one = RTCIceServer(url, server.get("username"), server.get("credential"))
        try:
            given = asyncio.run(kinds(one))
        except Exception as error:  # noqa: BLE001 - a check tells what fails, whatever it is
            yield broken("relay", ValueError(f"{url}: {error}"))
            continue
        if wanted(url) in given:
            yield fine("relay", "server_answers", url=url)
        else:
            yield wrong("relay", f"server_silent_{wanted(url)}", url=url)
