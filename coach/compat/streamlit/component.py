"""Streamlit serves a component's files only once a page that shows it has run on that server.

A component is registered where it is declared in the run of a page, and nowhere else
(streamlit/components/v1/component_registry.py, `declare_component`). Where several servers stand
behind one address, a visitor may get the page from one and ask another for the video's component,
which then has no such files: the video stays empty without a word. Seen with Streamlit 1.65 to 1.67
and streamlit-webrtc 0.79.

`declare_ahead` registers the video's component as its library will do it, when the server begins.
Where that is no longer possible nothing is done, and one line in the log says so. The library is
not imported for it: that would count as its declaration, outside of a page, and its files would be
missing for good.
"""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

LOGGER = logging.getLogger(__name__)

LIBRARY, MODULE = "streamlit_webrtc", "streamlit_webrtc.component"
NAME = f"{MODULE}.webrtc_streamer"


def declare_ahead() -> None:
    """Make the component's files known to the server that runs in this process, if any does."""
    from streamlit import runtime

    if not runtime.exists():
        return
    try:
        from streamlit.components.v1.custom_component import CustomComponent

        component = CustomComponent(name=NAME, path=str(_files()), module_name=MODULE)
        runtime.get_instance().component_registry.register_component(component)
    except Exception as error:  # noqa: BLE001 - whatever it is, a page's run will register it
        LOGGER.warning("The video's component is not served before its page has run: %r", error)


def _files() -> Path:
    """Where the library has them. Raises FileNotFoundError."""
    spec = find_spec(LIBRARY)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(LIBRARY)
    folder = Path(spec.origin).parent / "frontend" / "dist"
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(folder)
    return folder
