"""Whether something was in sight all along, from one place. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.fast_replace import replace
from coach.motion.snapshot import View

# A joint comes to its turning point and is on its way back within so many seconds: what is hidden
# for longer may have been anywhere. At 7 pictures a second, the fewest live, two are 0.14 s apart.
HIDDEN_S = 0.25


@dataclass(frozen=True)
class Sight:
    """From when on something was in sight."""

    last: float = nan
    """When it was seen last (s), NaN before the first time."""
    gap: bool = False
    """Whether it was hidden since for more than HIDDEN_S."""
    view: View = View.UNKNOWN
    """The camera's at the first time."""
    turned: bool = False
    """Whether it was another one since."""

    @property
    def whole(self) -> bool:
        """Whether it was seen, all the time and from one place."""
        return not (isnan(self.last) or self.gap or self.turned)


def look(sight: Sight, t: float, view: View) -> Sight:
    """The sight after one more moment, at t seconds, in which it was seen."""
    if isnan(sight.last):
        return Sight(t, False, view)
    return replace(
        sight,
        last=t,
        gap=sight.gap or t - sight.last > HIDDEN_S,
        turned=sight.turned or view is not sight.view,
    )
