"""A model in memory once, for all landmarkers."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.vision.mediapipe import shared_model
from coach.vision.mediapipe.landmarker import Landmarker
from coach.vision.mediapipe.networks.lean import lean
from coach.vision.reference import compare, reference_picture


def made(model):
    """Base options of a model as a new process makes them."""
    return shared_model._base_options.__wrapped__(model)


def test_all_landmarkers_are_made_of_one_model(full_model):
    assert shared_model.base_options(full_model) is shared_model.base_options(full_model)


def test_where_no_file_can_be_in_memory_a_buffer_does(full_model, monkeypatch):
    monkeypatch.setattr(shared_model.sys, "platform", "darwin")
    options = made(full_model)
    assert options.model_asset_path is None
    monkeypatch.setattr("coach.vision.mediapipe.landmarker.base_options", lambda _model: options)
    landmarker = Landmarker(full_model, people=1, stream=False)
    assert compare(landmarker.in_still(reference_picture(), 960)).right
    landmarker.close()


@pytest.mark.parametrize("proven", [True, False])
def test_a_leaner_model_is_used_where_it_is_proven(proven, full_model, monkeypatch):
    monkeypatch.setattr(shared_model, "is_same", lambda *_: proven)
    content = Path(made(full_model).model_asset_path).read_bytes()
    assert content == (lean(full_model) if proven else full_model)


def test_where_none_can_be_made_the_published_one_is_used(full_model, monkeypatch, caplog):
    """As with a MediaPipe that describes networks in another way."""

    def fail(_bundle):
        raise ImportError("no schema")

    monkeypatch.setattr("coach.vision.mediapipe.networks.lean.lean", fail)
    assert Path(made(full_model).model_asset_path).read_bytes() == full_model
    assert "no schema" in caplog.text
