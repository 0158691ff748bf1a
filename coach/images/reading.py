"""Pictures from anybody, read by Pillow: of few kinds, no larger than the limits, upright."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PIL import ExifTags, Image, UnidentifiedImageError
from pillow_heif import register_heif_opener

from coach.arrays import Rgb
from coach.images.errors import BrokenImageError, TooLargeImageError, UnknownImageError
from coach.images.limits import ImageLimits
from coach.texts import say

KINDS: Mapping[str, str] = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "HEIF": "image/heic",
}
"""The kinds that are read, whatever a file's name or sender calls it, and their media types."""

# One picture is decoded at a time, and without threads of libheif's own: those of a phone have 12
# to 50 million pixels, and the people who train beside need the processor.
register_heif_opener(thumbnails=False, decode_threads=1)


@dataclass(frozen=True, eq=False)
class StillPicture:
    """A picture that was read."""

    rgb: Rgb
    """(h, w, 3) uint8, upright, its own."""
    kind: str
    """A key of KINDS."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.rgb.shape[1], self.rgb.shape[0]


def read_picture(data: bytes, limits: ImageLimits) -> StillPicture:
    """The picture in a file's bytes; of an animation the first. Transparent parts are black.

    Raises TooLargeImageError before anything is decoded, UnknownImageError where it is no picture
    of these KINDS, BrokenImageError where it cannot be decoded to its end.
    """
    if len(data) > limits.size:
        raise TooLargeImageError(say("image.too_large", limit=limits.size / 1e6))
    with _opened(data, limits) as image:
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        width, height = image.size
        most = limits.webp_pixels if kind == "WEBP" else limits.pixels
        if width * height > most:
            raise _too_many_pixels(most)
        try:
            turn = _turn(image)
            rgb = _rgb(image)
        except Exception as error:
            raise BrokenImageError(say("image.broken")) from error
    if turn is not None:
        rgb = np.array(Image.fromarray(rgb).transpose(turn))
    return StillPicture(rgb, kind)


def _opened(data: bytes, limits: ImageLimits) -> Image.Image:
    if not data:
        raise UnknownImageError(say("image.empty"))
    try:
        return Image.open(io.BytesIO(data), formats=list(KINDS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(limits.pixels) from error
    except UnidentifiedImageError as error:
        raise UnknownImageError(say("image.unknown")) from error
    except Exception as error:
        raise BrokenImageError(say("image.broken")) from error


def _too_many_pixels(most: int) -> TooLargeImageError:
    return TooLargeImageError(say("image.too_many_pixels", limit=most / 1e6))


_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turn(image: Image.Image) -> Image.Transpose | None:
    """How the picture is to be turned to stand upright. Pillow's own way writes the metadata anew,
    and fails where that is broken."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - a picture without its metadata is a picture
        return None


def _rgb(image: Image.Image) -> Rgb:
    if image.mode.startswith("I"):
        # 16 bits of grey, of which Pillow's own conversion would show the lowest 8.
        grey = (np.asarray(image, np.int64) >> 8).clip(0, 255).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size)
        ground.paste(image, mask=image)
        return np.array(ground)
    return np.array(image.convert("RGB"))
