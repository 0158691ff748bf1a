"""`POST /api/analyze` and the jobs that it makes: a video in, reps and faults out, in a while."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from coach.jobs.jobs import Jobs
from coach.jobs.replica import is_elsewhere
from coach.jobs.values import Job, JobState
from coach.texts import say
from coach.texts.text import told
from coach.web.links import Links
from coach.web.problems import ProblemError
from coach.web.protection.visitors import Visitors
from coach.web.requests.body import receive
from coach.web.requests.choices import ANALYZE, options_of

_MEDIA_TYPES = {"video": "video/mp4", "landmarks": "application/octet-stream"}


class AnalyzeApi:
    """The endpoints. jobs: where videos are analysed. exercises: their keys. visitors: tells whose
    jobs are counted together."""

    def __init__(
        self,
        jobs: Jobs,
        exercises: Collection[str],
        links: Links,
        visitors: Visitors,
    ) -> None:
        self._jobs = jobs
        self._exercises = exercises
        self._links = links
        self._visitors = visitors

    async def analyze(self, request: Request) -> Response:
        """Take a video, and answer with the job that analyses it."""
        owner = self._visitors.behind(request).group
        with self._jobs.receive("", owner) as upload:
            fields = await receive(request, "video", upload, ANALYZE)
            options = options_of(fields, self._exercises)
            job = await run_in_threadpool(self._jobs.start, upload, options)
        location = f"{_base(request)}/jobs/{job.id}"
        return JSONResponse(self._shown(request, job), 202, {"Location": location})

    def job(self, request: Request) -> Response:
        """How a job stands, and once it is done its result. DELETE ends one that runs or waits, and
        removes one that has ended."""
        ask = self._jobs.cancel if request.method == "DELETE" else self._jobs.get
        job_id = request.path_params["job_id"]
        job = ask(job_id)
        if job is None:
            _check_here(job_id)
            raise ProblemError(404, say("api.no_job"))
        return JSONResponse(self._shown(request, job), headers={"Cache-Control": "no-store"})

    def file(self, request: Request) -> Response:
        """A file of a job, by a link that ends. Players ask for parts of it, and get them."""
        token = request.path_params["token"]
        found = self._links.find(token)
        job = self._jobs.get(found[0]) if found is not None else None
        path = job.files.get(found[1]) if job is not None and found is not None else None
        if found is None or path is None or not path.is_file():
            _check_here(token)
            raise ProblemError(404, say("api.no_file_here"))
        return FileResponse(
            path,
            media_type=_MEDIA_TYPES[found[1]],
            filename=path.name,
            content_disposition_type="inline",
            headers={"Cache-Control": "private, max-age=900", "X-Content-Type-Options": "nosniff"},
        )

    def _shown(self, request: Request, job: Job) -> dict[str, Any]:
        progress = job.progress
        left_s = None if progress.left_s is None else round(progress.left_s, 1)
        done = job.state is JobState.DONE
        files = [kind for kind in job.files if kind in _MEDIA_TYPES]
        return {
            "id": job.id,
            "state": job.state.value,
            "url": f"{_base(request)}/jobs/{job.id}",
            "place": job.place,
            "progress": {
                "stage": progress.stage, "part": round(progress.part, 4), "seconds_left": left_s
            },
            "exercise": job.options.exercise,
            "level": job.options.level,
            "model": job.options.model,
            "follow": job.options.follow_text,
            "error": told(job.error) if job.error else None,
            "warnings": list(job.warnings),
            "result": _result(job) if done else None,
            "files": {kind: self._link(request, job, kind) for kind in files},
        }  # fmt: skip

    def _link(self, request: Request, job: Job, kind: str) -> dict[str, Any]:
        token, left_s = self._links.make(job.id, kind)
        return {"url": f"{_base(request)}/files/{token}", "expires_in_s": left_s}


def _result(job: Job) -> Any:
    """The report, as the command line wrote it."""
    path = job.files.get("json")
    return None if path is None else json.loads(path.read_text(encoding="utf-8"))


def _check_here(name: str) -> None:
    """Raise ProblemError where another server behind the same address is the one to ask: told that
    a job is gone, a program would send the video again."""
    if is_elsewhere(name):
        raise ProblemError(421, say("api.elsewhere"))


def _base(request: Request) -> str:
    return str(request.scope.get("root_path", ""))
