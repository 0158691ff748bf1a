"""Pictures and videos: dropped here, looked at by the engine that looks through the camera."""

import streamlit as st

from coach.texts import say
from coach.ui.analysis.image import show_image
from coach.ui.analysis.job import (
    begin_button,
    current_job,
    job_owner,
    leave_button,
    show_failure,
    show_progress,
    show_said,
)
from coach.ui.analysis.keep import keep_offer
from coach.ui.analysis.upload import drop_zone, is_image, pick_exercise, pick_model
from coach.ui.analysis.video import show_video
from coach.ui.analysis.whom import choose_whom
from coach.ui.shared.owner import current_owner
from coach.ui.shared.page_style import enter_by_the_app
from coach.ui.shared.record_store import record_store
from exercises import registry

enter_by_the_app()
exercises = registry()
records = record_store()
owner = current_owner(records)
st.header(say("analysis.title"), anchor=False)
job = current_job()
if job is None:
    show_said()
    file = drop_zone()
    if file is None:
        st.caption(say("analysis.intro"))
    elif is_image(file):
        show_image(file, pick_model())
    else:
        asked = choose_whom(file, pick_exercise(exercises), job_owner())
        if asked is not None:
            begin_button(file, asked)
else:
    leave_button(job, exercises[job.options.exercise])
    if not job.state.ended:
        show_progress(job.id)
    elif job.error is not None:
        show_failure(job)
    else:
        report = show_video(job, exercises[job.options.exercise])
        keep_offer(job, report, records, owner)
