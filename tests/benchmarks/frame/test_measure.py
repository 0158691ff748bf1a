"""The measurement itself, driven by a clock that is wound by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.frame.bench import RATIOS, Run, ratios
from benchmarks.frame.measure import BLOCK, WARM_UP, measure
from benchmarks.frame.way import (
    ADAPTIVE,
    COMMON,
    FRAME,
    MASKLESS,
    MEDIAPIPE,
    NETWORK,
    Costs,
    Figures,
)
from coach.evaluation.live_frames import read_frames


class Clock:
    """Processor time runs twice as fast as time on the wall: two threads at work."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> tuple[int, int]:
        return 2 * self.ns, self.ns


class Slow:
    """Takes as long as told for each frame; notes which frames it was given and when."""

    def __init__(self, clock: Clock, ms: float, log: list[tuple[str, int]], name: str) -> None:
        self.clock, self.ms, self.log, self.name = clock, ms, log, name
        self.times: list[float] = []
        self.closed = 0

    def take(self, i: int, t: float) -> None:
        self.clock.ns += round(self.ms * 1e6)
        self.log.append((self.name, i))
        self.times.append(t)

    def close(self) -> None:
        self.closed += 1


def test_each_way_is_charged_its_own_time_and_no_other(clip: Path) -> None:
    clock, log = Clock(), []
    ways = {name: Slow(clock, ms, log, name) for name, ms in (("quick", 1.0), ("slow", 5.0))}
    told: list[tuple[int, int]] = []
    figures, ended = measure(
        {name: (lambda way=way: way) for name, way in ways.items()},
        read_frames(clip, 36, 60),
        progress=lambda done, total: told.append((done, total)),
        watch=clock,
    )
    assert ended == ways
    for name, ms in (("quick", 1.0), ("slow", 5.0)):
        assert figures[name].frames == 20 - WARM_UP
        assert figures[name].cpu_ms == pytest.approx(2 * ms)
        assert figures[name].cpu_median_ms == pytest.approx(2 * ms)
        assert figures[name].wall_p95_ms == pytest.approx(ms)
        assert figures[name].fps_per_core == pytest.approx(500 / ms)
        assert ways[name].closed == 1
        assert all(a < b for a, b in zip(ways[name].times, ways[name].times[1:], strict=False))
    assert told[-1] == (2 * (20 - WARM_UP), 2 * (20 - WARM_UP))


def test_ways_take_turns_in_blocks_and_begin_in_turn(clip: Path) -> None:
    clock, log = Clock(), []
    ways = {name: (lambda n=name: Slow(clock, 1.0, log, n)) for name in "ab"}
    measure(ways, read_frames(clip, 36, 60), watch=clock)
    measured = log[2 * WARM_UP :]
    first, second = list(range(WARM_UP, WARM_UP + BLOCK)), list(range(WARM_UP + BLOCK, 20))
    expected = [("a", i) for i in first] + [("b", i) for i in first]
    assert measured == expected + [("b", i) for i in second] + [("a", i) for i in second]


def test_a_way_that_fails_leaves_none_open(clip: Path) -> None:
    clock, log = Clock(), []
    good = Slow(clock, 1.0, log, "good")

    def bad() -> Slow:
        raise RuntimeError("no network")

    with pytest.raises(RuntimeError, match="no network"):
        measure({"good": lambda: good, "bad": bad}, read_frames(clip, 36, 60), watch=clock)
    assert good.closed == 1


def test_too_few_frames_are_refused(clip: Path) -> None:
    with pytest.raises(ValueError, match="too few"):
        measure({}, read_frames(clip, 36, 60)[:WARM_UP])


def test_median_and_percentile_are_of_the_frames_and_the_mean_adds_up() -> None:
    costs = Costs()
    for i in range(100):
        costs.note((0, 0), ((i + 1) * 1_000_000, 3_000_000))
    figures = Figures.of(costs)
    assert figures.cpu_ms == pytest.approx(50.5)
    assert figures.cpu_median_ms == pytest.approx(50.5)
    assert figures.cpu_p95_ms == pytest.approx(95.05)
    assert (figures.wall_median_ms, figures.wall_p95_ms) == (3.0, 3.0)


def test_nothing_measured_is_no_figure() -> None:
    with pytest.raises(ValueError, match="Nothing"):
        Figures.of(Costs())


def run_of(model: str = "full", side: int = 360, **cpu_ms: float) -> Run:
    ways = {name: Figures(1, ms, ms, ms, ms, ms, 1000 / ms) for name, ms in cpu_ms.items()}
    return Run(model, side, (640, side), ways, {})


def test_ratios_are_of_the_full_model_at_360() -> None:
    measured = {
        NETWORK: 8.0,
        MEDIAPIPE: 10.0,
        MASKLESS: 8.8,
        FRAME: 11.0,
        COMMON: 13.2,
        ADAPTIVE: 7.0,
    }
    others = dict.fromkeys(measured, 3.0)
    runs = [run_of("lite", **others), run_of("full", 720, **others), run_of(**measured)]
    assert ratios(runs) == pytest.approx(
        {
            "frame_over_mediapipe": 1.1,
            "frame_over_mediapipe_maskless": 1.25,
            "common_over_frame": 1.2,
            "mediapipe_over_network": 1.25,
            "adaptive_over_mediapipe": 0.7,
        }
    )


@pytest.mark.parametrize(
    ("runs", "missing"),
    [
        pytest.param([], set(RATIOS), id="nothing measured"),
        pytest.param([run_of("heavy", mediapipe=9.0)], set(RATIOS), id="another model"),
        pytest.param(
            [run_of(mediapipe=9.0, mediapipe_maskless=7.0, frame=8.0, common=11.0, adaptive=6.0)],
            {"mediapipe_over_network"},
            id="no interpreter",
        ),
    ],
)
def test_a_ratio_of_what_was_not_measured_is_unknown(runs: list[Run], missing: set[str]) -> None:
    assert {name for name, ratio in ratios(runs).items() if ratio is None} == missing
