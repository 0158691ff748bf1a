"""An evaluation as a JSON-able dict that holds every figure; docs/formats.md describes it."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

from coach.evaluation.evaluation import Evaluation, VariantScore
from coach.evaluation.figures import CountFigures, Detection, HoldTime, Share
from coach.evaluation.judge import Counter, Judged
from coach.evaluation.manifest import Clip
from coach.evaluation.overall import Overall
from coach.evaluation.plank_frames import FrameFigures
from coach.evaluation.score import ExerciseScore, FalseReps, ViewFigures

Json = dict[str, Any]

DIGITS = 4


def to_json(
    evaluation: Evaluation, frames: Sequence[FrameFigures], variants: Sequence[VariantScore]
) -> Json:
    """All figures; a number that is not known is null."""
    return {
        "exercises": {score.exercise.key: _exercise(score) for score in evaluation.scores},
        "overall": _overall(evaluation.overall),
        "plank_frames": [_frames(row) for row in frames],
        "clips": {
            key: [_clip(clip, judged, key) for clip, judged in results]
            for key, results in evaluation.judged.items()
        },
        "not_scored": [{"id": left.clip, "reason": left.reason} for left in evaluation.not_scored],
        "variants": [_variant(score) for score in variants],
    }


def _exercise(score: ExerciseScore) -> Json:
    faults = score.faults
    return {
        "clips": score.clips,
        "groups": score.groups,
        "counts": [_counts(row) for row in score.views],
        "faults": [_detection(rule) for rule in faults.rules],
        "words_without_rule": dict(faults.without_rule),
        "faultless": {
            **_share(faults.faultless),
            "wrongly": [{"id": clip, "faults": list(keys)} for clip, keys in faults.wrongly],
        },
        "holds": [_hold(hold) for hold in score.holds],
        "false_holds": [
            {
                "exercise": row.exercise,
                "hold_s": _number(row.seconds),
                "clips": row.clips,
                "of": row.of,
            }
            for row in score.false_holds
        ],
    }


def _counts(row: ViewFigures) -> Json:
    return {
        "view": row.view.value if row.view else "all",
        "groups": row.groups,
        **_count_figures(row.counter, row.counts, row.false_reps),
    }


def _overall(overall: Overall) -> Json:
    return {
        "counts": [
            _count_figures(row.counter, row.counts, row.false_reps) for row in overall.counts
        ],
        "faults": _detection(overall.faults),
        "faultless": _share(overall.faultless),
    }


def _count_figures(counter: Counter, counts: CountFigures, false_reps: FalseReps) -> Json:
    return {
        "counted_by": counter.value,
        "clips": counts.clips,
        "reps_by_eye": counts.by_eye,
        "counted": counts.counted,
        "accepted": _share(counts.accepted),
        "exact": _share(counts.exact),
        "within_one": _share(counts.within_one),
        "mean_error": _number(counts.mean_error),
        "bottoms": _share(counts.bottoms),
        "false_reps": {
            "reps": false_reps.reps,
            "clips": false_reps.clips,
            "of": false_reps.of,
        },
    }


def _detection(rule: Detection) -> Json:
    return {
        "rule": rule.rule or "all",
        "labelled": rule.labelled,
        "groups": rule.groups,
        "found": rule.found,
        "right": rule.right,
        "precision": _number(rule.precision.value),
        "recall": _number(rule.recall.value),
    }


def _hold(hold: HoldTime) -> Json:
    return {
        "id": hold.clip,
        "in_form_by_eye_s": _number(hold.by_eye),
        "in_form_s": _number(hold.held),
        "span_by_eye_s": _number(hold.span_by_eye),
        "span_s": _number(hold.span),
        "straight_line_s": _number(hold.straight),
    }


def _frames(row: FrameFigures) -> Json:
    return {
        "file": row.file or "all",
        "labels": {label: _share(share) for label, share in row.labels.items()},
        "right": _share(row.right),
        "straight_line": _share(row.straight),
    }


def _clip(clip: Clip, judged: Judged, key: str) -> Json:
    own = clip.exercise == key
    return {
        "id": clip.id,
        "exercise": clip.exercise,
        "view": clip.view.value,
        "group": clip.group,
        "reps_by_eye": clip.reps if own else None,
        "reps_accept": list(clip.accept) if own and clip.accept else None,
        "faults_by_eye": list(clip.faults) if own and clip.faults is not None else None,
        "counted": {counter.value: len(bottoms) for counter, bottoms in judged.bottoms.items()},
        "bottoms_s": {
            counter.value: [_number(t) for t in bottoms]
            for counter, bottoms in judged.bottoms.items()
        },
        "faults": sorted(judged.faults),
        "advice": sorted(judged.advice),
        "hold_s": _number(judged.hold_s),
        "holds": [{"start_s": hold.start_s, "end_s": hold.end_s} for hold in judged.holds],
    }


def _variant(score: VariantScore) -> Json:
    return {
        "name": score.name,
        "folder": score.folder or None,
        "clips": score.clips,
        "overall": _overall(score.overall),
        "counts_changed": score.changed(lambda d: d.count_changed),
        "faults_changed": score.changed(lambda d: d.faults_changed),
        "differences": [
            {
                "id": difference.clip,
                "exercise": difference.exercise,
                "reps": list(difference.reps),
                "faults": [list(keys) for keys in difference.faults],
                "hold_s": [_number(seconds) for seconds in difference.hold_s],
            }
            for difference in score.differences
        ],
    }


def _share(share: Share) -> Json:
    return {"hits": share.hits, "of": share.of, "share": _number(share.value)}


def _number(value: float) -> float | None:
    return round(value, DIGITS) if isfinite(value) else None
