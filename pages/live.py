"""The live coach: exercise, camera, numbers, and after STOP the set rep by rep."""

from dataclasses import replace

import streamlit as st

from coach.live import stream
from coach.texts import say
from coach.ui.live_panel import live_panel
from coach.ui.live_session import live_session
from coach.ui.model_ready import model_ready
from coach.ui.next_set import begin_as_chosen, next_set, was_active
from coach.ui.picker import pick_camera, pick_exercise, pick_view
from coach.ui.relay_settings import relay_plan
from coach.ui.set_summary import earlier_sets, set_summary
from exercises import registry

exercises = registry()
session = live_session(exercises)
before = session.snapshot().settings

settings = pick_exercise(exercises, before)
exercise = exercises[settings.exercise]
st.caption(exercise.how_to_stand)

left, right = st.columns([5, 3], gap="medium")
with left:
    video = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        facing = pick_camera(locked=was_active())
        settings = pick_view(settings)

with video:
    if not model_ready(settings.model):
        settings = replace(settings, model=before.model)
    session.apply(settings)
    plan = relay_plan()
    connection = stream.show(session, facing, plan)

begin_as_chosen(session, connection.active)
session.expect(connection.active)

with right:
    live_panel(session, exercise, connection, plan)

record = session.summary()
if record.worth_keeping and not connection.active:
    st.subheader(say("set.title"), anchor=False)
    next_set()
    set_summary(record, exercise)
earlier_sets(session.snapshot().finished, exercises)
