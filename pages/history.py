"""What was done so far: calendar, trends, and every set again as a moving skeleton."""

import streamlit as st

from coach.texts import say
from coach.ui.history_page import history_page
from coach.ui.kept import kept_records
from coach.ui.look import enter_by_the_app
from coach.ui.whose import whose
from exercises import registry

enter_by_the_app()
exercises = registry()
st.header(say("history.title"), anchor=False)
records = kept_records(exercises)
history_page(records, whose(records), exercises)
