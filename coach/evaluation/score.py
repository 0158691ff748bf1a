"""From judged clips to figures: counts by exercise and view, false reps, faults, holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.evaluation.figures import (
    Count,
    CountFigures,
    Detection,
    HoldTime,
    Share,
    count_figures,
)
from coach.evaluation.judge import Counter, Judged
from coach.evaluation.manifest import Clip
from coach.evaluation.words import ViewClass, rule_for
from coach.motion.exercise import Cycle, Exercise, Hold

# What each clip gave under one exercise's rules.
Results = Sequence[tuple[Clip, Judged]]


@dataclass(frozen=True)
class FalseReps:
    """Reps counted on clips of any other exercise or none: how many, on how many of `of` clips."""

    reps: int
    clips: int
    of: int


@dataclass(frozen=True)
class ViewFigures:
    """One row of the table: an exercise's clips of one view (None: of all), by one counter."""

    view: ViewClass | None
    counter: Counter
    counts: CountFigures
    false_reps: FalseReps
    groups: int


@dataclass(frozen=True)
class FaultFigures:
    """Faults per clip: each rule, words by eye that have none, and the faultless clips."""

    rules: tuple[Detection, ...]
    without_rule: Mapping[str, int]
    faultless: Share
    """Clips labelled so on which no fault was found, advice aside."""
    wrongly: tuple[tuple[str, tuple[str, ...]], ...]
    """Those on which one was, with the rules' keys."""


@dataclass(frozen=True)
class FalseHold:
    """Seconds held on clips of another exercise, or of none: on how many of `of` clips."""

    exercise: str
    seconds: float
    clips: int
    of: int


@dataclass(frozen=True)
class ExerciseScore:
    """All figures of one exercise. A hold has no counts, a cycle no hold times."""

    exercise: Exercise
    clips: int
    groups: int
    views: tuple[ViewFigures, ...]
    faults: FaultFigures
    holds: tuple[HoldTime, ...]
    false_holds: tuple[FalseHold, ...]


def score(exercise: Exercise, results: Results) -> ExerciseScore:
    """Score one exercise on every clip of the manifest, its own and all others."""
    own = [(clip, judged) for clip, judged in results if clip.exercise == exercise.key]
    counts = isinstance(exercise.goal, Cycle)
    return ExerciseScore(
        exercise=exercise,
        clips=len(own),
        groups=_groups(clip for clip, _ in own),
        views=_views(exercise, results) if counts else (),
        faults=_faults(exercise, own),
        holds=() if counts else _holds(exercise, results),
        false_holds=() if counts else _false_holds(exercise, results),
    )


def count_of(clip: Clip, judged: Judged, counter: Counter = Counter.COACH) -> Count:
    """What one counter makes of a clip, beside what the eye makes of it."""
    bottoms = judged.bottoms[counter]
    return Count(len(bottoms), clip.reps, clip.accept, bottoms, clip.bottoms_s)


def labels(clip: Clip, exercise: Exercise) -> frozenset[str]:
    """The rules' keys of the clip's faults by eye."""
    keys = (rule_for(word, exercise) for word in clip.faults or ())
    return frozenset(key for key in keys if key is not None)


def _groups(clips: Iterable[Clip]) -> int:
    """How many people or places; a clip without a group is one of its own."""
    return len({clip.group or f"\0{clip.id}" for clip in clips})


def _views(exercise: Exercise, results: Results) -> tuple[ViewFigures, ...]:
    figures = []
    for view in (*ViewClass, None):
        seen = [(clip, judged) for clip, judged in results if view in (None, clip.view)]
        own = [(clip, judged) for clip, judged in seen if clip.exercise == exercise.key]
        others = [judged for clip, judged in seen if clip.exercise != exercise.key]
        if not own and view is not None:
            continue
        for counter in Counter:
            false = [len(judged.bottoms[counter]) for judged in others]
            figures.append(
                ViewFigures(
                    view=view,
                    counter=counter,
                    counts=count_figures(count_of(clip, judged, counter) for clip, judged in own),
                    false_reps=FalseReps(sum(false), sum(map(bool, false)), len(false)),
                    groups=_groups(clip for clip, _ in own),
                )
            )
    return tuple(figures)


def _faults(exercise: Exercise, own: Results) -> FaultFigures:
    looked = [(clip, judged) for clip, judged in own if clip.faults is not None]
    by_eye = {clip.id: labels(clip, exercise) for clip, _ in looked}
    detections = []
    for rule in exercise.rules:
        labelled = [clip for clip, _ in looked if rule.key in by_eye[clip.id]]
        found = [clip for clip, judged in looked if rule.key in judged.faults]
        detections.append(
            Detection(
                rule=rule.key,
                labelled=len(labelled),
                found=len(found),
                right=sum(rule.key in by_eye[clip.id] for clip in found),
                groups=_groups(labelled),
            )
        )
    without_rule: dict[str, int] = {}
    for clip, _ in looked:
        for word in clip.faults or ():
            if rule_for(word, exercise) is None:
                without_rule[word] = without_rule.get(word, 0) + 1
    clean = [(clip, judged.faults - judged.advice) for clip, judged in looked if not clip.faults]
    wrongly = tuple((clip.id, tuple(sorted(keys))) for clip, keys in clean if keys)
    return FaultFigures(
        rules=tuple(detections),
        without_rule=without_rule,
        faultless=Share(len(clean) - len(wrongly), len(clean)),
        wrongly=wrongly,
    )


def _holds(exercise: Exercise, results: Results) -> tuple[HoldTime, ...]:
    return tuple(
        hold_time(exercise, clip, judged)
        for clip, judged in results
        if any(segment.plank for segment in clip.segments)
    )


def hold_time(exercise: Exercise, clip: Clip, judged: Judged) -> HoldTime:
    """The engine's hold against the clip's segments by eye; those with a fault that ends a hold
    are none. Other words ("hips slightly high") leave a segment in form."""
    broken_by = exercise.goal.broken_by if isinstance(exercise.goal, Hold) else ()
    form = [
        s
        for s in clip.segments
        if s.plank and (s.fault is None or rule_for(s.fault, exercise) not in broken_by)
    ]
    start = min((s.start_s for s in form), default=0.0)
    end = max((s.end_s for s in form), default=0.0)
    return HoldTime(
        clip=clip.id,
        by_eye=sum(s.end_s - s.start_s for s in form),
        span_by_eye=end - start,
        held=judged.hold_s,
        span=judged.holds[-1].end_s - judged.holds[0].start_s if judged.holds else 0.0,
        straight=judged.straight_s,
    )


def _false_holds(exercise: Exercise, results: Results) -> tuple[FalseHold, ...]:
    """By the exercise that the clip shows: a push-up between two reps is a plank on straight arms,
    which no rule can tell from one and none needs to."""
    found: dict[str, list[float]] = {}
    for clip, judged in results:
        if clip.exercise != exercise.key and not any(s.plank for s in clip.segments):
            found.setdefault(clip.exercise, []).append(judged.hold_s)
    return tuple(
        FalseHold(key, sum(seconds), sum(map(bool, seconds)), len(seconds))
        for key, seconds in found.items()
    )
