"""Landmark tracks: what is written is read, and a hostile file is told in one sentence."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coach.files.errors import TrackFileError
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.tracks import recorder as track_recorder
from coach.tracks.npz import MAX_FRAMES, read_track, write_track
from coach.tracks.recorder import TrackRecorder

# One folder for all examples is fine here: each overwrites the file of the one before.
SHARED_FOLDER = HealthCheck.function_scoped_fixture

NUMBERS = st.floats(-4, 4, width=32)


@st.composite
def tracks(draw: Any) -> Track:
    n = draw(st.integers(0, 4))
    steps = draw(st.lists(st.floats(1e-3, 2), min_size=n, max_size=n))
    image = draw(arrays(np.float64, (n, 33, 3), elements=NUMBERS))
    world = draw(arrays(np.float64, (n, 33, 3), elements=NUMBERS))
    visibility = draw(arrays(np.float64, (n, 33), elements=st.floats(0, 1, width=32)))
    for row in draw(st.sets(st.integers(0, max(0, n - 1)))) if n else ():
        for array in (image, world, visibility):
            array[row] = np.nan
    size = (draw(st.integers(1, 10_000)), draw(st.integers(1, 10_000)))
    return Track.from_arrays(np.cumsum(steps), image, world, visibility, size)


def assert_same(a: Track, b: Track) -> None:
    for name in ("t", "image", "world", "visibility"):
        np.testing.assert_array_equal(getattr(a, name), getattr(b, name))
    assert a.size == b.size


@settings(max_examples=30, deadline=None, suppress_health_check=[SHARED_FOLDER])
@given(track=tracks())
def test_reads_back_what_it_writes(tmp_path: Path, track: Track) -> None:
    path = tmp_path / "track.npz"
    write_track(path, track)
    assert_same(read_track(path), track)


@settings(max_examples=20, deadline=None, suppress_health_check=[SHARED_FOLDER])
@given(track=tracks())
def test_a_recorded_track_is_the_track(tmp_path: Path, track: Track) -> None:
    path = tmp_path / "track.npz"
    with TrackRecorder(track.size) as recorder:
        for t, pose in track.poses():
            recorder.record(t, pose)
        recorder.write(path)
    assert_same(read_track(path), track)


def test_a_long_recording_goes_to_the_disk_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than is kept in memory, read back in more than one piece; twice the same bytes."""
    monkeypatch.setattr(track_recorder, "IN_MEMORY", 5000)
    monkeypatch.setattr(track_recorder, "_ROWS", 7)
    rng = np.random.default_rng(2)
    poses = [
        (i / 30, Pose.from_arrays(i / 30, image, world, rng.random(33), (64, 48)))
        for i, (image, world) in enumerate(rng.random((40, 2, 33, 3)))
    ]
    with TrackRecorder((64, 48)) as recorder:
        for t, pose in poses:
            recorder.record(t, pose)
        for name in ("a.npz", "b.npz"):
            recorder.write(tmp_path / name)
    image = read_track(tmp_path / "a.npz").image
    assert np.array_equal(image, np.float32([pose.image for _, pose in poses]))
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def good(n: int = 3) -> dict[str, Any]:
    return {
        "t": np.arange(n) / 30,
        "image": np.zeros((n, 33, 3), np.float32),
        "world": np.zeros((n, 33, 3), np.float32),
        "visibility": np.ones((n, 33), np.float32),
        "size": np.array([640, 360], np.int32),
    }


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({}, "as it is written"),
        ({"t": np.arange(3)}, "whole seconds as integers"),
        ({"image": np.zeros((3, 33, 3), ">f8")}, "another byte order, another precision"),
        ({"world": np.zeros((3, 33, 3), order="F")}, "columns before rows"),
        ({"extra": np.zeros(2)}, "more than is needed"),
    ],
)
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_other_programs_tracks(
    tmp_path: Path, save: Any, change: dict[str, Any], what: str
) -> None:
    path = tmp_path / "track.npz"
    save(path, **{**good(), **change})
    track = read_track(path)
    assert track.size == (640, 360), what
    assert len(list(track.poses())) == 3, what


def test_columns_before_rows_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "track.npz"
    image = np.arange(3 * 33 * 3, dtype=np.float32).reshape(3, 33, 3) / 256
    np.savez(path, **{**good(), "image": np.asfortranarray(image)})
    np.testing.assert_array_equal(read_track(path).image, image)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"t": np.zeros(3)}, "the same time in every row"),
        ({"t": np.array([0.0, 0.1, 0.1])}, "a time in row 3 that is no later"),
        ({"t": np.array([0.0, np.nan, 0.1])}, "no time in row 2"),
        ({"t": np.array([0.0, 33.0, 67.0])}, "not in milliseconds"),
        ({"t": np.array([0.0, 1e300, 2e300])}, "must be in seconds"),
        ({"t": np.array([0.0, 3e-5, 6e-5])}, "must be in seconds"),
        ({"image": np.full((3, 33, 3), 320.0)}, "not in pixels"),
        ({"world": np.full((3, 33, 3), 500.0)}, "must be in metres"),
        ({"visibility": np.full((3, 33), 99.0)}, "from 0 to 1"),
        ({"t": np.zeros((3, 1))}, "'t' has the shape"),
        ({"t": np.float64(1.0)}, "'t' has the shape"),
        ({"image": np.zeros((3, 17, 3))}, "'image' has the shape"),
        ({"image": np.zeros((4, 33, 3))}, "image must have shape"),
        ({"visibility": np.zeros((3, 33, 1))}, "'visibility' has the shape"),
        ({"world": np.zeros((3, 33, 3), complex)}, "'world' holds complex128"),
        ({"world": np.full((3, 33, 3), np.inf)}, "infinite"),
        ({"size": np.array([0, 0])}, "width and height"),
        ({"size": np.array([640, 360, 3])}, "'size' has the shape"),
        ({"visibility": np.full((3, 33), None)}, "'visibility' holds object"),
        ({"t": np.array(["a", "b", "c"])}, "'t' holds <U1"),
        ({"visibility": None}, "'visibility' holds object"),
    ],
)
def test_wrong_arrays_are_told_in_one_sentence(
    tmp_path: Path, change: dict[str, Any], says: str
) -> None:
    path = tmp_path / "track.npz"
    np.savez(path, **{**good(), **change})
    with pytest.raises(TrackFileError) as raised:
        read_track(path)
    assert says in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_track_of_days_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "track.npz"
    np.savez(path, **{**good(5), "t": np.array([0.0, 0.1, 0.2, 0.3, 1e5])})
    with pytest.raises(TrackFileError, match="28 hours, more than 24"):
        read_track(path)


def _zip(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def _npy(array: Any) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def _claiming(rows: int) -> bytes:
    """An array's header that promises more than there is."""
    buffer = io.BytesIO()
    header = {"descr": "<f8", "fortran_order": False, "shape": (rows,)}
    np.lib.format.write_array_header_1_0(buffer, header)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"t.npy": b""}, "is not a landmark track"),
        ({"t.npy": b"not an array at all"}, "is not a landmark track"),
        ({"t.npy": _claiming(10)}, "is not a landmark track"),
        ({"t.npy": _claiming(MAX_FRAMES + 1)}, "cut it into shorter tracks"),
        ({"t.npy": _claiming(10**18)}, "cut it into shorter tracks"),
        ({"t.npy": _claiming(-5)}, "is not a landmark track"),
        ({"t.npy": _npy(np.arange(3.0)) + bytes(10_000_000)}, "is not a landmark track"),
        ({"t.npy": _npy(np.arange(3.0))}, "'image' is missing"),
        ({"other.txt": b"hello"}, "'t' is missing"),
        ({f"{i}.npy": b"" for i in range(100)}, "is not a landmark track"),
    ],
)
def test_hostile_archives(tmp_path: Path, data: dict[str, bytes], says: str) -> None:
    path = tmp_path / "track.npz"
    _zip(path, data)
    with pytest.raises(TrackFileError, match=says):
        read_track(path)


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """A hundred megabytes of zeros in a hundred kilobytes, behind a header that asks for three
    numbers: it is refused by its size alone."""
    path = tmp_path / "track.npz"
    _zip(path, {"t.npy": _npy(np.arange(3.0)) + bytes(100_000_000)})
    assert path.stat().st_size < 200_000
    with pytest.raises(TrackFileError, match="is not a landmark track"):
        read_track(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_numpy_never_uses(tmp_path: Path, method: int) -> None:
    path = tmp_path / "track.npz"
    _zip(path, {f"{k}.npy": _npy(v) for k, v in good().items()}, method)
    with pytest.raises(TrackFileError, match="is not a landmark track"):
        read_track(path)


def test_files_that_are_no_archive(tmp_path: Path) -> None:
    text = tmp_path / "track.npz"
    for content in (b"", b"hello", b"PK\x03\x04", b"\x93NUMPY\x01\x00"):
        text.write_bytes(content)
        with pytest.raises(TrackFileError, match="is not a landmark track"):
            read_track(text)
    with pytest.raises(TrackFileError, match="does not exist"):
        read_track(tmp_path / "nowhere.npz")
    with pytest.raises(TrackFileError, match="is a folder"):
        read_track(tmp_path)


@settings(max_examples=150, deadline=None, suppress_health_check=[SHARED_FOLDER])
@given(data=st.data())
def test_broken_bytes_are_read_or_refused(tmp_path: Path, data: Any) -> None:
    """Any byte may be wrong, any end may be missing: never another exception."""
    buffer = io.BytesIO()
    np.savez(buffer, **good())
    content = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    path = tmp_path / "track.npz"
    path.write_bytes(content[:cut])
    with suppress(TrackFileError):
        assert read_track(path).size[0] >= 1
