"""The whole evaluation: clips that cannot be scored, and what a variant changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.evaluation.evaluation import ClipDifference, Evaluation, compare, evaluate
from coach.evaluation.judge import Counter, Judged
from coach.evaluation.manifest import Clip, read_manifest
from coach.evaluation.overall import overall
from coach.evaluation.sources import RecordedTracks
from coach.motion.poses.track import Track
from exercises import find
from tests.evaluation.figures import clip, entry, manifest, squats

ONE = {"squat": find("squat")}


def nothing(done: float, total: float | None) -> None:
    """Nobody watches."""


def result(reps: int, *faults: str, hold_s: float = 0.0) -> Judged:
    times = tuple(map(float, range(reps)))
    return Judged(dict.fromkeys(Counter, times), frozenset(faults), hold_s=hold_s)


def evaluation(*results: tuple[Clip, Judged], key: str = "squat") -> Evaluation:
    return Evaluation({key: results}, (), overall((), {}), ())


def test_every_clip_is_judged_under_every_exercise(tmp_path: Path) -> None:
    path = manifest(
        tmp_path,
        entry("two", reps_by_eye=2),
        entry("one", "none", reps_by_eye=0),
        tracks={"two": squats(75, 80), "one": squats(80)},
    )
    told: list[tuple[float, float | None]] = []
    three = {key: find(key) for key in ("squat", "push_up", "plank")}
    done = evaluate(three, read_manifest(path), RecordedTracks(), lambda *at: told.append(at))
    assert told == [(1, 2), (2, 2)]
    assert {key: [j.reps for _, j in rows] for key, rows in done.judged.items()} == {
        "squat": [2, 1],
        "push_up": [0, 0],
        "plank": [0, 0],
    }
    assert done.overall.counts[0].counts.exact.value == 1.0
    assert done.overall.counts[0].false_reps.reps == 1
    assert done.not_scored == ()


def test_what_is_missing_or_broken_is_named_and_not_scored(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"no track")
    path = manifest(
        tmp_path,
        entry("good", reps_by_eye=1),
        entry("missing", reps_by_eye=1),
        entry("broken", reps_by_eye=1),
        entry("unnamed", reps_by_eye=1, track=None),
        entry("empty", reps_by_eye=1),
        tracks={"good": squats(80), "empty": Track.from_poses([], (640, 360))},
    )
    done = evaluate(ONE, read_manifest(path), RecordedTracks(), nothing)
    assert [c.id for c, _ in done.judged["squat"]] == ["good"]
    reasons = {left.clip: left.reason for left in done.not_scored}
    assert list(reasons) == ["missing", "broken", "unnamed", "empty"]
    assert "does not exist" in reasons["missing"]
    assert "--from clips" in reasons["unnamed"]
    assert all("\n" not in reason for reason in reasons.values())


def test_a_change_is_done_to_every_track(tmp_path: Path) -> None:
    path = manifest(tmp_path, entry("a", reps_by_eye=2), tracks={"a": squats(80, 80)})
    clips = read_manifest(path)

    def first_half(track: Track) -> Track:
        n = len(track.t) // 2
        rows = (track.t[:n], track.image[:n], track.world[:n], track.visibility[:n])
        return Track.from_arrays(*rows, track.size)

    base = evaluate(ONE, clips, RecordedTracks(), nothing)
    half = evaluate(ONE, clips, RecordedTracks(), nothing, first_half)
    compared = compare("half", ONE, base, half)
    assert compared.differences == (ClipDifference("a", "squat", (2, 1), ((), ()), (0.0, 0.0)),)
    assert compared.overall.counts[0].counts.exact.hits == 0


@pytest.mark.parametrize(
    ("before", "after", "count", "faults"),
    [
        pytest.param(result(2, "a"), result(2, "a"), False, False, id="the same"),
        pytest.param(result(2), result(3), True, False, id="another count"),
        pytest.param(result(2, "a"), result(2, "b"), False, True, id="another fault"),
        pytest.param(result(2, "a"), result(1), True, True, id="both"),
        pytest.param(
            result(0, hold_s=5.0), result(0, hold_s=5.9), False, False, id="nearly as long held"
        ),
        pytest.param(result(0, hold_s=5.0), result(0, hold_s=4.0), True, False, id="a second less"),
    ],
)
def test_what_counts_as_a_change(before: Judged, after: Judged, count: bool, faults: bool) -> None:
    one = clip()
    compared = compare("x", ONE, evaluation((one, before)), evaluation((one, after)))
    assert compared.clips == 1
    assert compared.changed(lambda d: d.count_changed) == count
    assert compared.changed(lambda d: d.faults_changed) == faults
    assert len(compared.differences) == (count or faults)


def test_on_other_clips_only_counts_are_compared() -> None:
    other = clip(exercise="none")
    before, after = result(0, "a", hold_s=1.0), result(0, "b", hold_s=9.0)
    compared = compare("x", ONE, evaluation((other, before)), evaluation((other, after)))
    assert compared.differences == ()
    after = result(1)
    compared = compare("x", ONE, evaluation((other, before)), evaluation((other, after)))
    assert compared.changed(lambda d: d.count_changed) == 1


def test_a_clip_that_only_one_could_read_is_not_compared() -> None:
    base = evaluation((clip("a"), result(1)))
    varied = evaluation((clip("a"), result(1)), (clip("b"), result(2)))
    compared = compare("x", ONE, base, varied)
    assert (compared.clips, compared.differences) == (1, ())
