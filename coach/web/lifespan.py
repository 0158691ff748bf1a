"""What happens when the app ends, but for its pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from coach.jobs.process import JOBS


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """The app's: at its end jobs and their files are gone. The server ends itself by the signal
    that it was sent, so that Python's own way of cleaning up at the end is not taken."""
    try:
        yield
    finally:
        await run_in_threadpool(JOBS.close)
