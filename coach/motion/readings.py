"""What the measures read off one body: each once, however many ask for it."""

from __future__ import annotations

from coach.motion.exercise import Extreme, Fault
from coach.motion.measure import UNREAD, Measure, Reading
from coach.motion.poses.body import Body


class Readings:
    """The readings of one frame's body. Counting, judging and drawing take them from here.

    A measure is read when it is first asked for: some are read off where the movement began, which
    is known only once the counted angle is, and some are asked for at the deepest moment alone.
    What was read stays. Measures are told apart by identity, since comparing them costs about as
    much as reading one: an exercise writes each of its measures once.
    """

    def __init__(self, body: Body) -> None:
        self.body = body
        self._known: dict[int, tuple[Measure, Reading]] = {}

    def __getitem__(self, measure: Measure) -> Reading:
        """What the measure reads, seen well or not."""
        known = self._known.get(id(measure))
        if known is None:
            # Kept with its measure, whose identity no other can have meanwhile.
            known = self._known[id(measure)] = (measure, measure.read(self.body))
        return known[1]

    def judged(self, rule: Fault | Extreme) -> Reading:
        """What a rule may be judged by; UNREAD where the view does not show it, or not well."""
        if self.body.view not in rule.views:
            return UNREAD
        reading = self[rule.measure]
        return reading if reading.visibility >= rule.visible else UNREAD

    def knowing(self, body: Body) -> Readings:
        """The same readings once more is known of the body; what was read is not read again."""
        if body is self.body:
            return self
        more = Readings(body)
        more._known = self._known
        return more
