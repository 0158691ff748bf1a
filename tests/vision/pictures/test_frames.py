"""Frames into pictures and back."""

from __future__ import annotations

import threading
from fractions import Fraction

import av
import numpy as np
import numpy.typing as npt
import pytest

from coach.vision.pictures import frames
from coach.vision.pictures.frames import to_frame, to_picture


def shades(width: int, height: int) -> npt.NDArray[np.uint8]:
    """Colours that change slowly over the picture, so that half their resolution is enough."""
    x, y = np.meshgrid(np.linspace(20, 230, width), np.linspace(230, 20, height))
    return np.stack([x, y, 255 - x], axis=2).astype(np.uint8)


@pytest.mark.parametrize("size", [(640, 360), (360, 640), (852, 480), (98, 56)])
def test_a_picture_comes_back_as_it_went(size: tuple[int, int]) -> None:
    rgb = shades(*size)
    frame = to_frame(rgb)
    assert (frame.width, frame.height) == size
    back = to_picture(frame)
    assert back.shape == rgb.shape
    assert np.abs(back.astype(int) - rgb).mean() < 3
    assert back.flags.writeable
    assert back.flags.c_contiguous


@pytest.mark.parametrize(
    "size",
    [(64, 36), (65, 36), (64, 37), (64, 38), (1, 1)],
    ids=["usual", "odd width", "odd height", "height not in fours", "tiny"],
)
def test_an_encoder_takes_it_as_it_is(size: tuple[int, int]) -> None:
    rgb = shades(*size)
    frame = to_frame(rgb)
    assert frame.format.name == "yuv420p"
    assert (frame.width, frame.height) == size
    assert np.abs(to_picture(frame).astype(int) - rgb).mean() < 12, "it is the same picture"


def test_the_colours_are_ffmpegs() -> None:
    rgb = shades(128, 72)
    by_ffmpeg = av.VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format="yuv420p")
    difference = to_frame(rgb).to_ndarray().astype(int) - by_ffmpeg.to_ndarray()
    assert np.abs(difference).max() <= 4
    assert abs(difference.mean()) < 0.3


def test_each_thread_has_a_scaler_of_its_own() -> None:
    """Two at one scaler free each other's memory: the looks, and what goes back meanwhile."""
    scalers = []
    frame = to_frame(shades(64, 36))

    def convert() -> None:
        assert to_picture(frame).shape == (36, 64, 3)
        scalers.append(frames._of_thread.scaler)

    for _ in range(2):
        thread = threading.Thread(target=convert)
        thread.start()
        thread.join()
    convert()
    convert()
    assert len({id(scaler) for scaler in scalers}) == 3


def test_a_frame_lives_as_long_as_it_is_needed() -> None:
    """The frame borrows the array's memory, which must not be given back before."""
    made = [to_frame(np.full((36, 64, 3), level, np.uint8)) for level in range(0, 250, 25)]
    levels = [int(to_picture(frame).mean()) for frame in made]
    assert levels == sorted(set(levels))


def test_it_can_be_encoded() -> None:
    codec = av.CodecContext.create("libx264", "w")
    codec.width, codec.height, codec.pix_fmt = 64, 36, "yuv420p"
    codec.framerate = Fraction(30)
    packets = []
    for level in (20, 90, 160):
        frame = to_frame(np.full((36, 64, 3), level, np.uint8))
        packets += codec.encode(frame)
    assert packets + codec.encode(None)
