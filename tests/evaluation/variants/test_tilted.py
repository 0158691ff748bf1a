"""A camera that looks down or up: what moves, what stays."""

from __future__ import annotations

import numpy as np
import pytest

from coach.evaluation.variants.tilted import tilted
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from tests.evaluation.figures import squats
from tests.motion.figures import FRONT

NOSE, KNEE, HEEL = Landmark.NOSE, Landmark.LEFT_KNEE, Landmark.LEFT_HEEL


def lengths(track: Track) -> np.ndarray:
    return np.asarray(np.linalg.norm(track.world[:, KNEE] - track.world[:, HEEL], axis=1))


@pytest.mark.parametrize("down", [-30.0, 20.0])
def test_bones_keep_their_length_and_the_picture_holds_all_of_it(down: float) -> None:
    track = squats(80, camera=FRONT)
    seen = tilted(down)(track)
    assert np.allclose(lengths(seen), lengths(track))
    assert seen.image[:, :, :2].min() > 0.05
    assert seen.image[:, :, :2].max() < 0.95


def test_from_above_the_head_is_nearer_than_the_feet() -> None:
    above, below = (tilted(down)(squats(80)) for down in (20.0, -20.0))
    assert above.world[0, NOSE, 2] < above.world[0, HEEL, 2]
    assert below.world[0, NOSE, 2] > below.world[0, HEEL, 2]


def test_who_walks_across_the_picture_still_does() -> None:
    track = squats(80)
    image = track.image.copy()
    image[:, :, 0] += np.linspace(0, 0.2, len(track.t))[:, None]
    walking = Track.from_arrays(track.t, image, track.world, track.visibility, track.size)
    there = tilted(10.0)(walking).image[:, HEEL, 0]
    assert there[-1] - there[0] > 0.15


def test_a_track_of_nobody_stays_empty() -> None:
    track = squats(80)
    empty = Track.from_arrays(
        track.t, track.image * np.nan, track.world * np.nan, track.visibility * np.nan, track.size
    )
    assert tilted(20.0)(empty) is empty


def test_frames_without_anybody_stay_so() -> None:
    track = squats(80)
    image = track.image.copy()
    image[3:6] = np.nan
    world = track.world.copy()
    world[3:6] = np.nan
    gone = tilted(20.0)(Track.from_arrays(track.t, image, world, track.visibility, track.size))
    assert [i for i, (_, pose) in enumerate(gone.poses()) if pose is None] == [3, 4, 5]
