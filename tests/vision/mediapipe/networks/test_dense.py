"""The person detector with its weights written out: no work of filling in, the same weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from mediapipe.tasks.metadata import schema_py_generated as schema

from coach.vision.mediapipe.networks.bundle import DETECTOR, metadata
from coach.vision.mediapipe.networks.dense import with_dense_weights
from coach.vision.mediapipe.networks.graph import opened, written
from tests.vision.mediapipe.networks.bundles import member

IN_FULL, WITHOUT_ZEROS = schema.DimensionType.DENSE, schema.DimensionType.SPARSE_CSR


def dimension(how, size=0, ends=(), indices=()):
    """How the file holds one of a tensor's dimensions."""
    made = schema.DimensionMetadataT()
    made.format, made.denseSize = how, size
    if how == WITHOUT_ZEROS:
        made.arraySegmentsType = made.arrayIndicesType = schema.SparseIndexVector.Int32Vector
        made.arraySegments, made.arrayIndices = schema.Int32VectorT(), schema.Int32VectorT()
        made.arraySegments.values = np.asarray(ends, np.int32)
        made.arrayIndices.values = np.asarray(indices, np.int32)
    return made


def one_layer(weights, how, values):
    """A network of a single operator, which fills in the zeros of `weights`."""
    model, graph = schema.ModelT(), schema.SubGraphT()
    model.version, model.subgraphs = 3, [graph]
    model.buffers = [schema.BufferT(), schema.BufferT()]
    model.buffers[1].data = np.asarray(values, np.float16).view(np.uint8)
    code = schema.OperatorCodeT()
    code.builtinCode = code.deprecatedBuiltinCode = schema.BuiltinOperator.DENSIFY
    model.operatorCodes = [code]
    graph.tensors = [schema.TensorT(), schema.TensorT()]
    for tensor in graph.tensors:
        tensor.shape, tensor.type = np.array(weights.shape, np.int32), schema.TensorType.FLOAT16
        tensor.buffer = 0
    sparse = graph.tensors[0]
    sparse.buffer, sparse.sparsity = 1, schema.SparsityParametersT()
    sparse.sparsity.traversalOrder = np.arange(weights.ndim, dtype=np.int32)
    sparse.sparsity.dimMetadata = how
    operator = schema.OperatorT()
    operator.inputs, operator.outputs = np.array([0], np.int32), np.array([1], np.int32)
    graph.operators = [operator]
    graph.inputs, graph.outputs = np.array([], np.int32), np.array([1], np.int32)
    return model


def read_back(network, shape):
    model = opened(network)
    (graph,) = model.subgraphs
    assert not graph.operators
    data = model.buffers[graph.tensors[1].buffer].data
    return np.asarray(data, np.uint8).view(np.float16).reshape(shape)


few_weights = hnp.arrays(
    np.float16,
    st.tuples(st.integers(1, 6), st.integers(1, 6)),
    elements=st.sampled_from([0.0, 0.0, 0.0, 1.5, -2.0, 60000.0]),
)


@given(few_weights)
def test_what_was_left_out_in_the_last_dimension_is_filled_in(weights):
    rows, columns = np.nonzero(weights)
    ends = np.searchsorted(rows, np.arange(len(weights) + 1))
    how = [dimension(IN_FULL, len(weights)), dimension(WITHOUT_ZEROS, 0, ends, columns)]
    network = written(one_layer(weights, how, weights[rows, columns]))
    assert np.array_equal(read_back(with_dense_weights(network), weights.shape), weights)


@given(few_weights)
def test_rows_that_were_left_out_whole_are_filled_in(weights):
    (rows,) = np.nonzero(weights.any(axis=1))
    how = [
        dimension(WITHOUT_ZEROS, 0, [0, len(rows)], rows),
        dimension(IN_FULL, weights.shape[1]),
    ]
    network = written(one_layer(weights, how, weights[rows].ravel()))
    assert np.array_equal(read_back(with_dense_weights(network), weights.shape), weights)


def test_the_published_detector_keeps_all_but_what_fills_in(full_model):
    network = member(full_model, DETECTOR)
    dense = with_dense_weights(network)
    before, after = (opened(n).subgraphs[0] for n in (network, dense))
    assert len(before.operators) - len(after.operators) == 38
    assert all(tensor.sparsity is None for tensor in after.tensors)
    assert (after.inputs.tolist(), after.outputs.tolist()) == (
        before.inputs.tolist(),
        before.outputs.tolist(),
    )
    assert metadata(dense) == metadata(network)
    assert with_dense_weights(dense) == dense, "there is nothing left to do"


def in_another_order(sparsity):
    sparsity.traversalOrder = np.array([1, 0], np.int32)


def in_blocks(sparsity):
    sparsity.blockMap = np.array([0], np.int32)


@pytest.mark.parametrize("change", [in_another_order, in_blocks])
def test_another_way_of_leaving_out_zeros_is_told(change):
    weights = np.array([[0.0, 1.0]], np.float16)
    how = [dimension(IN_FULL, 1), dimension(WITHOUT_ZEROS, 0, [0, 1], [1])]
    model = one_layer(weights, how, [1.0])
    change(model.subgraphs[0].tensors[0].sparsity)
    with pytest.raises(ValueError, match="not known here"):
        with_dense_weights(written(model))
