"""An analysed set can be added to the history, with the date on which it was done."""

from __future__ import annotations

from datetime import date, datetime, time, timezone, tzinfo
from typing import BinaryIO

import streamlit as st

from coach.files.errors import FileError
from coach.jobs.values import Job
from coach.motion.report import Report
from coach.records.errors import RecordsError
from coach.records.records import Records
from coach.records.values import Owner
from coach.texts import say
from coach.ui.history.filters import local_zone
from coach.ui.player.result import read_job_track
from coach.video.recorded_at import recorded_at

_WHEN, _DONE = "analysis-when", "analysis-kept"


def note_date(job_id: str, upload: BinaryIO) -> None:
    """Remember when the file of a job was recorded, if it says so."""
    when = recorded_at(upload, datetime.now(timezone.utc))
    if when is not None:
        st.session_state.setdefault(_WHEN, {})[job_id] = when


def keep_offer(job: Job, report: Report, records: Records, owner: Owner) -> None:
    """Date, time and a button; once it is kept, a way to the history. What hinders it is said."""
    if not (report.reps or report.attempts or report.hold_s > 0):
        return
    st.subheader(say("analysis.keep_title"), anchor=False)
    kept: set[tuple[str, Owner]] = st.session_state.setdefault(_DONE, set())
    if (job.id, owner) in kept:
        st.success(say("analysis.kept"), icon=":material/check:")
        st.page_link("pages/history.py", label=say("analysis.to_history"))
        return
    zone = local_zone()
    first = st.session_state.get(_WHEN, {}).get(job.id) or datetime.now(timezone.utc)
    local = first.astimezone(zone)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        day = st.date_input(say("analysis.keep_date"), local.date(), max_value="today", width=160)
        at = st.time_input(say("analysis.keep_time"), local.time().replace(second=0), width=140)
        pressed = st.button(say("analysis.keep"), icon=":material/add:")
    if not pressed:
        return
    try:
        when = moment(day, at, zone)
        records.add_from_report(owner, report, read_job_track(job), when)
    except (RecordsError, FileError) as error:
        st.error(str(error), icon=":material/error:")
        return
    kept.add((job.id, owner))
    st.rerun()


def moment(day: date, at: time, zone: tzinfo) -> datetime:
    """A day and a time of day as a moment in a time zone."""
    return datetime.combine(day, at, tzinfo=zone)
