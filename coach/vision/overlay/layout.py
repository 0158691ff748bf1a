"""Where things stand in a picture of any size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: Box) -> bool:
        """Whether the two have a pixel in common."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


@dataclass(frozen=True)
class Layout:
    """Sizes and places in a picture of width x height, all in pixels."""

    width: int
    height: int

    @property
    def _unit(self) -> float:
        """What letters go by, so that upright pictures do not overflow."""
        return min(self.height, 0.85 * self.width)

    @property
    def margin(self) -> int:
        """The edge that stays free."""
        return max(3, round(0.033 * min(self.width, self.height)))

    @property
    def digit(self) -> int:
        """How high a digit of the count stands: a fifth of the picture, to be read from afar; a
        little less in an upright picture, where it would hide the person's head."""
        return max(8, round(min(0.2 * self.height, 0.3 * self.width)))

    @property
    def text(self) -> int:
        """The font size of a cue."""
        return max(9, round(0.078 * self._unit))

    @property
    def word(self) -> int:
        """The font size of the phase."""
        return max(8, round(0.066 * self._unit))

    @property
    def meter(self) -> Box:
        """The range-of-motion meter's place, at the right edge."""
        width = max(6, round(0.05 * min(self.width, self.height)))
        top, bottom = round(0.14 * self.height), round(0.72 * self.height)
        return Box(self.width - self.margin - round(1.25 * width), top, width, bottom - top)
