"""Twilio's relay servers, asked for by its plain HTTP interface: no library of theirs is needed."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

API = "https://api.twilio.com/2010-04-01"
VALID_S = 7200
"""Seconds for which the credentials are asked for: longer than they are kept, and a set."""
TIMEOUT_S = 10.0


def twilio_ice_servers(account: str, token: str, api: str = API) -> list[dict[str, Any]]:
    """WebRTC's iceServers, valid for VALID_S. Raises OSError or ValueError where there are none."""
    request = Request(
        f"{api}/Accounts/{quote(account, safe='')}/Tokens.json",
        data=urlencode({"Ttl": VALID_S}).encode(),
        headers={"Authorization": "Basic " + b64encode(f"{account}:{token}".encode()).decode()},
    )
    with urlopen(request, timeout=TIMEOUT_S) as response:
        answer = json.loads(response.read())
    servers = answer.get("ice_servers") if isinstance(answer, dict) else None
    if not isinstance(servers, list) or not servers:
        raise ValueError("the answer holds no ice_servers")
    wanted = ("urls", "username", "credential")
    return [{name: server[name] for name in wanted if name in server} for server in servers]
