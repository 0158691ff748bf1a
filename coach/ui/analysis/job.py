"""The analysis of a video: begun, shown, cancelled, and found again after the page was left."""

from __future__ import annotations

import secrets

import streamlit as st
from streamlit.typing import UploadedFile

from coach import process
from coach.analysis.exercise_words import exercise_title
from coach.jobs.replica import is_elsewhere
from coach.jobs.values import Job, JobError, JobState, Options
from coach.motion.exercise import Exercise
from coach.texts import say
from coach.texts.text import told
from coach.ui.analysis.keep import note_date
from coach.ui.analysis.upload import forget_upload
from coach.ui.analysis.whom import stop_looking
from coach.ui.shared.visitor import is_of_this_network, visitor
from coach.ui.shared.words import clock

EVERY_S = 1.0
# In the address, so that a page that is loaded again, or opened on another device, finds it. Who
# has the address may see the analysis; nobody can guess it.
_QUERY = "job"
_KEPT = "analysis-job"
_OWNER = "analysis-owner"
_SAID = "analysis-said"


def job_owner() -> str:
    """Whose jobs are counted together: the visitor's, as the API counts them, and those of this tab
    alone where the page comes by a proxy that does not say for whom, or is not believed."""
    who = visitor()
    if who.sure and (who.public or is_of_this_network()):
        return who.group
    return str(st.session_state.setdefault(_OWNER, secrets.token_hex(8)))


def begin_button(file: UploadedFile, options: Options) -> None:
    """Hand the video over at a click. Where it is not taken, it is said why, and it stays here."""
    if not st.button(say("analysis.begin"), type="primary", icon=":material/play_arrow:"):
        return
    file.seek(0)
    try:
        job = process.jobs().submit(file, file.name, options, job_owner())
    except JobError as error:
        st.error(str(error), icon=":material/error:")
        return
    stop_looking()
    note_date(job.id, file)
    _remember(job.id)
    forget_upload(file)
    st.rerun()


def current_job() -> Job | None:
    """The job that the page is about, as it stands now; None where there is none (any more)."""
    job_id = st.query_params.get(_QUERY) or st.session_state.get(_KEPT)
    if not job_id:
        return None
    job = process.jobs().get(str(job_id))
    # A job of the API's may have been asked for less than the page shows.
    if job is None and is_elsewhere(str(job_id)):
        # The address is kept: loaded again, it may lead to the right server.
        st.warning(say("analysis.elsewhere"), icon=":material/dns:")
        return None
    if job is None or not (job.options.video and job.options.landmarks):
        _leave(say("analysis.gone"))
        return None
    _remember(job.id)
    return job


def leave_button(job: Job, exercise: Exercise) -> None:
    """Which video it is, and a way to another one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        level = say(f"live.level_{job.options.level}")
        line = say("analysis.line", file=job.name, exercise=exercise_title(exercise), level=level)
        # As text: a file may be called anything, Markdown included.
        st.text(line)
        if job.state.ended and st.button(say("analysis.another"), icon=":material/upload_file:"):
            _leave()
            st.rerun()


def show_said() -> None:
    """What became of the last job, once."""
    said = st.session_state.pop(_SAID, None)
    if said:
        st.warning(told(said), icon=":material/info:")


def show_progress(job_id: str) -> None:
    """A bar with the time that is left, and a way to end it; the page goes on by itself."""

    def progress() -> None:
        job = process.jobs().get(job_id)
        if job is None or job.state.ended:
            st.rerun()
        st.progress(job.progress.part, progress_words(job))
        if st.button(say("analysis.cancel"), icon=":material/close:"):
            process.jobs().cancel(job_id)
            _leave(say("jobs.cancelled"))
            st.rerun()
        st.caption(say("analysis.stay"))

    st.fragment(progress, run_every=EVERY_S)()


def show_failure(job: Job) -> None:
    """Why a job came to nothing, one sentence."""
    st.error(told(job.error or ""), icon=":material/error:")


def progress_words(job: Job) -> str:
    """How far a job is, in a person's words."""
    if job.state is JobState.QUEUED:
        return say("analysis.queued", place=job.place)
    stage, left_s = job.progress.stage, job.progress.left_s
    if stage is None:
        return say("analysis.starting")
    share = round(100 * job.progress.part)
    if left_s is None:
        return say(f"analysis.stage_{stage}", share=share)
    return say(f"analysis.stage_{stage}_left", share=share, left=clock(left_s + 0.5))


def _leave(said: str | None = None) -> None:
    st.session_state.pop(_KEPT, None)
    st.query_params.pop(_QUERY, None)
    if said is not None:
        st.session_state[_SAID] = said


def _remember(job_id: str) -> None:
    st.session_state[_KEPT] = job_id
    if st.query_params.get(_QUERY) != job_id:
        st.query_params[_QUERY] = job_id
