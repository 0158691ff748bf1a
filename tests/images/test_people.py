"""People as numbers, tables and drawings."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest
from PIL import Image

from coach.images.drawing import as_png, drawn
from coach.images.people import ANGLES, found
from coach.images.reading import StillPicture
from coach.images.tables import COLUMNS, to_csv, to_json
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import LANDMARK_COUNT, Landmark, Pose
from tests.images.figures import somebody

SIZE = (200, 100)


@pytest.fixture
def picture() -> StillPicture:
    return StillPicture(np.full((SIZE[1], SIZE[0], 3), 40, np.uint8), "JPEG")


@pytest.fixture
def two(picture):
    return found(picture, "lite", [somebody(SIZE, 0.3, 1), somebody(SIZE, 0.7, 2)])


def bent(left: float, right: float) -> Pose:
    """A person whose knees are bent to these angles, in space and in the picture."""
    image = np.zeros((LANDMARK_COUNT, 3))
    for side, degrees in enumerate((left, right)):
        hip, knee, ankle = (j.sides[side] for j in (Joint.HIP, Joint.KNEE, Joint.ANKLE))
        away = np.radians(degrees)
        image[hip] = (0, -1, 0)
        image[knee] = (0, 0, 0)
        image[ankle] = (np.sin(away), -np.cos(away), 0)
    # Twice as wide as high: the same place in pixels is another one in shares of the picture.
    return Pose.from_arrays(0, image / (SIZE[0], SIZE[1], 1), image, np.ones(33), SIZE)


def test_an_angle_is_that_of_the_persons_own_side(picture):
    (person,) = found(picture, "full", [bent(90, 135)]).people
    angles = {angle.name: angle for angle in person.angles}
    assert angles["left_knee"].world == pytest.approx(90)
    assert angles["right_knee"].world == pytest.approx(135)
    assert angles["right_knee"].picture == pytest.approx(135), "pixels are square"
    assert set(angles) == {f"{side}_{name}" for name in ANGLES for side in ("left", "right")}


def test_a_joint_outside_the_picture_is_a_guess(picture):
    pose = bent(90, 90)
    image = pose.image.copy()
    image[Landmark.LEFT_ANKLE] = (0.5, 1.2, 0)
    (person,) = found(
        picture, "full", [Pose.from_arrays(0, image, pose.world, pose.visibility, SIZE)]
    ).people
    visibility = {angle.name: angle.visibility for angle in person.angles}
    assert visibility["left_knee"] == pytest.approx(0.3)
    assert visibility["right_knee"] == 1.0


def test_json_holds_everybody(two):
    content = json.loads(json.dumps(to_json(two), allow_nan=False))
    assert content["model"] == "lite"
    assert content["image"] == {"width": 200, "height": 100, "type": "image/jpeg"}
    assert [person["number"] for person in content["people"]] == [1, 2]
    for person, seen in zip(content["people"], two.people, strict=True):
        names = [landmark["name"] for landmark in person["landmarks"]]
        assert names == [landmark.name.lower() for landmark in Landmark]
        nose = person["landmarks"][0]
        assert np.float32(nose["x"]) == np.float32(seen.pose.image[0, 0]), "to the last bit"
        assert np.float32(nose["world"]["z"]) == np.float32(seen.pose.world[0, 2])
        assert 0 <= person["angles"]["left_knee"]["visibility"] <= 1
        assert person["box"]["left"] < person["box"]["right"]


def test_an_angle_that_is_unknown_is_null(picture):
    flat = Pose.from_arrays(0, np.full((33, 3), 0.5), np.zeros((33, 3)), np.ones(33), SIZE)
    (person,) = to_json(found(picture, "full", [flat]))["people"]
    assert person["angles"]["left_knee"]["degrees"] is None


def test_nobody_is_an_empty_list(picture):
    nobody = found(picture, "full", [])
    assert to_json(nobody)["people"] == []
    assert to_csv(nobody).splitlines() == [",".join(COLUMNS)]


def test_csv_holds_what_json_holds(two):
    rows = list(csv.DictReader(io.StringIO(to_csv(two))))
    assert len(rows) == 2 * LANDMARK_COUNT
    assert to_csv(two).isascii(), "no mark is needed for spreadsheets"
    people = to_json(two)["people"]
    for row in rows:
        landmark = people[int(row["person"]) - 1]["landmarks"][int(row["index"])]
        assert row["landmark"] == landmark["name"]
        assert float(row["visibility"]) == landmark["visibility"]
        assert float(row["world_y"]) == landmark["world"]["y"]


def test_everybody_is_drawn_on_a_copy(two):
    rgb = drawn(two)
    assert (two.picture.rgb == 40).all()
    for person in two.people:
        x, y = person.pose.pixels[Landmark.LEFT_KNEE].round().astype(int)
        assert (rgb[y, x] != 40).any()


def test_png_loses_nothing(two):
    rgb = drawn(two)
    assert (np.asarray(Image.open(io.BytesIO(as_png(rgb)))) == rgb).all()
