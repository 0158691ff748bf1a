"""A model as MediaPipe loads it, in memory once, however many landmarkers are made of it."""

from __future__ import annotations

import os
import sys
import threading
from functools import cache
from pathlib import Path

from mediapipe.tasks.python import BaseOptions

from coach.vision import mapped
from coach.vision.networks.lean import lean

_making = threading.Lock()


def base_options(bundle: bytes) -> BaseOptions:
    """What a landmarker is made from: the `.task` bundle, without what nobody asks it for.

    The same object for every caller, from any thread. Raises ValueError when `bundle` is no bundle
    of a pose landmarker.
    """
    with _making:  # else two sessions that begin at once make two files of one model
        return _base_options(bundle)


@cache
def _base_options(bundle: bytes) -> BaseOptions:
    model = lean(bundle)
    path = _file_in_memory(model)
    if path is None:
        return BaseOptions(model_asset_buffer=model)
    # A buffer MediaPipe copies for each landmarker (12 MB with the full model), a file it maps.
    return BaseOptions(model_asset_path=str(path))


def _file_in_memory(content: bytes) -> Path | None:
    """A file without a place on any disk, there until the process ends; None where the system has
    none (Linux alone has them) or does not show them."""
    if sys.platform != "linux":
        return None
    descriptor = os.memfd_create(mapped.NAME)
    with open(descriptor, "wb", closefd=False) as file:
        file.write(content)
    path = Path(f"/proc/self/fd/{descriptor}")
    return path if path.exists() else None
