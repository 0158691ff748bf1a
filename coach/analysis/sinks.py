"""What is done with the pictures of an analysis beside judging them: see analysis.FrameSink."""

from __future__ import annotations

from coach.analysis.analysis import FrameSink
from coach.arrays import Rgb
from coach.motion.exercise import Exercise, Hold
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Snapshot
from coach.tracks.recorder import TrackRecorder
from coach.video.writer import VideoWriter


def recording(recorder: TrackRecorder) -> FrameSink:
    """Keeps the landmarks of every picture."""

    def record(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        del rgb, snapshot
        recorder.record(t, pose)

    return record


def annotating(writer: VideoWriter, exercise: Exercise) -> FrameSink:
    """Draws into every picture and writes it."""
    # Loading OpenCV fails on some machines: only where something is drawn.
    from coach.vision.overlay import Style, draw

    style = Style(hold=isinstance(exercise.goal, Hold))

    def annotate(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        draw(rgb, pose, snapshot, style)
        writer.write(t, rgb)

    return annotate
