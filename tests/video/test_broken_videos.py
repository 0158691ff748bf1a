"""Videos that were cut off or changed at random: each is read as far as it goes, or refused in a
sentence. The seeds are fixed; a file that once led elsewhere is to be added by its own seed."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest

from coach.files.errors import FileError
from coach.video.decoding import VideoReader
from coach.video.limits import VideoLimits

KINDS = {
    "clip.mp4": {"codec": "libx264"},
    "clip.mov": {"codec": "libx264", "index_first": True},
    "clip.webm": {"codec": "libvpx-vp9"},
    "clip.avi": {"codec": "mpeg4"},
    "clip.gif": {"codec": "gif", "pixels": "rgb8"},
    "clip.mkv": {"codec": "libx264"},
}


def look(path) -> int:
    """How many pictures were read."""
    count = 0
    with suppress(FileError), VideoReader(path, limits=VideoLimits(pixels=1 << 20)) as video:
        last = -1.0
        for t, rgb in video:
            assert t > last
            assert rgb.shape == (video.size[1], video.size[0], 3)
            last = t
            count += 1
    return count


@pytest.mark.parametrize("name", KINDS)
def test_a_video_cut_off_anywhere(record, name):
    path = record(name, **KINDS[name])
    whole = path.read_bytes()
    assert look(path) == 10
    for part in np.linspace(0, 1, 25, endpoint=False):
        path.write_bytes(whole[: int(part * len(whole))])
        assert look(path) <= 10


@pytest.mark.parametrize("name", KINDS)
def test_a_video_changed_anywhere(record, name):
    path = record(name, **KINDS[name])
    whole = path.read_bytes()
    for seed in range(40):
        numbers = np.random.default_rng(seed)
        broken = bytearray(whole)
        for at in numbers.integers(0, len(whole), 2 ** (seed % 7)):
            broken[at] ^= 1 << int(numbers.integers(8))
        path.write_bytes(broken)
        look(path)
