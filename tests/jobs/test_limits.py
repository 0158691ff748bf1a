"""Limits as settings."""

from __future__ import annotations

from coach.jobs.limits import job_limits_from
from coach.settings import SETTINGS


def test_every_setting_changes_its_limit():
    limits = job_limits_from(dict.fromkeys(SETTINGS, "3"))
    assert limits.upload == 3_000_000
    assert limits.seconds == 180
    assert (limits.running, limits.waiting, limits.each) == (3, 3, 3)
    assert limits.kept_s == 180
