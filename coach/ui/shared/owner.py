"""Whose records a page shows and keeps."""

from __future__ import annotations

import re
from uuid import uuid4

import streamlit as st

from coach.records.errors import RecordsError
from coach.records.names import LONGEST, tidy_name
from coach.records.records import Records
from coach.records.values import VISITOR, Owner
from coach.settings import PROFILES
from coach.texts import say
from coach.ui.shared.visitor import is_of_this_network

_PROFILE, _CHOICE, _NEW, _VISIT = "profile", "profile-choice", "profile-new", "profile-visit"

# Beside the navigation: above everything, and out of the way of the video.
_CSS = """<style>
.st-key-whose { position: fixed; top: 0.6rem; right: 4rem; width: auto; z-index: 999991; }
.st-key-whose button { max-width: 11rem; }
.st-key-whose button p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
</style>"""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+.!|~$:&-])")


def current_owner(records: Records) -> Owner:
    """Who is before the camera or looks at the history: the account that is logged in, else the
    local profile that was chosen. Draws the choice in the page's header.

    Where accounts are used and nobody is logged in, the page ends here, with a way in. Strangers
    who meet at one public address without accounts have no profiles in common, unless the
    setting says so: each visit is its own.
    """
    logged_in = st.user.get("is_logged_in")
    if logged_in is None:
        trusted = PROFILES.read() or is_of_this_network()
        return _profile(records) if trusted else _visitor()
    if not logged_in:
        _ask_to_log_in()
    return _account()


def escape_markdown(name: str) -> str:
    """A name for places that read Markdown, so that it shows every character and does nothing."""
    return _MARKDOWN.sub(r"\\\1", name)


def _profile(records: Records) -> Owner:
    state = st.session_state
    try:
        names = records.profiles()
        latest = records.latest_profile() if _PROFILE not in state else ""
    except RecordsError:
        # What is wrong is said where it matters; the coach works meanwhile.
        names, latest = (), ""
    current: str = state.setdefault(_PROFILE, latest)
    names = tuple(dict.fromkeys(("", *names, current)))
    # A widget of its own for each profile: one that stays would show who was chosen before.
    choice = f"{_CHOICE}-{current}"

    def choose() -> None:
        state[_PROFILE] = state[choice]

    def add() -> None:
        name = tidy_name(state[_NEW])
        if name:
            state[_PROFILE] = name

    st.html(_CSS)
    with (
        st.container(key="whose"),
        st.popover(escape_markdown(current or say("whose.me")), icon=":material/person:"),
    ):
        if len(names) > 1:
            st.selectbox(
                say("whose.choose"),
                names,
                index=names.index(current),
                format_func=lambda name: name or say("whose.me"),
                key=choice,
                on_change=choose,
            )
        with st.form("whose-new", clear_on_submit=True, border=False):
            st.text_input(say("whose.new"), max_chars=LONGEST, key=_NEW)
            st.form_submit_button(say("whose.add"), icon=":material/person_add:", on_click=add)
        st.caption(say("whose.local"))
    return Owner(profile=current)


def _visitor() -> Owner:
    visit: str = st.session_state.setdefault(_VISIT, uuid4().hex)
    st.html(_CSS)
    with st.container(key="whose"), st.popover(say("whose.visit"), icon=":material/person:"):
        st.write(say("whose.visitor"))
    return Owner(account=VISITOR + visit)


def _ask_to_log_in() -> None:
    st.subheader(say("whose.login_title"), anchor=False)
    st.write(say("whose.login_why"))
    st.button(say("whose.login"), type="primary", icon=":material/login:", on_click=st.login)
    st.stop()


def _account() -> Owner:
    issuer, subject = st.user.get("iss"), st.user.get("sub") or st.user.get("email")
    if not subject:
        st.error(say("whose.no_account"), icon=":material/error:")
        st.button(say("whose.logout"), icon=":material/logout:", on_click=st.logout)
        st.stop()
    shown = tidy_name(str(st.user.get("name") or st.user.get("email") or ""))
    st.html(_CSS)
    with (
        st.container(key="whose"),
        st.popover(escape_markdown(shown or say("whose.me")), icon=":material/person:"),
    ):
        st.write(say("whose.own"))
        st.button(say("whose.logout"), icon=":material/logout:", on_click=st.logout)
    return Owner(account=f"{issuer} {subject}"[:500])
