"""What can be taken away of an analysed video. Each file is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import streamlit as st

from coach.analysis.reps_table import reps_csv
from coach.jobs.values import Job
from coach.motion.report import Report
from coach.texts import say
from coach.tracks.text import csv_lines, json_parts
from coach.ui.player.result import read_job_track
from coach.ui.shared.words import clock
from coach.video.gif import write_gif

_ICON = ":material/download:"

MOST_TEXT_S = 20 * 60.0
"""A minute of landmarks as text is some 5 MB, which Streamlit holds in memory to send it."""

Part = tuple[str, float, float]
"""What a GIF shows: its name, and from when to when, in seconds."""


def downloads(job: Job, report: Report) -> None:
    """A button for each kind of file, and one for a GIF of the rep that is chosen. The video itself
    is saved from the player."""
    name = PurePath(job.name).stem
    files: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("reps_csv", "reps.csv", "text/csv", lambda: reps_csv(report).encode()),
        ("reps_json", "reps.json", "application/json", job.files["json"].read_bytes),
        (
            "landmarks_npz",
            "landmarks.npz",
            "application/octet-stream",
            job.files["landmarks"].read_bytes,
        ),
    ]
    if report.duration_s <= MOST_TEXT_S:
        files += [
            ("landmarks_csv", "landmarks.csv", "text/csv", lambda: landmarks_csv(job)),
            ("landmarks_json", "landmarks.json", "application/json", lambda: landmarks_json(job)),
        ]
    st.subheader(say("analysis.downloads"), anchor=False)
    with st.container(horizontal=True, gap="small"):
        for key, end, kind, data in files:
            label = say(f"analysis.download_{key}")
            st.download_button(label, data, f"{name}_{end}", kind, icon=_ICON, on_click="ignore")
    if report.duration_s > MOST_TEXT_S:
        st.caption(say("analysis.too_long_for_text", minutes=MOST_TEXT_S / 60))
    _gif(job, name, parts(report))


def parts(report: Report) -> list[Part]:
    """What can be seen as a GIF, by its name: every rep, attempt and hold, in order of time."""
    found = [
        (say("analysis.part_rep", number=rep.number, at=clock(rep.start_s)), rep.start_s, rep.end_s)
        for rep in report.reps
    ]
    found += [
        (say("analysis.part_attempt", at=clock(each.start_s)), each.start_s, each.end_s)
        for each in report.attempts
    ]
    found += [
        (say("analysis.part_hold", at=clock(each.start_s)), each.start_s, each.end_s)
        for each in report.holds
    ]
    return sorted(found, key=lambda part: part[1])


def landmarks_csv(job: Job) -> bytes:
    """The landmark track as a table."""
    track = read_job_track(job)
    return _joined(csv_lines(track.t.tolist(), track.image, track.world, track.visibility))


def landmarks_json(job: Job) -> bytes:
    """The landmark track as JSON."""
    track = read_job_track(job)
    frames = (track.t.tolist(), track.image, track.world, track.visibility)
    return _joined(json_parts(*frames, track.size))


def gif_of(video: Path, part: Part) -> bytes:
    """A part of the annotated video as a GIF. Raises FileError."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "part.gif"
        write_gif(path, video, part[1], part[2])
        return path.read_bytes()


def _gif(job: Job, name: str, offered: list[Part]) -> None:
    if not offered:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            say("analysis.gif_of"),
            range(len(offered)),
            format_func=lambda i: offered[i][0],
            width=240,
        )
        st.download_button(
            say("analysis.download_gif"),
            lambda: gif_of(job.files["video"], offered[chosen]),
            f"{name}_{chosen + 1}.gif",
            "image/gif",
            icon=_ICON,
            on_click="ignore",
        )


def _joined(texts: Iterable[str]) -> bytes:
    return b"".join(text.encode() for text in texts)
