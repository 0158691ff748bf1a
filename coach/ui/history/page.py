"""The history: all sets, or the one that the link names."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from coach.history.sets import Sets
from coach.motion.exercise import Exercise
from coach.records.errors import NotFoundError, RecordsError
from coach.records.records import Records
from coach.records.values import Owner
from coach.texts.text import told
from coach.ui.history.all_sets import all_sets, empty_history
from coach.ui.history.filters import local_today
from coach.ui.history.one_set import one_set
from coach.ui.history.shown_set import back_button, shown_set
from coach.ui.history.take import said_before, take_all


def history_page(records: Records, owner: Owner, exercises: Mapping[str, Exercise]) -> None:
    """One person's history. What the records cannot do is said in a sentence."""
    said_before()
    set_id = shown_set()
    try:
        if set_id:
            one_set(records, owner, set_id, exercises)
        else:
            _everything(records, owner, exercises)
        if records.notice:
            st.warning(told(records.notice), icon=":material/healing:")
    except NotFoundError as error:
        st.error(str(error), icon=":material/search_off:")
        back_button()
    except RecordsError as error:
        st.error(str(error), icon=":material/error:")


def _everything(records: Records, owner: Owner, exercises: Mapping[str, Exercise]) -> None:
    # Read anew at every visit and handed on as a value: nothing of one person is kept where
    # another could come across it.
    sets = Sets.of(records.sets(owner))
    if len(sets):
        all_sets(owner, sets, exercises, local_today())
    else:
        empty_history()
    take_all(records, owner, len(sets))
