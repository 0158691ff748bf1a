"""The overlay: what the engine found, drawn into the picture. It draws and never judges."""

from __future__ import annotations

from dataclasses import dataclass

import cv2

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Phase, Snapshot
from coach.texts import say_own
from coach.vision.overlay.arcs import draw_arcs
from coach.vision.overlay.banner import draw_banner
from coach.vision.overlay.count import draw_count, hold_time
from coach.vision.overlay.figure import draw_figure, figure
from coach.vision.overlay.layout import Layout
from coach.vision.overlay.meter import draw_meter
from coach.vision.overlay.palette import FAULT, GOOD, GROUND, GUIDE, MUTED, Colour

_PHASE_COLOURS: dict[Phase, Colour] = {
    Phase.DESCENT: GUIDE,
    Phase.BOTTOM: GOOD,
    Phase.ASCENT: GUIDE,
    Phase.HOLD: GOOD,
    Phase.BROKEN: FAULT,
}


@dataclass(frozen=True)
class Style:
    """How to draw."""

    mirrored: bool = False
    """The picture was flipped, so the landmarks must be, and the text must not."""
    privacy: bool = False
    """Paint a plain ground over the picture first."""
    hold: bool = False
    """The exercise is a hold, which shows its time instead of a count and needs no meter of
    range."""


def draw(rgb: Rgb, pose: Pose | None, snapshot: Snapshot, style: Style) -> None:
    """Draw on a picture, in place.

    rgb: (height, width, 3), writable, of any size. pose: as the detector gave it, unmirrored; it is
    drawn where the snapshot says that a person is believed.
    """
    height, width = rgb.shape[:2]
    if style.privacy:
        cv2.rectangle(rgb, (0, 0), (width, height), GROUND, cv2.FILLED)
    layout = Layout(width, height)
    lying = False
    if pose is not None and snapshot.tracked:
        body = figure(pose, width, height, style.mirrored)
        draw_figure(rgb, body, snapshot.fault_landmarks)
        draw_arcs(rgb, body, snapshot.arcs, snapshot.fault_landmarks)
        lying = body.lying
    if not style.hold:
        draw_meter(rgb, layout, snapshot.range_of_motion, snapshot.required)
    number = hold_time(snapshot.hold_s) if style.hold else str(len(snapshot.reps))
    word = say_own(snapshot.phase_key, snapshot.phase_word)
    count = draw_count(rgb, layout, number, word, _PHASE_COLOURS.get(snapshot.phase, MUTED))
    cue = snapshot.cue
    if cue is not None:
        draw_banner(rgb, layout, say_own(cue.key, cue.text or cue.key), cue.tone, count, lying)
