"""Why there is no picture: the likeliest reason, from what browser and server know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PATIENCE_S = 10.0
"""Seconds without a picture after START before the page says why it thinks so."""

CEASED_S = 3.0
"""Seconds without a picture, after there was one, before that is said."""

FAILURES: Mapping[str, str] = {
    "NotAllowedError": "live.why.permission",
    "SecurityError": "live.why.permission",
    "NotFoundError": "live.why.no_camera",
    "OverconstrainedError": "live.why.no_camera",
    "NotReadableError": "live.why.busy",
    "AbortError": "live.why.busy",
}
"""Names of getUserMedia's errors."""


@dataclass(frozen=True)
class Browser:
    """What the browser says of its camera. media: it offers cameras to this page at all, which it
    does over HTTPS and on localhost only. cameras: how many it has. permission: granted, denied,
    prompt, or empty where it does not tell. failure: name of the error that START ended with.
    asking_s: seconds since START in which the camera was neither given nor refused."""

    media: bool = True
    cameras: int = 1
    permission: str = ""
    failure: str = ""
    asking_s: float = 0.0

    @classmethod
    def from_report(cls, report: object) -> Browser | None:
        """A report as it came from the page; None where it is not one."""
        if not isinstance(report, Mapping):
            return None
        try:
            return cls(
                media=bool(report["media"]),
                cameras=int(report["cameras"]),
                permission=str(report["permission"]),
                failure=str(report["failure"]),
                asking_s=float(report["asking_s"]),
            )
        except (KeyError, TypeError, ValueError):
            return None


@dataclass(frozen=True)
class Situation:
    """active: START was pressed. connected: browser and server have reached each other. quiet_s:
    seconds in which a frame was expected and none came. frames: how many came. near: browser and
    server are in one network. relay: one is configured. answered: its provider gave its servers.
    secure: by the page's address. browser: None where it has not reported."""

    active: bool = False
    connected: bool = False
    quiet_s: float = 0.0
    frames: int = 0
    near: bool = True
    relay: bool = False
    answered: bool = True
    secure: bool = True
    browser: Browser | None = None


def why(situation: Situation) -> str | None:
    """The text key of the likeliest reason, or None while there is no reason to say anything."""
    if situation.frames and situation.quiet_s < CEASED_S:
        return None
    if not situation.active:
        return _before(situation)
    if situation.quiet_s < (CEASED_S if situation.frames else PATIENCE_S):
        return None
    if situation.connected:
        return "live.why.ceased" if situation.frames else "live.why.no_frames"
    if situation.near:
        return "live.why.blocked"
    if not situation.answered:
        return "live.why.relay_silent"
    return "live.why.relay_fails" if situation.relay else "live.why.no_relay"


def _before(situation: Situation) -> str | None:
    browser = situation.browser
    if browser is None:
        return None if situation.secure else "live.why.https"
    if not browser.media:
        return "live.why.https"
    if browser.failure:
        return FAILURES.get(browser.failure, "live.why.other")
    if browser.permission == "denied":
        return "live.why.permission"
    if browser.cameras == 0:
        return "live.why.no_camera"
    return "live.why.unanswered" if browser.asking_s >= PATIENCE_S else None
