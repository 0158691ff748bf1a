"""An evaluation as plain text that can be pasted into a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.analysis.exercise_words import exercise_title
from coach.evaluation.evaluation import ClipDifference, Evaluation, VariantScore
from coach.evaluation.figures import CountFigures, Detection, HoldTime, missed, pooled
from coach.evaluation.judge import Counter
from coach.evaluation.overall import Overall
from coach.evaluation.plank_frames import FrameFigures
from coach.evaluation.printed.tables import NOTHING, decimal, part, table
from coach.evaluation.score import ExerciseScore, FalseReps, ViewFigures, count_of
from coach.texts import say, say_list

FIGURES = ("counted", "accepted", "exact", "within_one", "error", "bottoms", "false_reps")


def figures(evaluation: Evaluation, frames: Sequence[FrameFigures]) -> list[str]:
    """Every table of an evaluation, blank lines between them."""
    parts: list[list[str]] = []
    for score in evaluation.scores:
        if score.clips == 0:
            continue
        parts.append(_heading(score))
        if score.views:
            parts += [_counts(score), _otherwise(evaluation, score)]
        if score.holds:
            parts.append(_holds(score.holds))
        if score.false_holds:
            parts.append(_false_holds(score))
        parts.append(_faults(score))
    if frames:
        parts.append(_frames(frames))
    parts.append(_overall(evaluation.overall))
    if evaluation.not_scored:
        lines = [say("evaluate.not_scored", count=len(evaluation.not_scored))]
        lines += [
            say("evaluate.not_scored_clip", clip=left.clip, reason=left.reason)
            for left in evaluation.not_scored
        ]
        parts.append(lines)
    return _joined(parts)


def variants(scores: Sequence[VariantScore]) -> list[str]:
    """What the variants change: a table, then each clip that differs."""
    rows = [_variant_row(score) for score in scores]
    keys = ("variant", "clips", "accepted", "exact", "false_reps", "count_changed")
    headers = [say(f"evaluate.head_{key}") for key in (*keys, "faults_changed")]
    parts = [[say("evaluate.variants"), "", *table(headers, rows, words=1)]]
    parts += [
        [f"{_variant(score)}:", *map(_difference, score.differences)]
        for score in scores
        if score.differences
    ]
    return _joined(parts)


def _variant(score: VariantScore) -> str:
    """Its words, or the name of the folder that its tracks came from."""
    return score.folder or say(f"evaluate.variant_{score.name}")


def _variant_row(score: VariantScore) -> tuple[str, ...]:
    coach = score.overall.counts[0]
    return (
        _variant(score),
        str(score.clips),
        part(coach.counts.accepted.hits, coach.counts.accepted.of),
        part(coach.counts.exact.hits, coach.counts.exact.of),
        str(coach.false_reps.reps),
        str(score.changed(lambda d: d.count_changed)),
        str(score.changed(lambda d: d.faults_changed)),
    )


def _joined(parts: Iterable[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for block in parts:
        if block:
            lines += ["", *block] if lines else block
    return lines


def _heading(score: ExerciseScore) -> list[str]:
    title = exercise_title(score.exercise)
    return [say("evaluate.heading", title=title, clips=score.clips, groups=score.groups)]


def _counts(score: ExerciseScore) -> list[str]:
    keys = ("view", "counted_by", "clips", "groups", "by_eye", *FIGURES)
    headers = [say(f"evaluate.head_{key}") for key in keys]
    return table(headers, [_count_row(row) for row in score.views], words=2)


def _count_row(row: ViewFigures) -> tuple[str, ...]:
    first = row.counter is Counter.COACH
    view = say(f"evaluate.view_{row.view.value if row.view else 'all'}")
    counts, false = row.counts, row.false_reps
    return (
        view if first else "",
        say(f"evaluate.counter_{row.counter.value}"),
        str(counts.clips) if first else "",
        str(row.groups) if first else "",
        str(counts.by_eye) if first else "",
        *_count_cells(counts, false),
    )


def _otherwise(evaluation: Evaluation, score: ExerciseScore) -> list[str]:
    """What is otherwise than by eye, clip by clip: a share alone teaches nothing."""
    lines = []
    for clip, judged in evaluation.judged[score.exercise.key]:
        if clip.exercise == score.exercise.key:
            count = count_of(clip, judged)
            late = missed(count.bottoms, count.bottoms_by_eye)
            if late:
                times = say_list(f"{t:.1f}" for t in late)
                lines.append(say("evaluate.bottoms_missed", clip=clip.id, times=times))
            if not (count.exact and count.accepted):
                by_eye = NOTHING if clip.reps is None else clip.reps
                lines.append(
                    say("evaluate.not_exact", clip=clip.id, counted=count.counted, by_eye=by_eye)
                )
        elif judged.reps:
            lines.append(say("evaluate.false_on", clip=clip.id, counted=judged.reps))
    return lines


def _overall(overall: Overall) -> list[str]:
    headers = [say(f"evaluate.head_{key}") for key in ("counted_by", "clips", "by_eye", *FIGURES)]
    rows = [
        (
            say(f"evaluate.counter_{row.counter.value}"),
            str(row.counts.clips),
            str(row.counts.by_eye),
            *_count_cells(row.counts, row.false_reps),
        )
        for row in overall.counts
    ]
    faults, clean = overall.faults, overall.faultless
    return [
        say("evaluate.overall"),
        "",
        *table(headers, rows, words=1),
        "",
        say(
            "evaluate.overall_faults",
            labelled=faults.labelled,
            found=faults.found,
            right=faults.right,
            precision=decimal(faults.precision.value),
            recall=decimal(faults.recall.value),
        ),
        say("evaluate.faultless", of=clean.of, flagged=clean.of - clean.hits),
    ]


def _count_cells(counts: CountFigures, false: FalseReps) -> tuple[str, ...]:
    return (
        str(counts.counted),
        decimal(counts.accepted.value),
        decimal(counts.exact.value),
        decimal(counts.within_one.value),
        decimal(counts.mean_error),
        part(counts.bottoms.hits, counts.bottoms.of),
        say("evaluate.false_reps", reps=false.reps, clips=false.clips, of=false.of),
    )


def _holds(holds: Sequence[HoldTime]) -> list[str]:
    rows = [
        (
            hold.clip,
            decimal(hold.by_eye, 1),
            decimal(hold.held, 1),
            f"{hold.held - hold.by_eye:+.1f}",
            decimal(hold.span_by_eye, 1),
            decimal(hold.span, 1),
            f"{hold.span - hold.span_by_eye:+.1f}",
            decimal(hold.straight, 1),
        )
        for hold in holds
    ]
    keys = ("hold", "in_form_by_eye", "in_form", "off", "span_by_eye", "span", "off", "straight")
    return table([say(f"evaluate.head_{key}") for key in keys], rows, words=1)


def _false_holds(score: ExerciseScore) -> list[str]:
    rows = [
        (row.exercise, decimal(row.seconds, 1), part(row.clips, row.of))
        for row in score.false_holds
    ]
    keys = ("other_exercise", "seconds_held", "on_clips")
    return table([say(f"evaluate.head_{key}") for key in keys], rows, words=1)


def _faults(score: ExerciseScore) -> list[str]:
    faults = score.faults
    keys = ("fault", "labelled", "groups", "found", "right", "precision", "recall")
    rows = [_fault_row(rule) for rule in (*faults.rules, pooled(faults.rules))]
    lines = table([say(f"evaluate.head_{key}") for key in keys], rows, words=1)
    if faults.without_rule:
        words = ", ".join(f"{word} ({count})" for word, count in faults.without_rule.items())
        lines.append(say("evaluate.without_rule", words=words))
    lines.append(
        say(
            "evaluate.faultless",
            of=faults.faultless.of,
            flagged=faults.faultless.of - faults.faultless.hits,
        )
    )
    lines += [
        say("evaluate.wrongly", clip=clip, faults=", ".join(keys)) for clip, keys in faults.wrongly
    ]
    return lines


def _fault_row(rule: Detection) -> tuple[str, ...]:
    return (
        rule.rule or say("evaluate.all_faults"),
        str(rule.labelled),
        str(rule.groups) if rule.rule else "",
        str(rule.found),
        str(rule.right),
        decimal(rule.precision.value),
        decimal(rule.recall.value),
    )


def _frames(frames: Sequence[FrameFigures]) -> list[str]:
    rows = [
        (
            row.file or say("evaluate.all_files"),
            ", ".join(f"{label} {part(s.hits, s.of)}" for label, s in row.labels.items()),
            decimal(row.right.value, 3),
            decimal(row.straight.value, 3),
        )
        for row in frames
    ]
    keys = ("frames", "right_by_label", "right_share", "straight_share")
    headers = [say(f"evaluate.head_{key}") for key in keys]
    return [say("evaluate.frames"), "", *table(headers, rows, words=2)]


def _difference(difference: ClipDifference) -> str:
    parts = []
    if difference.reps[0] != difference.reps[1]:
        parts.append(say("evaluate.change_reps", before=difference.reps[0], now=difference.reps[1]))
    elif difference.count_changed:
        seconds = difference.hold_s
        parts.append(say("evaluate.change_hold", before=seconds[0], now=seconds[1]))
    if difference.faults_changed:
        words = [", ".join(keys) or say("evaluate.no_fault") for keys in difference.faults]
        parts.append(say("evaluate.change_faults", before=words[0], now=words[1]))
    return say(
        "evaluate.change",
        clip=difference.clip,
        exercise=difference.exercise,
        what="; ".join(parts),
    )
