"""Pose models and the libraries that run them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # detector: pictures that are none, and a detector that is over (coach/vision)
        "detector.closed": "This detector was closed: make a new one for a new stream.",
        "detector.no_picture": (
            "A picture must be an array of (height, width, 3) uint8, not {shape} {dtype}."
        ),
        "detector.no_time": "The time of a picture must be a finite number of seconds, not {t}.",
        # library: native libraries that cannot be loaded (coach/vision/models/libraries.py)
        "library.opencv": (
            "OpenCV cannot be loaded ({why}): run pip install --force-reinstall --no-deps "
            "opencv-python-headless and start again."
        ),
        "library.system": (
            "The system library {library} is missing, which MediaPipe needs: install it (on Debian "
            "and Ubuntu: apt-get install {packages}) and start again."
        ),
        # model: the store of pose models (coach/vision)
        "model.by_hand_damaged": (
            "{path} is not the published model (its SHA-256 is another one): replace it by the "
            "file from {url}, or unset COACH_MODEL_DIR."
        ),
        "model.by_hand_missing": (
            "{path} is not there: put the file from {url} into the folder that COACH_MODEL_DIR "
            "names, or unset COACH_MODEL_DIR to have it fetched."
        ),
        "model.damaged": (
            "{path} is damaged (its SHA-256 is not the published one): run "
            "python -m coach models fetch --model {name} to fetch it again."
        ),
        "model.disk_full": (
            "There is no room for {file} ({megabytes:.0f} MB) in {folder}: free some space, or "
            "put the file into another folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.missing": (
            "{file} has not been fetched yet: run python -m coach models fetch --model {name}."
        ),
        "model.not_fetched": (
            "{file} could not be fetched ({reasons}): connect to the internet and try again, or "
            "put the file from {url} into a folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.self_test_right": "Detection works: the pose model {model} sees the drawn person.",
        "model.self_test_wrong": (
            "Detection does not work: the pose model {model} does not see the drawn person where "
            "it should. Run python -m coach doctor to find out why."
        ),
        "model.unreadable": "{path} cannot be read ({why}): allow this program to read it.",
        "model.unwritable": (
            "{file} cannot be kept in {folder} ({why}): make that folder writable, or put the "
            "file into another folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.why_address": "its official address: {why}",
        "model.why_client": "{client}: {why}",
        "model.why_digest": "what came has the wrong SHA-256",
        "model.why_no_client": "{client} is not installed",
        "model.why_package": "the package {package} does not hold it",
        "model.why_part": "{file}, which it is made from, could not be fetched: {why}",
        "model.why_slow": "{client} took longer than ten minutes",
        "model.unknown": "There is no model called {model!r}: choose one of {known}.",
        # proof: whether a changed network sees what the published one sees (mediapipe/proof.py)
        "proof.begun": (
            "The pose network is used as it is published, which takes more time: the trial of a "
            "quicker one with MediaPipe {version} never ended. Delete {path} to try it again."
        ),
        "proof.different": (
            "The pose network is used as it is published, which takes more time: a quicker one "
            "gave other landmarks on this machine with MediaPipe {version} ({path})."
        ),
        "proof.failed": "The pose network cannot be made quicker on this machine: {why}",
    }
)
