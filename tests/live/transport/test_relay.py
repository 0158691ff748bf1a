"""The choice of relay servers, from settings alone."""

from __future__ import annotations

import pytest

from coach.live.transport.relay import STUN, Provider, is_near, plan

FAR, NEAR = "https://coach.example.org/live", "http://localhost:8501"
OWN = {
    "COACH_TURN_URLS": "turn:t.example:3478, turns:t.example:5349",
    "COACH_TURN_USERNAME": "ann",
    "COACH_TURN_PASSWORD": "s3cret",
}
CLOUDFLARE = {"CLOUDFLARE_TURN_KEY_ID": "id", "CLOUDFLARE_TURN_KEY_API_TOKEN": "s3cret"}
TWILIO = {"TWILIO_ACCOUNT_SID": "sid", "TWILIO_AUTH_TOKEN": "s3cret"}
HUGGING_FACE = {"HF_TOKEN": "s3cret"}


@pytest.mark.parametrize(
    ("settings", "url", "provider", "stun"),
    [
        pytest.param({}, NEAR, Provider.NONE, False, id="one machine: nobody is asked"),
        pytest.param({}, FAR, Provider.STUN, True, id="elsewhere: the outer address is needed"),
        pytest.param({}, None, Provider.STUN, True, id="an unknown address counts as elsewhere"),
        pytest.param({"COACH_STUN_URLS": "none"}, FAR, Provider.NONE, False, id="nobody at all"),
        pytest.param(OWN, FAR, Provider.OWN, True, id="own server"),
        pytest.param(OWN, NEAR, Provider.OWN, False, id="own server, tried on one machine"),
        pytest.param(CLOUDFLARE, FAR, Provider.CLOUDFLARE, True, id="Cloudflare"),
        pytest.param(TWILIO, FAR, Provider.TWILIO, True, id="Twilio"),
        pytest.param(HUGGING_FACE, FAR, Provider.HUGGING_FACE, True, id="Hugging Face"),
        pytest.param(HUGGING_FACE, NEAR, Provider.NONE, False, id="a token for other things"),
        pytest.param(HUGGING_FACE | OWN, FAR, Provider.OWN, True, id="own server before others"),
        pytest.param({"HF_TOKEN": "  "}, FAR, Provider.STUN, True, id="blank is not there"),
    ],
)
def test_choice(settings, url, provider, stun):
    chosen = plan(settings, url)
    assert chosen.provider is provider
    assert (STUN in [u for server in chosen.servers for u in server.urls]) is stun
    assert chosen.missing == ()
    assert chosen.has_relay is (provider not in (Provider.NONE, Provider.STUN))


def test_own_server_is_written_as_webrtc_wants_it():
    assert plan(OWN, NEAR).servers[0].as_dict() == {
        "urls": ["turn:t.example:3478", "turns:t.example:5349"],
        "username": "ann",
        "credential": "s3cret",
    }


def test_another_stun_server_can_be_named():
    (server,) = plan({"COACH_STUN_URLS": "stun:s.example"}, NEAR).servers
    assert server.as_dict() == {"urls": ["stun:s.example"]}


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({"COACH_TURN_URLS": "turn:t"}, ("COACH_TURN_USERNAME", "COACH_TURN_PASSWORD")),
        ({"TWILIO_AUTH_TOKEN": "x"}, ("TWILIO_ACCOUNT_SID",)),
    ],
)
def test_half_a_configuration_is_passed_over_and_named(settings, missing):
    chosen = plan(settings, FAR)
    assert chosen.provider is Provider.STUN
    assert chosen.missing == missing


@pytest.mark.parametrize("settings", [OWN, CLOUDFLARE, TWILIO, HUGGING_FACE])
def test_no_secret_is_ever_written_into_a_log(settings):
    assert "s3cret" not in repr(plan(settings, FAR))


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("http://localhost:8501", True),
        ("http://127.0.0.1:8501/live", True),
        ("http://[::1]:8501", True),
        ("https://192.168.1.20:8501", True),
        ("https://gym.local", True),
        ("https://8.8.8.8", False),
        ("https://localhost.example.org", False),
        ("not a url", False),
        ("", False),
        (None, False),
    ],
)
def test_near(url, near):
    assert is_near(url) is near
