"""Limits as settings."""

from __future__ import annotations

import pytest

from coach.jobs.limits import SETTINGS, Limits, limits_from


def test_every_setting_changes_its_limit():
    limits = limits_from(dict.fromkeys(SETTINGS, "3"))
    assert limits.upload == 3_000_000
    assert limits.seconds == 180
    assert (limits.running, limits.waiting, limits.each) == (3, 3, 3)
    assert limits.kept_s == 180


@pytest.mark.parametrize("text", ["", " ", "no", "-1", "0", "nan", "inf", "1e999"])
@pytest.mark.parametrize("name", ["COACH_MAX_VIDEO_MB", "COACH_MAX_VIDEO_MINUTES"])
def test_a_setting_that_makes_no_sense_changes_nothing(name, text, caplog):
    assert limits_from({name: text}) == Limits()
    assert bool(caplog.records) == bool(text.strip())
