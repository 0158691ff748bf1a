"""Our way of a frame: whole, as the live stream takes it, and cut into its parts."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from benchmarks.frame.way import Costs, Stopwatch
from coach.evaluation.live_frames import Frames
from coach.live.camera_watch import CameraWatch
from coach.live.load.fleet import Fleet
from coach.live.settings import Settings
from coach.live.setup import make_session
from coach.live.transport.frame_handler import handle_frame
from coach.motion.exercise import Exercise, Hold
from coach.motion.orienting import OrientedEngine
from coach.vision.detector import Detector
from coach.vision.overlay import Style, draw
from coach.vision.paced_detector import PacedDetector
from coach.vision.pictures.frames import to_frame, to_picture
from coach.vision.pictures.mirror import mirror
from coach.vision.seeking import SeekingDetector

_TICKS = 90_000
"""A second in the time stamps of video connections."""
PARTS = ("to_rgb", "camera_watch", "detect", "engine", "mirror", "overlay", "to_frame")
"""In the order in which they are done."""


class Whole:
    """The live session between two video frames, inferring on every one or as often as needed."""

    def __init__(
        self, exercise: Exercise, model: str, frames: Frames, *, every_frame: bool
    ) -> None:
        self._frames = frames
        settings = Settings(exercise.key, model=model)
        # Alone, and so never asked to save: the processor is busy because it is being measured.
        fleet = Fleet(limit=1, cpu=lambda: 0.0)
        self._session = make_session(
            {exercise.key: exercise}, settings, every_frame=every_frame, fleet=fleet
        )

    def take(self, i: int, t: float) -> None:
        """One frame there and back."""
        frame = self._frames[i]
        frame.pts, frame.time_base = round(t * _TICKS), Fraction(1, _TICKS)
        out = handle_frame(self._session, frame)
        assert out is not None, "alone, no frame is left out"
        if out.format.name != "yuv420p":
            out.reformat(format="yuv420p")  # as the encoder would, see CommonWay

    def close(self) -> None:
        """End the connection, and the network with it."""
        self._session.end()


class Parts:
    """The same steps one by one, with a look at the stopwatch after each."""

    def __init__(
        self, exercise: Exercise, model: str, frames: Frames, stopwatch: Stopwatch
    ) -> None:
        self._frames = frames
        self._stopwatch = stopwatch
        self._watch = CameraWatch()
        self._detector = PacedDetector(SeekingDetector(Detector(model)), every_frame=True)
        self._engine = OrientedEngine(exercise)
        self._style = Style(mirrored=True, hold=isinstance(exercise.goal, Hold))
        self._costs = {part: Costs() for part in PARTS}

    @property
    def costs(self) -> Mapping[str, Costs]:
        """What each part took, by its name."""
        return self._costs

    def take(self, i: int, t: float) -> None:
        """One frame there and back."""
        marks = [self._stopwatch()]
        rgb = to_picture(self._frames[i])
        marks.append(self._stopwatch())
        self._watch.look(rgb, t)
        marks.append(self._stopwatch())
        sighting = self._detector.look(rgb, t)
        marks.append(self._stopwatch())
        snapshot = self._engine.see(t, sighting.pose)
        marks.append(self._stopwatch())
        rgb = mirror(rgb)
        marks.append(self._stopwatch())
        draw(rgb, sighting.pose, snapshot, self._style)
        marks.append(self._stopwatch())
        to_frame(rgb)
        marks.append(self._stopwatch())
        for part, before, after in zip(PARTS, marks[:-1], marks[1:], strict=True):
            self._costs[part].note(before, after)

    def close(self) -> None:
        """Let go of the network."""
        self._detector.close()
