"""A TFLite network's graph as objects that can be changed, by the schema in MediaPipe's package."""

from __future__ import annotations

from typing import Any

import flatbuffers

from coach.compat.tflite_schema import schema

_IDENTIFIER = b"TFL3"


def opened(network: bytes) -> Any:
    """What a .tflite file holds, as the schema's `ModelT`.

    Raises ValueError when it has not exactly one graph.
    """
    model: Any = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(network, 0))
    if len(model.subgraphs) != 1:
        raise ValueError(f"The network has {len(model.subgraphs)} graphs instead of one.")
    return model


def written(model: Any) -> bytes:
    """`model`, a `ModelT`, as a .tflite file."""
    builder = flatbuffers.Builder()
    builder.Finish(model.Pack(builder), _IDENTIFIER)
    return bytes(builder.Output())
