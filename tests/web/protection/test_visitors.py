"""Whose requests are counted together, behind whatever proxies."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.requests import Request
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from coach.settings import TRUSTED_PROXIES
from coach.web import pose_api
from coach.web.protection.visitors import Visitors
from tests.images.figures import packed, quartered
from tests.web.asgi import asked

HERE, PROXY = "127.0.0.1", "10.0.0.5"
ANNA, BEN = "203.0.113.9", "198.51.100.7"


def group(trusted: str, client: str, *forwarded: str) -> str:
    """Of a request as uvicorn hands it on, who has a mind of its own about such headers."""
    found = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        proxies = TRUSTED_PROXIES.read({TRUSTED_PROXIES.name: trusted})
        found.append(Visitors(proxies).behind(Request(scope)).group)

    scope = {
        "type": "http",
        "headers": [(b"x-forwarded-for", value.encode()) for value in forwarded],
        "client": (client, 50_000),
    }
    asyncio.run(ProxyHeadersMiddleware(app)(scope, None, None))
    return found[0]


@pytest.mark.parametrize(
    ("trusted", "client", "forwarded", "who"),
    [
        pytest.param("", ANNA, [], ANNA, id="no proxy"),
        pytest.param("", HERE, [ANNA], HERE, id="one of this machine, not trusted"),
        pytest.param(HERE, HERE, [ANNA], ANNA, id="one of this machine"),
        pytest.param("::1", HERE, [ANNA], ANNA, id="by its other name"),
        pytest.param(HERE, HERE, [f"{ANNA}, {BEN}"], BEN, id="a lie before the truth"),
        pytest.param(HERE, HERE, [ANNA, BEN], BEN, id="a lie in a header of its own"),
        pytest.param("", PROXY, [ANNA], PROXY, id="another machine, not trusted"),
        pytest.param(PROXY, PROXY, [ANNA], ANNA, id="another machine"),
        pytest.param("10.0.0.0/24", PROXY, [ANNA], ANNA, id="a network"),
        pytest.param("192.0.2.1 10.0.0.7/24, ::1", PROXY, [ANNA], ANNA, id="several"),
        pytest.param(PROXY, PROXY, [f"{BEN}, {ANNA}"], ANNA, id="a lie to another machine"),
        pytest.param(
            f"{HERE} {PROXY}", HERE, [f"{ANNA}, {PROXY}"], ANNA, id="two, one behind the other"
        ),
        pytest.param(HERE, HERE, [f"{ANNA}, {PROXY}"], PROXY, id="two, the first not trusted"),
        pytest.param(HERE, ANNA, [BEN], ANNA, id="a visitor who lies past the proxy"),
        pytest.param(HERE, ANNA, [f"{BEN}, {ANNA}"], ANNA, id="and names the own address last"),
        pytest.param(HERE, ANNA, [f"{BEN}, {ANNA}, ::1"], ANNA, id="and this machine"),
        pytest.param("", HERE, ["anybody"], HERE, id="what is no address"),
        pytest.param(HERE, HERE, ["anybody"], HERE, id="what is no address, from one trusted"),
        pytest.param(HERE, HERE, [f"{ANNA}, anybody"], HERE, id="and what stands before it"),
        pytest.param(HERE, HERE, [""], HERE, id="nobody"),
        pytest.param(HERE, HERE, [f"{ANNA}:50000"], ANNA, id="with a port"),
        pytest.param(HERE, HERE, ["[2001:db8:1:2:a:b:c:d]:50000"], "2001:db8:1:2::/64", id="IPv6"),
        pytest.param("", "2001:db8:1:2::ffff", [], "2001:db8:1:2::/64", id="a household's other"),
        pytest.param("", "::ffff:203.0.113.9", [], ANNA, id="a socket for both"),
        pytest.param("", "::1", [], HERE, id="this machine is one"),
        pytest.param(HERE, HERE, [HERE], HERE, id="a program beside the proxy, through it"),
    ],
)  # fmt: skip
def test_who_is_one_visitor(trusted, client, forwarded, who):
    assert group(trusted, client, *forwarded) == who


def test_a_proxy_that_is_not_believed_is_named_once(caplog):
    visitors = Visitors()
    found = [visitors.of(PROXY, [name]) for name in (ANNA, BEN)]
    assert [(visitor.group, visitor.sure) for visitor in found] == [(PROXY, False)] * 2
    (told,) = caplog.messages
    assert PROXY in told
    assert TRUSTED_PROXIES.name in told


def test_what_is_no_address_in_the_setting_is_named_and_not_believed(caplog):
    text = f"caddy, {PROXY} 10.0.0.0/99"
    visitors = Visitors(TRUSTED_PROXIES.read({TRUSTED_PROXIES.name: text}))
    assert len(caplog.messages) == 2
    assert visitors.of(PROXY, [ANNA]).group == ANNA
    assert visitors.of("caddy", [ANNA]).sure is False


def test_addresses_of_the_internet_are_told_from_those_that_proxies_have():
    found = [Visitors().of(client, []).public for client in ("8.8.8.8", HERE, "192.168.0.2")]
    assert found == [True, False, False]


def test_each_visitor_behind_a_trusted_proxy_has_jobs_of_their_own(make_stage):
    stage = make_stage(each=1, proxies=HERE)
    stage.script = "import time; time.sleep(60)"

    def begin(who: str) -> int:
        headers = {"x-forwarded-for": who}
        return stage.ask("POST", "/api/analyze?exercise=squat", b"x", headers).status

    assert [begin(who) for who in (ANNA, BEN, ANNA)] == [202, 202, 429]
    assert begin("2001:db8::1") == 202
    assert begin("2001:db8::2") == 429, (
        "a person who has one address of a household has all of them"
    )


def test_no_visitor_takes_all_places_for_pictures(stage, monkeypatch):
    monkeypatch.setattr(pose_api, "MOST_OF_ONE", 2)
    picture = packed(quartered(), "PNG")

    async def all_at_once():
        clients = [ANNA] * 4 + [BEN] * 2
        return await asyncio.gather(
            *(asked(stage.app, "POST", "/api/pose", [picture], client=who) for who in clients)
        )

    statuses = [answer.status for answer in asyncio.run(all_at_once())]
    assert statuses == [200, 200, 429, 429, 200, 200]
    assert stage.ask("POST", "/api/pose", picture, client=ANNA).status == 200
