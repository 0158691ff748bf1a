"""One set: replayed, rep by rep, and why a rep did not count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite

import streamlit as st

from coach.analysis.exercise_words import exercise_title, rule_title
from coach.history.curves import LEFT, RIGHT, at_bottom, overview, sides, spans, why
from coach.history.fatigue import fatigue
from coach.history.moving_figure import moving_figure
from coach.motion.exercise import Exercise, Hold
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep
from coach.records.errors import RecordsError
from coach.records.records import Records
from coach.records.values import KeptSet, Owner
from coach.texts import say
from coach.ui.history.compare import compare
from coach.ui.history.replay import ReplayFigure, marks_of, replay
from coach.ui.history.set_charts import reps_chart, sides_chart, why_chart
from coach.ui.history.shown_set import back_button
from coach.ui.history.take import take_one
from coach.ui.shared.history_words import fatigue_words, known_title, level_word, moment_words
from coach.ui.shared.set_summary import set_tables, set_totals
from coach.ui.shared.words import why_not

# One or two reps are no course of a set.
FEWEST = 3
_PART, _DONE = "history-part", "history-rep"


def one_set(records: Records, owner: Owner, set_id: str, exercises: Mapping[str, Exercise]) -> None:
    """The set behind a link. Raises NotFoundError, also where it is somebody else's."""
    kept = records.one(owner, set_id)
    back_button()
    summary = kept.summary
    st.header(known_title(exercises, summary.exercise), anchor=False)
    st.caption(
        say(
            "history.set_of",
            moment=moment_words(summary.started_at),
            level=level_word(summary.level),
            source=say(f"history.source_{summary.source.value}"),
        )
    )
    exercise = exercises.get(summary.exercise)
    if exercise is None:
        st.info(say("history.exercise_gone"), icon=":material/help:")
        take_one(records, owner, kept)
        return
    track = _track(records, owner, kept)
    left, right = st.columns([5, 3], gap="medium")
    with left:
        if track is None:
            st.info(say("history.no_track"), icon=":material/blur_off:")
        else:
            _replay(kept, exercise, track)
    with right:
        set_totals(kept.report, summary.duration_s, exercise)
    _parts(records, owner, kept, exercise, track)
    take_one(records, owner, kept)


def _track(records: Records, owner: Owner, kept: KeptSet) -> Track | None:
    if not kept.frames:
        return None
    try:
        return records.track(owner, kept.summary.id)
    except RecordsError as error:
        st.warning(str(error), icon=":material/blur_off:")
        return None


def _replay(kept: KeptSet, exercise: Exercise, track: Track) -> None:
    replay(
        [ReplayFigure(moving_figure(track, exercise), exercise_title(exercise))],
        key=f"replay-{kept.summary.id}",
        label=say("history.replay_of", exercise=exercise_title(exercise)),
        marks=marks_of(kept.report, exercise),
        curve=overview(exercise, track, kept.report),
    )


def _parts(
    records: Records,
    owner: Owner,
    kept: KeptSet,
    exercise: Exercise,
    track: Track | None,
) -> None:
    """What there is to know of the set, each part worked out when it is asked for."""
    report = kept.report
    parts: dict[str, Callable[[], None]] = {"reps": lambda: set_tables(report, exercise)}
    if track is not None and _judged(report):
        parts["why"] = lambda: _why(kept.summary.id, report, exercise, track)
    if len(report.reps) >= FEWEST:
        parts["fatigue"] = lambda: _fatigue(report)
    if track is not None and any(rep.uneven_deg is not None for rep in report.reps):
        parts["sides"] = lambda: _sides(report, exercise, track)
    if track is not None and (report.reps or report.attempts):
        parts["compare"] = lambda: compare(records, owner, kept, exercise, track)

    def shown() -> None:
        # A value from before, or of another set, may name a part that this one lacks.
        part = st.segmented_control(
            say("history.part"),
            list(parts),
            default="reps",
            format_func=lambda name: say(f"history.part_{name}"),
            key=_PART,
            required=True,
            label_visibility="collapsed",
        )
        parts.get(part or "reps", parts["reps"])()

    st.fragment(shown)()


def _judged(report: Report) -> list[tuple[Rep | Attempt, str]]:
    """Every movement with the rule that spoke about it: first what did not count."""
    found: list[tuple[Rep | Attempt, str]] = [(each, each.reason) for each in report.attempts]
    if not found and not report.reps:
        return [(each, each.reason) for each in spans(report)]
    found += [(rep, key) for rep in report.reps for key in rep.faults]
    return found


def _why(set_id: str, report: Report, exercise: Exercise, track: Track) -> None:
    judged = _judged(report)
    chosen = st.selectbox(
        say("history.which"),
        range(len(judged)),
        format_func=lambda i: _judged_words(exercise, *judged[i]),
        key=f"{_DONE}-{set_id}",
    )
    done, rule = judged[chosen]
    found = why(exercise, track, report, done, rule)
    if found is None:
        st.info(say("history.not_measured"), icon=":material/visibility_off:")
        return
    st.vega_lite_chart(why_chart(found), width="stretch", key="history-why")
    if isinstance(done, Attempt) and done in report.attempts:
        st.markdown(say("history.why_said", why=why_not(exercise, done), at=found.at))
    source = next((each.source for each in exercise.rules if each.key == rule), "")
    if source:
        st.caption(say("history.rule_source", source=source))


def _judged_words(exercise: Exercise, done: Rep | Attempt, rule: str) -> str:
    at = say("live.seconds", seconds=done.bottom_s)
    if isinstance(done, Attempt) and isinstance(exercise.goal, Hold):
        title = rule_title(exercise, rule)
        return say("history.span_at", why=title, start=done.start_s, end=done.end_s)
    if isinstance(done, Attempt):
        return say("history.attempt_at", at=at, why=why_not(exercise, done))
    return say("history.rep_at", number=done.number, at=at, why=rule_title(exercise, rule))


def _fatigue(report: Report) -> None:
    for sentence in fatigue_words(fatigue(report.reps)):
        st.markdown(sentence)
    st.vega_lite_chart(reps_chart(report.reps), width="stretch", key="history-fatigue")


def _sides(report: Report, exercise: Exercise, track: Track) -> None:
    both = sides(exercise, track, report)
    if not both:
        st.info(say("history.not_measured"), icon=":material/visibility_off:")
        return
    left, right = both
    off = [
        a - b
        for a, b in zip(at_bottom(left, report.reps), at_bottom(right, report.reps), strict=True)
        if isfinite(a) and isfinite(b)
    ]
    if off:
        mean = sum(off) / len(off)
        bent = LEFT if mean < 0 else RIGHT
        st.markdown(say(f"history.sides_{bent}", degrees=abs(mean), reps=len(off)))
    st.vega_lite_chart(sides_chart(left, right), width="stretch", key="history-sides")
