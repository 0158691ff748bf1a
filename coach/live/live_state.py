"""What the page reads of a session: one immutable value."""

from __future__ import annotations

from dataclasses import dataclass

from coach.live.camera_watch import CameraFault
from coach.live.load.quality import STEPS, Quality
from coach.live.set_record import SetRecord
from coach.live.settings import Settings
from coach.motion.snapshot import Snapshot


@dataclass(frozen=True)
class Trouble:
    """Something that failed while a frame was worked on."""

    key: str
    """Its text."""
    detail: str = ""
    """What the failure said of itself, one line."""


@dataclass(frozen=True)
class LiveState:
    """All that the page reads of a session at one moment."""

    settings: Settings
    snapshot: Snapshot
    """The running set's."""
    finished: tuple[SetRecord, ...] = ()
    """Earlier sets of this visit, oldest first."""
    streaming: bool = False
    """Frames are coming."""
    frames: int = 0
    """How many came in this connection."""
    received_fps: float = 0.0
    processed_fps: float = 0.0
    """Frames a second from the camera, and those that were looked at."""
    quiet_s: float = 0.0
    """Seconds in which a frame was expected and none came; 0 when none is expected."""
    camera: CameraFault | None = None
    """What is wrong with the picture."""
    never_seen: bool = False
    """Nobody was seen in this connection, for longer than it takes to walk into view."""
    trouble: Trouble | None = None
    unkept: str = ""
    """Why the set is not kept, as a sentence; empty while it is."""
    quality: Quality = STEPS[0]
    """What the machine can give, sharing itself out."""
    model: str = ""
    """The one in use; empty before any."""
