"""A model in memory once, for all landmarkers."""

from __future__ import annotations

from coach.vision import shared_model
from coach.vision.landmarker import Landmarker


def test_all_landmarkers_are_made_of_one_model(full_model):
    assert shared_model.base_options(full_model) is shared_model.base_options(full_model)


def test_where_no_file_can_be_in_memory_a_buffer_does(full_model, monkeypatch, squat_frames):
    monkeypatch.setattr(shared_model.sys, "platform", "darwin")
    options = shared_model._base_options.__wrapped__(full_model)
    assert options.model_asset_path is None
    monkeypatch.setattr("coach.vision.landmarker.base_options", lambda _model: options)
    landmarker = Landmarker(full_model, people=1, stream=False)
    assert len(landmarker.in_still(squat_frames[0][1], 960)) == 1
    landmarker.close()
