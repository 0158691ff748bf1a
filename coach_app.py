"""The app's entry: which pages there are, and nothing else. Start: streamlit run coach_app.py"""

import streamlit as st

from coach import process
from coach.compat.streamlit.page_change import MIDDLEWARE
from coach.texts import say
from coach.ui.check import may_check
from coach.ui.shared.page_style import go_on, set_look
from coach.ui.start_check import stop_without_libraries
from coach.web.protection.guards import GUARDS
from exercises import registry

# The server imports this file once, for what it answers beside the pages; Streamlit then runs it at
# every visit and click, and only that is the page.
app = st.App(
    __file__,
    routes=process.routes(registry),
    lifespan=process.lifespan,
    middleware=[*GUARDS, *MIDDLEWARE],
)

if __name__ == "__main__":
    set_look()
    stop_without_libraries()
    page = st.navigation(
        [
            st.Page(
                "pages/live.py", title=say("app.live"), icon=":material/videocam:", default=True
            ),
            st.Page("pages/analysis.py", title=say("app.analysis"), icon=":material/movie_info:"),
            st.Page("pages/history.py", title=say("app.history"), icon=":material/timeline:"),
            st.Page("pages/guide.py", title=say("app.guide"), icon=":material/menu_book:"),
            st.Page(
                "pages/doctor.py",
                title=say("doctor.title"),
                icon=":material/stethoscope:",
                visibility="visible" if may_check() else "hidden",
            ),
        ],
        position="top",
    )
    go_on()
    page.run()
