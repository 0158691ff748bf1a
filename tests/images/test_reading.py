"""Pictures from anybody: every kind and oddity is read right, or refused in one sentence."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress

import numpy as np
import pytest
from PIL import ExifTags, Image

from coach.images.errors import (
    BrokenImageError,
    ImageError,
    TooLargeImageError,
    UnknownImageError,
)
from coach.images.limits import ImageLimits, image_limits_from
from coach.images.reading import read_picture
from tests.images.figures import corners, packed, quartered

LIMITS = ImageLimits()
UPRIGHT = ["blue", "orange", "orange", "orange"]


def read(data: bytes, limits: ImageLimits = LIMITS):
    return read_picture(data, limits)


def animated(kind: str) -> bytes:
    others = [quartered().transpose(Image.Transpose.ROTATE_180)] * 2
    return packed(quartered(), kind, save_all=True, append_images=others, duration=100)


def with_alpha() -> Image.Image:
    image = quartered().convert("RGBA")
    image.putalpha(255)
    image.paste((255, 255, 255, 0), (32, 24, 64, 48))
    return image


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(packed(quartered(), "JPEG"), "JPEG", id="JPEG"),
        pytest.param(packed(quartered(), "JPEG", progressive=True), "JPEG", id="progressive"),
        pytest.param(packed(quartered(), "PNG"), "PNG", id="PNG"),
        pytest.param(packed(quartered(), "WEBP"), "WEBP", id="WebP"),
        pytest.param(packed(quartered(), "GIF"), "GIF", id="GIF"),
        pytest.param(packed(quartered(), "HEIF"), "HEIF", id="HEIC"),
        pytest.param(packed(quartered().convert("CMYK"), "JPEG"), "JPEG", id="CMYK"),
        pytest.param(packed(quartered().quantize(8), "PNG"), "PNG", id="palette"),
        pytest.param(packed(with_alpha(), "PNG"), "PNG", id="alpha"),
        pytest.param(packed(with_alpha(), "WEBP"), "WEBP", id="alpha, WebP"),
        pytest.param(packed(with_alpha().quantize(16), "PNG"), "PNG", id="palette and alpha"),
        pytest.param(animated("PNG"), "PNG", id="animated PNG: the first"),
        pytest.param(animated("GIF"), "GIF", id="animated GIF: the first"),
        pytest.param(animated("WEBP"), "WEBP", id="animated WebP: the first"),
        pytest.param(packed(quartered(), "PNG") + b"rubbish", "PNG", id="something after its end"),
        pytest.param(packed(quartered(), "MPO"), "JPEG", id="several in one, as some phones do"),
    ],
)
def test_every_kind_is_read(data, kind):
    picture = read(data)
    assert (picture.kind, picture.size) == (kind, (64, 48))
    assert corners(picture.rgb) == UPRIGHT
    assert picture.rgb.shape == (48, 64, 3)
    assert picture.rgb.dtype == np.uint8
    assert picture.rgb.flags.writeable
    assert picture.rgb.flags.c_contiguous


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(kind, orientation):
    # What the camera recorded so that this orientation sets it right.
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = quartered() if undo is None else quartered().transpose(undo)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    picture = read(packed(image, kind, exif=exif.tobytes()))
    assert picture.size == (64, 48)
    assert corners(picture.rgb) == UPRIGHT


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_a_turn_that_does_not_exist_is_none(value):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = value
    assert corners(read(packed(quartered(), "JPEG", exif=exif.tobytes())).rgb) == UPRIGHT


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_metadata_spoil_no_picture():
    data = packed(
        quartered(), "JPEG", exif=b"Exif\x00\x00MM\x00\x2a\xff\xff\xff\xff" + b"\xff" * 60
    )
    assert corners(read(data).rgb) == UPRIGHT


def test_16_bits_are_as_bright_as_8():
    grey = np.full((48, 64), 0x8040, np.uint16)
    picture = read(packed(Image.fromarray(grey), "PNG"))
    assert picture.rgb.tolist() == np.full((48, 64, 3), 0x80).tolist()


def test_what_is_transparent_is_black():
    rgb = read(packed(with_alpha(), "PNG")).rgb
    assert rgb[-1, -1].tolist() == [0, 0, 0]


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(width: int, height: int, content: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(content)) + chunk(b"IEND", b"")
    )


def lying_jpeg(width: int, height: int) -> bytes:
    data = bytearray(packed(quartered(), "JPEG"))
    struct.pack_into(">HH", data, data.find(b"\xff\xc0") + 5, height, width)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        pytest.param(b"", UnknownImageError, "nothing in the file", id="empty"),
        pytest.param(b"rubbish", UnknownImageError, "JPG, PNG", id="rubbish"),
        pytest.param(b"%PDF-1.7 ...", UnknownImageError, "JPG, PNG", id="a PDF"),
        pytest.param(
            b"<svg xmlns='http://www.w3.org/2000/svg'/>", UnknownImageError, "JPG", id="an SVG"
        ),
        pytest.param(
            packed(quartered(), "TIFF"), UnknownImageError, "JPG", id="a kind that is not read"
        ),
        pytest.param(
            packed(quartered(), "EPS"), UnknownImageError, "JPG", id="PostScript is a program"
        ),
        pytest.param(packed(quartered(), "PNG")[:-60], BrokenImageError, "damaged", id="cut off"),
        pytest.param(packed(quartered(), "JPEG")[:400], BrokenImageError, "damaged", id="cut JPEG"),
        pytest.param(packed(quartered(), "WEBP")[:-9], ImageError, "picture", id="cut off WebP"),
        pytest.param(packed(quartered(), "HEIF")[:-9], BrokenImageError, "damaged", id="cut HEIC"),
        pytest.param(
            png(50_000, 50_000, bytes(10_000_000)), TooLargeImageError, "50 million", id="a bomb"
        ),
        pytest.param(png(8_000, 8_000, b""), TooLargeImageError, "50 million", id="a small bomb"),
        pytest.param(
            packed(Image.new("RGB", (4001, 4000)), "WEBP"),
            TooLargeImageError,
            "16 million",
            id="a WebP that would stop everybody",
        ),
        pytest.param(lying_jpeg(65_000, 65_000), TooLargeImageError, "50 million", id="JPEG bomb"),
        pytest.param(png(0, 0, b""), ImageError, "picture", id="no pixels"),
        pytest.param(bytes(10_000_001), TooLargeImageError, "10 MB", id="too many bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data, error, says):
    with pytest.raises(error, match=says) as refusal:
        read(data)
    assert str(refusal.value).count("\n") == 0


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_broken_files_lead_nowhere_else(kind):
    whole = packed(quartered(), kind)
    numbers = np.random.default_rng(len(whole))
    for i in range(120):
        broken = bytearray(whole)
        for at in numbers.integers(0, len(whole), 1 + i % 8):
            broken[at] = numbers.integers(256)
        if i % 3 == 0:
            del broken[int(numbers.integers(len(broken))) :]
        with suppress(ImageError):
            read(bytes(broken))


def test_a_bomb_is_refused_before_it_goes_off():
    import tracemalloc

    bomb = png(50_000, 50_000, bytes(10_000_000))
    tracemalloc.start()
    with pytest.raises(TooLargeImageError):
        read(bomb)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (7, 5)])
def test_odd_sizes_are_read(size):
    assert read(packed(Image.new("RGB", size), "PNG")).size == size


def test_the_limit_is_a_setting():
    assert image_limits_from({}) == LIMITS
    assert image_limits_from({"COACH_MAX_IMAGE_MB": "2.5"}).size == 2_500_000
