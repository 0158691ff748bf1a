"""A set, rep by rep, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from coach.analysis.exercise_words import exercise_title, lost_titles, rule_title
from coach.live.set_record import SetRecord
from coach.motion.exercise import Exercise, Hold
from coach.motion.judging.score import set_score
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, HeldTime, Rep, Snapshot
from coach.texts import say, say_count, say_list
from coach.ui.shared.metric_pair import metric_pair
from coach.ui.shared.words import MISSING, clock, hold_time, percent, why_not

Done = Snapshot | Report
"""What was done in a set: as the engine says it, or as it was kept."""


def one_line(record: SetRecord, exercise: Exercise) -> str:
    """Exercise, level and result in one line."""
    return say(
        "set.line",
        exercise=exercise_title(exercise),
        level=say(f"live.level_{record.level}"),
        result=_result(record, exercise),
    )


def set_totals(done: Done, duration_s: float, exercise: Exercise) -> None:
    """The set in a few numbers."""
    time = (say("set.time"), clock(duration_s))
    st.subheader(say("set.title"), anchor=False)
    if isinstance(exercise.goal, Hold):
        metric_pair((say("live.hold"), hold_time(done.hold_s)), time)
        return
    score = set_score(tuple(rep.score for rep in done.reps))
    metric_pair(
        (say("live.reps"), str(len(done.reps))),
        (say("live.not_counted"), str(len(done.attempts))),
    )
    metric_pair((say("set.total"), MISSING if score is None else str(score)), time)


def set_tables(done: Done, exercise: Exercise) -> None:
    """Every rep or hold, then every attempt with its reason."""
    _table(rep_rows(done, exercise))
    _table(hold_rows(done))
    _table(attempt_rows(done, exercise))
    if isinstance(exercise.goal, Hold):
        _table(fault_rows(done, exercise))


def _sides(done: Sequence[Rep | Attempt | HeldTime]) -> list[dict[str, str]]:
    """For each the cell that says with which side it was done, where any was done with one."""
    if not any(each.side for each in done):
        return [{}] * len(done)
    return [{say("set.side"): say(f"set.side_{each.side or 'both'}")} for each in done]


def rep_rows(done: Done, exercise: Exercise) -> list[dict[str, str]]:
    """One row per counted rep."""
    return [
        {
            say("set.number"): str(rep.number),
            **side,
            say("set.down"): f"{rep.descent_s:.1f}",
            say("set.up"): f"{rep.ascent_s:.1f}",
            say("set.range"): percent(rep.range_of_motion),
            say("set.lost"): say_list(lost_titles(exercise, rep)) or say("set.nothing_lost"),
            say("set.score"): str(rep.score),
        }
        for rep, side in zip(done.reps, _sides(done.reps), strict=True)
    ]


def hold_rows(done: Done) -> list[dict[str, str]]:
    """One row per stretch in form."""
    return [
        {
            say("set.from"): say("live.seconds", seconds=hold.start_s),
            say("set.to"): say("live.seconds", seconds=hold.end_s),
            say("set.held"): hold_time(hold.end_s - hold.start_s),
            **side,
        }
        for hold, side in zip(done.holds, _sides(done.holds), strict=True)
    ]


def attempt_rows(done: Done, exercise: Exercise) -> list[dict[str, str]]:
    """One row per movement that did not count."""
    return [
        {
            say("set.at"): say("live.seconds", seconds=attempt.bottom_s),
            **side,
            say("set.why"): why_not(exercise, attempt),
            say("set.range"): percent(attempt.range_of_motion),
        }
        for attempt, side in zip(done.attempts, _sides(done.attempts), strict=True)
    ]


def fault_rows(done: Done, exercise: Exercise) -> list[dict[str, str]]:
    """One row per fault, from when to when."""
    spans = done.faults if isinstance(done, Report) else done.fault_spans
    return [
        {
            say("set.faults"): rule_title(exercise, span.key),
            say("set.from"): say("live.seconds", seconds=span.start_s),
            say("set.to"): say("live.seconds", seconds=span.end_s),
        }
        for span in spans
    ]


def earlier_sets(records: Sequence[SetRecord], exercises: Mapping[str, Exercise]) -> None:
    """The finished sets of this visit, the newest first, each behind its line."""
    if not records:
        return
    st.subheader(say("set.earlier"), anchor=False)
    for record in reversed(records):
        exercise = exercises[record.exercise]
        with st.expander(one_line(record, exercise)):
            set_tables(record.snapshot, exercise)


def _result(record: SetRecord, exercise: Exercise) -> str:
    if isinstance(exercise.goal, Hold):
        return say("set.hold", hold=hold_time(record.snapshot.hold_s))
    return say_count("set.reps", len(record.snapshot.reps))


def _table(rows: list[dict[str, str]]) -> None:
    if rows:
        st.table(rows, border="horizontal", hide_index=True)
