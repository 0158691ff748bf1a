"""The overlay's colours (red, green, blue; 0 to 255) and the tone each cue is given in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach.motion.snapshot import Tone

Colour = tuple[int, int, int]

GROUND: Colour = (13, 18, 38)
INK: Colour = (10, 14, 30)
WHITE: Colour = (246, 248, 252)
MUTED: Colour = (198, 206, 224)
BONE: Colour = (236, 241, 250)
# Left and right differ in hue and in lightness, and neither is a tone's colour.
LEFT: Colour = (94, 222, 255)
RIGHT: Colour = (190, 160, 255)
FAULT: Colour = (255, 77, 84)
GOOD: Colour = (74, 222, 148)
ADVICE: Colour = (255, 196, 61)
GUIDE: Colour = (122, 184, 255)

TONES: Mapping[Tone, Colour] = MappingProxyType(
    {Tone.FAULT: FAULT, Tone.ADVICE: ADVICE, Tone.PRAISE: GOOD, Tone.GUIDE: GUIDE}
)
