"""All exercises together: what one sentence about the engine can be built on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coach.evaluation.figures import CountFigures, Detection, Share, count_figures, pooled
from coach.evaluation.judge import Counter
from coach.evaluation.score import ExerciseScore, FalseReps, Results, count_of


@dataclass(frozen=True)
class OverallCounts:
    """Every exercise's counts by one counter; false reps on every pair of a clip and an exercise
    that it does not show."""

    counter: Counter
    counts: CountFigures
    false_reps: FalseReps


@dataclass(frozen=True)
class Overall:
    """Counts by each counter, every rule's faults as one, and the clips labelled faultless."""

    counts: tuple[OverallCounts, ...]
    faults: Detection
    faultless: Share


def overall(scores: Iterable[ExerciseScore], judged: Mapping[str, Results]) -> Overall:
    """Add up the scores of all exercises; judged: each one's results on every clip."""
    scores = tuple(scores)
    counted = [score for score in scores if score.views]
    faultless = [score.faults.faultless for score in scores]
    return Overall(
        counts=tuple(_counts(counter, counted, judged) for counter in Counter),
        faults=pooled(rule for score in scores for rule in score.faults.rules),
        faultless=Share(
            sum(share.hits for share in faultless), sum(share.of for share in faultless)
        ),
    )


def _counts(
    counter: Counter, scores: Iterable[ExerciseScore], judged: Mapping[str, Results]
) -> OverallCounts:
    counts = []
    false = []
    for key in (score.exercise.key for score in scores):
        for clip, result in judged[key]:
            if clip.exercise == key:
                counts.append(count_of(clip, result, counter))
            else:
                false.append(len(result.bottoms[counter]))
    return OverallCounts(
        counter, count_figures(counts), FalseReps(sum(false), sum(map(bool, false)), len(false))
    )
