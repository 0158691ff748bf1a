"""What belongs to a person is theirs to take and to delete."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import streamlit as st

from coach.motion.codec import to_json
from coach.records.errors import RecordsError
from coach.records.records import Records
from coach.records.values import KeptSet, Owner
from coach.texts import say
from coach.ui.history.shown_set import show_all

_SAID = "history-said"


def say_later(text: str) -> None:
    """A sentence for the next run of the page, after what it is about is gone from this one."""
    st.session_state[_SAID] = text


def said_before() -> None:
    """Show what an earlier run left to be said."""
    text = st.session_state.pop(_SAID, "")
    if text:
        st.success(text, icon=":material/check_circle:")


def take_one(records: Records, owner: Owner, kept: KeptSet) -> None:
    """One set as files, and its deletion."""
    st.divider()
    summary = kept.summary
    name = f"{summary.exercise}-{summary.started_at:%Y-%m-%d-%H%M}"
    with st.container(horizontal=True):
        if kept.frames:
            st.download_button(
                say("history.take_track"),
                lambda: records.export_track(owner, summary.id),
                f"{name}.npz",
                "application/octet-stream",
                icon=":material/polyline:",
                on_click="ignore",
                help=say("history.take_track_help", exercise=summary.exercise),
            )
        st.download_button(
            say("history.take_report"),
            lambda: json.dumps(to_json(kept.report), allow_nan=False, indent=1),
            f"{name}.json",
            "application/json",
            icon=":material/data_object:",
            on_click="ignore",
        )
        if st.button(say("history.delete"), icon=":material/delete:"):
            _ask(say("history.delete"), lambda: _delete_one(records, owner, kept))


def _ask(title: str, question: Callable[[], None]) -> None:
    """A question in a dialog. A popover at the end of a page would open below the window, where
    nothing scrolls to it."""
    st.dialog(title, icon=":material/delete_forever:")(question)()


def _delete_one(records: Records, owner: Owner, kept: KeptSet) -> None:
    st.write(say("history.delete_one"))
    if st.button(say("history.delete_sure"), type="primary", icon=":material/delete_forever:"):
        try:
            records.delete(owner, kept.summary.id)
        except RecordsError as error:
            st.error(str(error))
            return
        say_later(say("history.deleted_one"))
        show_all()


def take_all(records: Records, owner: Owner, count: int) -> None:
    """Everything as files, the way back in, and the deletion of everything."""
    with st.expander(say("history.yours"), icon=":material/inventory_2:"):
        st.write(say("history.yours_said"))
        if count:
            _exports(records, owner)
        _import(records, owner)
        if count and st.button(say("history.delete_all"), icon=":material/delete_forever:"):
            _ask(say("history.delete_all"), lambda: _delete_all(records, owner, count))


def _exports(records: Records, owner: Owner) -> None:
    with st.container(horizontal=True):
        for place, name in enumerate(("sets", "reps")):
            st.download_button(
                say(f"history.take_{name}"),
                partial(_table, records, owner, place),
                f"{name}.csv",
                "text/csv",
                icon=":material/table:",
                on_click="ignore",
            )
        st.download_button(
            say("history.take_all"),
            lambda: records.export_json(owner),
            "training.json",
            "application/json",
            icon=":material/data_object:",
            on_click="ignore",
        )


def _table(records: Records, owner: Owner, place: int) -> bytes:
    return records.export_csv(owner)[place]


def _import(records: Records, owner: Owner) -> None:
    with st.form("history-import", clear_on_submit=True, border=False):
        file = st.file_uploader(
            say("history.import"), type=["json", "npz"], help=say("history.import_help")
        )
        sent = st.form_submit_button(say("history.import_now"), icon=":material/upload:")
    if not sent:
        return
    if file is None:
        st.info(say("history.import_none"))
        return
    try:
        added = records.import_(owner, file.getvalue())
    except RecordsError as error:
        st.error(str(error), icon=":material/error:")
        return
    say_later(say("history.imported", count=added))
    st.rerun()


def _delete_all(records: Records, owner: Owner, count: int) -> None:
    st.write(say("history.delete_everything", count=count))
    sure = st.checkbox(say("history.delete_understood"))
    if st.button(
        say("history.delete_sure"),
        type="primary",
        icon=":material/delete_forever:",
        disabled=not sure,
    ):
        try:
            gone = records.delete_all(owner)
        except RecordsError as error:
            st.error(str(error))
            return
        say_later(say("history.deleted_all", count=gone))
        st.rerun()
