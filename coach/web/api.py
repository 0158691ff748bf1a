"""The JSON API beside the app's pages, everything under `/api`."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import Scope

from coach.errors import CoachError
from coach.images.finder import Finder
from coach.jobs.jobs import Jobs
from coach.motion.exercise import Exercise
from coach.web.about_api import AboutApi
from coach.web.analyze_api import AnalyzeApi
from coach.web.links import Links
from coach.web.pose_api import PoseApi
from coach.web.problems import of_any, of_ours
from coach.web.protection.drain import Drain
from coach.web.protection.http_alone import HttpAlone
from coach.web.protection.key import Key
from coach.web.protection.origin import Origin
from coach.web.protection.visitors import Visitors


def api_app(
    exercises: Mapping[str, Exercise],
    jobs: Jobs,
    finder: Finder,
    key: str,
    links: Links,
    visitors: Visitors,
) -> Starlette:
    """The API as an application of its own. key: what clients must know; empty for none."""
    about = AboutApi(exercises, jobs.limits, finder.limits)
    pose = PoseApi(finder, visitors)
    videos = AnalyzeApi(jobs, exercises, links, visitors)
    return Starlette(
        routes=[
            Route("/pose", pose.pose, methods=["POST"]),
            Route("/analyze", videos.analyze, methods=["POST"]),
            Route("/jobs/{job_id}", videos.job, methods=["GET", "DELETE"]),
            Route("/files/{token}", videos.file, methods=["GET"]),
            Route("/exercises", about.exercises, methods=["GET"]),
            Route("/health", about.health, methods=["GET"]),
            Route("/openapi.json", about.openapi, methods=["GET"]),
            Route("/docs", about.docs, methods=["GET"]),
        ],
        middleware=[
            Middleware(HttpAlone),
            Middleware(Drain),
            Middleware(Origin),
            Middleware(Key, key=key),
        ],
        exception_handlers={CoachError: of_ours, Exception: of_any},
    )


def under_api(app: Starlette) -> list[BaseRoute]:
    """The routes by which everything under /api comes to an application."""
    return [Route("/api", _to_docs), Everything("/api", app)]


class Everything(Mount):
    """A mount that takes every path under its own."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As a mount does it. Starlette's takes a path with a line break in it for none of its own,
        and the app's page would answer a program."""
        path: str = scope.get("path", "")
        return super().matches({**scope, "path": path.replace("\n", " ")})


def _to_docs(_: Request) -> Response:
    return RedirectResponse("/api/docs")
