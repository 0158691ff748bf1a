"""Measures made of other measures."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from coach.motion.measure.angles import Angle, Tilt
from coach.motion.measure.reading import UNREAD, Measure, Reading, place, visibility_of
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import View


@dataclass(frozen=True)
class FirstSeen:
    """The first of several measures whose joints are seen well (at least `visible`); where none
    is, the one that is seen best."""

    choices: tuple[Measure, ...]
    visible: float = CLEAR

    @property
    def unit(self) -> str:
        """The unit that all choices share."""
        return self.choices[0].unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of the first choice."""
        return self.choices[0].joints

    def read(self, body: Body) -> Reading:
        """The first good reading, else the best there is."""
        best = UNREAD
        for choice in self.choices:
            reading = choice.read(body)
            if isnan(reading.value):
                continue
            if reading.visibility >= self.visible:
                return reading
            if reading.visibility > best.visibility:
                best = reading
        return best


@dataclass(frozen=True)
class ByView:
    """One measure from the front, another from everywhere else; both in the same unit."""

    front: Measure
    elsewhere: Measure

    @property
    def unit(self) -> str:
        """The unit that both share."""
        return self.front.unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of the measure from the front."""
        return self.front.joints

    def read(self, body: Body) -> Reading:
        """What the view shows best."""
        return (self.front if body.view is View.FRONT else self.elsewhere).read(body)


@dataclass(frozen=True)
class _Of:
    of: Angle | Tilt

    @property
    def unit(self) -> str:
        """The unit of what it is made of."""
        return self.of.unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of what it is made of."""
        return self.of.joints


@dataclass(frozen=True)
class OnceUpright(_Of):
    """A measure that is not read before the body was seen standing: without knowing which way is
    up, the camera's angle would be taken for the person's."""

    def read(self, body: Body) -> Reading:
        """The measure now, unread before."""
        return UNREAD if body.up is None else self.of.read(body)


@dataclass(frozen=True)
class OneSide(_Of):
    """An angle on one side alone: 0 is left, 1 is right."""

    of: Angle
    side: int

    def read(self, body: Body) -> Reading:
        """The angle now; as visible as both sides are, since they are to be compared."""
        places = (place(body, self.of.space, self.side, joint) for joint in self.joints)
        return Reading(kinematics.angle(*places), visibility_of(body, None, self.joints))


@dataclass(frozen=True)
class Asymmetry(_Of):
    """How much an angle differs between left and right."""

    of: Angle

    def read(self, body: Body) -> Reading:
        """The absolute difference now."""
        left, right = (OneSide(self.of, side).read(body) for side in (0, 1))
        return Reading(abs(left.value - right.value), left.visibility)


@dataclass(frozen=True)
class Difference:
    """One measure less another, in their unit."""

    of: Angle | Tilt
    less: Angle | Tilt

    @property
    def unit(self) -> str:
        """The unit of both."""
        return self.of.unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of both."""
        return (*self.of.joints, *self.less.joints)

    def read(self, body: Body) -> Reading:
        """The difference now; as visible as the less visible of the two."""
        of, less = self.of.read(body), self.less.read(body)
        return Reading(of.value - less.value, min(of.visibility, less.visibility))
