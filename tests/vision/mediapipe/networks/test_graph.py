"""Networks opened and written again."""

from __future__ import annotations

import copy

import pytest

from coach.vision.mediapipe.networks.bundle import DETECTOR, LANDMARKS
from coach.vision.mediapipe.networks.graph import opened, written
from tests.vision.mediapipe.networks.bundles import member


@pytest.mark.parametrize("name", [DETECTOR, LANDMARKS])
def test_what_was_written_opens_as_it_was(full_model, name):
    once = written(opened(member(full_model, name)))
    assert written(opened(once)) == once
    assert once[4:8] == b"TFL3", "else TensorFlow Lite refuses the file"


def test_a_network_of_two_graphs_is_told(full_model):
    model = opened(member(full_model, DETECTOR))
    model.subgraphs.append(copy.copy(model.subgraphs[0]))
    with pytest.raises(ValueError, match="2 graphs instead of one"):
        opened(written(model))
