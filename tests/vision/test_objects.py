"""What is made for a picture is gone with it."""

from __future__ import annotations

import gc
from collections import Counter

from coach.vision.detector import Detector
from coach.vision.reference import reference_picture


def mediapipes() -> Counter[str]:
    """Live objects of MediaPipe's classes, by name."""
    gc.collect()
    kinds = (type(each) for each in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if str(kind.__module__).startswith("mediapipe."))


def test_landmark_objects_do_not_pile_up(full_model):
    """As https://github.com/google-ai-edge/mediapipe/issues/6351 reports of live streams."""
    with Detector(load=lambda name: full_model) as detector:
        for t in range(5):
            detector.detect(reference_picture(), t / 30)
        before = mediapipes()
        for t in range(5, 65):
            assert detector.detect(reference_picture(), t / 30) is not None
        after = mediapipes()
    assert after == before
