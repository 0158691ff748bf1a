"""Single labelled plank frames, judged by the plank's own limits through its own measures."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isnan
from pathlib import Path

import numpy as np

from coach.evaluation.baselines import LINE, STRAIGHT
from coach.evaluation.figures import Share
from coach.files.errors import FileError
from coach.motion.exercise import BEGINNER, Exercise
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body
from coach.motion.poses.pose import LANDMARK_COUNT, Landmark, Pose, PoseError
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from coach.texts import say

# What the labels mean: correct, high back, low back.
RIGHT = "C"
LABELS: Mapping[str, str] = {"H": "hips_piked", "L": "hips_sagging"}
UNSEEN = "unseen"
FOLDER, PATTERN = "labelled", "ec_plank_*.csv"

# The landmarks are parts of a picture whose shape is not noted; this one fits (its people are as
# wide as they are high). World landmarks are not noted either: the picture's x, y and depth stand
# in for them. They only tell the view.
SIZE = (1600, 900)


@dataclass(frozen=True)
class Frame:
    """One labelled frame: what was seen by eye, and the pose."""

    label: str
    pose: Pose


@dataclass(frozen=True)
class FrameFigures:
    """One file's frames."""

    file: str
    labels: Mapping[str, Share]
    """Right frames by label."""
    right: Share
    straight: Share
    """All of them, by the plank's rules and by the unsigned line, whose bent frames are taken for
    the label that gives it the most: it cannot tell high from low."""


def labelled_files(manifest: Path) -> tuple[Path, ...]:
    """The files of labelled plank frames that lie beside a manifest."""
    return tuple(sorted((manifest.parent / FOLDER).glob(PATTERN)))


def read_frames(path: Path) -> tuple[Frame, ...]:
    """Read a CSV of columns label, nose_x, nose_y, nose_z, nose_v, left_shoulder_x and so on.

    Landmarks that it lacks are unseen. Raises FileError where it is no such file.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(_frames(csv.DictReader(file)))
    except (OSError, KeyError, TypeError, ValueError, csv.Error) as error:
        raise FileError(say("evaluate.no_frames_file", file=path)) from error


def _frames(rows: csv.DictReader[str]) -> Iterator[Frame]:
    names = [name[:-2] for name in rows.fieldnames or () if name.endswith("_x")]
    landmarks = [Landmark[name.upper()] for name in names]
    if not landmarks:
        raise PoseError("No landmark.")
    for row in rows:
        if row["label"] != RIGHT and row["label"] not in LABELS:
            raise ValueError(row["label"])
        image = np.zeros((LANDMARK_COUNT, 3))
        visibility = np.zeros(LANDMARK_COUNT)
        for name, landmark in zip(names, landmarks, strict=True):
            image[landmark] = [float(row[f"{name}_{axis}"]) for axis in "xyz"]
            visibility[landmark] = float(row[f"{name}_v"])
        width, height = SIZE
        world = image * (1.0, height / width, 1.0)
        yield Frame(row["label"], Pose.from_arrays(0.0, image, world, visibility, SIZE))


def judge_frames(exercise: Exercise, frames: tuple[Frame, ...], file: str) -> FrameFigures:
    """Every frame by the exercise's rules at beginner level, and by the unsigned line."""
    right: Counter[str] = Counter()
    of = Counter(frame.label for frame in frames)
    # How many are right whose line is straight, or is not and is then called one of the labels.
    unsigned: Counter[str] = Counter()
    for frame in frames:
        degrees = turned(frame.pose)
        body = Body.of(frame.pose, classify(degrees), degrees)
        right[frame.label] += posture(exercise, body) == LABELS.get(frame.label)
        bent = _unsigned(body) < STRAIGHT
        for guess in LABELS:
            unsigned[guess] += frame.label == (guess if bent else RIGHT)
    return FrameFigures(
        file=file,
        labels={label: Share(right[label], of[label]) for label in sorted(of)},
        right=Share(sum(right.values()), len(frames)),
        straight=Share(max(unsigned.values(), default=0), len(frames)),
    )


def posture(exercise: Exercise, body: Body) -> str | None:
    """The first rule of posture that the body breaks; None where it breaks none.

    UNSEEN where neither label's rule could be judged.
    """
    judged, readings = False, Readings(body)
    for fault in exercise.faults:
        value = readings.judged(fault).value
        if isnan(value):
            continue
        low = fault.low.at(BEGINNER) if fault.low is not None else -np.inf
        high = fault.high.at(BEGINNER) if fault.high is not None else np.inf
        if not low <= value <= high:
            return fault.key
        judged = judged or fault.key in LABELS.values()
    return None if judged else UNSEEN


def _unsigned(body: Body) -> float:
    sides = [[int(joint.value[side]) for joint in LINE] for side in (0, 1)]
    better = max(sides, key=lambda indices: sum(body.seen[i] for i in indices))
    a, vertex, b = (body.image[i] for i in better)
    return kinematics.angle(a, vertex, b)
