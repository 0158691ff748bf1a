"""Who looks at a page, by the connection and never by what the page says of itself."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.runtime.context import StreamlitHeaders

from coach.settings import TRUSTED_PROXIES
from coach.ui.shared import visitor as page_visitor
from coach.ui.shared.visitor import is_of_this_network, visitor
from coach.web.protection.visitors import Visitors

FOR = "X-Forwarded-For"
LOCAL, LAN = ("Host", "localhost:8501"), ("Host", "192.168.0.2:8501")
PUBLIC = ("Host", "coach.example.com")


@pytest.fixture
def connection(monkeypatch):
    """The page is looked at over such a connection."""

    def comes(address, *headers):
        # A page that claims to be the server's own machine.
        context = SimpleNamespace(
            url="http://localhost:8501", ip_address=address, headers=StreamlitHeaders(headers)
        )
        monkeypatch.setattr(page_visitor, "st", SimpleNamespace(context=context))

    return comes


@pytest.mark.parametrize(
    ("address", "headers", "trusted", "near"),
    [
        pytest.param(None, [LOCAL], "", True, id="the server's own machine"),
        pytest.param("192.168.0.7", [LAN], "", True, id="the same network"),
        pytest.param("fd00::7", [("Host", "[fd00::2]:8501")], "", True, id="the same, by IPv6"),
        pytest.param("192.168.0.7", [("Host", "coach.local")], "", True, id="by a local name"),
        pytest.param("8.8.8.8", [LOCAL], "", False, id="from far, with a forged name"),
        pytest.param("8.8.8.8", [PUBLIC], "", False, id="the internet"),
        pytest.param(None, [("Host", "evil.example")], "", False, id="a name led to this machine"),
        pytest.param(None, [("Host", "[::1")], "", False, id="a broken name"),
        pytest.param(None, [], "", False, id="no name"),
        pytest.param(
            None, [LOCAL, (FOR, "192.168.0.7")], "", False, id="a proxy that is not trusted"
        ),
        pytest.param(
            None, [LAN, (FOR, "192.168.0.7")], "127.0.0.1", True, id="one that is, for a neighbour"
        ),
        pytest.param(
            None, [LAN, (FOR, "8.8.8.8")], "127.0.0.1", False, id="one that is, for a stranger"
        ),
        pytest.param(
            None, [LOCAL, ("Forwarded", "for=8.8.8.8")], "", False, id="a proxy of another kind"
        ),
    ],
)
def test_who_is_of_this_network(connection, address, headers, trusted, near):
    connection(address, *headers)
    proxies = TRUSTED_PROXIES.read({TRUSTED_PROXIES.name: trusted})
    assert is_of_this_network(Visitors(proxies)) is near


@pytest.mark.parametrize(
    ("address", "group", "public"),
    [
        (None, "127.0.0.1", False),
        ("192.168.0.7", "192.168.0.7", False),
        ("8.8.8.8", "8.8.8.8", True),
    ],
    ids=["the server's own machine", "the same network", "the internet"],
)
def test_who_it_is(connection, address, group, public):
    connection(address, LOCAL)
    assert (visitor().group, visitor().public) == (group, public)
