"""The camera's own faults, told from a room in which nobody is."""

from __future__ import annotations

import numpy as np
import pytest

from coach.live.camera_watch import CameraFault, CameraWatch


def noisy(mean: float, seed: int) -> np.ndarray:
    picture = np.random.default_rng(seed).normal(mean, 3, (96, 160, 3))
    return np.clip(picture, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("pictures", "seconds", "expected"),
    [
        pytest.param(lambda i: noisy(120, i), 8, None, id="a lit room"),
        pytest.param(lambda i: noisy(24, i), 8, None, id="a dim room"),
        pytest.param(lambda i: noisy(4, i), 3, CameraFault.BLACK, id="a covered lens"),
        pytest.param(lambda i: noisy(0, 0) * 0, 3, CameraFault.BLACK, id="a camera switched off"),
        pytest.param(lambda i: noisy(0, 0) * 0, 0.9, None, id="black for less than a second"),
        pytest.param(lambda i: noisy(120, 1), 6, CameraFault.FROZEN, id="one picture for ever"),
        pytest.param(lambda i: noisy(120, 1), 4, None, id="a still moment"),
        pytest.param(lambda i: noisy(120, i // 60), 8, None, id="a picture every two seconds"),
    ],
)
def test_what_is_wrong(pictures, seconds, expected):
    watch = CameraWatch()
    fault = None
    for i in range(int(seconds * 30)):
        fault = watch.look(pictures(i), i / 30)
    assert fault is expected


def test_the_picture_may_change_its_size():
    watch = CameraWatch()
    watch.look(noisy(120, 1), 0.0)
    assert watch.look(noisy(120, 2)[:48, :80], 0.1) is None
