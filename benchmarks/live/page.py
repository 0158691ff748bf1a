"""The live page, opened without a browser: Streamlit's WebSocket and the video component's words.

What a page does by itself, running its fragments again every so often, is done too: it is a part of
what a session costs.
"""

from __future__ import annotations

import asyncio
import json
from types import TracebackType
from typing import Any

from aiortc import RTCPeerConnection, RTCSessionDescription
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

COMPONENT = "streamlit_webrtc"
PATIENCE_S = 60.0
_LARGEST = 64 * 2**20


class Page:
    """One visit. Use it as an asynchronous context manager; `connect` presses START."""

    def __init__(self, port: int) -> None:
        self._url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._socket: ClientConnection | None = None
        self._page = ""
        self._component = ""
        self._value: dict[str, Any] | None = None
        self._answer = ""
        self._changed = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Page:
        self._socket = await connect(
            self._url,
            subprotocols=[Subprotocol("streamlit")],
            max_size=_LARGEST,
            open_timeout=PATIENCE_S,
        )
        self._tasks["listen"] = asyncio.create_task(self._listen(self._socket))
        await self._run()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._socket is not None:
            await self._socket.close()

    async def connect(self, peer: RTCPeerConnection) -> None:
        """START. Raises TimeoutError where no video is offered, or no answer comes."""
        await self._until(lambda: bool(self._component))
        await peer.setLocalDescription(await peer.createOffer())
        offer = peer.localDescription
        self._value = {"playing": False, "sdpOffer": {"sdp": offer.sdp, "type": offer.type}}
        await self._run()
        await self._until(lambda: bool(self._answer))
        answer = json.loads(self._answer)
        await peer.setRemoteDescription(RTCSessionDescription(answer["sdp"], answer["type"]))
        self._value = {"playing": True}
        await self._run()

    async def stop(self) -> None:
        """STOP."""
        self._value = {"playing": False}
        await self._run()

    async def _until(self, happened: Any) -> None:
        async def wait() -> None:
            while not happened():
                self._changed.clear()
                await self._changed.wait()

        await asyncio.wait_for(wait(), PATIENCE_S)

    async def _run(self, fragment: str = "") -> None:
        message = BackMsg()
        run = message.rerun_script
        run.query_string = ""
        run.page_script_hash = self._page
        if fragment:
            run.fragment_id = fragment
            run.is_auto_rerun = True
        if self._value is not None:
            state = run.widget_states.widgets.add()
            state.id = self._component
            state.json_value = json.dumps(self._value)
        assert self._socket is not None
        await self._socket.send(message.SerializeToString())

    async def _listen(self, socket: ClientConnection) -> None:
        async for data in socket:
            message = ForwardMsg()
            message.ParseFromString(data if isinstance(data, bytes) else data.encode())
            self._hear(message)

    def _hear(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            # A run for another page than this one would be taken for leaving it.
            self._page = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            for fragment in message.stop_auto_rerun.fragment_ids:
                self._forget(fragment)
        elif kind == "delta":
            element = message.delta.new_element
            if element.WhichOneof("type") == "component_instance":
                self._see(element.component_instance)

    def _see(self, component: Any) -> None:
        if COMPONENT in component.component_name:
            self._component = component.id
            self._answer = json.loads(component.json_args).get("sdp_answer_json") or ""
            self._changed.set()

    def _repeat(self, fragment: str, interval: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(interval)
                await self._run(fragment)

        self._forget(fragment)
        self._tasks[fragment] = asyncio.create_task(again())

    def _forget(self, fragment: str) -> None:
        task = self._tasks.pop(fragment, None)
        if task is not None:
            task.cancel()
