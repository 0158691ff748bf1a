"""The same motion seen otherwise: what may not change a count. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from coach.evaluation.variants.rerecorded import Beat
from coach.evaluation.variants.tilted import tilted
from coach.motion.look_schedule import LookSchedule, is_due, note_look
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track

# Of the frames, and from which fixed chance.
DROPPED, SEED = 0.15, 1
# So that a clock that is already old is tried as well, in seconds.
LATER_S = 1000.0
# As far apart as looks are on the last step of coach.live.load.quality.
BUSY_S = 0.195
# A laptop on a cupboard looks down, a phone that leans on the floor up, in degrees.
TILT = 20.0


def _other_side() -> list[int]:
    swapped = list(range(len(Landmark)))
    for landmark in Landmark:
        side, _, name = landmark.name.partition("_")
        if side == "LEFT":
            other = Landmark[f"RIGHT_{name}"]
            swapped[landmark], swapped[other] = int(other), int(landmark)
    left, right = Landmark.MOUTH_LEFT, Landmark.MOUTH_RIGHT
    swapped[left], swapped[right] = int(right), int(left)
    return swapped


OTHER_SIDE = _other_side()


def mirrored(track: Track) -> Track:
    """As in a mirror: left is right."""
    image, world = track.image[:, OTHER_SIDE].copy(), track.world[:, OTHER_SIDE].copy()
    image[:, :, 0] = 1 - image[:, :, 0]
    world[:, :, 0] *= -1
    return Track.from_arrays(track.t, image, world, track.visibility[:, OTHER_SIDE], track.size)


def in_a_corner(track: Track) -> Track:
    """Half as large, in the lower left corner, and much later."""
    image = track.image * 0.5
    image[:, :, 1] += 0.5
    return Track.from_arrays(track.t + LATER_S, image, track.world, track.visibility, track.size)


def at(fps: float) -> Callable[[Track], Track]:
    """As seen by a camera of so many pictures a second."""

    def thinned(track: Track) -> Track:
        beat = Beat(fps)
        return _only(track, [i for i, t in enumerate(track.t.tolist()) if beat.takes(t)])

    return thinned


def paced(track: Track, gap_s: float = 0.0) -> Track:
    """Only the frames that the live coach would have looked at. gap_s: seconds that a busy machine
    asks for between two looks."""
    pace = LookSchedule()
    kept = []
    for i, (t, pose) in enumerate(track.poses()):
        if is_due(pace, t, gap_s=gap_s):
            pace = note_look(pace, t, pose)
            kept.append(i)
    return _only(track, kept)


def _only(track: Track, kept: list[int]) -> Track:
    rows = (track.t[kept], track.image[kept], track.world[kept], track.visibility[kept])
    return Track.from_arrays(*rows, track.size)


def with_drops(track: Track) -> Track:
    """In one frame of seven nobody is found."""
    image = track.image.copy()
    image[np.random.default_rng(SEED).random(len(track.t)) < DROPPED] = np.nan
    return Track.from_arrays(track.t, image, track.world, track.visibility, track.size)


PACED, BUSY = "paced", "busy"

TRACK_VARIANTS: Mapping[str, Callable[[Track], Track]] = MappingProxyType(
    {
        "mirrored": mirrored,
        "in_a_corner": in_a_corner,
        "15_fps": at(15.0),
        "10_fps": at(10.0),
        PACED: paced,
        BUSY: partial(paced, gap_s=BUSY_S),
        "with_drops": with_drops,
        "from_above": tilted(TILT),
        "from_below": tilted(-TILT),
    }
)
"""By name; the text to a name stands under `evaluate.variant_NAME`."""
