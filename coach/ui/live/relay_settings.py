"""The relay's settings, out of Streamlit's secrets and the environment."""

from __future__ import annotations

import contextlib
import os

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from coach.live.transport.relay import NAMES, RelayPlan, plan
from coach.settings import Environment
from coach.texts import say, say_list


def relay_settings() -> Environment:
    """The environment with Streamlit's secrets for a relay, which win."""
    settings = dict(os.environ)
    with contextlib.suppress(StreamlitSecretNotFoundError):
        settings |= {name: str(st.secrets[name]) for name in NAMES if name in st.secrets}
    return settings


def relay_plan() -> RelayPlan:
    """The relay for the address that this browser opened; what is missing in a half-made
    configuration is said on the page, by name only."""
    chosen = plan(relay_settings(), st.context.url)
    if chosen.missing:
        names = say_list(chosen.missing)
        st.warning(say("live.relay_incomplete", missing=names), icon=":material/key_off:")
    return chosen
