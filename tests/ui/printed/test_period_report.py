"""The printed report: what it says, and that any name can be printed."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone

import pytest

from coach.history.sets import Sets
from coach.texts import say
from coach.ui.printed import fonts as print_fonts
from coach.ui.printed.fonts import UNPRINTABLE, fonts_for
from coach.ui.printed.period_html import bar_places, to_html
from coach.ui.printed.period_pdf import to_pdf
from coach.ui.printed.period_report import MOST_SETS, period_report
from exercises import registry
from tests.history.figures import held, summary

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
NOW = datetime(2026, 4, 1, 8, 0, tzinfo=timezone.utc)


def report(sets, whose="Ada", first=FIRST):
    return period_report(Sets.of(sets), registry(), whose=whose, first=first, last=LAST, now=NOW)


def test_it_says_whose_when_and_what():
    made = report([summary(0), summary(3, reps=12), held(3, 72.0)])
    assert made.whose == "Whose: Ada"
    assert made.when == "When: 1 Mar 2026 to 31 Mar 2026"
    assert made.what == "What: Plank, Squat"
    assert [value for _, value in made.numbers] == ["2", "3", "22", "1:12"]
    by_exercise, bests, sets = made.tables
    assert by_exercise.rows[1][:3] == ("Squat", "2", "22")
    assert len(bests.rows) == 4
    assert len(sets.rows) == 3
    assert [chart.title.split(":")[0] for chart in made.charts] == ["Plank", "Squat"]


def test_a_period_without_a_set_is_a_report_too():
    made = report([])
    assert made.charts == ()
    assert say("report.title") in to_html(made)
    assert to_pdf(made).startswith(b"%PDF")


def test_a_long_list_says_that_it_is_cut():
    made = report([summary(day / 10) for day in range(MOST_SETS + 5)])
    assert made.tables[-1].title == f"Sets: the newest {MOST_SETS} of {MOST_SETS + 5}"
    assert len(made.tables[-1].rows) == MOST_SETS


def test_bars_lie_inside_the_chart_also_where_a_week_began_before_the_period():
    made = report([summary(day) for day in range(0, 28, 3)], first=date(2025, 10, 8))
    for left, width, high in bar_places(made.charts[0]):
        assert 0 <= left < left + width <= 1
        assert 0 < high <= 1


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"onload="x', "a & b"])
def test_markup_in_a_name_is_a_name(name):
    page = to_html(report([summary()], whose=name))
    assert name not in page
    assert "<script" not in page
    assert not re.search(r"(src|href)=", page), "the page needs nothing else"


NAMES = ["Zoë Łukasz", "Ωμέγα Иван", "محمد", "李小龙", "💪🏽", "x" * 500, "\u202etxt", ""]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_printed(name):
    assert to_pdf(report([summary()], whose=name)).startswith(b"%PDF")


def test_letters_that_no_font_has_are_marked(monkeypatch):
    monkeypatch.setattr(print_fonts, "_system", lambda: ())
    fonts = fonts_for(["Ada 李"])
    assert fonts.lost == {"李"}
    assert fonts.printable("Ada 李") == f"Ada {UNPRINTABLE}"
    assert fonts_for(["Ada محمد Иван"]).lost == frozenset()
