"""Whether the numbers of a landmark track can be what they are said to be: times in seconds, parts
of a picture, metres. Tracks of other programs often count otherwise, and would be judged all the
same, for a person who stands still or far away."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from coach.arrays import FloatArray
from coach.files.errors import TrackFileError
from coach.motion.poses.track import Track
from coach.texts import say

SPARSEST_S = 2.0
"""Seconds between rows, on average, beyond which no movement is seen; 30 a second counted in
milliseconds are 33 apart."""

DENSEST_S = 0.0005
"""Seconds between rows below which they are counted in something longer than seconds."""

LONGEST_S = 24 * 3600.0
FARTHEST = 5.0
"""Widths or heights of the picture, on average: landmarks outside of it are guessed not far off."""
FARTHEST_M = 10.0
"""Metres between a landmark and the hips, on average."""


def check_times(t: FloatArray, path: Path) -> None:
    """Raises TrackFileError where (n,) times, or n, are none that a recording has."""
    if t.ndim != 1 or len(t) < 2:
        return
    missing = ~np.isfinite(t)
    if missing.any():
        row = int(missing.argmax()) + 1
        raise TrackFileError(say("file.track_time_missing", file=path, row=row))
    steps = np.diff(t)
    if not steps.any():
        raise TrackFileError(say("file.track_times_same", file=path))
    if (steps <= 0).any():
        row = int((steps <= 0).argmax()) + 2
        raise TrackFileError(say("file.track_times_back", file=path, row=row))
    step = float(np.median(steps))
    if not DENSEST_S <= step <= SPARSEST_S:
        most = {"fewest": SPARSEST_S, "densest": DENSEST_S}
        raise TrackFileError(say("file.track_times_unit", file=path, step=step, **most))
    if t[-1] - t[0] > LONGEST_S:
        hours = (t[-1] - t[0]) / 3600
        raise TrackFileError(
            say("file.track_times_long", file=path, hours=hours, limit=LONGEST_S / 3600)
        )


def check_landmarks(track: Track, path: Path) -> None:
    """Raises TrackFileError where landmarks are in other units than docs/formats.md says."""
    parts = (track.image.sum(axis=2), track.world.sum(axis=2), track.visibility)
    seen = ~np.any([np.isnan(part).any(axis=1) for part in parts], axis=0)
    if not seen.any():
        return
    picture = float(np.nanmedian(np.abs(track.image[seen, :, :2])))
    if picture > FARTHEST:
        raise TrackFileError(say("file.track_pixels", file=path, value=picture))
    distance = float(np.nanmedian(np.linalg.norm(track.world[seen], axis=2)))
    if distance > FARTHEST_M:
        raise TrackFileError(say("file.track_metres", file=path, value=distance))
    visibility = float(np.nanmax(track.visibility[seen]))
    if not visibility <= 1.001:
        raise TrackFileError(say("file.track_visibility", file=path, value=visibility))
