"""The landmark network without the part that paints a mask of the person, which nobody asks for.

The published network gives five outputs; the third is a mask of 256 x 256 pixels. MediaPipe runs
the whole network whether the mask is wanted or not, and throws it away. The operators that serve
the mask alone are 9 in 100 of the full network's multiplications but, at that size, a quarter of
its time; without them every landmark stays the same to the last bit, which proof.py finds out on
the machine that runs it.

The order of the outputs is in MediaPipe's source, tasks/cc/vision/pose_landmarker/
pose_landmarks_detector_graph.cc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from coach.compat.tflite_schema import schema
from coach.vision.mediapipe.networks.graph import opened, written

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
    # MediaPipe takes the outputs by their place, so the mask's must not stay empty. It needs a
    # tensor of its own: from 1.2.3 on each output has a buffer of its own, and of two outputs that
    # are one tensor one is never filled.
    outputs[_MASK] = _copied(model, int(outputs[_PRESENCE]))
    graph.outputs = outputs
    graph.operators = _needed(graph.operators, outputs.tolist())
    return written(model)


def _copied(model: Any, tensor: int) -> int:
    """The place of a new tensor that holds the same numbers as `tensor`, by a RESHAPE operator that
    changes no shape."""
    (graph,) = model.subgraphs
    original = graph.tensors[tensor]
    copy = schema.TensorT()
    copy.name, copy.type, copy.shape = b"mask_left_out", original.type, original.shape
    graph.tensors.append(copy)
    operator = schema.OperatorT()
    operator.opcodeIndex = _code(model, schema.BuiltinOperator.RESHAPE)
    operator.inputs = np.array([tensor], dtype=np.int32)
    operator.outputs = np.array([len(graph.tensors) - 1], dtype=np.int32)
    operator.builtinOptionsType = schema.BuiltinOptions.ReshapeOptions
    operator.builtinOptions = schema.ReshapeOptionsT()
    operator.builtinOptions.newShape = original.shape
    graph.operators.append(operator)
    return len(graph.tensors) - 1


def _code(model: Any, builtin: int) -> int:
    """The place of an operator's code among those that a model lists; added where it is missing."""
    for place, code in enumerate(model.operatorCodes):
        if code.builtinCode == builtin:
            return place
    code = schema.OperatorCodeT()
    # Readers of before 2020 know the deprecated field alone.
    code.builtinCode = code.deprecatedBuiltinCode = builtin
    model.operatorCodes.append(code)
    return len(model.operatorCodes) - 1


def _needed(operators: Sequence[Any], outputs: Sequence[int]) -> list[Any]:
    """Those of a network's operators on which any of its outputs depends, in their order."""
    wanted = set(outputs)
    needed = []
    # Operators stand in the order in which they run: what uses a tensor comes after what makes it.
    for operator in reversed(operators):
        if wanted.intersection(np.asarray(operator.outputs).tolist()):
            wanted.update(np.asarray(operator.inputs).tolist())
            needed.append(operator)
    return needed[::-1]
