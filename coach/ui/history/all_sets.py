"""All sets of one person together: calendar, streak, trends, faults, bests, and the list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import streamlit as st

from coach.analysis.exercise_words import exercise_title
from coach.history.bests import bests
from coach.history.calendar import calendar, day_streak, days, week_streak
from coach.history.fault_trends import fault_trends
from coach.history.sets import Sets
from coach.history.trends import TrendMeasure, grain_for, known_measures, trend
from coach.motion.exercise import Exercise
from coach.records.values import Owner
from coach.texts import say
from coach.ui.history.charts import calendar_chart, faults_chart, trend_chart, years_chart
from coach.ui.history.filters import Chosen, filters
from coach.ui.history.report import take_report
from coach.ui.history.shown_set import open_button
from coach.ui.shared.history_words import (
    best_words,
    day_words,
    fault_words,
    known_title,
    set_line,
)
from coach.ui.shared.metric_pair import metric_pair

# Half a year is what a phone's width shows in squares that can be told apart; a year still fits.
FEWEST_WEEKS, MOST_WEEKS = 26, 53
MOST_YEARS = 12
AT_ONCE = 15
_MEASURE, _MORE = "history-measure", "history-more"


def empty_history() -> None:
    """What a new person is told."""
    st.info(say("history.empty"), icon=":material/directions_walk:")
    st.page_link("pages/live.py", label=say("history.to_live"), icon=":material/videocam:")


def all_sets(owner: Owner, sets: Sets, exercises: Mapping[str, Exercise], today: date) -> None:
    """Everything about some sets, of which there is at least one. A filter reruns this alone."""

    def browse() -> None:
        chosen = filters(sets, exercises, today)
        _numbers(sets, chosen, today)
        _calendar(chosen)
        if chosen.ahead:
            st.caption(say("history.ahead", count=chosen.ahead))
        if not len(chosen.sets) and not chosen.ahead:
            st.info(say("history.none_chosen"), icon=":material/filter_alt:")
            return
        left, right = st.columns([3, 2], gap="large")
        with left:
            _trends(chosen)
            _faults(chosen, exercises)
        with right:
            _list(chosen.ever.chosen(since=chosen.first), exercises, today)
            _bests(chosen.ever, exercises)
            take_report(owner, chosen, exercises)

    st.fragment(browse)()


def _numbers(sets: Sets, chosen: Chosen, today: date) -> None:
    weeks, in_days = week_streak(sets, today), day_streak(sets, today)
    left, right = st.columns(2)
    with left:
        metric_pair(
            (say("history.sets"), f"{len(chosen.sets):,}"),
            (say("live.reps"), f"{int(chosen.sets.reps.sum()):,}"),
        )
    with right:
        metric_pair(
            (say("history.week_streak"), str(weeks.current)),
            (say("history.longest_week_streak"), str(weeks.longest)),
        )
    if in_days.current > 1:
        st.caption(say("history.day_streak", days=in_days.current, longest=in_days.longest))


def _calendar(chosen: Chosen) -> None:
    first = min(chosen.first, chosen.last - timedelta(weeks=FEWEST_WEEKS - 1))
    # A clock that was never set is in 1970.
    first = max(first, chosen.last - timedelta(days=MOST_YEARS * 366))
    every = calendar(days(chosen.ever), first, chosen.last)
    if len(every) <= MOST_WEEKS * 7:
        st.vega_lite_chart(calendar_chart(every), width="stretch", key="history-calendar")
    else:
        st.vega_lite_chart(years_chart(every), width="stretch", key="history-years")


def _trends(chosen: Chosen) -> None:
    # Tempo is one choice, down and up in one chart.
    known = [each for each in known_measures(chosen.sets) if each is not TrendMeasure.UP]
    if not known:
        return
    st.subheader(say("history.trends"), anchor=False)
    names = [each.value for each in known]
    name = st.segmented_control(
        say("history.trends"),
        names,
        default=names[0],
        format_func=lambda value: say(f"history.choose_{value}"),
        key=_MEASURE,
        required=True,
        label_visibility="collapsed",
    )
    measure = TrendMeasure(name if name in names else names[0])
    both = (TrendMeasure.DOWN, TrendMeasure.UP) if measure is TrendMeasure.DOWN else (measure,)
    grain = grain_for(chosen.first, chosen.last)
    series = [(each, trend(chosen.sets, each, grain)) for each in both]
    st.vega_lite_chart(
        trend_chart(series, grain, chosen.first, chosen.last), width="stretch", key="history-trend"
    )
    st.caption(say(f"history.grain_{grain.value}"))
    adds_up = measure in (TrendMeasure.REPS, TrendMeasure.HOLD)
    if not adds_up and len(set(chosen.sets.exercise.tolist())) > 1:
        st.caption(say("history.several_exercises"))


def _faults(chosen: Chosen, exercises: Mapping[str, Exercise]) -> None:
    keys = [chosen.exercise] if chosen.exercise else sorted(set(chosen.sets.exercise.tolist()))
    found = {key: fault_trends(chosen.sets, exercises[key]) for key in keys if key in exercises}
    if not any(found.values()):
        return
    st.subheader(say("history.faults"), anchor=False)
    for key, trends in found.items():
        if not trends:
            continue
        exercise = exercises[key]
        if chosen.exercise:
            spec = faults_chart(trends, exercise)
            st.vega_lite_chart(spec, width="stretch", key="history-faults")
        else:
            st.markdown(f"**{exercise_title(exercise)}**")
        st.markdown("\n".join(f"- {fault_words(each, exercise)}" for each in trends))
    st.caption(say("history.faults_how"))


def _bests(sets: Sets, exercises: Mapping[str, Exercise]) -> None:
    st.subheader(say("history.bests"), anchor=False)
    rows = []
    for best in bests(sets):
        what, value = best_words(best)
        rows.append(
            {
                say("live.exercise"): known_title(exercises, best.exercise),
                say("history.best_in"): what,
                say("history.best"): value,
                say("history.when"): day_words(best.summary.started_at),
            }
        )
    st.table(rows, border="horizontal", hide_index=True)


def _list(sets: Sets, exercises: Mapping[str, Exercise], today: date) -> None:
    st.subheader(say("history.list"), anchor=False)

    def page() -> None:
        shown = st.session_state.get(_MORE, AT_ONCE)
        for summary in reversed(sets.summaries[-shown:]):
            icon = ":material/play_circle:" if summary.ended else ":material/pending:"
            open_button(summary.id, set_line(summary, exercises, today), icon)
        if shown < len(sets) and st.button(say("history.more"), icon=":material/expand_more:"):
            st.session_state[_MORE] = shown + 2 * AT_ONCE
            st.rerun(scope="fragment")

    st.fragment(page)()
