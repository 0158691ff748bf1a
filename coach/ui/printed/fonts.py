"""Fonts for what is printed: DejaVu for most alphabets, the system's own for the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz
from PIL import ImageFont

from coach.compat.matplotlib_fonts import BOLD, PLAIN, dejavu

# DejaVu has Latin, Greek, Cyrillic, Arabic and more. The others are what systems call their fonts;
# Pillow finds them in the system's own folders.
_SYSTEM = (
    "NotoSansCJK-Regular.ttc",
    "wqy-zenhei.ttc",
    "PingFang.ttc",
    "msyh.ttc",
    "malgun.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "Nirmala.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoColorEmoji.ttf",
    "seguiemj.ttf",
)
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Fonts:
    """Files: the plain and the bold one, and those for what these lack."""

    plain: Path
    bold: Path
    others: tuple[Path, ...]
    lost: frozenset[str]
    """Letters that no font of this machine has."""

    def printable(self, text: str) -> str:
        """The text with a sign in the place of each letter that cannot be printed."""
        return "".join(UNPRINTABLE if letter in self.lost else letter for letter in text)


def fonts_for(texts: Iterable[str]) -> Fonts:
    """The fonts that print these texts, of the others only as many as are needed: a font for
    Chinese takes half a second to be read."""
    plain, bold = _dejavu()
    letters = {letter for text in texts for letter in text if letter.isprintable()}
    missing = {letter for letter in letters if not _has(plain, letter)}
    others: list[Path] = []
    for path in _system() if missing else ():
        found = {letter for letter in missing if _has(path, letter)}
        if found:
            others.append(path)
            missing -= found
    return Fonts(plain, bold, tuple(others), frozenset(missing))


def _dejavu() -> tuple[Path, Path]:
    plain, bold = (dejavu(name) or _of_system(name) for name in (PLAIN, BOLD))
    return plain, bold


def _of_system(name: str) -> Path:
    return Path(str(ImageFont.truetype(name, 12).path))


@cache
def _system() -> tuple[Path, ...]:
    found = []
    for name in _SYSTEM:
        try:
            found.append(Path(str(ImageFont.truetype(name, 12).path)))
        except OSError:
            # A colour font has one size only, and Pillow refuses every other one.
            try:
                found.append(Path(str(ImageFont.truetype(name, 109).path)))
            except OSError:
                continue
    return tuple(found)


@cache
def _letters(path: Path) -> frozenset[int]:
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)


def _has(path: Path, letter: str) -> bool:
    return letter.isspace() or ord(letter) in _letters(path)
