"""Opening a file that claims to be a video, without believing it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import av
import av.error
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from coach.files.errors import VideoError
from coach.files.places import check_readable
from coach.texts import say

# What phones, cameras and browsers record. Left out on purpose: FFmpeg's readers of playlists,
# scripts and text, which open further files or addresses, or draw any text file as a video.
CONTAINERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,apng,mpegts,mpeg,flv,asf,ogg"


def open_file(path: Path) -> BinaryIO:
    """The file for reading. Raises VideoError when there is none, or nothing in it."""
    check_readable(path, VideoError)
    try:
        if path.stat().st_size == 0:
            raise VideoError(say("file.empty", file=path))
        return path.open("rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise VideoError(say("file.not_read", file=path, reason=reason)) from error


def open_container(file: BinaryIO, path: Path) -> InputContainer:
    """Find out what kind of video `file` is; `path` is what a complaint calls it.

    Raises VideoError when it is none.
    """
    try:
        # An open file, never its name: FFmpeg would take "concat:..." or "http:..." as an order.
        return av.open(
            file,
            mode="r",
            options={"format_whitelist": CONTAINERS},
            metadata_errors="replace",
            buffer_size=1 << 18,
        )
    except (av.error.FFmpegError, OSError, ValueError) as error:
        file.seek(0)
        start = file.read(12)
        known = start[4:8] in (b"ftyp", b"moov", b"mdat", b"wide") or start[:4] == b"\x1aE\xdf\xa3"
        key = "file.not_finished" if known else "file.no_video"
        raise VideoError(say(key, file=path)) from error


def video_stream(container: InputContainer, path: Path) -> VideoStream:
    """The stream of pictures in a video. Raises VideoError when there is none."""
    for stream in container.streams.video:
        # The cover of a song counts as a video to FFmpeg.
        if not stream.disposition & Disposition.attached_pic:
            if stream.codec_context is None:
                raise VideoError(say("file.unknown_codec", file=path))
            return stream
    key = "file.only_sound" if container.streams.audio else "file.no_video"
    raise VideoError(say(key, file=path))
