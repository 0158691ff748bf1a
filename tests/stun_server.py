"""A STUN server of our own."""

from __future__ import annotations

import asyncio

from aioice import stun


class StunServer(asyncio.DatagramProtocol):
    """Tells everybody an address that is not theirs, as behind a NAT."""

    def connection_made(self, transport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        request = stun.parse_message(data)
        answer = stun.Message(
            message_method=request.message_method,
            message_class=stun.Class.RESPONSE,
            transaction_id=request.transaction_id,
        )
        answer.attributes["XOR-MAPPED-ADDRESS"] = ("198.51.100.7", 4242)
        self.transport.sendto(bytes(answer), addr)
