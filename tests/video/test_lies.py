"""Files that are not what they say, or say more than they are: one sentence each, at once."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from coach.files.errors import VideoError
from coach.video.decoding import VideoReader
from coach.video.limits import VideoLimits


def image(kind: str) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.full((48, 64, 3), 90, np.uint8)).save(file, kind)
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("clip.mp4", bytes(1 << 20))
    return file.getvalue()


WAVE = (
    b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00"
)
LIES = {
    "a JPEG": image("JPEG"),
    "a PNG": image("PNG"),
    "a BMP": image("BMP"),
    "a zip": zipped(),
    "a web page": b"<!doctype html><html><body>Sign in</body></html>" * 20,
    "a playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "a list of files": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "a subtitle": b"1\n00:00:00,000 --> 00:00:05,000\nHello\n\n" * 30,
    "sound alone": WAVE + b"\x02\x00\x10\x00data\x00\x00\x00\x00",
    "noise": np.random.default_rng(1).bytes(5000),
    "zeros": bytes(5000),
}


@pytest.mark.parametrize("suffix", [".mp4", ".gif", ".webm", ""])
@pytest.mark.parametrize("what", LIES)
def test_what_is_no_video(tmp_path: Path, what: str, suffix: str) -> None:
    path = tmp_path / f"clip{suffix}"
    path.write_bytes(LIES[what])
    with pytest.raises(VideoError) as told:
        VideoReader(path)
    sentence = str(told.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_video_by_another_name_is_read_all_the_same(record: Any, tmp_path: Path) -> None:
    path = record("clip.webm", codec="libvpx-vp9").rename(tmp_path / "clip.avi")
    with VideoReader(path) as video:
        assert sum(1 for _ in video) == 10


def test_a_small_file_that_claims_enormous_pictures(tmp_path: Path) -> None:
    """A GIF's screen of 65,535 pixels each way would be 17 GB of memory."""
    gif = bytearray(image("GIF"))
    struct.pack_into("<HH", gif, 6, 65535, 65535)
    path = tmp_path / "bomb.gif"
    path.write_bytes(gif)
    with pytest.raises(VideoError, match=r"65535|no picture|not a video"):
        VideoReader(path)


def test_pictures_that_grow_on_the_way_are_not_believed(record: Any) -> None:
    """The header of an MP4 says 64 x 48, the stream in it more than may be."""
    path = record(size=(640, 480))
    data = bytearray(path.read_bytes())
    place = data.find(b"avc1", data.find(b"stsd")) + 28
    assert struct.unpack_from(">HH", data, place) == (640, 480)
    struct.pack_into(">HH", data, place, 64, 48)
    path.write_bytes(data)
    with pytest.raises(VideoError), VideoReader(path, limits=VideoLimits(pixels=100_000)) as video:
        list(video)


def test_no_frames_at_all(record: Any) -> None:
    """The index says ten; what they were made of is gone."""
    path = record("clip.mkv", codec="mpeg4")
    data = path.read_bytes()
    path.write_bytes(data[: data.find(b"\x1f\x43\xb6\x75")])
    with pytest.raises(VideoError, match=r"no picture|not a video|missing"):
        VideoReader(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    with pytest.raises(VideoError, match="not a file on a disk"):
        VideoReader(tmp_path / "pipe.mp4")


@pytest.mark.parametrize(
    "name",
    [
        "-y", "concat:a|b.mp4", "http:__x", "%03d.mp4", "{name}.mp4", "a\nb.mp4", "ünï ©.mp4",
        "x" * 200, "pipe:0", "subfile,,start,0,end,9,,:x.mp4",
    ],
)  # fmt: skip
def test_a_name_is_only_a_name(record: Any, tmp_path: Path, name: str) -> None:
    path = record("clip.mp4").rename(tmp_path / name)
    with VideoReader(path) as video:
        assert sum(1 for _ in video) == 10
