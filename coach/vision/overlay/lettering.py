"""Text as masks, in any language for which the machine has a font. Drawn once and kept."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from coach.compat.matplotlib_fonts import BOLD, dejavu
from coach.vision.overlay.stamp import Mask

# Pillow's own font (Aileron, Latin) is the first. DejaVu has Greek, Cyrillic, Arabic
# and more. The others are what systems call their fonts for
# Chinese, Japanese and Korean; Pillow finds them in the system's own folders.
_PILLOWS_OWN = ""
_SYSTEM_FONTS = (
    "NotoSansCJK-Bold.ttc",
    "NotoSansCJK-Regular.ttc",
    "PingFang.ttc",
    "msyhbd.ttc",
    "wqy-zenhei.ttc",
)
_NO_SUCH_LETTER = "\U0010fffe"
# Regular letters are too thin on a moving picture: this part of their size is added to each side.
_BOLDER = 0.022
_SMALLEST = 6


def text_mask(text: str, size: int, reach: str = "Hg") -> Mask:
    """One line of text. size: pixels, of the font. It is at least as high and deep as the letters
    of `reach`, so that lines of one size are of one height."""
    return _line(text, max(_SMALLEST, size), reach)


def text_width(text: str, size: int) -> int:
    """How wide the line is, in pixels."""
    return int(text_mask(text, size).shape[1])


def size_for(digit_height: int) -> int:
    """The font size at which a digit is so many pixels high."""
    return round(digit_height * 100 / int(text_mask("0", 100, reach="0").shape[0]))


def line_height(size: int) -> int:
    """From one line of a text to its next, in pixels."""
    return round(max(_SMALLEST, size) * 1.22)


def lost_letters(text: str) -> set[str]:
    """The letters of a text that no font of this machine has."""
    letters = {letter for letter in text if not letter.isspace()}
    return {letter for letter in letters if not any(_has(face, letter) for face in _faces())}


@lru_cache(maxsize=256)
def wrapped(text: str, size: int, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` pixels, broken at spaces, else (as in Chinese, and for a
    word that is wider than a line) between letters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, size, width)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, size: int, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@lru_cache(maxsize=512)
def _line(text: str, size: int, reach: str) -> Mask:
    font = _font(_face(text), size)
    stroke = size * _BOLDER
    left, top, right, bottom = font.getbbox(text, stroke_width=stroke)
    _, highest, _, deepest = font.getbbox(reach, stroke_width=stroke)
    top, bottom = floor(min(top, highest)), ceil(max(bottom, deepest))
    left, right = floor(left), ceil(right)
    image = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(image).text((-left, -top), text, fill=255, font=font, stroke_width=stroke)
    mask: Mask = np.asarray(image, np.float32) / np.float32(255)
    mask.setflags(write=False)
    return mask


@lru_cache(maxsize=1)
def _faces() -> tuple[str, ...]:
    """The fonts to be had, by path or name."""
    bold = dejavu(BOLD)
    faces = [_PILLOWS_OWN] if bold is None else [_PILLOWS_OWN, str(bold)]
    return tuple(face for face in (*faces, *_SYSTEM_FONTS) if face == _PILLOWS_OWN or _loads(face))


def _loads(face: str) -> bool:
    try:
        ImageFont.truetype(face, 12)
    except OSError:
        return False
    return True


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    if face != _PILLOWS_OWN:
        return ImageFont.truetype(face, size)
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font


@lru_cache(maxsize=512)
def _face(text: str) -> str:
    """The first font that has every letter of the text, else the first."""
    faces = _faces()
    letters = {letter for letter in text if not letter.isspace()}
    return next((face for face in faces if all(_has(face, c) for c in letters)), faces[0])


@lru_cache(maxsize=4096)
def _has(face: str, letter: str) -> bool:
    return bytes(_font(face, 16).getmask(letter)) != _missing(face)


@lru_cache(maxsize=64)
def _missing(face: str) -> bytes:
    """What a font draws for a letter that it does not have."""
    return bytes(_font(face, 16).getmask(_NO_SUCH_LETTER))
