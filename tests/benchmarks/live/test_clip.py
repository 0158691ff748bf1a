"""A clip as peers send it."""

from __future__ import annotations

import av
import pytest

from benchmarks.live.clip import FPS, NarrowClipError, marked_clip
from benchmarks.live.mark import read_mark


@pytest.mark.parametrize("rate", [15, 30, 60])
def test_whatever_its_rate_a_clip_is_sent_at_thirty_numbered_from_0(write_clip, rate):
    clip = marked_clip(write_clip((640, 360), rate, rate), 60.0)
    decoder = av.VideoCodecContext.create("vp8", "r")
    frames = [frame for data in clip.packets for frame in decoder.decode(av.Packet(data))]
    numbers = [read_mark(frame.to_ndarray(format="yuv420p")[:360]) for frame in frames]
    assert numbers == list(range(len(numbers)))
    assert abs(len(numbers) - FPS) <= 2
    assert clip.size == (640, 360)
    assert clip.encode_s > clip.decode_s > 0


def test_a_narrow_clip_is_refused(write_clip):
    with pytest.raises(NarrowClipError):
        marked_clip(write_clip((360, 640), 30, 10), 60.0)
