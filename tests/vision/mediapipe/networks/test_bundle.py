"""Bundles made of parts. The real ones are pinned by digest; here the parts are small."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.vision.mediapipe.networks.bundle import (
    DETECTOR,
    LANDMARKS,
    assemble,
    metadata,
    with_metadata,
)

# The smallest .tflite file: a root table with a version (3) and one empty buffer.
#   0 root, 4 identifier, 8 vtable of 5 fields (version, ..., buffers), 24 table, 36 vector,
#   44 vtable of the buffer, 48 buffer
BARE = (
    struct.pack("<I4s", 24, b"TFL3")
    + struct.pack("<HHHHHHH2x", 14, 12, 4, 0, 0, 0, 8)
    + struct.pack("<iII", 16, 3, 4)
    + struct.pack("<II", 1, 8)
    + struct.pack("<HH", 4, 4)
    + struct.pack("<i", 4)
)


def test_a_network_without_metadata_is_told() -> None:
    with pytest.raises(ValueError, match="no metadata"):
        metadata(BARE)


@given(content=st.binary(max_size=300))
def test_what_is_put_in_comes_out_and_the_old_file_is_untouched(content: bytes) -> None:
    made = with_metadata(BARE, content)
    assert metadata(made) == content
    assert made.endswith(BARE)
    assert made[4:8] == b"TFL3"
    assert (len(made) - len(BARE)) % 16 == 0, "the old buffers keep their alignment"


def test_a_bundle_is_the_same_bytes_each_time_and_its_members_are_aligned() -> None:
    landmarks = with_metadata(BARE, b"how to normalise")
    source = io.BytesIO()
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(DETECTOR, b"the detector")
        bundle.writestr(LANDMARKS, landmarks)
    made = assemble(source.getvalue(), BARE)
    assert made == assemble(source.getvalue(), BARE)
    with zipfile.ZipFile(io.BytesIO(made)) as bundle:
        assert bundle.read(DETECTOR) == b"the detector"
        assert bundle.read(LANDMARKS) == landmarks
    assert made.index(b"the detector") % 16 == 0
    assert made.index(landmarks) % 16 == 0


@pytest.mark.parametrize(
    ("full", "network"),
    [(b"", BARE), (b"no zip", BARE)],
    ids=["empty", "no zip"],
)
def test_parts_that_are_no_models_are_told(full: bytes, network: bytes) -> None:
    with pytest.raises(ValueError, match="no model files"):
        assemble(full, network)
