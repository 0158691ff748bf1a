"""Frames that were handed on and are still held by somebody, as by a slow encoder's queue.

A frame carries a tag of ours in `opaque`, which PyAV keeps for users, and lets go of it at its own
end: the tags that are left are the frames in flight.
"""

from __future__ import annotations

import logging
from functools import cache
from weakref import WeakSet

import av

LOGGER = logging.getLogger(__name__)


class InFlight:
    """How many of the frames that were added are held anywhere. Where PyAV does not let go of what
    a frame carries, none are counted: a limit would hold back every frame that follows."""

    def __init__(self) -> None:
        self._tags: WeakSet[_Tag] = WeakSet()

    def add(self, frame: av.VideoFrame) -> None:
        """Count a frame from now on until nobody holds it. What it carried before is replaced."""
        if frames_let_go_of_tags():
            tag = _Tag()
            frame.opaque = tag
            self._tags.add(tag)

    def __len__(self) -> int:
        return len(self._tags)


@cache
def frames_let_go_of_tags() -> bool:
    """Whether a frame's `opaque` ends with it, tried once on a small frame; logged if not."""
    try:
        frame, tags = av.VideoFrame(16, 16, "yuv420p"), WeakSet[_Tag]()
        frame.opaque = _Tag()
        tags.add(frame.opaque)
        held = len(tags)
        del frame
        ends = (held, len(tags)) == (1, 0)
    except Exception:  # noqa: BLE001 - whatever it is, the video goes on without a limit
        ends = False
    if not ends:
        LOGGER.warning("PyAV keeps what frames carry: answers wait for the encoder without limit")
    return ends


class _Tag:
    __slots__ = ("__weakref__",)
