"""Reading videos: what phones really record, and what is no video at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from coach.files.errors import VideoError
from coach.video.decoding import VideoReader
from coach.video.limits import VideoLimits
from coach.video.orientation import Orientation

BLUE, ORANGE = (0, 0, 255), (200, 60, 30)
CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))


def read(path: Path, **options: Any) -> list[tuple[float, Any]]:
    with VideoReader(path, **options) as video:
        return list(video)


def blue_corners(rgb: Any) -> list[bool]:
    """Upper left, upper right, lower left, lower right: which of them is blue?"""
    height, width = rgb.shape[:2]
    colours = [rgb[int(y * height), int(x * width)].astype(int) for x, y in CORNERS]
    return [bool(np.abs(colour - BLUE).max() < 12) for colour in colours]


def test_pictures_times_and_what_the_file_says(record: Any) -> None:
    path = record(times=[i / 25 for i in range(10)])
    with VideoReader(path) as video:
        assert video.size == (64, 48)
        assert video.frame_count == 10
        assert video.duration_s == pytest.approx(0.4, abs=0.05)
        pairs = list(video)
        assert list(video) == [], "a second iteration yields nothing"
        assert video.warnings == []
    assert [t for t, _ in pairs] == pytest.approx([i / 25 for i in range(10)])
    assert all(rgb.shape == (48, 64, 3) and rgb.dtype == np.uint8 for _, rgb in pairs)
    assert all(rgb.flags.c_contiguous and rgb.flags.writeable for _, rgb in pairs)
    assert blue_corners(pairs[0][1]) == [True, False, False, False]


def test_uneven_times_are_the_files_own_and_start_at_zero(record: Any) -> None:
    times = [0.2, 0.233, 0.3, 0.35, 0.7, 0.71, 1.4]
    for name in ("uneven.mp4", "uneven.mkv"):
        pairs = read(record(name, times=times))
        assert [t for t, _ in pairs] == pytest.approx([t - 0.2 for t in times], abs=1e-3), name


@pytest.mark.parametrize(
    ("matrix", "corner", "what"),
    [
        ((0, 1, -1, 0), 1, "a phone held upright: a quarter turn clockwise"),
        ((-1, 0, 0, -1), 3, "held upside down: half a turn"),
        ((0, -1, 1, 0), 2, "held upright the other way: a quarter turn anticlockwise"),
        ((-1, 0, 0, 1), 1, "a selfie camera: mirrored"),
        ((0, 1, 1, 0), 0, "mirrored and turned: transposed"),
    ],
)
def test_rotation_metadata(
    record: Any,
    turn: Callable[..., None],
    matrix: tuple[int, int, int, int],
    corner: int,
    what: str,
) -> None:
    path = record()
    turn(path, *matrix)
    with VideoReader(path) as video:
        _, rgb = next(iter(video))
        upright = matrix[0] != 0
        assert video.size == ((64, 48) if upright else (48, 64)), what
        assert rgb.shape[:2] == video.size[::-1], what
        assert rgb.flags.c_contiguous
    assert blue_corners(rgb) == [i == corner for i in range(4)], what


@pytest.mark.parametrize("transpose", [False, True])
@pytest.mark.parametrize("flip_x", [False, True])
@pytest.mark.parametrize("flip_y", [False, True])
@pytest.mark.parametrize("quarters", range(-1, 5))
def test_a_turn_goes_on_from_any_orientation(
    transpose: bool, flip_x: bool, flip_y: bool, quarters: int
) -> None:
    picture = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
    told = Orientation(transpose, flip_x, flip_y)
    shown = told.turned(quarters).apply(picture)
    assert np.array_equal(shown, np.rot90(told.apply(picture), -quarters))


def test_a_video_is_turned_as_asked(record: Any) -> None:
    path = record(times=[0.0, 0.1])
    with VideoReader(path, turned=1) as video:
        assert video.size == (48, 64)
        _, rgb = next(iter(video))
    assert rgb.shape == (64, 48, 3)
    assert blue_corners(rgb) == [False, True, False, False]


@pytest.mark.parametrize(
    ("name", "made", "what"),
    [
        ("clip.mp4", {"pixels": "yuv444p", "size": (63, 47)}, "odd width and height"),
        ("clip.mp4", {"pixels": "yuvj420p", "full_range": True}, "full range, as phones record"),
        ("clip.webm", {"codec": "libvpx-vp9"}, "VP9"),
        ("clip.webm", {"codec": "libvpx-vp9", "pixels": "yuva420p"}, "VP9 with alpha"),
        ("clip.mov", {"codec": "qtrle", "pixels": "argb", "alpha": 255}, "animation with alpha"),
        ("clip.mov", {"codec": "png", "pixels": "rgba", "alpha": 255}, "PNG pictures with alpha"),
        ("clip.avi", {"codec": "mpeg4"}, "AVI, which knows no time stamps"),
        ("clip.gif", {"codec": "gif", "pixels": "rgb8"}, "GIF, which knows 256 colours"),
        ("clip.mkv", {"codec": "ffv1", "pixels": "yuv420p16le"}, "sixteen bits a colour"),
    ],
)
def test_kinds_of_video(record: Any, name: str, made: dict[str, Any], what: str) -> None:
    path = record(name, **made)
    pairs = read(path)
    width, height = made.get("size", (64, 48))
    assert len(pairs) == 10, what
    assert all(b - a > 0 for (a, _), (b, _) in pairwise(pairs)), what
    assert pairs[-1][0] == pytest.approx(0.36, abs=0.05), what
    rgb = pairs[5][1]
    assert rgb.shape == (height, width, 3), what
    assert blue_corners(rgb) == [True, False, False, False], what
    assert np.abs(rgb[height - 5, width - 5].astype(int) - ORANGE).max() < 60, what


def test_what_is_transparent_is_black(record: Any) -> None:
    path = record("clip.mov", codec="qtrle", pixels="argb", alpha=0)
    assert read(path)[0][1].max() == 0
    half = record("half.mov", codec="png", pixels="rgba", alpha=128)
    assert read(half)[0][1][40, 60].tolist() == [100, 30, 15]


def test_pixels_that_are_not_square_are_made_so(record: Any) -> None:
    wide = record("wide.mp4", pixel_shape=Fraction(2, 1))
    assert read(wide)[0][1].shape == (48, 128, 3)
    high = record("high.mp4", pixel_shape=Fraction(1, 2))
    assert read(high)[0][1].shape == (96, 64, 3)
    nearly = record("nearly.mp4", pixel_shape=Fraction(196, 197))
    assert read(nearly)[0][1].shape == (48, 64, 3), "rounding in a file is no shape"


def test_a_title_in_an_old_encoding_is_no_obstacle(record: Any) -> None:
    path = record("clip.avi", codec="mpeg4", title="xxxx")
    data = path.read_bytes()
    assert b"xxxx" in data
    path.write_bytes(data.replace(b"xxxx", b"\xfcb\xe9r"))
    assert len(read(path)) == 10


def test_large_pictures_are_scaled_down_and_small_ones_left_alone(record: Any) -> None:
    path = record(size=(320, 240))
    assert read(path, longest_side=160)[0][1].shape == (120, 160, 3)
    assert read(path, longest_side=1000)[0][1].shape == (240, 320, 3)


def _nothing(path: Path, record: Any) -> None:
    del path, record


def _folder(path: Path, record: Any) -> None:
    path.mkdir()


def _empty(path: Path, record: Any) -> None:
    path.touch()


def _text(path: Path, record: Any) -> None:
    path.write_text("dear diary\n" * 500)


def _playlist(path: Path, record: Any) -> None:
    other = record("other.mp4")
    path.write_text(f"ffconcat version 1.0\nfile {other.name}\n")


def _pipe(path: Path, record: Any) -> None:
    os.mkfifo(path)


def _without_index(path: Path, record: Any) -> None:
    whole = record("whole.mp4").read_bytes()
    path.write_bytes(whole[: whole.find(b"moov")])


def _index_alone(path: Path, record: Any) -> None:
    whole = record("whole.mp4", index_first=True).read_bytes()
    moov = whole.find(b"moov")
    start, end = moov - 4, moov - 4 + int.from_bytes(whole[moov - 4 : moov], "big")
    path.write_bytes(whole[:32] + whole[start:end])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_nothing, "does not exist"),
        (_folder, "is a folder"),
        (_empty, "is empty"),
        (_text, "is not a video"),
        (_playlist, "is not a video"),
        pytest.param(
            _pipe,
            "is not a file on a disk",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here"),
        ),
        (_without_index, "cut off before it was finished"),
        (_index_alone, "no picture that can be decoded"),
    ],
)
def test_what_is_no_video_is_told_in_one_sentence(
    tmp_path: Path, record: Any, make: Callable[[Path, Any], None], says: str
) -> None:
    path = tmp_path / "input.mp4"
    make(path, record)
    with pytest.raises(VideoError) as raised:
        VideoReader(path)
    sentence = str(raised.value)
    assert says in sentence
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_text_is_not_drawn_as_a_video(tmp_path: Path) -> None:
    """FFmpeg shows any .txt as a moving terminal; nobody does squats in it."""
    path = tmp_path / "notes.txt"
    path.write_text("hello\n" * 500)
    with pytest.raises(VideoError, match="is not a video"):
        VideoReader(path)


def test_sound_alone(record_sound: Path) -> None:
    with pytest.raises(VideoError, match="sound but no pictures"):
        VideoReader(record_sound)


def test_a_name_is_never_an_address(tmp_path: Path, record: Any, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(record(), "concat:clip.mp4")
    assert len(read(Path("concat:clip.mp4"))) == 10
    with pytest.raises(VideoError, match="does not exist"):
        VideoReader(Path("concat:other.mp4|clip.mp4"))


def _long(record: Any, name: str = "long.mp4") -> Path:
    """Five seconds with the index in front, and every picture whole in itself."""
    path: Path = record(
        name,
        size=(160, 120),
        times=[i / 25 for i in range(125)],
        options={"g": "1", "qp": "0"},
        index_first=True,
    )
    return path


def test_a_cut_off_video_is_read_as_far_as_it_goes(record: Any, tmp_path: Path) -> None:
    whole = _long(record).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) * 6 // 10])
    with VideoReader(cut) as video:
        pairs = list(video)
        assert 50 <= len(pairs) <= 80
        (warning,) = video.warnings
    assert "cut off" in warning
    assert "of 5.0 s" in warning


def test_damage_in_the_middle_is_stepped_over(record: Any, tmp_path: Path) -> None:
    whole = bytearray(_long(record).read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 200] = b"\xff" * 200
    damaged = tmp_path / "damaged.mp4"
    damaged.write_bytes(whole)
    with VideoReader(damaged) as video:
        pairs = list(video)
        assert len(pairs) >= 120, "the rest is there"
        assert pairs[-1][0] == pytest.approx(124 / 25, abs=0.01)
        assert all("damaged" in warning for warning in video.warnings)


def test_one_place_of_damage_is_one(record: Any) -> None:
    with VideoReader(record()) as video:
        for places, words in ((1, "in one place"), (2, "in 2 places")):
            video._broken_packets = places
            video.warnings.clear()
            video._note_what_is_missing(0.36)
            (warning,) = video.warnings
            assert words in warning


def _with_stamps(path: Path, stamps: Sequence[float]) -> Path:
    """The same pictures in an MKV with other time stamps, in seconds."""
    changed = path.with_name("changed.mkv")
    with av.open(str(path)) as source, av.open(str(changed), "w") as out:
        (stream,) = source.streams.video
        copy = out.add_stream_from_template(stream)
        packets = (packet for packet in source.demux(stream) if packet.dts is not None)
        for packet, seconds in zip(packets, stamps, strict=True):
            packet.stream = copy
            packet.time_base = Fraction(1, 1000)
            packet.pts = packet.dts = round(seconds * 1000)
            out.mux(packet)
    return changed


INTRA = {"g": "1", "bf": "0"}


def test_stamps_that_are_all_the_same_tell_nothing(record: Any) -> None:
    path = _with_stamps(record(options=INTRA), [0.0] * 10)
    with VideoReader(path) as video:
        seconds = [t for t, _ in video]
        (warning,) = video.warnings
    step = seconds[1]
    assert 1 / 60 <= step <= 1 / 15
    assert seconds == pytest.approx([i * step for i in range(10)])
    assert "does not say when" in warning


def test_stamps_in_other_units_are_said_to_be(record: Any) -> None:
    """25 pictures a second, in seconds, as if they were milliseconds."""
    path = _with_stamps(record(options=INTRA), [i * 40.0 for i in range(10)])
    with VideoReader(path) as video:
        assert len(list(video)) == 10
        (warning,) = video.warnings
    assert "a picture every 40 s" in warning
    with VideoReader(path, limits=VideoLimits(seconds=1000)) as video:
        video._limits = VideoLimits(seconds=100)
        with pytest.raises(VideoError, match="a picture every"):
            list(video)


def test_a_true_recording_is_not_suspected(record: Any) -> None:
    with VideoReader(record()) as video:
        list(video)
        assert video.warnings == []


def test_limits(record: Any) -> None:
    path = record(times=[0.0, 0.5, 1.0, 1.5])
    with pytest.raises(VideoError, match="64 x 48 pixels, more than"):
        VideoReader(path, limits=VideoLimits(pixels=3000))
    with pytest.raises(VideoError, match="is longer than"):
        VideoReader(path, limits=VideoLimits(seconds=0.6))


def test_a_video_that_is_longer_than_it_says_is_stopped(record: Any) -> None:
    path = record("stream.ts", times=[0.0, 0.5, 1.0, 1.5])
    with VideoReader(path, limits=VideoLimits(seconds=60)) as video:
        video.duration_s = None
        video._limits = VideoLimits(seconds=0.9)
        with pytest.raises(VideoError, match="is longer than"):
            list(video)


def test_the_file_is_let_go(record: Any, tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("needs /proc to count open files")
    before = len(list(descriptors.iterdir()))
    path = record()
    with VideoReader(path) as video:
        next(iter(video))
    video.close()
    (tmp_path / "text.mp4").write_text("no video")
    with pytest.raises(VideoError):
        VideoReader(tmp_path / "text.mp4")
    assert len(list(descriptors.iterdir())) == before
