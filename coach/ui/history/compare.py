"""Two reps, or two sets, laid over each other in step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.analysis.exercise_words import exercise_title, lost_titles, rule_title
from coach.history.in_step import in_step
from coach.history.moving_figure import moving_figure
from coach.motion.exercise import Exercise
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep
from coach.records.errors import RecordsError
from coach.records.records import Records
from coach.records.values import KeptSet, Owner, SetSummary
from coach.texts import say, say_list
from coach.ui.history.replay import ReplayFigure, marks_of, replay
from coach.ui.shared.history_words import moment_words, result_words

# A list that is longer is not looked through.
OTHERS = 60
_SET, _OWN, _OTHER = "history-other-set", "history-own-rep", "history-other-rep"

Moves = Sequence[Rep | Attempt]


def compare(
    records: Records, owner: Owner, kept: KeptSet, exercise: Exercise, track: Track
) -> None:
    """Choose what to lay over this set, and see both move."""
    try:
        found = records.sets(owner, exercise=exercise.key)
    except RecordsError as error:
        st.error(str(error))
        return
    own = kept.summary
    others: list[SetSummary] = [own, *(each for each in found if each.id != own.id)][:OTHERS]
    chosen = st.selectbox(
        say("history.other_set"),
        range(len(others)),
        format_func=lambda i: (
            say("history.this_set")
            if i == 0
            else f"{moment_words(others[i].started_at)} · {result_words(others[i])}"
        ),
        # A set of one rep has nothing of its own to lay over it.
        index=1 if len(kept.report.reps) < 2 and len(others) > 1 else 0,
        key=f"{_SET}-{own.id}",
    )
    try:
        other = kept if chosen == 0 else records.one(owner, others[chosen].id)
        other_track = track if chosen == 0 else records.track(owner, other.summary.id)
    except RecordsError as error:
        st.info(str(error), icon=":material/blur_off:")
        return
    left, right = st.columns(2)
    with left:
        moves, label = _pick(kept.report, exercise, say("history.this_one"), f"{_OWN}-{own.id}", 0)
    with right:
        last = 1 if chosen == 0 else 0
        other_moves, other_label = _pick(
            other.report, exercise, say("history.the_other"), f"{_OTHER}-{other.summary.id}", last
        )
    steps = in_step(moves, other_moves)
    if not steps:
        st.info(say("history.nothing_in_step"), icon=":material/compare:")
        return
    replay(
        [
            ReplayFigure(moving_figure(track, exercise), label),
            ReplayFigure(moving_figure(other_track, exercise), other_label),
        ],
        key="replay-compare",
        label=say("history.compared", exercise=exercise_title(exercise)),
        marks=marks_of(kept.report, exercise),
        steps=steps,
    )
    st.caption(say("history.in_step"))


def _pick(
    report: Report, exercise: Exercise, label: str, key: str, place: int
) -> tuple[Moves, str]:
    """The whole set, or one of its reps or attempts."""
    moves: list[Rep | Attempt] = sorted(
        (*report.reps, *report.attempts), key=lambda each: each.start_s
    )
    words = [_words(exercise, each) for each in moves]
    chosen = st.selectbox(
        label,
        range(len(moves) + 1),
        index=min(place + 1, len(moves)) if moves else 0,
        format_func=lambda i: say("history.whole_set") if i == 0 else words[i - 1],
        key=key,
    )
    if chosen == 0 or chosen > len(moves):
        return report.reps, f"{label}: {say('history.whole_set')}"
    return (moves[chosen - 1],), f"{label}: {words[chosen - 1]}"


def _words(exercise: Exercise, done: Rep | Attempt) -> str:
    at = say("live.seconds", seconds=done.start_s)
    if isinstance(done, Attempt):
        return say("history.attempt_at", at=at, why=rule_title(exercise, done.reason))
    scored = say("history.rep_scored", number=done.number, at=at, score=done.score)
    return say_list((scored, *lost_titles(exercise, done)))
