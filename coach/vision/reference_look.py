"""What a model sees in the reference picture."""

from __future__ import annotations

from coach.vision.models import libraries
from coach.vision.reference import Comparison, compare, reference_picture
from coach.vision.still_pictures import Stills


def look_at_reference(model: str) -> Comparison:
    """What a model of the store sees in the reference picture, by the way of every other picture.

    Raises LibraryError or ModelStoreError, and what MediaPipe raises.
    """
    libraries.check()
    stills = Stills(model)
    try:
        return compare(stills.find(reference_picture()))
    finally:
        stills.close()
