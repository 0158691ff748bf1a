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
    """Something that failed while a frame was worked on. key: its text. detail: what the failure
    said of itself, one line."""

    key: str
    detail: str = ""


@dataclass(frozen=True)
class LiveState:
    """snapshot: the running set's. finished: earlier sets of this visit, oldest first. streaming:
    frames are coming. frames: how many came in this connection. received_fps, processed_fps: frames
    a second from the camera, and those that were looked at. quiet_s: seconds in which a frame was
    expected and none came; 0 when none is expected. camera: what is wrong with the picture.
    never_seen: nobody was seen in this connection, for longer than it takes to walk into view.
    unkept: why the set is not kept, as a sentence; empty while it is. quality: what the machine can
    give, sharing itself out. model: the one in use; empty before any.
    """

    settings: Settings
    snapshot: Snapshot
    finished: tuple[SetRecord, ...] = ()
    streaming: bool = False
    frames: int = 0
    received_fps: float = 0.0
    processed_fps: float = 0.0
    quiet_s: float = 0.0
    camera: CameraFault | None = None
    never_seen: bool = False
    trouble: Trouble | None = None
    unkept: str = ""
    quality: Quality = STEPS[0]
    model: str = ""
