"""One exercise explained: how to stand, and every rule with its limits and its source."""

from __future__ import annotations

import streamlit as st

from coach.analysis.exercise_words import exercise_summary, how_to_stand, rule_cue, rule_title
from coach.motion.exercise import BEGINNER, STRICT, Cycle, Exercise, Extreme, Fault
from coach.motion.judging.score import (
    RANGE_POINTS,
    SMOOTHNESS_POINTS,
    SYMMETRY_POINTS,
    TEMPO_POINTS,
)
from coach.motion.snapshot import View
from coach.texts import say, say_list
from coach.ui.shared.words import limit_words

_PLACES = {
    "guide.front": frozenset({View.FRONT}),
    "guide.side": frozenset({View.LEFT, View.RIGHT}),
    "guide.oblique": frozenset({View.OBLIQUE}),
}


def exercise_guide(exercise: Exercise) -> None:
    """Everything the coach goes by, in the exercise's own words."""
    st.write(exercise_summary(exercise))
    st.info(how_to_stand(exercise), icon=":material/photo_camera:")
    tried = exercise.tried_on
    mark = "guide.proven" if tried.proven else "guide.tried"
    st.caption(say(mark, people=tried.people, clips=tried.clips, right=tried.right))
    for sentence in _how_it_counts(exercise):
        st.write(sentence)
    st.subheader(say("guide.watched"), anchor=False)
    st.table(
        [_row(exercise, rule) for rule in exercise.rules], border="horizontal", hide_index=True
    )
    sources = [
        (rule_title(exercise, rule.key), rule.source) for rule in exercise.rules if rule.source
    ]
    with st.expander(say("guide.sources")):
        st.markdown("\n".join(f"- **{title}**: {source}" for title, source in sources))


def _how_it_counts(exercise: Exercise) -> tuple[str, ...]:
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        return (say("guide.held", grace=goal.grace_s),)
    scored = say(
        "guide.scored",
        range=RANGE_POINTS,
        tempo=TEMPO_POINTS,
        smoothness=SMOOTHNESS_POINTS,
        symmetry=SYMMETRY_POINTS,
    )
    return (say("guide.counted", rest=goal.rest_s), scored)


def _row(exercise: Exercise, rule: Fault | Extreme) -> dict[str, str]:
    return {
        say("guide.rule"): rule_title(exercise, rule.key),
        say("guide.says"): rule_cue(exercise, rule.key),
        say("guide.beginner"): _limits(exercise, rule, BEGINNER),
        say("guide.strict"): _limits(exercise, rule, STRICT),
        **_points(exercise, rule),
        say("guide.views"): views_words(rule.views),
    }


def _points(exercise: Exercise, rule: Fault | Extreme) -> dict[str, str]:
    """A hold has no score."""
    scored = isinstance(exercise.goal, Cycle)
    return {say("guide.points"): f"-{rule.points_lost}"} if scored else {}


def views_words(views: frozenset[View]) -> str:
    """Camera positions in words: `the side, half turned`."""
    seen = [say(key) for key, places in _PLACES.items() if places <= views]
    return say("guide.everywhere") if len(seen) == len(_PLACES) else say_list(seen)


def _limits(exercise: Exercise, rule: Fault | Extreme, level: str) -> str:
    unit = rule.measure.unit
    return limit_words(*exercise.limits_of(rule, level), unit)
