"""The mirror: left and right are exchanged, and nothing else."""

from __future__ import annotations

import numpy as np

from coach.vision.pictures.mirror import mirror


def test_left_and_right_are_exchanged_in_a_new_picture() -> None:
    rgb = np.random.default_rng(1).integers(0, 255, (7, 5, 3), np.uint8)
    before = rgb.copy()
    turned = mirror(rgb)
    assert (turned == rgb[:, ::-1]).all()
    assert turned.flags.c_contiguous
    assert turned.flags.writeable
    turned[:] = 0
    assert (rgb == before).all()
