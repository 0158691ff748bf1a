"""The network without its mask: less work, the same landmarks."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest
from mediapipe.tasks.metadata import schema_py_generated as schema
from mediapipe.tasks.python import BaseOptions

from coach.vision import shared_model
from coach.vision.bundle import DETECTOR, LANDMARKS, bundled, metadata
from coach.vision.landmarker import Landmarker
from coach.vision.maskless import without_mask


def member(bundle: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(bundle)) as members:
        return members.read(name)


def graph(bundle: bytes):
    network = schema.Model.GetRootAsModel(member(bundle, LANDMARKS), 0)
    return schema.ModelT.InitFromObj(network).subgraphs[0]


def test_a_sixth_of_the_operators_goes_and_all_else_stays(full_model):
    before, after = graph(full_model), graph(without_mask(full_model))
    assert (len(before.operators), len(after.operators)) == (332, 286)
    kept = [before.outputs[i] for i in (0, 1, 1, 3, 4)]
    assert after.outputs.tolist() == kept, "landmarks, presence, nothing of its own, heat, world"
    assert after.inputs.tolist() == before.inputs.tolist()
    made = {int(t) for operator in after.operators for t in operator.outputs}
    assert made.issuperset(kept), "each output has its maker"
    assert before.outputs[2] not in made


def test_the_person_detector_and_the_metadata_stay(full_model):
    made = without_mask(full_model)
    assert member(made, DETECTOR) == member(full_model, DETECTOR)
    assert metadata(member(made, LANDMARKS)) == metadata(member(full_model, LANDMARKS))


def test_the_landmarks_are_the_same_to_the_last_bit(full_model, squat_frames, monkeypatch):
    ours = Landmarker(full_model, people=1, stream=True)
    monkeypatch.setattr(
        "coach.vision.landmarker.base_options",
        lambda model: BaseOptions(model_asset_buffer=model),
    )
    published = Landmarker(full_model, people=1, stream=True)
    seen = 0
    for t, rgb in squat_frames:
        ms = round(t * 1000)
        for one, other in zip(
            ours.in_stream(rgb, t, ms, 960), published.in_stream(rgb, t, ms, 960), strict=True
        ):
            seen += 1
            for name in ("image", "world", "visibility"):
                assert np.array_equal(getattr(one, name), getattr(other, name)), (t, name)
    ours.close()
    published.close()
    assert seen == len(squat_frames)


@pytest.mark.parametrize(
    ("bundle", "why"),
    [
        (b"", "not a zip"),
        (bundled({DETECTOR: b"", "other.tflite": b""}), LANDMARKS),
    ],
    ids=["no zip", "no landmark network in it"],
)
def test_what_is_no_bundle_is_told(bundle, why):
    with pytest.raises(ValueError, match=why):
        without_mask(bundle)


def test_a_network_with_other_outputs_is_told(full_model):
    with pytest.raises(ValueError, match="2 outputs instead of 5"):
        without_mask(bundled({LANDMARKS: member(full_model, DETECTOR)}))


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
