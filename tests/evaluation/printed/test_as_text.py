"""The tables that a person reads, from clips whose figures are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.evaluation.evaluation import Evaluation, compare, evaluate
from coach.evaluation.figures import Share
from coach.evaluation.manifest import read_manifest
from coach.evaluation.plank_frames import FrameFigures
from coach.evaluation.printed import as_text
from coach.evaluation.sources import RecordedTracks
from exercises import find
from tests.evaluation.figures import entry, manifest, recorded, squats
from tests.motion.figures import FRONT, plank

THREE = {key: find(key) for key in ("squat", "push_up", "plank")}
NOBODY = dict.fromkeys(THREE, ())


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """Three squats rightly counted, one wrongly labelled, one of another exercise, one plank."""
    hold = {"t0": 0.0, "t1": 5.0, "plank": True}
    path = manifest(
        tmp_path_factory.mktemp("clips"),
        entry("three", view="side", reps_by_eye=3, bottoms_s=[2.0, 4.5, 7.0], group="anna"),
        entry("extra", view="front", reps_by_eye=2, bottoms_s=[9.0], faults=["heels_lifted"]),
        entry("other", "lunge", view="side", reps_by_eye=1),
        entry("plank", "plank", view="side", segments=[hold]),
        entry("gone", view="side"),
        tracks={
            "three": squats(75, 80, 85),
            "extra": squats(80, camera=FRONT),
            "other": squats(80),
            "plank": recorded(lambda _: plank(), 6.0),
        },
    )
    return evaluate(THREE, read_manifest(path), RecordedTracks(), lambda done, total: None)


def squeezed(line: str) -> str:
    return " ".join(line.split())


def test_the_tables(evaluation: Evaluation) -> None:
    lines = as_text.figures(evaluation, [])
    assert lines[0] == "Squat: 2 clips of 2 people or places"
    (all_row,) = (line for line in lines if line.startswith("all ") and "this coach" in line)
    assert squeezed(all_row) == "all this coach 2 2 5 4 0.50 0.50 1.00 0.25 3/4 1 on 1 of 2"
    assert "- extra: counted 1, by eye 2" in lines
    assert "- extra: no bottom within 0.25 s of 9.0 s" in lines
    assert "- other, another exercise: counted 1" in lines
    (heels,) = (line for line in lines if line.startswith("heels_lifting"))
    assert squeezed(heels) == "heels_lifting 1 1 0 0 - 0.00"
    (hold,) = (line for line in lines if line.startswith("plank "))
    assert squeezed(hold) == "plank 5.0 6.0 +1.0 5.0 6.0 +1.0 6.0"
    assert lines[-2:] == [
        "Not scored: 1",
        f"- gone: {evaluation.not_scored[0].reason}",
    ]
    assert not any(line.startswith("Push-up") for line in lines), "it has no clips here"
    assert all(line == line.rstrip() for line in lines)


def test_labelled_frames(evaluation: Evaluation) -> None:
    one = FrameFigures("a.csv", {"C": Share(9, 10), "L": Share(2, 4)}, Share(11, 14), Share(9, 14))
    lines = as_text.figures(evaluation, [one])
    (row,) = (line for line in lines if line.startswith("a.csv"))
    assert squeezed(row) == "a.csv C 9/10, L 2/4 0.786 0.643"


def test_variants(evaluation: Evaluation) -> None:
    same = compare("as_it_is", THREE, evaluation, evaluation)
    lines = as_text.variants([same])
    assert squeezed(lines[-1]) == "as it is 4 1/2 1/2 1 0 0"
    (first, good), (_, bad) = evaluation.judged["squat"][:2]
    base = replace(evaluation, judged={**NOBODY, "squat": ((first, good),)})
    varied = replace(evaluation, judged={**NOBODY, "squat": ((first, bad),)})
    lines = as_text.variants([compare("mirrored", THREE, base, varied)])
    assert lines[-2:] == ["mirrored:", "- three, squat: 3 -> 1 reps"]
