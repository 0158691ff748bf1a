"""Which of the frames that were looked at are kept."""

from __future__ import annotations

from coach.motion.poses.track import Track

LEAST_S = 1 / 16
"""Seconds between two frames that are kept: every other one of a camera's 30 a second. Replays of
recorded clips count as before with these (tests/tracks/test_packed.py), for half the room."""


def thinned(track: Track) -> Track:
    """The track with no two frames closer than LEAST_S."""
    kept, last = [], float("-inf")
    for i, t in enumerate(track.t.tolist()):
        if t - last >= LEAST_S:
            kept.append(i)
            last = t
    return Track.from_arrays(
        track.t[kept], track.image[kept], track.world[kept], track.visibility[kept], track.size
    )
