"""Tracks of the figure of tests.motion.figures, and manifests of them in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from coach.evaluation.manifest import Clip
from coach.motion.poses.track import Track
from coach.tracks.npz import write_track
from tests.motion.figures import SIDE, Camera, Motion, dips, seen, squat, times

SIZE = SIDE.size


def recorded(motion: Motion, seconds: float, *, camera: Camera = SIDE, fps: float = 30.0) -> Track:
    """The track that a perfect detector makes of a motion."""
    poses = []
    for t in times(seconds, fps):
        skeleton = motion(t)
        poses.append((t, None if skeleton is None else seen(t, skeleton, camera)))
    return Track.from_poses(poses, camera.size)


def squats(*bottoms: float, camera: Camera = SIDE, **timing: float) -> Track:
    """Squats to each knee angle in turn; bottoms at 2, 4.5, 7 s and so on."""
    angle, seconds = dips(list(bottoms), **timing)
    return recorded(lambda t: squat(angle(t)), seconds, camera=camera)


def entry(name: str, exercise: str = "squat", **more: Any) -> dict[str, Any]:
    """One clip of a manifest; its track is called like it."""
    return {"id": name, "exercise": exercise, "track": f"{name}.npz", "faults": [], **more}


def manifest(folder: Path, *rows: Any, tracks: dict[str, Track] | None = None) -> Path:
    """Write a manifest and its tracks, and return its path."""
    for name, track in (tracks or {}).items():
        write_track(folder / f"{name}.npz", track)
    path = folder / "manifest.json"
    path.write_text(json.dumps({"clips": list(rows)}), encoding="utf-8")
    return path


def clip(name: str = "clip", exercise: str = "squat", **more: Any) -> Clip:
    """One clip as it was read."""
    return Clip(name, exercise, **{"faults": (), **more})
