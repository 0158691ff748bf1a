"""Streamlit holds an uploaded file in memory for as long as the tab is open.

A file uploader that is no longer shown leaves its file behind, up to half a gigabyte, and there is
no public way to let go of it (streamlit/runtime/memory_uploaded_file_manager.py, `remove_file`,
which only the browser's cross asks for). Seen with Streamlit 1.65 to 1.67.

`free_upload` asks for the same. Where that is no longer possible the file stays until the tab is
closed, and one line in the log says so.
"""

from __future__ import annotations

import logging
from functools import cache

from streamlit.typing import UploadedFile

LOGGER = logging.getLogger(__name__)


def free_upload(file: UploadedFile) -> None:
    """Let go of a file's memory; in the run of a page that will not show its uploader again."""
    try:
        from streamlit.runtime.scriptrunner import get_script_run_ctx

        context = get_script_run_ctx()
        if context is not None:
            context.uploaded_file_mgr.remove_file(  # type: ignore[attr-defined]
                session_id=context.session_id, file_id=file.file_id
            )
    except Exception as error:  # noqa: BLE001 - whatever it is, the page goes on
        _give_up(repr(error))


@cache
def _give_up(why: str) -> None:
    LOGGER.warning("Streamlit keeps uploads until their tab is closed: %s", why)
