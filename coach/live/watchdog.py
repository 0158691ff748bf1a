"""Why there is no picture: the likeliest reason, from what browser and server know.

A browser gives up a connection that does not come about some seconds after the page began to say
why; `Watchdog` remembers the reason until the next START.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from coach.texts import say

LOGGER = logging.getLogger(__name__)

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
    """What the browser says of its camera."""

    media: bool = True
    """It offers cameras to this page at all, which it does over HTTPS and on localhost only."""
    cameras: int = 1
    """How many it has."""
    permission: str = ""
    """Granted, denied, prompt, or empty where it does not tell."""
    failure: str = ""
    """Name of the error that START ended with."""
    asking_s: float = 0.0
    """Seconds since START in which the camera was neither given nor refused."""
    lost: bool = False
    """The last connection ended, and nobody had pressed STOP."""
    retrying: bool = False
    """It is being tried again."""
    gone: bool = False
    """A camera that was there when the picture came is not any more."""

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
                lost=bool(report["lost"]),
                retrying=bool(report["retrying"]),
                gone=bool(report["gone"]),
            )
        except (KeyError, TypeError, ValueError):
            return None


@dataclass(frozen=True)
class Situation:
    """What browser and server know while there is no picture."""

    active: bool = False
    """START was pressed."""
    connected: bool = False
    """Browser and server have reached each other."""
    quiet_s: float = 0.0
    """Seconds in which a frame was expected and none came."""
    frames: int = 0
    """How many came."""
    near: bool = True
    """Browser and server are in one network."""
    relay: bool = False
    """One is configured."""
    answered: bool = True
    """Its provider gave its servers."""
    secure: bool = True
    """By the page's address."""
    browser: Browser | None = None
    """None where it has not reported."""


def why(situation: Situation) -> str | None:
    """The text key of the likeliest reason, or None while there is no reason to say anything."""
    if situation.frames and situation.quiet_s < CEASED_S:
        return None
    if not situation.active:
        return _before(situation)
    if situation.quiet_s < (CEASED_S if situation.frames else PATIENCE_S):
        return None
    if situation.connected:
        if situation.browser is not None and situation.browser.gone:
            return "live.why.camera_gone"
        return "live.why.ceased" if situation.frames else "live.why.no_frames"
    return _unreached(situation)


def _unreached(situation: Situation) -> str:
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


class Watchdog:
    """Looks at the situations of one page, one after the other. The reason why a connection did not
    come about, or that it broke off, stays until the next START. Every reason is logged once a
    connection."""

    def __init__(self) -> None:
        self._active = False
        self._newest: Situation | None = None
        self._reached = False
        self._kept: str | None = None
        self._logged: set[str] = set()

    def look(self, now: Situation) -> str | None:
        """The text key of the reason, or None while there is none, at this run of the page."""
        retrying = now.browser is not None and now.browser.retrying
        if now.active and not self._active and not retrying:
            self._reached, self._kept, self._logged = False, None, set()
        self._active = now.active
        if retrying and self._reached and not (now.frames and now.connected):
            reason: str | None = "live.why.retrying"
        else:
            reason = self._while_active(now) if now.active else self._after(now)
        if reason is not None and reason not in self._logged:
            self._logged.add(reason)
            LOGGER.warning("%s", say("log.no_picture", why=say(reason)))
        return reason

    def _while_active(self, now: Situation) -> str | None:
        self._newest = now
        self._reached |= now.connected
        reason = why(now)
        if not self._reached and reason is not None:
            self._kept = reason
        elif self._reached:
            self._kept = None
        return reason

    def _after(self, now: Situation) -> str | None:
        reason = why(now) or self._kept
        lost = now.browser is not None and now.browser.lost
        if reason is None and lost and self._newest is not None:
            return self._end(now.browser) if self._reached else _unreached(self._newest)
        return reason

    @staticmethod
    def _end(browser: Browser | None) -> str:
        gone = browser is not None and browser.gone
        return "live.why.camera_gone" if gone else "live.why.lost"
