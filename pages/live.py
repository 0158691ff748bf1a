"""The live coach: exercise, camera, numbers, and after STOP the set rep by rep."""

from dataclasses import replace

import streamlit as st

from coach.analysis.exercise_words import how_to_stand
from coach.live.transport import stream
from coach.ui.live.admission import is_admitted
from coach.ui.live.model_download import model_ready
from coach.ui.live.next_set import begin_as_chosen, next_set
from coach.ui.live.panel import live_panel
from coach.ui.live.picker import chosen_camera, chosen_settings, pick_exercise, pick_options
from coach.ui.live.relay_settings import relay_plan
from coach.ui.live.session import live_session
from coach.ui.live.viewport import follow_viewport, picture_height
from coach.ui.live.wake_lock import keep_screen_on
from coach.ui.shared.owner import current_owner
from coach.ui.shared.page_style import enter_by_the_app
from coach.ui.shared.record_store import record_store
from coach.ui.shared.set_summary import earlier_sets, set_tables, set_totals
from exercises import registry

enter_by_the_app()
exercises = registry()
records = record_store()
session = live_session(exercises, records, current_owner(records))
before = session.snapshot().settings
settings = chosen_settings(before)
exercise = exercises[settings.exercise]

above = st.container()
left, right = st.columns([5, 3], gap="medium")

with right:
    plan = relay_plan()
with left:
    if not model_ready(settings.model):
        settings = replace(settings, model=before.model)
    session.apply(settings)
    if is_admitted(session):
        connection = stream.show(session, chosen_camera(), plan, picture_height())
    else:
        connection = stream.Connection(waiting=True)

begin_as_chosen(session, active=connection.active)
session.expect(frames=connection.active)
record = session.summary()
finished = record.worth_keeping and not connection.active

with right:
    live_panel(session, exercise, connection, plan)
    if finished:
        set_totals(record.snapshot, record.duration_s, exercise)
        next_set()
# While the camera runs the picture comes first, and after it, on a phone, the numbers.
below = st.container()
with below if connection.active else above:
    pick_exercise(exercises, settings)
    st.caption(how_to_stand(exercise))
with below:
    pick_options(settings, locked=connection.active)
if finished:
    set_tables(record.snapshot, exercise)
earlier_sets(session.snapshot().finished, exercises)
follow_viewport(running=connection.active)
keep_screen_on(running=connection.active)
