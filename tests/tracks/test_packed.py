"""A packed track: small, close to what was seen, and judged as it was."""

from __future__ import annotations

import json
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from coach.motion.snapshot import Snapshot
from coach.tracks.decimation import thinned
from coach.tracks.packed import BLOCK, ROW, PackError, pack, pack_track, unpack
from exercises import find
from tests.records.conftest import GOLDEN, golden

ROWS = json.loads((GOLDEN.parent / "golden.json").read_text("utf-8"))["tracks"]
DONE = [row for row in ROWS if "reps" in row or "holds" in row]

MOST_KB = 60
"""Kilobytes that a minute of movement may cost; what is kept of its reps is a tenth of them."""


def judged(track: Track, exercise: str) -> Snapshot:
    engine = Engine(find(exercise))
    for t, pose in track.poses():
        engine.see(t, pose)
    return engine.finish()


def again(track: Track) -> Track:
    back = unpack(pack_track(thinned(track)))
    assert back is not None
    return back


@pytest.mark.parametrize("row", DONE, ids=lambda row: row["track"])
def test_a_kept_movement_is_judged_as_it_was(row):
    track = golden(row["track"].removesuffix(".npz"))
    was, now = judged(track, row["exercise"]), judged(again(track), row["exercise"])
    assert [attempt.reason for attempt in now.attempts] == [a.reason for a in was.attempts]
    assert [rep.bottom_s for rep in now.reps] == pytest.approx(
        [rep.bottom_s for rep in was.reps], abs=0.2
    )
    assert now.hold_s == pytest.approx(was.hold_s, abs=1.0)


def test_nearly_every_fault_is_found_again():
    """Two of these reps have a fault that lasts as long as it must, to a frame or two."""
    same = []
    for row in DONE:
        track = golden(row["track"].removesuffix(".npz"))
        was, now = judged(track, row["exercise"]), judged(again(track), row["exercise"])
        same += [a.faults == b.faults for a, b in zip(was.reps, now.reps, strict=True)]
    assert same.count(False) <= 2 < 0.06 * len(same)


@pytest.mark.parametrize("row", DONE, ids=lambda row: row["track"])
def test_a_kept_movement_is_close_to_what_was_seen(row):
    track = thinned(golden(row["track"].removesuffix(".npz")))
    back = again(track)
    assert back.size == track.size
    assert np.abs(back.t - track.t).max() <= 0.0005
    assert (np.isnan(back.image) == np.isnan(track.image)).all()
    assert np.nanmax(np.abs(back.image - track.image)[..., :2]) < 0.015, "of the picture"
    assert np.nanmax(np.abs(back.world - track.world)) < 0.10, "metres"


def test_a_minute_of_movement_is_small():
    tracks = [golden(row["track"].removesuffix(".npz")) for row in DONE]
    seconds = sum(track.t[-1] - track.t[0] for track in tracks)
    packed = sum(len(pack_track(thinned(track))) for track in tracks)
    assert packed / seconds * 60 < MOST_KB * 1000 * 0.85


@given(
    people=st.lists(st.booleans(), min_size=1, max_size=BLOCK),
    steps=st.integers(1, 10_000),
    start=st.integers(0, 10**9),
)
def test_whoever_was_there_is_there_again(people, steps, start):
    t = (start + steps * np.arange(len(people))) / 1000
    rows = np.full((len(people), ROW), 0.5, dtype=np.float32)
    rows[~np.array(people)] = np.nan
    track = unpack(pack(t, rows, (640, 360)))
    assert track is not None
    assert [pose is not None for _, pose in track.poses()] == people
    assert track.t.tolist() == pytest.approx(t.tolist(), abs=1e-6)


def test_a_phone_that_is_turned_keeps_its_pixels():
    rows = np.full((2, ROW), 0.5, dtype=np.float32)
    t = np.array([0.0, 0.1])
    track = unpack(pack(t, rows, (640, 360)) + pack(t + 1, rows, (360, 640)))
    assert track is not None
    first, last = [pose for _, pose in track.poses() if pose is not None][:: len(t) + 1]
    assert first.pixels[0].tolist() == pytest.approx([320, 180], abs=2)
    assert last.pixels[0].tolist() == pytest.approx([180, 320], abs=2)


def test_a_block_that_was_written_twice_is_read_once():
    block = pack(np.array([0.0, 0.1]), np.full((2, ROW), 0.5, dtype=np.float32), (64, 36))
    track = unpack(block + block)
    assert track is not None
    assert len(track.t) == 2


def test_nothing_is_no_track():
    assert unpack(b"") is None


GOOD = pack(np.array([0.0, 0.1]), np.full((2, ROW), 0.5, dtype=np.float32), (64, 36))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"abc", id="too short for a length"),
        pytest.param(GOOD[:-3], id="cut off"),
        pytest.param(GOOD[:4] + b"\x07" + GOOD[5:], id="another version"),
        pytest.param(GOOD[:5] + b"\xff" + GOOD[6:], id="more rows than a block holds"),
        pytest.param(GOOD[:7] + b"\0\0\0\0" + GOOD[11:], id="pictures of no size"),
        pytest.param(GOOD[:24] + b"\xff" * (len(GOOD) - 24), id="garbage inside"),
        pytest.param(b"\xff\xff\xff\xff" + GOOD[4:], id="a length of four gigabytes"),
    ],
)
def test_what_is_no_track_is_refused(data):
    with pytest.raises(PackError):
        unpack(data)


@given(st.binary(max_size=300))
def test_no_bytes_do_worse_than_be_refused(junk):
    for data in (junk, GOOD[:19] + junk):
        with suppress(PackError):
            unpack(data)
