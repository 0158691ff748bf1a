"""Which STUN and TURN servers a connection uses: chosen from settings alone, no request made.

Browser and server must reach each other directly, or through a relay (TURN). Nothing is asked of
anybody where both are on one machine or in one private network; elsewhere Google's public STUN
server is asked for the outer address, unless COACH_STUN_URLS names another or `none`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import urlsplit

from coach.settings import (
    CLOUDFLARE_KEY_ID,
    CLOUDFLARE_TOKEN,
    HUGGING_FACE_TOKEN,
    STUN_URLS,
    TURN_PASSWORD,
    TURN_URLS,
    TURN_USERNAME,
    TWILIO_SID,
    TWILIO_TOKEN,
    Environment,
    Setting,
)

STUN = "stun:stun.l.google.com:19302"


class Provider(str, Enum):
    """Where the relay servers come from."""

    NONE = "none"
    STUN = "stun"
    OWN = "own"
    CLOUDFLARE = "cloudflare"
    TWILIO = "twilio"
    HUGGING_FACE = "huggingface"


@dataclass(frozen=True)
class IceServer:
    """One entry of WebRTC's iceServers. The credential is never shown by repr."""

    urls: tuple[str, ...]
    username: str = ""
    credential: str = field(default="", repr=False)

    def as_dict(self) -> dict[str, object]:
        """As WebRTC writes it."""
        entry: dict[str, object] = {"urls": list(self.urls)}
        if self.username or self.credential:
            entry |= {"username": self.username, "credential": self.credential}
        return entry


@dataclass(frozen=True)
class RelayPlan:
    """Which STUN and TURN servers a connection uses."""

    provider: Provider
    """Whom to use."""
    servers: tuple[IceServer, ...] = ()
    """Known without asking anybody."""
    keys: tuple[str, ...] = field(default=(), repr=False)
    """What the provider must be shown to hand out its servers."""
    missing: tuple[str, ...] = ()
    """Names of settings that are needed and not there."""

    @property
    def has_relay(self) -> bool:
        """Whether a relay stands ready when there is no direct way."""
        return self.provider not in (Provider.NONE, Provider.STUN)


PROVIDERS: Mapping[Provider, tuple[Setting[str], ...]] = {
    Provider.OWN: (TURN_URLS, TURN_USERNAME, TURN_PASSWORD),
    Provider.CLOUDFLARE: (CLOUDFLARE_KEY_ID, CLOUDFLARE_TOKEN),
    Provider.TWILIO: (TWILIO_SID, TWILIO_TOKEN),
    Provider.HUGGING_FACE: (HUGGING_FACE_TOKEN,),
}
"""The settings of each provider, in the order in which they are tried. The names of the last three
are those that streamlit-webrtc and fastrtc read."""

NAMES = (*(each.name for settings in PROVIDERS.values() for each in settings), STUN_URLS.name)


def plan(environment: Environment, url: str | None) -> RelayPlan:
    """The relay for an app that the browser opened at `url`.

    environment: the settings, with secrets where there are some. A provider of which only a part of
    the settings is there is passed over, and the rest is named in `missing`. HF_TOKEN is there on
    many a machine for other reasons: where no relay is needed it is shown to nobody.
    """
    missing: tuple[str, ...] = ()
    for provider, settings in PROVIDERS.items():
        if provider is Provider.HUGGING_FACE and is_near(url):
            continue
        keys = tuple(key for each in settings if (key := each.read(environment)))
        if len(keys) == len(settings):
            return _with(provider, keys, _stun(environment, url))
        if keys:
            missing += tuple(each.name for each in settings if not each.read(environment))
    stun = _stun(environment, url)
    return RelayPlan(Provider.STUN if stun else Provider.NONE, stun, missing=missing)


def is_near(url: str | None) -> bool:
    """Whether the browser is on the server's own machine or in its private network, as far as the
    address in its address bar tells."""
    host = ""
    try:
        host = (urlsplit(url).hostname if url else None) or ""
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local"))
    return address.is_loopback or address.is_private or address.is_link_local


def _with(provider: Provider, keys: tuple[str, ...], stun: tuple[IceServer, ...]) -> RelayPlan:
    if provider is Provider.OWN:
        return RelayPlan(provider, (IceServer(_urls(keys[0]), keys[1], keys[2]), *stun))
    return RelayPlan(provider, stun, keys)


def _stun(environment: Environment, url: str | None) -> tuple[IceServer, ...]:
    chosen = STUN_URLS.read(environment)
    if not chosen:
        return () if is_near(url) else (IceServer((STUN,)),)
    return () if chosen.lower() == "none" else (IceServer(_urls(chosen)),)


def _urls(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split() if part)
