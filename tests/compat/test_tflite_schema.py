"""What of MediaPipe's schema is relied on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.compat.tflite_schema import schema


@pytest.mark.parametrize(
    "name",
    ["Model", "ModelT", "TensorT", "OperatorT", "OperatorCodeT", "ReshapeOptionsT", "TensorType",
     "BuiltinOperator", "BuiltinOptions", "DimensionType"],
)  # fmt: skip
def test_it_is_there(name):
    assert hasattr(schema, name)


def test_without_it_the_published_network_is_used_and_the_log_says_so(full_model):
    """As with a MediaPipe that carries it no more."""
    assert full_model
    program = """
import logging, sys
logging.basicConfig(level=logging.WARNING)
sys.modules["mediapipe.tasks.metadata.schema_py_generated"] = None
from coach.vision.detector import Detector
from coach.vision.models.model_store import load
from coach.vision.reference import compare, reference_picture
from coach.vision.mediapipe.shared_model import is_leaner
with Detector() as detector:
    assert compare(detector.detect_all(reference_picture(), 0.0)).right
    assert not is_leaner(load())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "cannot be made quicker" in done.stderr
