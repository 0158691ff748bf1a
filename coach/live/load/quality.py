"""How much of the processor each picture may have: the steps by which a busy machine saves."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

MODELS = ("lite", "full", "heavy")
"""By weight, lightest first."""


@dataclass(frozen=True)
class Quality:
    """How much of the processor each picture may have."""

    gap_s: float = 0.0
    """The network looks no sooner than so long after its last look, but for quick movements."""
    heaviest: str = "heavy"
    """The heaviest model that is used, whatever was chosen."""
    show_gap_s: float = 0.0
    """Frames go back so far apart on average, or farther."""

    @property
    def only_looks_less(self) -> bool:
        """Whether all that is saved are looks, by which no count and no fault changes."""
        return self.heaviest == MODELS[-1] and not self.show_gap_s

    def model(self, chosen: str, here: Callable[[], Collection[str]]) -> str:
        """The model to use where `chosen` was asked for. here: tells which are on this machine, for
        nothing is fetched because a machine is busy."""
        if chosen not in MODELS or MODELS.index(chosen) <= MODELS.index(self.heaviest):
            return chosen
        lighter = MODELS[: MODELS.index(self.heaviest) + 1]
        there = here()
        return next((model for model in reversed(lighter) if model in there), chosen)


FEWEST_LOOKS = 7.0
"""Looks a second on the last step."""

# A gap is a little less than whole frames at 30 a second: every second, third, fifth and sixth
# frame. As the looks are shared out (coach/motion/look_schedule.py) no count and no fault of the
# recorded tracks changes by any of them; the lighter model, by which some do, comes after. Pictures
# are not made smaller: the network sees 256 x 256 of them anyway. Last of all fewer frames are
# drawn and sent back, 24 a second and then 15, which leaves the looks their time.
STEPS = (
    Quality(),
    Quality(0.060),
    Quality(0.095),
    Quality(0.160),
    Quality(0.160, "full"),
    Quality(0.195, "lite"),
    Quality(0.195, "lite", 1 / 24),
    Quality(0.195, "lite", 1 / 15),
)
"""From all that a movement needs to the least that still counts it."""
