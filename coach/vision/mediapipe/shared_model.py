"""A model as MediaPipe loads it, in memory once, however many landmarkers are made of it."""

from __future__ import annotations

import logging
import os
import sys
import threading
from functools import cache
from pathlib import Path

from mediapipe.tasks.python import BaseOptions

from coach.texts import say
from coach.vision.mediapipe.proof import is_same
from coach.vision.models.model_store import proof_folder

LOGGER = logging.getLogger(__name__)

NAME = "pose-model"
"""Of the files in memory that hold models."""

_making = threading.Lock()


def base_options(bundle: bytes) -> BaseOptions:
    """What a landmarker is made from: the `.task` bundle, without what nobody asks it for where
    that is proven to change no landmark on this machine, else as it is.

    The same object for every caller, from any thread. The first call for a model may take some
    seconds, in which the proof is made.
    """
    with _making:  # else two sessions that begin at once make two files of one model
        return _base_options(bundle)


def is_leaner(bundle: bytes) -> bool:
    """Whether landmarkers are made of something else here than the bundle as it is published."""
    return _proven(bundle) is not bundle


@cache
def _base_options(bundle: bytes) -> BaseOptions:
    model = _proven(bundle)
    path = _file_in_memory(model)
    if path is None:
        return BaseOptions(model_asset_buffer=model)
    # A buffer MediaPipe copies for each landmarker, a file it maps.
    return BaseOptions(model_asset_path=str(path))


def _proven(bundle: bytes) -> bytes:
    changed = _leaner(bundle)
    return changed if changed and is_same(bundle, changed, proof_folder()) else bundle


def _leaner(bundle: bytes) -> bytes | None:
    """The bundle without what nobody asks for; None, with a line in the log, where it cannot be
    made, as with a MediaPipe that describes networks in another way."""
    try:
        from coach.vision.mediapipe.networks.lean import lean

        return lean(bundle)
    except Exception as error:  # noqa: BLE001 - whatever it is, the published one is still there
        LOGGER.warning("%s", say("proof.failed", why=error))
        return None


def _file_in_memory(content: bytes) -> Path | None:
    """A file without a place on any disk, there until the process ends; None where the system has
    none (Linux alone has them) or does not show them."""
    if sys.platform != "linux":
        return None
    descriptor = os.memfd_create(NAME)
    with open(descriptor, "wb", closefd=False) as file:
        file.write(content)
    path = Path(f"/proc/self/fd/{descriptor}")
    return path if path.exists() else None
