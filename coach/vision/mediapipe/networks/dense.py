"""The person detector with its weights written out, so that no landmarker writes them out again.

The published detector leaves out the weights that are zero, three in four of most layers. Before it
runs, each interpreter fills the zeros in again and keeps what it made for good: 8 MB of every
session, of the same numbers. Written out in the file they are in memory once, for all.

How zeros are left out is described in tensorflow/lite/schema/schema.fbs, SparsityParameters.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from coach.compat.tflite_schema import schema
from coach.vision.mediapipe.networks.graph import opened, written


def with_dense_weights(network: bytes) -> bytes:
    """`network` (a .tflite file) without any DENSIFY operator; it computes the same.

    Raises ValueError when zeros are left out in a way that this does not know.
    """
    model = opened(network)
    (graph,) = model.subgraphs
    kept = []
    for operator in graph.operators:
        if not _fills_in_zeros(model, operator):
            kept.append(operator)
            continue
        sparse, dense = (graph.tensors[int(t[0])] for t in (operator.inputs, operator.outputs))
        buffer = model.buffers[sparse.buffer]
        buffer.data = _written_out(sparse, buffer.data).view(np.uint8)
        # Buffer 0 is the empty one: a tensor that nobody uses needs no content.
        dense.buffer, sparse.buffer, sparse.sparsity = sparse.buffer, 0, None
    graph.operators = kept
    return written(model)


def _fills_in_zeros(model: Any, operator: Any) -> bool:
    code = model.operatorCodes[operator.opcodeIndex]
    return bool(code.builtinCode == schema.BuiltinOperator.DENSIFY)


def _written_out(tensor: Any, data: npt.NDArray[np.uint8]) -> npt.NDArray[np.float16]:
    """All weights of a tensor in a row, those included that its file leaves out."""
    how = tensor.sparsity
    in_order = np.array_equal(how.traversalOrder, range(len(tensor.shape)))
    in_blocks = how.blockMap is not None and len(how.blockMap) > 0
    if tensor.type != schema.TensorType.FLOAT16 or not in_order or in_blocks:
        raise ValueError("The network leaves out zeros in a way that is not known here.")
    places = np.zeros(1, dtype=np.int64)
    for size, dimension in zip(tensor.shape, how.dimMetadata, strict=True):
        if dimension.format == schema.DimensionType.DENSE:
            places = (places[:, None] * size + np.arange(size)).ravel()
        else:
            ends = np.asarray(dimension.arraySegments.values, dtype=np.int64)
            indices = np.asarray(dimension.arrayIndices.values, dtype=np.int64)
            places = np.repeat(places, np.diff(ends)) * size + indices
    weights = np.zeros(int(np.prod(tensor.shape)), dtype=np.float16)
    weights[places] = np.asarray(data, dtype=np.uint8).view(np.float16)
    return weights
