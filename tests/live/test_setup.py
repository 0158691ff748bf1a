"""The real pieces put together, on pictures in which nobody is."""

from __future__ import annotations

import numpy as np
import pytest

from coach.live import setup
from coach.live.load.fleet import Fleet
from coach.live.settings import Settings
from exercises import registry


class Nobody:
    """A detector of empty rooms that needs no model."""

    def __init__(self, model: str, *, low_priority: bool) -> None:
        self.model = model

    def detect(self, rgb, t):
        return None

    def close(self) -> None:
        return None


@pytest.fixture
def shown(monkeypatch):
    """The picture that comes back of one whose left half is as bright as told."""
    monkeypatch.setattr(setup, "Detector", Nobody)

    def show(settings: Settings, bright: int = 200):
        session = setup.make_session(registry(), settings, Fleet(cpu=lambda: 0.0))
        rgb = np.full((360, 640, 3), 40, np.uint8)
        rgb[:, :320] = bright
        answer = session.frame(rgb, 0.0)
        assert session.snapshot().trouble is None
        return answer

    return show


@pytest.mark.parametrize("exercise", list(registry()))
@pytest.mark.parametrize(
    ("mirrored", "bright_side"), [(True, "right"), (False, "left")], ids=["mirrored", "as it is"]
)
def test_the_picture_is_mirrored_as_chosen(shown, exercise, mirrored, bright_side):
    answer = shown(Settings(exercise, mirrored=mirrored))
    bottom = answer[-40:, :, 0].mean(axis=0)
    brighter = "left" if bottom[:100].mean() > bottom[-100:].mean() else "right"
    assert brighter == bright_side


def test_the_privacy_view_shows_nothing_of_the_picture(shown):
    hidden = Settings("squat", privacy=True)
    assert (shown(hidden, bright=200) == shown(hidden, bright=90)).all()


def test_an_unknown_exercise_is_refused(shown):
    with pytest.raises(KeyError):
        shown(Settings("juggling"))
