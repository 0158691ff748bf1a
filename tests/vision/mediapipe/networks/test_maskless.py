"""The landmark network without its mask: less work, nothing else missing."""

from __future__ import annotations

import pytest

from coach.vision.mediapipe.networks.bundle import DETECTOR, LANDMARKS, metadata
from coach.vision.mediapipe.networks.graph import opened
from coach.vision.mediapipe.networks.maskless import without_mask
from tests.vision.mediapipe.networks.bundles import member


def test_a_sixth_of_the_operators_goes_and_all_else_stays(full_model):
    network = member(full_model, LANDMARKS)
    before, after = (opened(n).subgraphs[0] for n in (network, without_mask(network)))
    assert (len(before.operators), len(after.operators)) == (332, 287)
    kept = [0, 1, 3, 4]
    assert after.outputs[kept].tolist() == before.outputs[kept].tolist(), "all but the mask"
    assert after.inputs.tolist() == before.inputs.tolist()
    made = {int(t) for operator in after.operators for t in operator.outputs}
    assert made.issuperset(after.outputs.tolist()), "each output has its maker"
    assert before.outputs[2] not in made


def test_each_output_is_a_tensor_of_its_own(full_model):
    """MediaPipe 1.2.3 fills only one of two outputs that share a tensor: nobody was seen."""
    (graph,) = opened(without_mask(member(full_model, LANDMARKS))).subgraphs
    assert len(set(graph.outputs.tolist())) == 5


def test_the_metadata_stays(full_model):
    network = member(full_model, LANDMARKS)
    assert metadata(without_mask(network)) == metadata(network)


def test_a_network_with_other_outputs_is_told(full_model):
    with pytest.raises(ValueError, match="2 outputs instead of 5"):
        without_mask(member(full_model, DETECTOR))
