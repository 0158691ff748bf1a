"""The summary: written, read back, and never written over something else."""

from __future__ import annotations

from dataclasses import replace
from math import nan
from pathlib import Path

import pytest

from coach.commands.batches.summary_table import (
    COLUMNS,
    DONE,
    FAILED,
    NOBODY,
    SummaryRow,
    figures,
    finished,
    read_summary,
    row_name,
    write_summary,
)
from coach.commands.command import CommandError
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, FaultSpan, Rep, View


def row(file: str, status: str = DONE, sha256: str = "ab") -> SummaryRow:
    return SummaryRow(file, status, "squat", "strict", "full", sha256=sha256, settings="12")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    rows = {name: row(name) for name in ('a "b", c.mp4', "zwei\nZeilen.mp4", "ünï.mp4")}
    write_summary(path, rows)
    assert read_summary(path) == rows
    assert read_summary(tmp_path / "none.csv") == {}


def test_a_spreadsheet_knows_in_which_letters_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    write_summary(path, {"深蹲.mp4": row("深蹲.mp4")})
    marked = path.read_bytes()
    assert marked.startswith("\ufefffile,status,".encode())
    path.write_bytes(marked.removeprefix("\ufeff".encode()))
    assert list(read_summary(path)) == ["深蹲.mp4"], "as earlier versions wrote it"


def test_one_of_an_earlier_version_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    earlier = [name for name in COLUMNS if name != "deductions"]
    path.write_text(",".join(earlier) + "\na.mp4,done" + "," * (len(earlier) - 2) + "\n")
    assert read_summary(path) == {"a.mp4": SummaryRow("a.mp4", "done", "", "", "")}


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    write_summary(path, {"a": replace(row("a"), error="=1+1.mp4 is no video.")})
    assert ",'=1+1.mp4 is no video.," in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "content",
    [b"a,b\n1,2\n", b"", b"\xff\xfe\x00", b"PK\x03\x04", ",".join(COLUMNS[:-1]).encode()],
    ids=["another table", "empty", "no text", "a zip", "a column less"],
)
def test_another_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="no summary"):
        read_summary(path)
    assert path.read_bytes() == content


def test_only_known_results_are_kept() -> None:
    rows = [row("a", DONE, "1"), row("b", NOBODY, "2"), row("c", FAILED, "3"), row("d", DONE, "")]
    assert [kept.file for kept in finished(rows).values()] == ["a", "b"]


def test_figures_of_a_set() -> None:
    reps = (
        Rep(1, 0, 1, 2, 1.0, ("deep", "lean"), score=80, deductions=(("deep", 5), ("lean", 15))),
        Rep(2, 3, 4, 5, 1.0, ("deep",), score=95, deductions=(("deep", 5),)),
    )
    spans = (FaultSpan("deep", 0, 1), FaultSpan("aside", 8, 9))
    report = Report(
        "squat", "strict", 12.5, reps, (Attempt("shallow", 6, 7, 8, nan),), faults=spans,
        view=View.LEFT,
    )  # fmt: skip
    assert figures(report) == {
        "reps": "2", "attempts": "1", "hold_s": "0", "mean_score": "87.5",
        "faults": "aside:1 deep:2 lean:1", "deductions": "deep:10 lean:15",
        "view": "left", "duration_s": "12.5",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "told"), [("a.mp4", "a.mp4"), ("=1+1.mp4", "./=1+1.mp4"), ("-x/a.mp4", "./-x/a.mp4")]
)
def test_no_name_is_a_formula(name: str, told: str) -> None:
    assert row_name(Path(name)) == told
