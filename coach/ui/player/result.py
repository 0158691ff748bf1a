"""What an analysed video came to, ready to be shown. Pure: no Streamlit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from coach.jobs.values import Job
from coach.motion.codec import from_json
from coach.motion.curves import Curve, curves
from coach.motion.exercise import Exercise
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.tracks.npz import read_track
from coach.ui.player.frames import PlayerPicture, pictures
from coach.ui.player.moments import Mark, Pair, marks, pairs


@dataclass(frozen=True, eq=False)
class Result:
    """Everything the page shows of a video, but for the video itself."""

    report: Report
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...]
    frames: tuple[tuple[Pair, PlayerPicture, PlayerPicture | None], ...]
    """Pictures of each fault at its worst, and of the same moment done well."""


def read_report(job: Job) -> Report:
    """The report of a job that is done."""
    return from_json(json.loads(job.files["json"].read_text("utf-8")))


def read_job_track(job: Job) -> Track:
    """The landmark track of a job that is done."""
    return read_track(job.files["landmarks"])


def read_result(job: Job, exercise: Exercise) -> Result:
    """Read what a job that is done has written, and look for the moments worth seeing."""
    report = read_report(job)
    measured = curves(read_job_track(job), exercise, report)
    found = marks(report, measured)
    return Result(
        report, measured, found, _frames(job.files["video"], pairs(exercise, report, found))
    )


def _frames(
    video: Path, found: tuple[Pair, ...]
) -> tuple[tuple[Pair, PlayerPicture, PlayerPicture | None], ...]:
    wanted = {pair.mark.worst_s for pair in found}
    wanted |= {pair.good_s for pair in found if pair.good_s is not None}
    shown = pictures(video, sorted(wanted))
    return tuple(
        (pair, bad, None if pair.good_s is None else shown.get(pair.good_s))
        for pair in found
        if (bad := shown.get(pair.mark.worst_s)) is not None
    )
