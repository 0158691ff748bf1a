"""What every page has in common: its name, its icon, and room for what matters."""

from __future__ import annotations

import threading
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from coach import __version__
from coach.compat.streamlit.contrast import CONTRAST
from coach.compat.streamlit.spacing import SPACING
from coach.texts import say
from coach.texts.languages import ask_for_reader
from coach.ui.shared.reader import language_of_tab

PAGES = Path(__file__).parents[3] / "pages"
ICON = Path(__file__).parent / "icon.svg"
"""Our own file: an icon by name would be fetched from Google at every visit."""

# Until the entry file has run once, a server takes every file in pages/ for an app of its own: an
# address like /guide would then be shown without navigation and without our look.
_entry = threading.Event()


_WANTED = "wanted-page"


def enter_by_the_app() -> None:
    """At the top of a page: on a fresh server, go to the entry file first."""
    if not _entry.is_set():
        name = urlsplit(st.context.url or "").path.rpartition("/")[2]
        st.session_state[_WANTED] = (name, st.query_params.to_dict())
        st.switch_page("coach_app.py")


def go_on() -> None:
    """By the entry file, once the pages have their names: to the page that the address named."""
    name, asked = st.session_state.pop(_WANTED, ("", {}))
    if name.isidentifier() and (PAGES / f"{name}.py").is_file():
        st.switch_page(f"pages/{name}.py", query_params=asked)


def set_look() -> None:
    """Name, icon, spacing and contrast; by the entry file, before anything else is drawn."""
    _entry.set()
    ask_for_reader(language_of_tab)
    about = say("app.about", version=__version__)
    st.set_page_config(
        page_title=say("app.title"), page_icon=str(ICON), layout="wide", menu_items={"About": about}
    )
    st.logo(str(ICON), size="large")
    st.html(SPACING + CONTRAST)
