"""The app's entry: which pages there are, and nothing else. Start: streamlit run coach_app.py"""

import streamlit as st

from coach.texts import say

st.set_page_config(
    page_title=say("app.title"), page_icon=":material/fitness_center:", layout="wide"
)
st.navigation(
    [
        st.Page("pages/live.py", title=say("app.live"), icon=":material/videocam:", default=True),
        st.Page("pages/guide.py", title=say("app.guide"), icon=":material/menu_book:"),
    ],
    position="top",
).run()
