"""A finished analysis, as JSON for programs or as a few lines for a person."""

from __future__ import annotations

import json

from coach.analysis.analysis import Analysis
from coach.analysis.exercise_words import (
    cue_words,
    exercise_title,
    lost_titles,
    reason_title,
    rule_title,
)
from coach.commands.command import STANDARD_OUTPUT
from coach.commands.console import Console
from coach.motion.codec import to_json
from coach.motion.exercise import Exercise, Hold
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep
from coach.texts import say, say_list


def report_text(report: Report) -> str:
    """The report as JSON for people to read, too."""
    return json.dumps(to_json(report), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def tell_result(
    analysis: Analysis, exercise: Exercise, json_to: str | None, console: Console
) -> None:
    """Tell a person what came out; where the JSON goes to standard output, that alone."""
    if json_to == STANDARD_OUTPUT:
        console.write(report_text(analysis.report))
    else:
        for line in summary(analysis.report, exercise):
            console.tell(line)
    if analysis.guidance is not None:
        cue = analysis.guidance
        console.note(say("cli.never_ready", ask=cue_words(cue)))


def summary(report: Report, exercise: Exercise) -> list[str]:
    """The report as lines of text."""
    lines = [
        say(
            "cli.summary_set",
            title=exercise_title(exercise),
            level=report.level,
            seconds=report.duration_s,
            view=say(f"cli.view_{report.view.value}"),
        )
    ]
    if isinstance(exercise.goal, Hold):
        lines.append(say("cli.summary_hold", seconds=report.hold_s))
    else:
        lines.append(say("cli.summary_reps", reps=len(report.reps), attempts=len(report.attempts)))
    details = [_rep_line(rep, exercise) for rep in report.reps]
    details += [_attempt_line(attempt, exercise) for attempt in report.attempts]
    in_reps = {key for rep in report.reps for key in rep.faults}
    details += [
        say(
            "cli.summary_fault",
            title=rule_title(exercise, span.key),
            start=span.start_s,
            end=span.end_s,
        )
        for span in report.faults
        if span.key not in in_reps
    ]
    return lines + [f"  {line}" for line in details]


def _rep_line(rep: Rep, exercise: Exercise) -> str:
    lost = say_list(lost_titles(exercise, rep)) or say("cli.nothing_lost")
    return say(
        "cli.summary_rep",
        number=rep.number,
        start=rep.start_s,
        end=rep.end_s,
        range=rep.range_of_motion,
        score=rep.score,
        lost=lost,
    )


def _attempt_line(attempt: Attempt, exercise: Exercise) -> str:
    reason = reason_title(exercise, attempt.reason)
    return say("cli.summary_attempt", start=attempt.start_s, end=attempt.end_s, reason=reason)
