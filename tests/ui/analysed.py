"""Finished jobs as an analysis leaves them: a golden track, its report, and a grey video."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType

import numpy as np

from coach.jobs.run import OUTPUTS
from coach.jobs.values import Job, JobState, Options
from coach.motion.codec import to_json
from coach.tracks.npz import write_track
from coach.video.writer import writing
from tests.history.figures import golden

SIZE = (64, 36)
FPS = 10


def leave(folder: Path, name: str) -> dict[str, Path]:
    """What the analysis of a clip writes into a folder. Each second of the video is brighter than
    the one before."""
    track, report = golden(name)
    files = {kind: folder / file for kind, file in OUTPUTS.items()}
    files["json"].write_text(json.dumps(to_json(report)), "utf-8")
    write_track(files["landmarks"], track)
    with writing(files["video"]) as video:
        for i in range(int(track.t[-1] * FPS) + 1):
            shade = min(250, 20 * (i // FPS))
            video.write(i / FPS, np.full((SIZE[1], SIZE[0], 3), shade, np.uint8))
    return files


def finished(folder: Path, name: str) -> Job:
    """A job that is done."""
    return Job(
        "0" * 32,
        f"{name}.mp4",
        Options(name.rsplit("_", 3)[0] if name.startswith("push_up") else name.split("_")[0]),
        "tab",
        JobState.DONE,
        files=MappingProxyType(leave(folder, name)),
    )
