"""Settings: what each may be, what holds where it is not, and that all are explained."""

from __future__ import annotations

import doctest
import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from coach import settings
from coach.settings import SETTINGS, Audience

ROOT = Path(__file__).parent.parent
EXPLAINED = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        pytest.param("COACH_MAX_VIDEO_MB", " 0.5 ", 0.5, id="a number, padded"),
        pytest.param("COACH_MAX_SESSIONS", "6", 6, id="a count"),
        pytest.param("COACH_MAX_SESSIONS", "", None, id="a count that is measured otherwise"),
        pytest.param("COACH_EVERY_FRAME", "1", True, id="a switch that is on"),
        pytest.param("COACH_EVERY_FRAME", "0", False, id="and off"),
        pytest.param("COACH_PROFILES", "all", True, id="open to all"),
        pytest.param("COACH_PROFILES", "  ", False, id="blank is not set"),
        pytest.param("COACH_METRICS", "OFF", Audience.OFF, id="one of three words"),
        pytest.param("COACH_DATA", "~/x", Path("~/x").expanduser(), id="a folder at home"),
        pytest.param("COACH_API_KEY", "a b", "a b", id="any text"),
        pytest.param(
            "COACH_TRUSTED_PROXIES",
            "10.0.0.7/24, ::1",
            (ip_network("10.0.0.0/24"), ip_network("::1")),
            id="several",
        ),
    ],
)
def test_what_is_set_holds(name, text, value, caplog):
    assert SETTINGS[name].read({name: text}) == value
    assert not caplog.messages


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("COACH_MAX_VIDEO_MB", text) for text in ("no", "-1", "0", "nan", "inf", "1e999")),
        *(("COACH_MAX_SESSIONS", text) for text in ("no", "-1", "0", "2.5")),
        ("COACH_PROFILES", "yes"),
        ("COACH_METRICS", "yes"),
    ],
)
def test_what_is_wrong_is_named_and_changes_nothing(name, text, caplog):
    assert SETTINGS[name].read({name: text}) == SETTINGS[name].read({})
    (told,) = caplog.messages
    assert told.startswith(f"{name}: {text!r} is no ")


def test_of_several_the_others_hold(caplog):
    text = "caddy, 10.0.0.5 10.0.0.0/99"
    assert settings.TRUSTED_PROXIES.read({"COACH_TRUSTED_PROXIES": text}) == (
        ip_network("10.0.0.5"),
    )
    assert len(caplog.messages) == 2


def test_the_examples_are_right():
    assert doctest.testmod(settings).failed == 0


def test_each_is_explained_and_no_other():
    named = re.findall(r"`(COACH_\w+|CLOUDFLARE_\w+|TWILIO_\w+|HF_TOKEN|LANG)`", EXPLAINED)
    assert set(SETTINGS) == set(named)


def test_nothing_else_reads_the_environment_for_one():
    reading = re.compile(r"environ\.get\(|environ\[|getenv\(")
    found = [
        path.relative_to(ROOT).as_posix()
        for folder in ("coach", "pages", "exercises")
        for path in (ROOT / folder).rglob("*.py")
        if reading.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
