"""A batch's summary: one row for each video, and the memory of what was done already."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from coach.analysis.exercise_words import deductions_text
from coach.commands.command import CommandError
from coach.files.atomic import write_text
from coach.files.places import is_there
from coach.motion.report import Report
from coach.texts import say

DONE, NOBODY, FAILED = "done", "nobody", "failed"


@dataclass(frozen=True)
class SummaryRow:
    """What came of one video, as text, since it is written and read back."""

    file: str
    status: str
    exercise: str
    level: str
    model: str
    reps: str = ""
    attempts: str = ""
    hold_s: str = ""
    mean_score: str = ""
    faults: str = ""
    deductions: str = ""
    view: str = ""
    duration_s: str = ""
    error: str = ""
    sha256: str = ""
    """Of the file's content."""
    settings: str = ""
    """A digest of all else that decides the result."""

    @property
    def key(self) -> tuple[str, str]:
        """What the result depends on."""
        return (self.sha256, self.settings)


_MARK = "\ufeff"
"""Spreadsheets take a file that does not begin with it for one in the machine's old encoding, and
show names of other scripts as rubbish."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

COLUMNS = tuple(field.name for field in fields(SummaryRow))
_ADDED = ("deductions",)
"""Columns that earlier versions did not write."""


def figures(report: Report) -> dict[str, str]:
    """The columns that tell what was done."""
    faults = Counter(key for rep in report.reps for key in rep.faults)
    faults.update({span.key for span in report.faults} - set(faults))
    scores = [rep.score for rep in report.reps]
    lost: Counter[str] = Counter()
    for rep in report.reps:
        lost.update(dict(rep.deductions))
    return {
        "reps": str(len(report.reps)),
        "attempts": str(len(report.attempts)),
        "hold_s": f"{report.hold_s:g}",
        "mean_score": f"{sum(scores) / len(scores):.1f}" if scores else "",
        "faults": " ".join(f"{key}:{count}" for key, count in sorted(faults.items())),
        "deductions": deductions_text(tuple(sorted(lost.items()))),
        "view": report.view.value,
        "duration_s": f"{report.duration_s:g}",
    }


def read_summary(path: Path) -> dict[str, SummaryRow]:
    """The rows of an earlier run by file; none where there is no such summary.

    Raises CommandError where the file is something else, which must not be overwritten.
    """
    if not is_there(path):
        return {}
    try:
        # With the mark or without it, as earlier versions wrote it.
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            names = tuple(table.fieldnames or ())
            if names not in (COLUMNS, tuple(name for name in COLUMNS if name not in _ADDED)):
                raise CommandError(say("batch.no_summary", file=path))
            rows = [{name: row.get(name) or "" for name in COLUMNS} for row in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(say("batch.no_summary", file=path)) from error
    return {row["file"]: SummaryRow(**row) for row in rows}


def write_summary(path: Path, rows: Mapping[str, SummaryRow]) -> None:
    """Write all rows, whole or not at all. Raises OutputError."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(
        {name: _no_formula(cell) for name, cell in asdict(row).items()} for row in rows.values()
    )
    write_text(path, _MARK + text.getvalue())


def finished(rows: Iterable[SummaryRow]) -> dict[tuple[str, str], SummaryRow]:
    """Those whose result is known and would come out the same again, by what it depends on."""
    return {row.key: row for row in rows if row.status in (DONE, NOBODY) and row.sha256}


def row_name(path: Path) -> str:
    """The file's name in the table: a text, also where it is none on the disk, and never one that a
    spreadsheet takes for a formula."""
    name = str(path).encode("utf-8", "backslashreplace").decode()
    return f"./{name}" if name.startswith(_FORMULA) else name


def _no_formula(cell: str) -> str:
    """Complaints begin with the file's name, too."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
