"""Is the camera sending a picture at all? A black one and a frozen one are told apart from a person
who is not there."""

from __future__ import annotations

from enum import Enum

import numpy as np

from coach.arrays import Rgb

BLACK_LEVEL = 12.0
"""Mean brightness, 0 to 255, below which a picture is black: a camera that is switched off sends 0,
a covered lens single figures; a dim room that a person can be seen in gives 20 and more."""

BLACK_S = 1.0
"""Seconds of black before it is said: a camera may begin with a few black frames."""

FROZEN_S = 5.0
"""Seconds of one and the same picture before it is said. Sensors are never still; a codec can make
a still room still for a moment."""

SAMPLE_STEP = 16
"""Every how many pixels, across and down, are looked at: 920 of a picture of 640 x 360."""

EVERY_S = 0.1
"""Seconds between two samples while all is well: what is waited for takes a second and more."""


class CameraFault(str, Enum):
    """What is wrong with the pictures."""

    BLACK = "black"
    FROZEN = "frozen"


class CameraWatch:
    """Looks at samples of one connection's pictures. For one thread."""

    def __init__(self) -> None:
        self._sample: Rgb | None = None
        self._looked_at = float("-inf")
        self._fault: CameraFault | None = None
        self._bright_at: float | None = None
        self._changed_at: float | None = None

    def look(self, rgb: Rgb, t: float) -> CameraFault | None:
        """What is wrong at `t` seconds with rgb (h, w, 3), which is only read."""
        if self._fault is not None or not 0 <= t - self._looked_at < EVERY_S:
            self._looked_at = t
            self._fault = self._look(rgb, t)
        return self._fault

    def _look(self, rgb: Rgb, t: float) -> CameraFault | None:
        sample = rgb[::SAMPLE_STEP, ::SAMPLE_STEP].copy()
        before, self._sample = self._sample, sample
        if self._bright_at is None or self._changed_at is None or before is None:
            self._bright_at = self._changed_at = t
            return None
        if sample.mean() >= BLACK_LEVEL:
            self._bright_at = t
        elif t - self._bright_at > BLACK_S:
            return CameraFault.BLACK
        if not np.array_equal(sample, before):
            self._changed_at = t
        elif t - self._changed_at > FROZEN_S:
            return CameraFault.FROZEN
        return None
