"""The jobs of this process: one for the pages and the API beside them."""

from __future__ import annotations

from coach.jobs.jobs import Jobs
from coach.jobs.limits import limits_from

JOBS = Jobs(limits=limits_from())
