"""Who looks at the page, by the connection: what a page says of itself, anybody can write.

`st.context.url` is what the page says of itself. The connection's address is not, and a browser
writes the `Host` by itself.
"""

from __future__ import annotations

import streamlit as st

from coach import process
from coach.live.transport.relay import is_near
from coach.web.protection.visitors import HEADER, THIS_MACHINE, Visitor, Visitors


def visitor(visitors: Visitors | None = None) -> Visitor:
    """Who stands behind the connection of the page that runs."""
    # A browser on the server's own machine has no address here.
    client = st.context.ip_address or THIS_MACHINE
    return (visitors or process.visitors()).of(client, st.context.headers.get_all(HEADER))


def is_of_this_network(visitors: Visitors | None = None) -> bool:
    """Whether the page is looked at from the server's own machine or private network, at an address
    of it.

    Both must hold. A proxy that is not trusted may speak for the whole internet; and a page of the
    internet whose name leads to this machine (DNS rebinding) comes from here, but by its own name.
    """
    headers = st.context.headers
    if "Forwarded" in headers and HEADER not in headers:
        return False
    who = visitor(visitors)
    return who.sure and not who.public and is_near(f"//{headers.get('Host', '')}")
