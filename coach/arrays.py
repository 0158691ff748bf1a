"""Kinds of arrays, by what is in them."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
"""Numbers; their shape stands where they are used."""

Rgb = npt.NDArray[np.uint8]
"""A picture: (height, width, 3), red, green and blue from 0 to 255."""
