"""What people send that is no video, through the real command in its own process."""

from __future__ import annotations

import io
import tempfile

import av
import numpy as np
import pytest
from PIL import Image

from coach.jobs.jobs import Jobs
from coach.jobs.limits import JobLimits
from coach.jobs.run import analyze_command
from coach.jobs.values import JobState
from coach.vision.models import model_store
from tests.jobs.conftest import SQUAT, ended, until


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 48)).save(file, "PNG")
    return file.getvalue()


def video(seconds: float, sound: bool = False) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        if sound:
            noise = container.add_stream("aac", rate=8000)
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
            frame.rate = 8000
            container.mux(noise.encode(frame))
            container.mux(noise.encode(None))
        else:
            black = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8), "rgb24")
            stream = container.add_stream("libx264", rate=10)
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            for _ in range(round(10 * seconds)):
                container.mux(stream.encode(black))
            container.mux(stream.encode(None))
    return file.getvalue()


FILES = {
    "nothing in it": (b"", "empty"),
    "rubbish": (b"rubbish" * 1000, "not a video"),
    "a picture": (picture(), "not a video"),
    "a playlist, which would have us fetch": (
        b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n", "not a video",
    ),
    "an order to FFmpeg": (b"ffconcat version 1.0\nfile /etc/passwd\n", "not a video"),
    "only sound": (video(1, sound=True), "sound"),
    "its index cut off": (video(2)[:-400], "cut off"),
    "nobody in it": (video(0.5), "Nobody is seen"),
    "longer than the limit": (video(3), "longer than"),
}  # fmt: skip


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each file's job says, all sent at once."""
    try:
        model_store.ensure()
    except model_store.ModelStoreError as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("jobs")
    many = len(FILES)
    limits = JobLimits(nice=0, seconds=2.0, waiting=many, each=many, running=2)
    jobs = Jobs(folder, limits=limits, command=analyze_command)
    begun = {
        name: jobs.submit(content, "my clip.mp4", SQUAT, "me")
        for name, (content, _) in FILES.items()
    }
    done = {name: ended(jobs, job) for name, job in begun.items()}
    assert {job.state for job in done.values()} == {JobState.FAILED}
    until(lambda: [path.name for path in folder.glob("*/*")] == ["lock"])
    jobs.close()
    return {name: str(job.error) for name, job in done.items()}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_in_one_sentence(errors, name):
    error = errors[name]
    assert "my clip.mp4" in error
    assert FILES[name][1] in error
    assert tempfile.gettempdir() not in error, "no path of ours is shown"
    assert "Traceback" not in error
