"""What the pages and the API of one process share, put together here and nowhere else.

Each part is made when it is first asked for. Ask by the module (`process.jobs()`), so that a test
can put another in its place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import cache

from starlette.routing import BaseRoute

from coach.images.finder import Finder, PeopleFinder
from coach.images.limits import image_limits_from
from coach.jobs.jobs import Jobs
from coach.jobs.limits import job_limits_from
from coach.jobs.scene import Scenes
from coach.live.load.fleet import Fleet
from coach.motion.exercise import Exercise
from coach.runtime.machine import whole_cores
from coach.runtime.once import once
from coach.settings import API_KEY, MAX_SESSIONS, METRICS, TRUSTED_PROXIES
from coach.vision.self_test import SelfTest
from coach.web.api import api_app, under_api
from coach.web.lifespan import lifespan as from_begin_to_end
from coach.web.links import Links
from coach.web.metrics import metrics_route
from coach.web.protection.visitors import Visitors


@once
def fleet() -> Fleet:
    """All live sessions."""
    return Fleet(limit=MAX_SESSIONS.read())


@once
def self_test() -> SelfTest:
    """What is known of its detection."""
    return SelfTest(_is_right)


@once
def jobs() -> Jobs:
    """The analyses of uploaded videos."""
    return Jobs(limits=job_limits_from())


@once
def scenes() -> Scenes:
    """Who is in uploaded videos."""
    return Scenes(jobs())


@once
def finder() -> Finder:
    """What finds people in pictures, one less at a time while somebody trains."""
    return Finder(
        _people_finder,
        workers=whole_cores(),
        limits=image_limits_from(),
        somebody_trains=_somebody_trains,
    )


@once
def links() -> Links:
    """Links that open a file to anybody who has them."""
    return Links()


@once
def visitors() -> Visitors:
    """Who asks, by address."""
    return Visitors(TRUSTED_PROXIES.read())


@cache
def routes(registry: Callable[[], Mapping[str, Exercise]]) -> list[BaseRoute]:
    """What is answered beside the pages. Made once, because Streamlit runs the entry file anew at
    every visit."""
    api = api_app(registry(), jobs(), finder(), API_KEY.read(), links(), visitors())
    return [*metrics_route(fleet(), METRICS.read()), *under_api(api)]


def lifespan(_app: object) -> AbstractAsyncContextManager[None]:
    """From the app's beginning to its end."""
    return from_begin_to_end(self_test(), jobs(), finder())


def _is_right(model: str) -> bool:
    # Loading MediaPipe takes seconds, which no page should wait for.
    from coach.vision.reference_look import look_at_reference

    return look_at_reference(model).right


def _people_finder(model: str) -> PeopleFinder:
    # The same, for who gave no picture.
    from coach.vision.still_pictures import Stills

    return Stills(model)


def _somebody_trains() -> bool:
    return bool(fleet().status(time.monotonic()).loads)
