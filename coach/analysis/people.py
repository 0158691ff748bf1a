"""Who is in a picture of a video, so that one of them can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose
from coach.motion.tracking.following import target_on
from coach.motion.tracking.people import Found, People, distinct, update_people
from coach.video.limits import VideoLimits
from coach.video.moments import frames_at, frames_from
from coach.vision.appearance import Clothes
from coach.vision.pose_detector import PeopleDetector

# A detector may overlook somebody in one picture: those around it are looked at too, and who was
# seen so shortly before or after is there.
AROUND_S = 0.5
NEAR_S = 0.3


@dataclass(frozen=True, eq=False)
class VideoScene:
    """A video's picture (h, w, 3), shown from t seconds on, and the people in it, the largest
    first."""

    t: float
    rgb: Rgb
    poses: tuple[Pose, ...]


def people_at(
    path: Path,
    t: float,
    detector: PeopleDetector,
    clothes: Clothes,
    *,
    longest_side: int | None = None,
    limits: VideoLimits | None = None,
) -> VideoScene:
    """The people in the picture that a video shows at t seconds, as FollowedDetector will see them.

    detector: a new one, which is used up. clothes: the colours that a person wears. Raises
    VideoError.
    """
    ((shown, rgb),) = frames_at(path, [t], longest_side=longest_side, limits=limits)
    people, nearest = People(), dict[int, Pose]()
    with closing(
        frames_from(path, shown - AROUND_S, longest_side=longest_side, limits=limits)
    ) as pictures:
        for now, picture in pictures:
            if now > shown + AROUND_S:
                break
            if now < shown - AROUND_S:
                continue
            found = [Found(p, clothes(picture, p)) for p in detector.detect_all(picture, now)]
            people = update_people(people, now, found)
            for person in people.at(now):
                other = nearest.get(person.number)
                if other is None or abs(now - shown) < abs(other.t - shown):
                    nearest[person.number] = person.pose
    there = distinct(Found(pose) for pose in nearest.values() if abs(pose.t - shown) <= NEAR_S)
    return VideoScene(
        shown, rgb, tuple(sorted((one.pose for one in there), key=_area, reverse=True))
    )


def _area(pose: Pose) -> float:
    return float(np.ptp(pose.pixels, axis=0).prod())


def to_json(scene: VideoScene) -> dict[str, Any]:
    """The scene as docs/formats.md describes it, without the picture."""
    height, width = scene.rgb.shape[:2]
    return {
        "format": 1,
        "t": round(scene.t, 3),
        "size": [width, height],
        "people": _people(scene.poses, scene.t),
    }


def _people(poses: Sequence[Pose], t: float) -> list[dict[str, Any]]:
    people = []
    for number, pose in enumerate(poses, start=1):
        target, places = target_on(pose, t), pose.image[:, :2]
        box = [*places.min(axis=0).tolist(), *places.max(axis=0).tolist()]
        people.append(
            {
                "number": number,
                "x": target.x,
                "y": target.y,
                "box": [round(side, 4) for side in box],
            }
        )
    return people
