"""The parts of the pages' scripts that reckon, each by itself in a browser without an app."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.e2e.conftest import browsers
from tests.ui.scripts import SCRIPTS

pytestmark = pytest.mark.e2e

REACHED = {
    "replay": ["Motion", "drawScrubber", "inSpace", "otherTime"],
    "analysis_player": [
        "clock", "firstFrom", "roundStep", "rowAt", "ticks", "timeStep", "valueRange", "valueText",
    ],
}  # fmt: skip
"""What is called of each script."""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Evaluates JavaScript in which the names of REACHED are known; `given` is what is handed."""
    with browsers() as open_page:
        page = open_page("about:blank", None)
        for name, parts in REACHED.items():
            script = f"{SCRIPTS[name]}\nObject.assign(window, {{ {', '.join(parts)} }});"
            page.add_script_tag(content=script, type="module")
        page.wait_for_function("typeof Motion === 'function' && typeof ticks === 'function'")
        yield lambda code, given=None: page.evaluate(f"(given) => {code}", given)


def packed(t_ms: list[int], places: list[list[float]], seen: list[list[int]]) -> dict[str, Any]:
    """A figure as the page is sent it. places, seen: a row for each frame, with x, y of each point
    in half pixels, and how well it was seen (0 to 255). It has no depth."""

    def text(values: Any, kind: str) -> str:
        return b64encode(np.array(values, kind).tobytes()).decode()

    xy = np.array(places).reshape(len(places), -1, 2)
    xyz = np.pad(xy, ((0, 0), (0, 0), (0, 1)))
    return {
        "points": len(seen[0]), "t": text(t_ms, "<i4"), "picture": text(xy, "<i2"),
        "picture_unit": 0.5, "space": text(xyz, "<i2"), "space_unit": 0.5,
        "seen": text(seen, "u1"), "yaw": 90, "label": "",
    }  # fmt: skip


STEADY = packed([0, 100, 200, 300], [[0, 0], [2, 4], [4, 8], [6, 12]], [[255]] * 4)
"""A point that moves one pixel to the right and two down every tenth of a second."""


@pytest.mark.parametrize(
    ("t", "at"),
    [
        pytest.param(0.0, [0, 0.0], id="the first frame"),
        pytest.param(0.15, [1, 0.5], id="between two"),
        pytest.param(0.2, [2, 0.0], id="on one"),
        pytest.param(0.8, [3, 0.0], id="just after the last"),
        pytest.param(-0.5, [0, 0.0], id="just before the first"),
        pytest.param(0.91, None, id="long after the last"),
        pytest.param(-0.61, None, id="long before the first"),
    ],
)
def test_a_moment_lies_between_two_frames(run: Run, t: float, at: list[float] | None) -> None:
    found = run("{ const m = new Motion(given[0]).at(given[1]); return m && [m.i, m.share]; }",
                [STEADY, t])  # fmt: skip
    assert found == (at and pytest.approx(at))


def test_a_gap_without_anybody_is_not_filled(run: Run) -> None:
    gap = packed([0, 700, 800], [[0, 0]] * 3, [[255]] * 3)
    assert run("[0.35, 0.75].map((t) => new Motion(given).at(t) !== null)", gap) == [False, True]
    assert run("new Motion(given).pose(0.35, 'picture')", gap) is None


def test_nobody_is_anywhere_in_an_empty_motion(run: Run) -> None:
    empty = packed([0], [[0, 0]], [[255]])
    empty["t"] = empty["picture"] = empty["space"] = empty["seen"] = ""
    assert run("new Motion(given).at(0)", empty) is None
    assert run("new Motion(given).box('picture')", empty) == [[-1, -1], [1, 1]]


@pytest.mark.parametrize("t", [0.1, 0.125, 0.15, 0.2])
def test_who_moves_steadily_is_shown_so(run: Run, t: float) -> None:
    ((x, y, seen),) = run("new Motion(given[0]).pose(given[1], 'picture')", [STEADY, t])
    assert (x, y, seen) == pytest.approx((10 * t, 20 * t, 1))


def test_a_box_holds_what_was_well_seen(run: Run) -> None:
    two = packed([0, 100], [[0, 0, 900, 900], [4, 8, 2, 2]], [[255, 127], [255, 128]])
    assert run("new Motion(given).box('picture')", two) == [[0, 0], [2, 4]]
    assert run("new Motion(given).box('space')", two)[1][:2] == [450, 450]


@pytest.mark.parametrize(
    ("t", "other"),
    [
        pytest.param(-1.0, 9.0, id="before the first step"),
        pytest.param(0.5, 12.0, id="half of a step that takes longer there"),
        pytest.param(1.5, 14.5, id="half of an equal one"),
        pytest.param(4.0, 17.0, id="after the last"),
    ],
)
def test_two_go_in_step(run: Run, t: float, other: float) -> None:
    steps = [[0, 10], [1, 14], [2, 15]]
    assert run("otherTime(given[0], given[1])", [steps, t]) == pytest.approx(other)
    assert run("otherTime([], given)", t) == t


@pytest.mark.parametrize(
    ("yaw", "pitch", "at"),
    [
        pytest.param(0.0, 0.0, [150, 50], id="from where it was filmed"),
        pytest.param(np.pi / 2, 0.0, [100, 50], id="from the side"),
        pytest.param(np.pi, 0.0, [50, 50], id="from behind"),
        pytest.param(0.0, 1.2, [150, 50], id="from above, on the axis"),
    ],
)
def test_the_camera_goes_round(run: Run, yaw: float, pitch: float, at: list[float]) -> None:
    """A point at the right end of a room, 1.8 m wide, that fills the stage."""
    box = [[-0.9, -0.9, 0], [0.9, 0.9, 0]]
    code = "inSpace(given[0], { yaw: given[1], pitch: given[2] }, 0, 200, 100)(given[3])"
    right = run(code, [box, yaw, pitch, [0.9, 0, 0]])
    centre = run(code, [box, yaw, pitch, [0, 0, 0]])
    assert centre[:2] == pytest.approx([100, 50])
    reach = (0.5 * 100 - 14) / 1.05
    assert right[:2] == pytest.approx([100 + (at[0] - 100) / 50 * reach, at[1]])


def test_the_strip_shows_where_the_replay_is(run: Run) -> None:
    """By the pixels: the mark of the moment stands in its place, and moves with it."""
    code = """{
      const canvas = document.createElement("canvas");
      canvas.style.cssText = "display: block; width: 200px";
      document.body.replaceChildren(canvas);
      const show = { from: 10, to: 20, reps: [], holds: [], faults: [], curve: null };
      const colours = { panel: "#ffffff", text: "#000000", good: "#00ff00", fault: "#ff0000" };
      drawScrubber(canvas, show, given, colours);
      const row = canvas.getContext("2d").getImageData(0, 20, canvas.width, 1).data;
      const dark = [];
      for (let x = 0; x < canvas.width; x += 1) if (row[4 * x] < 128) dark.push(x);
      return dark;
    }"""
    assert run(code, 15) == [99, 100]
    assert run(code, 17.5) == [149, 150]


@pytest.mark.parametrize(
    ("code", "result"),
    [
        pytest.param("clock(67)", "1:07", id="a time"),
        pytest.param("clock(4.2, true)", "0:04.2", id="with tenths"),
        pytest.param("clock(59.96, true)", "0:59.9", id="tenths are not rounded up to a minute"),
        pytest.param("clock(-3)", "0:00", id="nothing is before the beginning"),
        pytest.param("valueText(89.6, 'deg')", "90°", id="an angle"),
        pytest.param("valueText(0.256, '')", "0.26", id="a ratio"),
        pytest.param("roundStep(10, 5)", 2, id="steps of two"),
        pytest.param("roundStep(11, 5)", 5, id="no step between two and five"),
        pytest.param("timeStep(100, 10)", 10, id="steps of ten seconds"),
        pytest.param("timeStep(1e6, 2)", 3600, id="steps of an hour at most"),
        pytest.param("ticks(0, 10, 5)", [0, 2, 4, 6, 8, 10], id="both ends are ticks"),
        pytest.param("ticks(-3, 3, 3)", [-2, 0, 2], id="round values between the ends"),
        pytest.param("firstFrom([1, 2, 4], 2)", 1, id="the first that is not before"),
        pytest.param("firstFrom([1, 2, 4], 5)", 3, id="none"),
    ],
)
def test_scales_and_words(run: Run, code: str, result: object) -> None:
    assert run(code) == result


@given(
    low=st.floats(-1e4, 1e4), span=st.floats(1e-3, 1e4), most=st.integers(1, 12)
)  # fmt: skip
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_ticks_are_few_and_inside(run: Run, low: float, span: float, most: int) -> None:
    found = run("ticks(...given)", [low, low + span, most])
    assert len(found) <= most + 1
    assert all(low - 1e-6 <= each <= low + span + 1e-6 for each in found)


def curve(values: list[float | None], low: float | None = None) -> dict[str, Any]:
    return {"values": values, "limits": [{"low": low, "high": None}]}


@pytest.mark.parametrize(
    ("of", "span"),
    [
        pytest.param(curve([0, None, 100]), [-8, 108], id="with room above and below"),
        pytest.param(curve([50, 100], low=0), [-8, 108], id="a limit outside the curve is shown"),
        pytest.param(curve([7, 7]), [6, 8], id="a level curve is no line without height"),
        pytest.param(curve([0, *[50, 60] * 100, 1e6]), [48.4 + 0.8, 60.8], id="one jump of 202"),
    ],
)
def test_a_curve_has_its_height(run: Run, of: dict[str, Any], span: list[float]) -> None:
    assert run("valueRange(given)", of) == pytest.approx(span)


@pytest.mark.parametrize(
    ("t", "label"),
    [(0.9, None), (0.96, "a"), (2.04, "a"), (2.5, None), (3.0, "b"), (9.0, None)],
    ids=["before", "just before", "just after", "between", "in the second", "after"],
)
def test_the_row_of_a_moment(run: Run, t: float, label: str | None) -> None:
    rows = [{"row": {"start": s, "end": e, "label": n}} for s, e, n in [(1, 2, "a"), (3, 4, "b")]]
    assert run("rowAt(given[0], given[1])?.row.label ?? null", [rows, t]) == label
