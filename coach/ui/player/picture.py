"""Pictures small enough to travel with the page. Pure: no Streamlit."""

from __future__ import annotations

import base64
import io

import numpy as np
import numpy.typing as npt
from PIL import Image

_QUALITY = 84


def as_data_url(rgb: npt.NDArray[np.uint8], longest: int) -> str:
    """A (h, w, 3) picture as a JPEG in a data URL, at most `longest` pixels on its longer side."""
    image = Image.fromarray(rgb)
    image.thumbnail((longest, longest))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode("ascii")
