"""Puts a session together from the real detector, engine and overlay."""

from __future__ import annotations

from collections.abc import Mapping

from coach.arrays import Rgb
from coach.live.load.fleet import Fleet
from coach.live.session import Session
from coach.live.settings import Settings
from coach.motion.exercise import Exercise, Hold
from coach.motion.orienting import OrientedEngine
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Snapshot
from coach.settings import EVERY_FRAME
from coach.texts.languages import reading_in
from coach.vision.appearance import clothes_colours
from coach.vision.detector import Detector
from coach.vision.models.model_store import stored
from coach.vision.overlay import Style, draw
from coach.vision.paced_detector import PacedDetector
from coach.vision.pictures.mirror import mirror
from coach.vision.seeking import SeekingDetector
from coach.vision.waiting import WaitingDetector

MOST_PEOPLE = 3
"""How many are told apart while somebody else is in the picture than the person who trains."""


def make_session(
    exercises: Mapping[str, Exercise],
    settings: Settings,
    fleet: Fleet,
    *,
    every_frame: bool | None = None,
) -> Session:
    """A session that knows `exercises` by key; the rest as Session. Raises KeyError where
    `settings` names another.

    every_frame: look at every picture, also where a person rests: to compare, or where time is no
    matter; None to do as COACH_EVERY_FRAME says.
    """

    every = EVERY_FRAME.read() if every_frame is None else every_frame

    def draw_on(rgb: Rgb, pose: Pose | None, snapshot: Snapshot, chosen: Settings) -> Rgb:
        hold = isinstance(exercises[snapshot.exercise].goal, Hold)
        picture = mirror(rgb) if chosen.mirrored and not chosen.privacy else rgb
        with reading_in(chosen.language):
            draw(picture, pose, snapshot, Style(chosen.mirrored, chosen.privacy, hold))
        return picture

    def make_detector(model: str) -> WaitingDetector:
        one = SeekingDetector(Detector(model, low_priority=True))
        return WaitingDetector(
            PacedDetector(one, every_frame=every),
            lambda: Detector(model, people=MOST_PEOPLE, low_priority=True),
            clothes_colours,
        )

    return Session(
        detectors=make_detector,
        engines=lambda exercise, level: OrientedEngine(exercises[exercise], level),
        draw=draw_on,
        settings=settings,
        fleet=fleet,
        models=lambda: {model.model.name for model in stored() if model.present},
    )
