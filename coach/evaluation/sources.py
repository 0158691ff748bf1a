"""Where a clip's landmarks come from: its recorded track, or its video through the detector."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from coach.analysis.analysis import RecordingDetector
from coach.evaluation.manifest import Clip
from coach.evaluation.variants.rerecorded import Rerecording, rerecorded
from coach.files.errors import FileError
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.texts import say
from coach.tracks.npz import read_track
from coach.video.decoding import VideoReader


class TrackSource(Protocol):
    """Gives a clip's track."""

    def track(self, clip: Clip) -> Track:
        """The landmarks of one clip. Raises FileError, one sentence, where they cannot be had."""


class RecordedTracks:
    """The manifest's own tracks; reading one again is cheaper than keeping them all."""

    def track(self, clip: Clip) -> Track:
        """Read it. Raises FileError where the manifest names none or it cannot be read."""
        if clip.track is None:
            raise FileError(say("evaluate.no_track_named", clip=clip.id))
        return read_track(clip.track)


@dataclass(frozen=True)
class FolderTracks:
    """Other tracks of the same clips, as by another model: one file in `folder` for each clip,
    named by its id."""

    folder: Path

    def track(self, clip: Clip) -> Track:
        """Read it. Raises FileError where there is none or it cannot be read."""
        return read_track(self.folder / f"{clip.id}.npz")


@dataclass
class DetectedTracks:
    """The manifest's videos, each detected once and kept in memory."""

    make_detector: Callable[[], RecordingDetector]
    """Gives a fresh detector; it is closed after each clip."""
    longest_side: int
    """Larger pictures are scaled down to it, in pixels."""
    rerecording: Rerecording | None = None
    """What is done to them first (None: nothing)."""
    _detected: dict[str, Track] = field(default_factory=dict)

    def track(self, clip: Clip) -> Track:
        """Detect it. Raises FileError where the manifest names no video or it cannot be read."""
        if clip.video is None:
            raise FileError(say("evaluate.no_video_named", clip=clip.id))
        if clip.id not in self._detected:
            with self._open(clip.video) as video:
                self._detected[clip.id] = self._detect(video)
        return self._detected[clip.id]

    def _open(self, path: Path) -> AbstractContextManager[VideoReader]:
        if self.rerecording is None:
            return VideoReader(path, longest_side=self.longest_side)
        return rerecorded(path, self.rerecording, self.longest_side)

    def _detect(self, video: VideoReader) -> Track:
        poses: list[tuple[float, Pose | None]] = []
        detector = self.make_detector()
        try:
            # What was only carried along is never judged, so it is no part of the track.
            sightings = ((t, detector.look(rgb, t)) for t, rgb in video)
            poses.extend((t, sighting.pose) for t, sighting in sightings if sighting.fresh)
        finally:
            detector.close()
        return Track.from_poses(poses, video.size)
