"""The API on a stage: real jobs and a real finder, with a script in place of the analysis and a
double in place of the network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from coach.images.finder import Finder
from coach.images.limits import ImageLimits
from coach.jobs.jobs import Jobs
from coach.jobs.limits import JobLimits
from coach.jobs.run import outputs
from coach.settings import TRUSTED_PROXIES
from coach.web.api import api_app, under_api
from coach.web.links import Links
from coach.web.protection.guards import GUARDS
from coach.web.protection.visitors import Visitors
from exercises import registry
from tests.images.figures import FakeStills
from tests.web.asgi import Answer, ask
from tests.web.served import folder, port

__all__ = ["folder", "port"]

REPORT = '{"exercise": "squat", "rep_count": 3, "duration_s": 11.712}'

ANALYSIS = """
import json, pathlib, sys
report, *files = sys.argv[1:]
for file in map(pathlib.Path, files):
    file.write_bytes(report.encode() if file.suffix == ".json" else bytes(range(256)) * 400)
"""


@dataclass
class Stage:
    """app: the whole of it, the API under /api. folder: where jobs have their files."""

    app: Any
    jobs: Jobs
    stills: FakeStills
    folder: Path
    script: str = ANALYSIS

    def ask(self, method: str, target: str, *arguments: Any, **options: Any) -> Answer:
        return ask(self.app, method, target, *arguments, **options)

    def left(self) -> list[Path]:
        """What jobs have on the disk."""
        return [p for p in self.folder.glob("*/*") if p.name != "lock"]


@pytest.fixture
def make_stage(tmp_path: Path) -> Iterator[Any]:
    made: list[Stage] = []
    finders: list[Finder] = []

    def make(
        key: str = "",
        image_limits: ImageLimits | None = None,
        people: int = 1,
        proxies: str = "",
        **limits: float,
    ) -> Stage:
        stills = FakeStills(people)

        def command(folder: Path, options: Any) -> list[str]:
            files = map(str, outputs(folder, options).values())
            return [sys.executable, "-c", made[-1].script, REPORT, *files]

        jobs = Jobs(tmp_path, limits=JobLimits(**{"nice": 0, **limits}), command=command)
        finder = Finder(lambda _: stills, workers=2, limits=image_limits)
        finders.append(finder)
        visitors = Visitors(TRUSTED_PROXIES.read({TRUSTED_PROXIES.name: proxies}))
        api = api_app(registry(), jobs, finder, key, Links(), visitors)
        app = Starlette(routes=under_api(api), middleware=GUARDS)
        made.append(Stage(app, jobs, stills, tmp_path))
        return made[-1]

    yield make
    for stage in made:
        stage.jobs.close()
    for finder in finders:
        finder.close()


@pytest.fixture
def stage(make_stage: Any) -> Stage:
    return make_stage()
