"""A model's bundle without what changes no landmark: the landmarks say so."""

from __future__ import annotations

import numpy as np
import pytest
from mediapipe.tasks.python import BaseOptions

from coach.vision.mediapipe.landmarker import Landmarker
from coach.vision.mediapipe.networks.bundle import DETECTOR, LANDMARKS, bundled
from coach.vision.mediapipe.networks.dense import with_dense_weights
from coach.vision.mediapipe.networks.lean import lean
from coach.vision.mediapipe.networks.maskless import without_mask
from tests.vision.mediapipe.networks.bundles import member


def test_both_networks_are_lean(full_model):
    made = lean(full_model)
    assert member(made, DETECTOR) == with_dense_weights(member(full_model, DETECTOR))
    assert member(made, LANDMARKS) == without_mask(member(full_model, LANDMARKS))


@pytest.mark.parametrize("stream", [True, False], ids=["a stream", "stills, each found anew"])
def test_the_landmarks_are_the_same_to_the_last_bit(full_model, squat_frames, monkeypatch, stream):
    ours = Landmarker(full_model, people=1, stream=stream)
    monkeypatch.setattr(
        "coach.vision.mediapipe.landmarker.base_options",
        lambda model: BaseOptions(model_asset_buffer=model),
    )
    published = Landmarker(full_model, people=1, stream=stream)
    seen = 0
    for t, rgb in squat_frames:
        looks = (
            one.in_stream(rgb, t, round(t * 1000), 960) if stream else one.in_still(rgb, 960)
            for one in (ours, published)
        )
        for one, other in zip(*looks, strict=True):
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
        (bundled({LANDMARKS: b""}), DETECTOR),
    ],
    ids=["no zip", "no landmark network in it", "no person detector in it"],
)
def test_what_is_no_bundle_is_told(bundle, why):
    with pytest.raises(ValueError, match=why):
        lean(bundle)
