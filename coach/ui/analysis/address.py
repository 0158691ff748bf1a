"""Where the browser finds the annotated video of a job: the API's link, which ends in a while."""

from __future__ import annotations

import streamlit as st

from coach import process
from coach.jobs.values import Job

FRESH_S = 300.0
"""Seconds after which a page that is still open is to ask again; a link holds much longer."""


def video_address(job: Job) -> str:
    """The same address for some minutes, so that a player can go on with it."""
    token, _ = process.links().make(job.id, "video")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/api/files/{token}" if base else f"/api/files/{token}"
