"""The jobs of this process: one for the pages and the API beside them."""

from __future__ import annotations

from coach.jobs.jobs import Jobs
from coach.jobs.limits import job_limits_from

JOBS = Jobs(limits=job_limits_from())
