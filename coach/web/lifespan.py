"""What happens when the app begins and ends, but for its pages."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from coach.compat.streamlit.component import declare_ahead
from coach.images.finder import Finder
from coach.jobs.jobs import Jobs
from coach.texts import say
from coach.vision.models import model_store
from coach.vision.self_test import SelfTest
from coach.web.server_log import set_up_log

LOGGER = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(self_test: SelfTest, jobs: Jobs, finder: Finder) -> AsyncIterator[None]:
    """The app's: at its beginning detection is tried, at its end jobs, their files and networks are
    gone. The server ends itself by the signal that it was sent, so that Python's own way of
    cleaning up at the end is not taken."""
    set_up_log()
    declare_ahead()
    LOGGER.info("%s", say("log.begun"))
    present = {stored.model.name for stored in model_store.stored() if stored.present}
    if model_store.DEFAULT in present:
        self_test.begin(model_store.DEFAULT)
    try:
        yield
    finally:
        await run_in_threadpool(jobs.close)
        await run_in_threadpool(finder.close)
        await run_in_threadpool(_close_networks)
        LOGGER.info("%s", say("log.ended"))


def _close_networks() -> None:
    # Loading MediaPipe takes seconds; where nothing was looked at, there is nothing to close.
    from coach.vision.mediapipe.closing import close_all

    close_all()
