"""The landmark network without the part that paints a mask of the person, which nobody asks for.

The published network gives five outputs; the third is a mask of 256 x 256 pixels. MediaPipe runs
the whole network whether the mask is wanted or not, and throws it away. The operators that serve
the mask alone are 9 in 100 of the full network's multiplications but, at that size, a quarter of
its time; without them every landmark stays the same to the last bit.

The order of the outputs is in MediaPipe's source, tasks/cc/vision/pose_landmarker/
pose_landmarks_detector_graph.cc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from coach.vision.networks.graph import opened, written

_OUTPUTS, _PRESENCE, _MASK = 5, 1, 2


def without_mask(network: bytes) -> bytes:
    """A landmark network (a .tflite file) that computes all but the mask.

    Raises ValueError when `network` has not the outputs of one.
    """
    model = opened(network)
    (graph,) = model.subgraphs
    if len(graph.outputs) != _OUTPUTS:
        raise ValueError(f"The network has {len(graph.outputs)} outputs instead of {_OUTPUTS}.")
    outputs = np.array(graph.outputs)
    # MediaPipe takes the outputs by their place, so the mask's must not stay empty.
    outputs[_MASK] = outputs[_PRESENCE]
    graph.outputs = outputs
    graph.operators = _needed(graph.operators, outputs.tolist())
    return written(model)


def _needed(operators: Sequence[Any], outputs: Sequence[int]) -> list[Any]:
    """Those of a network's operators on which any of its outputs depends, in their order."""
    wanted = set(outputs)
    needed = []
    # Operators stand in the order in which they run: whoever uses a tensor comes after its maker.
    for operator in reversed(operators):
        if wanted.intersection(np.asarray(operator.outputs).tolist()):
            wanted.update(np.asarray(operator.inputs).tolist())
            needed.append(operator)
    return needed[::-1]
