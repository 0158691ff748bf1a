"""The two floors: the landmark network by itself, and MediaPipe's landmarker around it."""

from __future__ import annotations

import importlib
import importlib.util
import io
import zipfile
from typing import Any

import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision

from coach.arrays import Rgb
from coach.compat.mediapipe_reports import stay_offline
from coach.evaluation.live_frames import Frames
from coach.vision.mediapipe.networks.bundle import LANDMARKS
from coach.vision.pictures.frames import to_picture

INTERPRETER = "ai_edge_litert"
"""The module of TensorFlow Lite's interpreter, which only measuring needs."""


def has_interpreter() -> bool:
    """Whether the bare network can be measured here."""
    return importlib.util.find_spec(INTERPRETER) is not None


class Network:
    """The landmark network alone, on one thread, without finding the person, cutting out, or
    smoothing. Its cost does not depend on what it sees, so every frame is the clip's first."""

    def __init__(self, bundle: bytes, frames: Frames) -> None:
        interpreters = importlib.import_module(f"{INTERPRETER}.interpreter")
        with zipfile.ZipFile(io.BytesIO(bundle)) as members:
            network = members.read(LANDMARKS)
        self._interpreter: Any = interpreters.Interpreter(model_content=network, num_threads=1)
        self._interpreter.allocate_tensors()
        (entry,) = self._interpreter.get_input_details()
        self._input = entry["index"]
        _, height, width, _ = entry["shape"]
        small = cv2.resize(to_picture(frames[0]), (int(width), int(height)))
        self._picture = np.asarray(small, np.float32)[None] / np.float32(255)

    def take(self, i: int, t: float) -> None:
        """Run the network once."""
        del i, t
        self._interpreter.set_tensor(self._input, self._picture)
        self._interpreter.invoke()

    def close(self) -> None:
        """Let go of the network."""
        self._interpreter = None


def landmarker(bundle: bytes) -> Any:
    """MediaPipe's own, as its guide for videos makes it, but for its reports of use."""
    stay_offline()
    return vision.PoseLandmarker.create_from_options(
        vision.PoseLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=bundle),
            running_mode=vision.RunningMode.VIDEO,
            num_poses=1,
        )
    )


class MediaPipe:
    """PoseLandmarker in VIDEO mode on RGB arrays that are ready."""

    def __init__(self, bundle: bytes, frames: Frames) -> None:
        self._pictures: list[Rgb] = [to_picture(frame) for frame in frames]
        self._landmarker = landmarker(bundle)

    def take(self, i: int, t: float) -> None:
        """Find the pose in one picture."""
        image = mp.Image(image_format=mp.ImageFormat.SRGB, data=self._pictures[i])
        self._landmarker.detect_for_video(image, round(t * 1000))

    def close(self) -> None:
        """Let go of the network."""
        self._landmarker.close()
