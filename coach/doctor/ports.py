"""Whether the page's port is free, or the app answers there, and whether UDP can be used at all."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.request import urlopen

from coach.doctor.finding import Finding, fine, wrong

PORT = 8501
"""Streamlit's own, where no other is asked for."""
ANSWER_S = 3.0


def check_ports(port: int = PORT) -> Iterator[Finding]:
    """The page's TCP port, and a UDP port such as each video takes."""
    with socket.socket() as probe:
        # As the server does it: else a port that was just left would count as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            yield fine("ports", "port_free", port=port)
        except OSError:
            key = "port_ours" if _is_app(port) else ""
            if key:
                yield fine("ports", key, port=port)
            else:
                yield wrong("ports", "port_taken", port=port)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind(("", 0))
            yield fine("ports", "udp_free")
        except OSError as error:
            yield wrong("ports", "udp_closed", why=error.strerror or error)


def _is_app(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/api/health", timeout=ANSWER_S) as answer:
            return b'"status"' in answer.read(1000)
    except (OSError, ValueError):
        return False
