"""Tracks detected in videos, as they are and as other cameras would have recorded them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.arrays import Rgb
from coach.evaluation.sources import DetectedTracks
from coach.evaluation.variants.rerecorded import RERECORDINGS, Beat, Rerecording, rerecorded
from coach.files.errors import FileError
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.video.writer import writing
from tests.evaluation.figures import clip
from tests.motion.figures import seen, squat

FRAMES, FPS = 30, 30


class FakeDetector:
    """Sees somebody in every picture but each fifth, which it only guesses."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, ...]] = []
        self.closed = False

    def look(self, rgb: Rgb, t: float) -> Sighting:
        self.sizes.append(rgb.shape[1::-1])
        pose: Pose | None = seen(t, squat(170)) if len(self.sizes) > 2 else None
        return Sighting(pose, fresh=len(self.sizes) % 5 != 0)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    with writing(path) as writer:
        for i in range(FRAMES):
            writer.write(i / FPS, np.full((480, 640, 3), 8 * i, np.uint8))
    return path


def test_only_what_was_looked_at_is_part_of_the_track(video: Path) -> None:
    made: list[FakeDetector] = []

    def make() -> FakeDetector:
        made.append(FakeDetector())
        return made[-1]

    source = DetectedTracks(make, 960)
    track = source.track(clip(video=video))
    assert len(track.t) == FRAMES - FRAMES // 5
    assert track.size == (640, 480)
    assert [pose is None for _, pose in track.poses()][:3] == [True, True, False]
    assert source.track(clip(video=video)) is track, "each video is detected once"
    assert len(made) == 1
    assert made[0].closed


def test_a_clip_without_a_video_is_told(tmp_path: Path) -> None:
    source = DetectedTracks(FakeDetector, 960)
    with pytest.raises(FileError, match="--from tracks"):
        source.track(clip())
    with pytest.raises(FileError, match="does not exist"):
        source.track(clip(video=tmp_path / "no.mp4"))


@pytest.mark.parametrize(
    ("how", "size", "frames"),
    [
        pytest.param(Rerecording(height=240), (320, 240), 30, id="smaller"),
        pytest.param(Rerecording(height=1000), (640, 480), 30, id="never larger"),
        pytest.param(Rerecording(fps=15.0), (640, 480), 15, id="slower"),
        pytest.param(Rerecording(height=240, fps=10.0), (320, 240), 10, id="both"),
        *(
            pytest.param(RERECORDINGS[name], size, 30, id=name)
            for name, size in {
                "mirrored_video": (640, 480),
                "dark": (640, 480),
                "in_a_hand": (602, 452),
                "askew": (640, 480),
                "wide_lens": (640, 480),
            }.items()
        ),
    ],
)
def test_a_video_is_recorded_anew(
    video: Path, how: Rerecording, size: tuple[int, int], frames: int
) -> None:
    with rerecorded(video, how, longest_side=960) as again:
        place = again.path
        assert again.size == size
        times = [t for t, _ in again]
    assert len(times) == frames
    assert times[-1] == pytest.approx(FRAMES / FPS, abs=0.12), "as long as before"
    assert not place.exists(), "nothing of it stays"
    detector = FakeDetector()
    DetectedTracks(lambda: detector, 960, how).track(clip(video=video))
    assert set(detector.sizes) == {size}


def test_the_beat_does_not_drift() -> None:
    """At 20 a second, 15 are taken out of each 20; waiting for each anew would take 10."""
    beat = Beat(15.0)
    assert sum(beat.takes(i / 20) for i in range(200)) == 150


def test_after_a_gap_the_beat_goes_on() -> None:
    beat = Beat(10.0)
    taken = [t for t in (0.0, 0.05, 5.0, 5.05, 5.1, 5.2) if beat.takes(t)]
    assert taken == [0.0, 5.0, 5.1, 5.2], "what was missed is not made up for"
