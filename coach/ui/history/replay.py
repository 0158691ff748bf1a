"""The moving skeleton: a stored track, packed for the browser, and the component that plays it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from coach.analysis.exercise_words import rule_title
from coach.history.in_step import Step
from coach.history.moving_figure import POINTS, MovingFigure
from coach.motion.curves import Curve
from coach.motion.exercise import Exercise, Extreme
from coach.motion.report import Report
from coach.motion.snapshot import Rep
from coach.texts import say
from coach.ui.shared.words import why_not
from coach.vision.overlay.figure import BONES

PARTS = Path(__file__).parent / "replay"
SCRIPTS = ("motion.js", "drawing.js", "scrubber.js", "player.js")
MOVES = ("play", "pause", "previous", "next", "loop", "position", "down", "up")
PLACES = ("filmed", "front", "side", "left", "right")
# 16-bit numbers: a place in the picture to a five-hundredth of a pixel of 1080, in space to 1 mm.
PICTURE_UNIT, SPACE_UNIT = 1 / 8192, 0.001
# A fault of a whole rep is shown around the moment it was read, in seconds.
MOMENT_S = 0.25

Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class ReplayFigure:
    """One figure on the stage and its name in the legend."""

    figure: MovingFigure
    label: str


def replay(
    shown: Sequence[ReplayFigure],
    *,
    key: str,
    label: str,
    marks: Json,
    curve: Curve | None = None,
    steps: Sequence[Step] = (),
) -> None:
    """Play one figure, or two in step. marks: of the first one's report, by `marks_of`."""
    data = {
        "label": label,
        "figures": [_packed(each) for each in shown],
        "bones": [[POINTS.index(a), POINTS.index(b)] for a, b in BONES],
        # Odd landmarks are the person's left ones; the nose is neither.
        "sides": [2 if point == 0 else 1 - point % 2 for point in POINTS],
        "steps": [[step.t, step.other_t] for step in steps],
        "curve": _drawn(curve),
        "words": _words(),
        **marks,
    }
    data["id"] = blake2b(repr(data).encode(), digest_size=8).hexdigest()
    html, css, js = _parts()
    # Anew at each run, for the reason that coach.ui.live.camera_probe gives.
    mount = st.components.v2.component("coach.replay", html=html, css=css, js=js)
    mount(key=key, data=data)


def marks_of(report: Report, exercise: Exercise) -> Json:
    """What a report has to say along its time: reps, what did not count, holds, faults."""
    reps = [_mark(exercise, rep) for rep in (*report.reps, *report.attempts)]
    return {
        "reps": sorted(reps, key=lambda mark: mark["start"]),
        "holds": [{"start": hold.start_s, "end": hold.end_s} for hold in report.holds],
        "faults": _faults(report, exercise),
    }


def _mark(exercise: Exercise, done: Any) -> Json:
    counted = isinstance(done, Rep)
    return {
        "start": done.start_s,
        "bottom": done.bottom_s,
        "end": done.end_s,
        "counted": counted,
        "mark": str(done.number) if counted else "×",
        "label": say("history.rep", number=done.number) if counted else say("history.not_counted"),
        "why": "" if counted else why_not(exercise, done),
    }


def _faults(report: Report, exercise: Exercise) -> list[Json]:
    found = [
        (span.key, span.start_s, span.end_s)
        for span in report.faults
        if span.key in {rule.key for rule in exercise.rules}
    ]
    for rep in report.reps:
        for key in rep.faults:
            rule = _rule(exercise, key)
            evidence = rep.evidence.get(key)
            if isinstance(rule, Extreme) and evidence is not None and isfinite(evidence.t):
                found.append((key, evidence.t - MOMENT_S, evidence.t + MOMENT_S))
    return [
        {
            "title": rule_title(exercise, key),
            "start": start,
            "end": end,
            "points": _points(exercise, key),
        }
        for key, start, end in sorted(found, key=lambda each: each[1])
    ]


def _rule(exercise: Exercise, key: str) -> Any:
    return next((rule for rule in exercise.rules if rule.key == key), None)


def _points(exercise: Exercise, key: str) -> list[int]:
    rule = _rule(exercise, key)
    joints = getattr(rule, "joints", ()) or rule.measure.joints
    landmarks = {int(landmark) for joint in joints for landmark in joint.sides}
    return [place for place, point in enumerate(POINTS) if int(point) in landmarks]


def _packed(shown: ReplayFigure) -> Json:
    figure = shown.figure
    return {
        "label": shown.label,
        "points": len(POINTS),
        "t": _base64(figure.t * 1000, np.int32),
        "picture": _base64(figure.picture / PICTURE_UNIT, np.int16),
        "picture_unit": PICTURE_UNIT,
        "space": _base64(figure.space / SPACE_UNIT, np.int16),
        "space_unit": SPACE_UNIT,
        "seen": _base64(figure.visibility * 255, np.uint8),
        "yaw": figure.yaw,
    }


def _base64(values: npt.NDArray[np.float64], kind: type[np.integer[Any]]) -> str:
    bounds = np.iinfo(kind)
    whole = np.rint(values).clip(bounds.min, bounds.max)
    return b64encode(whole.astype(np.dtype(kind).newbyteorder("<")).tobytes()).decode("ascii")


def _drawn(curve: Curve | None) -> Json | None:
    if curve is None:
        return None
    values = [round(value, 1) if isfinite(value) else None for value in curve.values]
    return {"t": [round(t, 2) for t in curve.t], "values": values}


def _words() -> dict[str, str]:
    return {name: say(f"replay.{name}") for name in (*MOVES, *PLACES)}


@cache
def _parts() -> tuple[str, str, str]:
    read = {path.name: path.read_text(encoding="utf-8") for path in PARTS.iterdir()}
    return read["replay.html"], read["replay.css"], "\n".join(read[name] for name in SCRIPTS)
