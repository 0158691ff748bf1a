"""What was done so far: calendar, trends, and every set again as a moving skeleton."""

import streamlit as st

from coach.texts import say
from coach.ui.history.page import history_page
from coach.ui.shared.owner import current_owner
from coach.ui.shared.page_style import enter_by_the_app
from coach.ui.shared.record_store import record_store
from exercises import registry

enter_by_the_app()
exercises = registry()
st.header(say("history.title"), anchor=False)
records = record_store()
history_page(records, current_owner(records), exercises)
