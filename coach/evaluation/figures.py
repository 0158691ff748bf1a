"""The figures themselves, each from plain numbers: shares, errors, precision and recall. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan
from statistics import fmean

# A bottom is noted by eye to some 0.2 s.
BOTTOM_S = 0.25


@dataclass(frozen=True)
class Share:
    """hits of `of`; of 0 where there was nothing to hit."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """0 to 1; NaN of nothing."""
        return self.hits / self.of if self.of else nan


@dataclass(frozen=True)
class Count:
    """One clip's count. by_eye and accept (least, most) are None where the eye gave none."""

    counted: int
    by_eye: int | None
    accept: tuple[int, int] | None
    bottoms: tuple[float, ...] = ()
    """Seconds, of the counted reps and by eye."""
    bottoms_by_eye: tuple[float, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether a careful person could defend the count; True where the eye gave none."""
        return self.accept is None or self.accept[0] <= self.counted <= self.accept[1]

    @property
    def exact(self) -> bool:
        """Whether it is the count by eye; True where there is none."""
        return self.by_eye is None or self.counted == self.by_eye


@dataclass(frozen=True)
class CountFigures:
    """Several clips' counts.

    within_one is also called OBO.
    """

    clips: int
    by_eye: int
    counted: int
    """Reps of the clips that have a count by eye."""
    accepted: Share
    exact: Share
    within_one: Share
    mean_error: float
    """Of |counted - by eye| / by eye, also called MAE; NaN without clips."""
    bottoms: Share
    """Found within BOTTOM_S of the time by eye."""


def count_figures(counts: Iterable[Count]) -> CountFigures:
    """All figures of some clips. MAE passes over clips in which the eye counts 0."""
    counts = list(counts)
    known = [(c.counted, c.by_eye) for c in counts if c.by_eye is not None]
    accepted = [c.accepted for c in counts if c.accept is not None]
    errors = [abs(counted - by_eye) / by_eye for counted, by_eye in known if by_eye]
    return CountFigures(
        clips=len(counts),
        by_eye=sum(by_eye for _, by_eye in known),
        counted=sum(counted for counted, _ in known),
        accepted=Share(sum(accepted), len(accepted)),
        exact=Share(sum(counted == by_eye for counted, by_eye in known), len(known)),
        within_one=Share(sum(abs(counted - by_eye) <= 1 for counted, by_eye in known), len(known)),
        mean_error=fmean(errors) if errors else nan,
        bottoms=Share(
            sum(len(c.bottoms_by_eye) - len(missed(c.bottoms, c.bottoms_by_eye)) for c in counts),
            sum(len(c.bottoms_by_eye) for c in counts),
        ),
    )


def missed(
    bottoms: Iterable[float], by_eye: Iterable[float], within: float = BOTTOM_S
) -> tuple[float, ...]:
    """The times by eye that have no bottom of their own within so many seconds."""
    free = sorted(bottoms)
    left = []
    for t in sorted(by_eye):
        # Both rise, so that the one who takes the earliest that fits leaves most for the others.
        match = next((b for b in free if abs(b - t) <= within + 1e-9), None)
        if match is None:
            left.append(t)
        else:
            free.remove(match)
    return tuple(left)


@dataclass(frozen=True)
class Detection:
    """One rule over many clips: in how many it was labelled, found, and rightly found."""

    rule: str
    labelled: int
    found: int
    right: int
    groups: int = 0
    """How many people or places the labelled clips show."""

    @property
    def precision(self) -> Share:
        """Of the clips in which it was found: those in which it was labelled."""
        return Share(self.right, self.found)

    @property
    def recall(self) -> Share:
        """Of the clips in which it was labelled: those in which it was found."""
        return Share(self.right, self.labelled)


def pooled(detections: Iterable[Detection]) -> Detection:
    """Many rules as one: each clip and rule is a case. groups are not added up: they overlap."""
    cases = tuple(detections)
    return Detection(
        rule="",
        labelled=sum(case.labelled for case in cases),
        found=sum(case.found for case in cases),
        right=sum(case.right for case in cases),
    )


@dataclass(frozen=True)
class HoldTime:
    """One clip's hold, in seconds, against the segments by eye.

    held, by_eye: in form, all stretches together. span, span_by_eye: from the first moment in form
    to the last, with what lies between. straight: by the usual plank timer.
    """

    clip: str
    by_eye: float
    span_by_eye: float
    held: float
    span: float
    straight: float
