"""What is wrong with a setting, told in the log."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "settings.wrong": "{name}: {value!r} is no {wanted}, and is left out of account.",
        "settings.all": "'all'",
        "settings.audience": "'local', 'all' or 'off'",
        "settings.count": "whole number from 1 on",
        "settings.network": "address or network, as 127.0.0.1 or 10.0.0.0/8",
        "settings.number": "number above 0",
        "settings.site": "site, as https://HOST",
    }
)
