"""The page of a video that was analysed: totals, the player, and files to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath

import streamlit as st

from coach.files.reps_table import reps_csv
from coach.files.track_text import csv_lines, json_parts
from coach.jobs.values import Job
from coach.motion.exercise import Exercise, Hold
from coach.motion.report import Report
from coach.motion.score import set_score
from coach.texts import say
from coach.ui.analysis_address import video_address
from coach.ui.analysis_player import player
from coach.ui.analysis_result import Result, read_job_track, read_result
from coach.ui.analysis_sheet import sheet
from coach.ui.number_pair import number_pair
from coach.ui.words import MISSING, clock, hold_time


def show_video(job: Job, exercise: Exercise) -> None:
    """A job that is done."""
    for warning in job.warnings:
        st.warning(warning, icon=":material/info:")
    with st.spinner(say("analysis.reading")):
        result = _result(job.id, job, exercise)
    _totals(result.report, exercise)
    player(sheet(job.id, video_address(job), exercise, result))
    _downloads(job, result.report)


@st.cache_resource(max_entries=16, ttl=3600, show_spinner=False)
def _result(job_id: str, _job: Job, _exercise: Exercise) -> Result:
    # Kept by the job's name alone: its results never change.
    del job_id
    return read_result(_job, _exercise)


def _totals(report: Report, exercise: Exercise) -> None:
    time = (say("set.time"), clock(report.duration_s))
    if isinstance(exercise.goal, Hold):
        number_pair((say("live.hold"), hold_time(report.hold_s)), time)
        return
    score = set_score(tuple(rep.score for rep in report.reps))
    number_pair(
        (say("live.reps"), str(len(report.reps))),
        (say("live.not_counted"), str(len(report.attempts))),
        (say("set.total"), MISSING if score is None else str(score)),
        time,
    )


def _downloads(job: Job, report: Report) -> None:
    name = PurePath(job.name).stem

    def landmarks_csv() -> bytes:
        track = read_job_track(job)
        return _joined(csv_lines(track.t.tolist(), track.image, track.world, track.visibility))

    def landmarks_json() -> bytes:
        track = read_job_track(job)
        return _joined(
            json_parts(track.t.tolist(), track.image, track.world, track.visibility, track.size)
        )

    files: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("video", f"{name}_annotated.mp4", "video/mp4", job.files["video"].read_bytes),
        ("reps_csv", f"{name}_reps.csv", "text/csv", lambda: reps_csv(report).encode()),
        ("reps_json", f"{name}_reps.json", "application/json", job.files["json"].read_bytes),
        (
            "landmarks_npz",
            f"{name}_landmarks.npz",
            "application/octet-stream",
            job.files["landmarks"].read_bytes,
        ),
        ("landmarks_csv", f"{name}_landmarks.csv", "text/csv", landmarks_csv),
        ("landmarks_json", f"{name}_landmarks.json", "application/json", landmarks_json),
    ]
    st.subheader(say("analysis.downloads"), anchor=False)
    with st.container(horizontal=True, gap="small"):
        for key, file_name, kind, data in files:
            st.download_button(
                say(f"analysis.download_{key}"),
                data,
                file_name,
                kind,
                icon=":material/download:",
                on_click="ignore",
            )


def _joined(parts: Iterable[str]) -> bytes:
    return "".join(parts).encode()
