"""Tracks as text: nothing is lost, and a frame without a person is told apart."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from coach.tracks.text import COLUMNS, NAMES, csv_lines, json_parts

single = st.floats(width=32, allow_nan=False, allow_infinity=False)


@given(
    image=arrays.arrays(np.float32, (2, 33, 3), elements=single),
    visibility=arrays.arrays(np.float32, (2, 33), elements=single),
    t=st.floats(0, 7200),
)
def test_every_number_comes_back(
    image: np.typing.NDArray[np.float32], visibility: np.typing.NDArray[np.float32], t: float
) -> None:
    rows = list(csv.DictReader(csv_lines([t, t + 1], image, -image, visibility)))
    frames = json.loads("".join(json_parts([t, t + 1], image, -image, visibility, (4, 3))))
    for i, row in enumerate(rows):
        assert float(row["t"]) == frames["frames"][i]["t"] == t + i
        for k, name in enumerate(NAMES):
            read = [np.float32(row[f"{name}_{part}"]) for part in ("x", "y", "z")]
            assert np.array_equal(read, image[i, k])
            assert np.float32(row[f"{name}_visibility"]) == visibility[i, k]
        assert np.array_equal(np.float32(frames["frames"][i]["world"]), -image[i])


def test_nobody_is_empty_cells_and_null() -> None:
    image = np.full((2, 33, 3), 0.25, np.float32)
    image[1] = np.nan
    visibility = np.ones((2, 33), np.float32)
    _, somebody, nobody = csv_lines([0.0, 0.5], image, image, visibility)
    assert somebody.startswith("0.0,0.25,0.25,0.25,1.0,0.25")
    assert nobody == "0.5" + "," * (len(COLUMNS) - 1) + "\n"
    frames = json.loads("".join(json_parts([0.0, 0.5], image, image, visibility, (4, 3))))["frames"]
    assert frames[1] == {"t": 0.5, "image": None, "world": None, "visibility": None}
    assert frames[0]["visibility"] == [1.0] * 33


@pytest.mark.parametrize("size", [(64, 48), (np.int32(64), np.int32(48))])
def test_no_frames_at_all_are_valid_texts(size: tuple[int, int]) -> None:
    nothing = np.zeros((0, 33, 3), np.float32)
    assert list(csv_lines([], nothing, nothing, nothing[:, :, 0])) == [",".join(COLUMNS) + "\n"]
    told = json.loads("".join(json_parts([], nothing, nothing, nothing[:, :, 0], size)))
    assert (told["frames"], told["size"], len(told["landmarks"])) == ([], [64, 48], 33)
