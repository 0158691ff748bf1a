"""What is done with the pictures of an analysis beside judging them: see analysis.Sink."""

from __future__ import annotations

from coach.analysis.analysis import Sink
from coach.motion.exercise import Exercise, Hold
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Snapshot
from coach.tracks.recorder import TrackRecorder
from coach.video.orientation import Rgb
from coach.video.writer import VideoWriter


def recording(recorder: TrackRecorder) -> Sink:
    """Keeps the landmarks of every picture."""

    def record(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        del rgb, snapshot
        recorder.record(t, pose)

    return record


def annotating(writer: VideoWriter, exercise: Exercise) -> Sink:
    """Draws into every picture and writes it."""
    # Loading OpenCV fails on some machines: only where something is drawn.
    from coach.vision.overlay import Style, draw

    style = Style(hold=isinstance(exercise.goal, Hold))

    def annotate(t: float, rgb: Rgb, pose: Pose | None, snapshot: Snapshot) -> None:
        draw(rgb, pose, snapshot, style)
        writer.write(t, rgb)

    return annotate
