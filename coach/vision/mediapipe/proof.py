"""Whether a changed pose network gives the landmarks of the published one: tried on the machine
that runs it, before its first use with these versions.

MediaPipe 1.2.3 ran a changed network that 1.2.2 had run right, and saw nobody, without a word. No
list of versions would have told; both networks over the same pictures do.
"""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import Any

import mediapipe as mp
import numpy as np
import numpy.typing as npt
from mediapipe.tasks.python import BaseOptions, vision

from coach.arrays import Rgb
from coach.compat.mediapipe_reports import stay_offline
from coach.texts import say
from coach.vision.reference import reference_picture

LOGGER = logging.getLogger(__name__)

Landmarks = npt.NDArray[np.float64]
Look = Callable[[bytes], Sequence[Landmarks]]
"""Everything that a bundle sees in the pictures of a trial, picture by picture."""

STREAM = 12
"""Pictures of the trial's stream: the person is found in the first and followed from there on, lost
by a jump, and found again."""
WAIT_S, POLL_S = 20.0, 0.05
"""Seconds for which another process is given to end the same trial, and between two looks at it."""


class Verdict(str, Enum):
    """How a trial ended. BEGUN: it did not, or has not yet."""

    BEGUN = "begun"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Trial:
    """What a verdict holds for; with any other of these it says nothing."""

    published: str
    """SHA-256 of the bundle as it is published."""
    changed: str
    """SHA-256 of the bundle that is to take its place."""
    mediapipe: str
    """MediaPipe's version."""
    processor: str
    """What kind it is, with what it can do: networks run other code on another one."""

    @classmethod
    def of(cls, published: bytes, changed: bytes) -> Trial:
        """The trial of two bundles with this MediaPipe on this processor."""
        before, after = (hashlib.sha256(bundle).hexdigest() for bundle in (published, changed))
        return cls(before, after, version("mediapipe"), processor())

    def path(self, folder: Path) -> Path:
        """Where its verdict is kept."""
        name = hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()
        return folder / f"{name[:32]}.json"


def is_same(published: bytes, changed: bytes, folder: Path, look: Look | None = None) -> bool:
    """Whether `changed` gives each landmark of `published` to the last bit (both `.task` bundles).

    Tried once on a machine: the verdict is kept in `folder`. A trial that another process has begun
    is waited for; one that never ended, as when a network takes the process along, is a no. Where
    it is a no, one line in the log says so.
    """
    trial = Trial.of(published, changed)
    path = trial.path(folder)
    verdict = _kept(path) or _tried(trial, path, published, changed, look or landmarks)
    if verdict is not Verdict.SAME:
        LOGGER.warning("%s", say(f"proof.{verdict.value}", version=trial.mediapipe, path=path))
    return verdict is Verdict.SAME


def forget(folder: Path) -> None:
    """Let every trial be made anew."""
    for path in folder.glob("*.json"):
        path.unlink(missing_ok=True)


def landmarks(bundle: bytes) -> list[Landmarks]:
    """All landmarks that MediaPipe sees with a bundle in the trial's pictures, one array a picture:
    image and world landmarks in a row, each x, y, z, visibility and presence."""
    return [*_in_stream(bundle), *_in_stills(bundle)]


def processor() -> str:
    """The machine's kind of processor and, where the system tells, its model and abilities."""
    known = {"model name", "flags", "Features", "CPU part"}
    told: dict[str, str] = {}
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            name, _, value = (part.strip() for part in line.partition(":"))
            if name in known:
                told.setdefault(name, " ".join(sorted(value.split())))
    return " / ".join([platform.machine(), platform.processor(), *told.values()])


def _kept(path: Path) -> Verdict | None:
    end = time.monotonic() + WAIT_S
    while (verdict := _read(path)) is Verdict.BEGUN and time.monotonic() < end:
        # Old enough to be one that took its process along: nobody is at it any more.
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > WAIT_S:
                break
        time.sleep(POLL_S)
    return verdict


def _read(path: Path) -> Verdict | None:
    try:
        return Verdict(json.loads(path.read_text(encoding="utf-8"))["verdict"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _tried(trial: Trial, path: Path, published: bytes, changed: bytes, look: Look) -> Verdict:
    _keep(path, trial, Verdict.BEGUN)
    try:
        before, after = look(published), look(changed)
    except Exception as error:  # noqa: BLE001 - whatever it is, the published one is still there
        LOGGER.warning("%s", say("proof.failed", why=error))
        verdict = Verdict.DIFFERENT
    else:
        # Where the published one sees nobody either, nothing was proven.
        seen = any(each.size for each in before)
        same = len(before) == len(after) and all(map(np.array_equal, before, after))
        verdict = Verdict.SAME if seen and same else Verdict.DIFFERENT
    _keep(path, trial, verdict)
    return verdict


def _keep(path: Path, trial: Trial, verdict: Verdict) -> None:
    """A folder that cannot be written costs a trial at each start, and nothing else."""
    part = path.with_suffix(".part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"verdict": verdict.value, **asdict(trial)}, indent=1)
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(path)


def _in_stream(bundle: bytes) -> Iterator[Landmarks]:
    person = reference_picture()
    with _landmarker(bundle, vision.RunningMode.VIDEO, people=1) as landmarker:
        for i in range(STREAM):
            moved = np.roll(person, (3 * i, (-40 if i < STREAM / 2 else 60) + 4 * i), axis=(0, 1))
            yield _array(landmarker.detect_for_video(_image(moved), 33 * i))


def _in_stills(bundle: bytes) -> Iterator[Landmarks]:
    person = reference_picture()
    darker = (person // 2 + 20).astype(np.uint8)
    with _landmarker(bundle, vision.RunningMode.IMAGE, people=3) as landmarker:
        for picture in (person, darker[::-1, ::-1], np.hstack([person, person[:, ::-1]])):
            yield _array(landmarker.detect(_image(picture)))


def _landmarker(bundle: bytes, mode: Any, people: int) -> Any:
    stay_offline()
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_buffer=bundle), running_mode=mode, num_poses=people
    )
    return closing(vision.PoseLandmarker.create_from_options(options))


def _image(picture: Rgb) -> Any:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(picture))


def _array(result: Any) -> Landmarks:
    people = [*result.pose_landmarks, *result.pose_world_landmarks]
    return np.array(
        [[(p.x, p.y, p.z, p.visibility, p.presence) for p in person] for person in people],
        dtype=np.float64,
    )
