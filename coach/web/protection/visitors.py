"""Who asks, by address: those whose requests and jobs are counted together.

Behind a proxy all requests come from the proxy, which names in `X-Forwarded-For` for whom it asks.
Anybody can write that header, so it is believed of the proxies alone that COACH_TRUSTED_PROXIES
names.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

from starlette.requests import HTTPConnection

from coach.settings import TRUSTED_PROXIES
from coach.texts import say

LOGGER = logging.getLogger(__name__)

HEADER = "x-forwarded-for"

PREFIX = 64
"""Bits of an IPv6 address that name a household or a server; the others its owner chooses."""

THIS_MACHINE = "127.0.0.1"

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True)
class Visitor:
    """Who stands behind a request."""

    group: str
    """The address, or of an IPv6 one the network of one household."""
    sure: bool = True
    """False where a proxy that is not trusted asks for somebody, and stands for all of them."""
    public: bool = False
    """Whether the address is one of the internet, which no proxy in the same network has."""


class Visitors:
    """Tells visitors apart. trusted: proxies that are believed."""

    def __init__(self, trusted: Sequence[Network] = ()) -> None:
        self._trusted = tuple(trusted)
        self._said = False

    def of(self, client: str, forwarded: Sequence[str]) -> Visitor:
        """Who stands behind a request. client: who the server says has sent it. forwarded: its
        X-Forwarded-For headers, in their order."""
        peer = _address(client)
        chain = [part for header in forwarded for part in header.split(",")]
        if not chain:
            return Visitor(client) if peer is None else _visitor(peer)
        # uvicorn believes proxies of this machine, whichever program set them up, and puts what
        # they name in the client's place: the last one that is not this machine itself, address or
        # not.
        replaced = peer == _last(chain, lambda address: address.is_loopback)
        if peer is None or replaced:
            peer = ip_address(THIS_MACHINE)
        if not self._trust(peer):
            return self._untrusted(peer)
        named = _last(chain, self._trust)
        return _visitor(peer if named is None else named)

    def behind(self, connection: HTTPConnection) -> Visitor:
        """Who stands behind a request or a WebSocket."""
        client = connection.client.host if connection.client else ""
        return self.of(client, connection.headers.getlist(HEADER))

    def _trust(self, address: Address) -> bool:
        # This machine has two names, 127.0.0.1 and ::1; who is trusted by one is by the other.
        return any(
            address in network or (address.is_loopback and network.is_loopback)
            for network in self._trusted
        )

    def _untrusted(self, proxy: Address) -> Visitor:
        if not self._said:
            self._said = True
            LOGGER.warning("%s", say("web.proxy_unknown", name=TRUSTED_PROXIES.name, address=proxy))
        return Visitor(_group(proxy), sure=False)


def _last(chain: Sequence[str], passes: Callable[[Address], bool]) -> Address | None:
    """The last address of a chain that does not pass; the first one where all do; None where it is
    no address: what stands before it, nobody knows who wrote it."""
    address = None
    for part in reversed(chain):
        address = _address(part)
        if address is None or not passes(address):
            break
    return address


def _address(text: str) -> Address | None:
    """Of `203.0.113.9`, `203.0.113.9:50000`, `2001:db8::1`, `[2001:db8::1]:50000`."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    # A socket for both kinds of addresses writes 127.0.0.1 as ::ffff:127.0.0.1.
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


def _visitor(address: Address) -> Visitor:
    return Visitor(_group(address), public=address.is_global)


def _group(address: Address) -> str:
    if address.is_loopback:
        return THIS_MACHINE
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), PREFIX), strict=False))
    return str(address)
