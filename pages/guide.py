"""How each exercise is done and judged, out of its own data."""

import streamlit as st

from coach.analysis.exercise_words import exercise_title
from coach.texts import say
from coach.ui.exercise_guide import exercise_guide
from coach.ui.shared.page_style import enter_by_the_app
from exercises import registry

enter_by_the_app()
st.header(say("guide.title"), anchor=False)
st.write(say("guide.intro"))
exercises = registry()
for tab, exercise in zip(
    st.tabs([exercise_title(each) for each in exercises.values()]), exercises.values(), strict=True
):
    with tab:
        exercise_guide(exercise)
st.subheader(say("guide.unseen"), anchor=False)
for part in ("far", "side", "else"):
    st.write(say(f"guide.unseen_{part}"))
