"""Whether videos can be read, written and sent: FFmpeg's codecs, as PyAV brings them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import av
import av.codec.codec

from coach.doctor.finding import Finding, fine, wrong
from coach.texts import say_list

READ, WRITTEN = "r", "w"
NEEDED: Mapping[Literal["r", "w"], tuple[str, ...]] = {
    # What phones, cameras and browsers record, and what browsers send live.
    "r": ("h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "mjpeg", "gif"),
    # Annotated videos with their sound, GIFs, and the live video.
    "w": ("libx264", "aac", "gif", "libvpx"),
}


def check_codecs(
    needed: Mapping[Literal["r", "w"], tuple[str, ...]] = NEEDED,
) -> Iterator[Finding]:
    """All that is needed, by FFmpeg's names."""
    missing = [name for mode, names in needed.items() for name in names if not _has(name, mode)]
    if missing:
        yield wrong("codecs", "codecs_missing", names=say_list(missing))
    else:
        yield fine("codecs", "codecs_complete", version=av.ffmpeg_version_info)


def _has(name: str, mode: Literal["r", "w"]) -> bool:
    try:
        av.Codec(name, mode)
    except av.codec.codec.UnknownCodecError:
        return False
    return True
