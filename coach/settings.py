"""Every setting of the environment: its name, what it may be, and what holds where it is not set.

Nothing else reads the environment for a setting, and docs/settings.md explains each.
A value that is none of those that a setting may have is named in the log, and what holds without it
holds. Secrets among them are never written into a log.
"""

from __future__ import annotations

import logging
import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Generic, TypeVar

from coach.texts import say

LOGGER = logging.getLogger(__name__)

Value = TypeVar("Value")
Environment = Mapping[str, str]


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """One value.

    >>> MAX_VIDEO_MB.read({"COACH_MAX_VIDEO_MB": "20"})
    20.0
    >>> MAX_VIDEO_MB.read({})
    500.0
    """

    name: str
    """As it stands in the environment."""
    parse: Callable[[str], Value]
    """Makes the value of a text that is not blank; raises ValueError where it is none."""
    default: Value
    """What holds where nothing is set."""
    kinds: str = ""
    """The key of the words for what it may be, where not every text is right."""

    def read(self, environment: Environment = os.environ) -> Value:
        """The value as it is set now."""
        text = environment.get(self.name, "").strip()
        if not text:
            return self.default
        try:
            return self.parse(text)
        except ValueError:
            _complain(self.name, text, self.kinds)
            return self.default


@dataclass(frozen=True)
class Listing(Generic[Value]):
    """Several values, separated by spaces or commas. A part that is wrong is named in the log, and
    the others hold."""

    name: str
    """As it stands in the environment."""
    parse: Callable[[str], Value]
    """Makes the value of one part; raises ValueError where it is none."""
    kinds: str
    """The key of the words for what a part may be."""

    def read(self, environment: Environment = os.environ) -> tuple[Value, ...]:
        """The values as they are set now, in their order."""
        values = []
        for part in environment.get(self.name, "").replace(",", " ").split():
            try:
                values.append(self.parse(part))
            except ValueError:
                _complain(self.name, part, self.kinds)
        return tuple(values)


class Audience(str, Enum):
    """Who may read the process's figures; the values are the setting's."""

    LOCAL = "local"
    ALL = "all"
    OFF = "off"


def _complain(name: str, value: str, kinds: str) -> None:
    LOGGER.warning("%s", say("settings.wrong", name=name, value=value, wanted=say(kinds)))


def _path(text: str) -> Path:
    return Path(text).expanduser()


def _number(text: str) -> float:
    value = float(text)
    if not 0 < value < math.inf:
        raise ValueError(text)
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _switch(text: str) -> bool:
    return text != "0"


def _is_all(text: str) -> bool:
    if text.lower() != "all":
        raise ValueError(text)
    return True


def _audience(text: str) -> Audience:
    return Audience(text.lower())


def _network(text: str) -> IPv4Network | IPv6Network:
    return ip_network(text, strict=False)


def _site(text: str) -> str:
    if not re.fullmatch(r"https?://[0-9A-Za-z*.\[\]:-]+", text):
        raise ValueError(text)
    return text


def _text(name: str) -> Setting[str]:
    return Setting(name, str, "")


def _positive(name: str, default: float) -> Setting[float]:
    return Setting(name, _number, default, "settings.number")


def _several(name: str, default: int) -> Setting[int]:
    return Setting(name, _count, default, "settings.count")


def _open_to_all(name: str) -> Setting[bool]:
    return Setting(name, _is_all, False, "settings.all")


def _place(name: str) -> Setting[Path | None]:
    return Setting(name, _path, None)


TURN_URLS = _text("COACH_TURN_URLS")
TURN_USERNAME = _text("COACH_TURN_USERNAME")
TURN_PASSWORD = _text("COACH_TURN_PASSWORD")
CLOUDFLARE_KEY_ID = _text("CLOUDFLARE_TURN_KEY_ID")
CLOUDFLARE_TOKEN = _text("CLOUDFLARE_TURN_KEY_API_TOKEN")
TWILIO_SID = _text("TWILIO_ACCOUNT_SID")
TWILIO_TOKEN = _text("TWILIO_AUTH_TOKEN")
HUGGING_FACE_TOKEN = _text("HF_TOKEN")
STUN_URLS = _text("COACH_STUN_URLS")

LANG = _text("LANG")
MODEL_DIR = _place("COACH_MODEL_DIR")
EVERY_FRAME = Setting("COACH_EVERY_FRAME", _switch, False)
DATA = _place("COACH_DATA")
DATABASE_URL = _text("COACH_DATABASE_URL")
PROFILES = _open_to_all("COACH_PROFILES")
MAX_SESSIONS: Setting[int | None] = Setting("COACH_MAX_SESSIONS", _count, None, "settings.count")
METRICS = Setting("COACH_METRICS", _audience, Audience.LOCAL, "settings.audience")
DOCTOR = _open_to_all("COACH_DOCTOR")
NATIVE_LOG = _place("COACH_NATIVE_LOG")
TRUSTED_PROXIES = Listing("COACH_TRUSTED_PROXIES", _network, "settings.network")
FRAMED_BY = Listing("COACH_FRAMED_BY", _site, "settings.site")
API_KEY = _text("COACH_API_KEY")
MAX_IMAGE_MB = _positive("COACH_MAX_IMAGE_MB", 10.0)
MAX_VIDEO_MB = _positive("COACH_MAX_VIDEO_MB", 500.0)
MAX_VIDEO_MINUTES = _positive("COACH_MAX_VIDEO_MINUTES", 120.0)
JOBS_RUNNING: Setting[int | None] = Setting("COACH_JOBS_RUNNING", _count, None, "settings.count")
JOBS_WAITING = _several("COACH_JOBS_WAITING", 8)
JOBS_EACH = _several("COACH_JOBS_EACH", 4)
JOBS_KEPT_MINUTES = _positive("COACH_JOBS_KEPT_MINUTES", 60.0)

SETTINGS: Mapping[str, Setting[Any] | Listing[Any]] = {
    each.name: each for each in tuple(globals().values()) if isinstance(each, (Setting, Listing))
}
"""All of them, by name."""
