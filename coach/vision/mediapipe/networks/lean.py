"""A model's bundle without what costs time or memory and changes no landmark."""

from __future__ import annotations

import io
import zipfile

from coach.vision.mediapipe.networks.bundle import DETECTOR, LANDMARKS, bundled
from coach.vision.mediapipe.networks.dense import with_dense_weights
from coach.vision.mediapipe.networks.maskless import without_mask


def lean(bundle: bytes) -> bytes:
    """A `.task` bundle whose landmark network paints no mask and whose person detector's weights
    are written out. Raises ValueError when `bundle` is no bundle of a pose landmarker.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(bundle)) as members:
            detector, landmarks = members.read(DETECTOR), members.read(LANDMARKS)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError(f"This is no bundle of a pose landmarker: {error}.") from error
    return bundled({DETECTOR: with_dense_weights(detector), LANDMARKS: without_mask(landmarks)})
