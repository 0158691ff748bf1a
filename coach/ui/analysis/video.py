"""A video that was analysed: totals, the player, and files to take away."""

from __future__ import annotations

from pathlib import PurePath

import streamlit as st

from coach import process
from coach.jobs.values import Job
from coach.motion.exercise import Exercise, Hold
from coach.motion.judging.score import set_score
from coach.motion.report import Report
from coach.texts import say
from coach.texts.text import told
from coach.ui.analysis.address import FRESH_S, video_address
from coach.ui.analysis.files import downloads
from coach.ui.player.player import player
from coach.ui.player.result import Result, read_result
from coach.ui.player.sheet import sheet
from coach.ui.shared.metric_pair import metric_pair
from coach.ui.shared.words import MISSING, clock, hold_time


def show_video(job: Job, exercise: Exercise) -> Report:
    """A job that is done; gives its report."""
    for warning in job.warnings:
        st.warning(told(warning), icon=":material/info:")
    with st.spinner(say("analysis.reading")):
        result = _result(job.id, job, exercise)
    _totals(result.report, exercise)

    def playing() -> None:
        # Asked for again and again, a job is kept for as long as the page is open.
        if process.jobs().get(job.id) is None:
            st.rerun()
        saved_as = f"{PurePath(job.name).stem}_annotated.mp4"
        player(sheet(job.id, video_address(job), saved_as, exercise, result))

    st.fragment(playing, run_every=FRESH_S)()
    downloads(job, result.report)
    return result.report


@st.cache_resource(max_entries=16, ttl=3600, show_spinner=False)
def _result(job_id: str, _job: Job, _exercise: Exercise) -> Result:
    # Kept by the job's name alone: its results never change.
    del job_id
    return read_result(_job, _exercise)


def _totals(report: Report, exercise: Exercise) -> None:
    if isinstance(exercise.goal, Hold):
        time = clock(report.duration_s)
        metric_pair((say("live.hold"), hold_time(report.hold_s)), (say("set.time"), time))
        return
    score = set_score(tuple(rep.score for rep in report.reps))
    metric_pair(
        (say("live.reps"), str(len(report.reps))),
        (say("live.not_counted"), str(len(report.attempts))),
        (say("set.total"), MISSING if score is None else str(score)),
    )
