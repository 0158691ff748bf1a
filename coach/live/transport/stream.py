"""The connection between browser and session, made by streamlit_webrtc.

Pages call `show`; a test that has no browser puts something else in its place.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, cast

import streamlit as st
from streamlit_webrtc import (
    WebRtcMode,
    get_cloudflare_ice_servers,
    get_hf_ice_servers,
    webrtc_streamer,
)

from coach.compat.aiortc_jitter_buffer import decode_promptly
from coach.compat.aiortc_vp8_encoder import encode_lightly
from coach.compat.streamlit.webrtc_context import hold_on_to
from coach.live.session import Session
from coach.live.transport.frame_handler import handle_frame, handle_late_frame
from coach.live.transport.ice_order import IceOrder
from coach.live.transport.relay import Provider, RelayPlan
from coach.live.transport.twilio import VALID_S, twilio_ice_servers
from coach.live.transport.video_return import VideoReturn
from coach.texts import say

LOGGER = logging.getLogger(__name__)

ICE_ORDER = IceOrder()

FAILED_REQUEST_S = 60.0
"""Seconds for which servers that a provider gave, or refused to give, are not asked for again. The
page runs at every click, and a request may take ten seconds to fail."""

VIDEO_STYLE = {
    "width": "100%",
    "objectFit": "contain",
    "borderRadius": "12px",
    "background": "#0b0f14",
}


class Facing(str, Enum):
    """Which camera of a phone; the values are WebRTC's facingMode."""

    FRONT = "user"
    REAR = "environment"


@dataclass(frozen=True)
class Connection:
    """The video's connection, as the page sees it."""

    playing: bool = False
    """Browser and server have reached each other."""
    signalling: bool = False
    """They are about to."""
    relay: bool = True
    """False where a relay is configured and its provider did not answer."""
    waiting: bool = False
    """There is none yet, because all places are taken."""

    @property
    def active(self) -> bool:
        """Whether START was pressed and STOP was not."""
        return self.playing or self.signalling


def show(session: Session, facing: Facing, plan: RelayPlan, height: int) -> Connection:
    """The video with its START and STOP, and the session behind it. height: CSS pixels that the
    picture may be high.

    Each camera has a connection key of its own: the component remembers the device that it used
    under its key, and prefers that to the facing that is asked for.
    """
    servers, answered = ice_servers(plan)
    # One that is made while a connection runs is never used: the library keeps the one it began
    # with.
    video = VideoReturn(
        partial(handle_frame, session), partial(handle_late_frame, session), session.end
    )
    key = f"camera-{facing.value}"
    decode_promptly()
    encode_lightly()
    hold_on_to(key)
    context = webrtc_streamer(
        key=key,
        mode=WebRtcMode.SENDRECV,
        frontend_rtc_configuration={"iceServers": servers},
        server_rtc_configuration={"iceServers": ICE_ORDER(servers)},
        media_stream_constraints=constraints(facing),
        source_video_track=video,
        sink_video_track=video,
        sendback_audio=False,
        video_html_attrs={
            "autoPlay": True,
            "controls": False,
            "muted": True,
            "style": cast(Any, VIDEO_STYLE | {"maxHeight": f"{height}px"}),
        },
        translations={
            "start": say("live.start"),
            "stop": say("live.stop"),
            "select_device": say("live.select_device"),
        },
    )
    state = context.state
    return Connection(bool(state.playing), bool(state.signalling), relay=answered)


def constraints(facing: Facing) -> dict[str, Any]:
    """What the browser is asked for: no sound, and a picture as large as the network needs it, but
    nothing that the camera does not give by itself: from an upright camera a browser would cut out
    a square, head and feet being what is cut off."""
    return {
        "audio": False,
        "video": {
            "facingMode": {"ideal": facing.value},
            "width": {"ideal": 640},
            "height": {"ideal": 360},
            "frameRate": {"ideal": 30, "max": 30},
            "resizeMode": {"ideal": "none"},
        },
    }


def ice_servers(plan: RelayPlan) -> tuple[list[dict[str, Any]], bool]:
    """WebRTC's iceServers, and whether the provider, if one is to be asked, gave its own."""
    known = [server.as_dict() for server in plan.servers]
    if not plan.keys:
        return known, True
    given = _given(plan.provider.value, plan.keys)
    return [*(given or ()), *known], given is not None


def ask_provider(provider: str, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """WebRTC's iceServers that a provider gives for its keys. Raises what its library raises."""
    ask: dict[str, Callable[..., Any]] = {
        Provider.CLOUDFLARE.value: get_cloudflare_ice_servers,
        Provider.TWILIO.value: _twilio_ice_servers,
        Provider.HUGGING_FACE.value: get_hf_ice_servers,
    }
    return [dict(server) for server in ask[provider](*keys)]


# As long as the library keeps the others' answers: half of what they are valid for.
_twilio_ice_servers = st.cache_data(ttl=VALID_S / 2, show_spinner=False)(twilio_ice_servers)


@st.cache_data(ttl=FAILED_REQUEST_S, show_spinner=False)
def _given(provider: str, keys: tuple[str, ...]) -> list[dict[str, Any]] | None:
    try:
        return ask_provider(provider, keys)
    except Exception as error:  # noqa: BLE001 - whatever it is, there is a way without
        # The kind alone: what a provider's library says may hold the key that it was given.
        LOGGER.warning("No relay servers from %s: %s", provider, type(error).__name__)
        return None
