"""A number in a picture: through codecs, mirrors and drawing."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from benchmarks.live.mark import NARROWEST, NUMBERS, SQUARE, draw_mark, read_mark

NUMBERS_TRIED = (0, 1, 2, 777, NUMBERS // 2, NUMBERS - 1)


def noise(width: int = 640, height: int = 360) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 255, (height, width), np.uint8)


def marked(number: int) -> np.ndarray:
    luma = noise()
    draw_mark(luma, number)
    return luma


@pytest.mark.parametrize("number", NUMBERS_TRIED)
def test_a_mark_is_read_as_it_was_drawn_also_in_a_mirror(number: int) -> None:
    luma = marked(number)
    assert read_mark(luma) == number
    assert read_mark(luma[:, ::-1]) == number


@pytest.mark.parametrize("codec", ["libvpx", "libx264"])
def test_it_survives_two_codecs_at_a_low_rate(codec: str) -> None:
    numbers = list(range(0, NUMBERS, 97))
    pictures = []
    ground = noise()
    for i, number in enumerate(numbers):
        planes = np.full((540, 640), 128, np.uint8)
        planes[:360] = ground
        draw_mark(planes[:360], number)
        picture = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        picture.pts, picture.time_base = i, Fraction(1, 30)
        pictures.append(picture)
    for _ in range(2):
        pictures = through(codec, pictures)
    lumas = [picture.to_ndarray(format="yuv420p")[:360] for picture in pictures]
    assert [read_mark(luma) for luma in lumas] == numbers


def through(codec: str, pictures: list[av.VideoFrame]) -> list[av.VideoFrame]:
    encoder = av.VideoCodecContext.create(codec, "w")
    encoder.width, encoder.height, encoder.pix_fmt = 640, 360, "yuv420p"
    encoder.time_base, encoder.bit_rate = Fraction(1, 30), 500_000
    if codec == "libvpx":
        encoder.options = {"deadline": "realtime", "cpu-used": "-6", "lag-in-frames": "0"}
    decoder = av.VideoCodecContext.create("vp8" if codec == "libvpx" else "h264", "r")
    packets = [packet for picture in [*pictures, None] for packet in encoder.encode(picture)]
    return [picture for packet in [*packets, None] for picture in decoder.decode(packet)]


@pytest.mark.parametrize("square", range(2, NARROWEST // SQUARE - 2, 4))
def test_a_damaged_mark_is_not_read_as_another_number(square: int) -> None:
    luma = marked(777)
    x = (640 - NARROWEST) // 2 + square * SQUARE
    luma[:SQUARE, x : x + SQUARE] = 255 - luma[:SQUARE, x : x + SQUARE]
    assert read_mark(luma) is None


@pytest.mark.parametrize(
    "luma",
    [
        pytest.param(np.zeros((360, 640), np.uint8), id="black"),
        pytest.param(np.full((360, 640), 255, np.uint8), id="white"),
        pytest.param(np.zeros((360, NARROWEST - 2), np.uint8), id="too narrow"),
    ],
)
def test_no_mark_is_none(luma: np.ndarray) -> None:
    assert read_mark(luma) is None
