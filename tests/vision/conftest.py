"""What the tests of pictures share: real clips where they are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

CLIPS = Path(__file__).parents[3] / "shared" / "data" / "clips"


@pytest.fixture(scope="session")
def squat_frames() -> list[tuple[float, npt.NDArray[np.uint8]]]:
    """The first twelve pictures of a person who squats, each with its time in seconds."""
    path = CLIPS / "squat_side_deep_1.mp4"
    if not path.exists():
        pytest.skip("the clips in ../shared/data are not at hand")
    return list(_frames(path, 12))


def _frames(path: Path, count: int) -> Iterator[tuple[float, npt.NDArray[np.uint8]]]:
    with av.open(str(path)) as container:
        for i, frame in enumerate(container.decode(video=0)):
            if i == count:
                return
            yield float(frame.time or 0.0), frame.to_ndarray(format="rgb24")
