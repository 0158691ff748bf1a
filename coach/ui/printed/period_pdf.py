"""A period's report as a PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from coach.texts import say
from coach.ui.printed.fonts import Fonts, fonts_for
from coach.ui.printed.period_html import bar_places
from coach.ui.printed.period_report import Bars, PeriodReport, ReportTable

INK, SOFT, LINE, BAR = (16, 24, 22), (94, 107, 102), (213, 223, 219), (0, 122, 94)
MARGIN, CHART_HIGH = 18.0, 34.0
FONT = "report"

# What it makes of each font it embeds is of no use in the app's log.
logging.getLogger("fontTools").setLevel(logging.ERROR)


class _Page(FPDF):
    """A4, in millimetres, its pages numbered."""

    def __init__(self, fonts: Fonts, title: str) -> None:
        super().__init__()
        self.files = fonts
        self.set_title(fonts.printable(title))
        self.set_margin(MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.add_font(FONT, "", fonts.plain)
        self.add_font(FONT, "B", fonts.bold)
        for place, path in enumerate(fonts.others):
            self.add_font(f"other{place}", "", path)
        self.set_fallback_fonts(
            [f"other{place}" for place in range(len(fonts.others))], exact_match=False
        )
        self.set_text_shaping(use_shaping_engine=True)
        self.set_draw_color(*LINE)
        self.add_page()

    def footer(self) -> None:
        """The page's number."""
        self.set_y(-MARGIN + 4)
        self.style(8, SOFT)
        self.cell(0, 5, str(self.page_no()), align="R")

    def style(self, size: float, colour: tuple[int, int, int] = INK, bold: str = "") -> None:
        """The letters of what comes next."""
        self.set_font(FONT, bold, size)
        self.set_text_color(*colour)

    def say(self, text: str, high: float = 6.0) -> None:
        """A paragraph."""
        self.multi_cell(
            0, high, self.files.printable(text), align="L", new_x="LMARGIN", new_y="NEXT"
        )

    def heading(self, text: str, room: float) -> None:
        """A heading that is not parted from the first `room` millimetres of what it is about."""
        if self.will_page_break(room + 14):
            self.add_page()
        self.ln(5)
        self.style(13, bold="B")
        self.say(text, 7)


def to_pdf(report: PeriodReport) -> bytes:
    """The document. Letters that no font of this machine has are replaced, and it is said."""
    fonts = fonts_for(_texts(report))
    page = _Page(fonts, report.title)
    page.style(20, bold="B")
    page.say(report.title, 10)
    page.style(10, SOFT)
    for line in (report.whose, report.when, report.what, report.made):
        page.say(line, 5.5)
    if fonts.lost:
        page.say(say("report.lost_letters"), 5.5)
    _numbers(page, report.numbers)
    for chart in report.charts:
        _chart(page, chart)
    for table in report.tables[:-1]:
        _table(page, table)
    if report.notes:
        page.heading(say("history.faults"), 8)
        page.style(9.5)
        for note in report.notes:
            page.say(f"• {note}", 5.5)
    _table(page, report.tables[-1])
    return bytes(page.output())


def _texts(report: PeriodReport) -> Iterator[str]:
    yield from (report.title, report.whose, report.when, report.what, report.made, *report.notes)
    for table in report.tables:
        yield table.title
        for row in table.rows:
            yield from row


def _numbers(page: _Page, numbers: tuple[tuple[str, str], ...]) -> None:
    page.ln(4)
    wide = page.epw / len(numbers)
    for place, (name, value) in enumerate(numbers):
        x, y = MARGIN + place * wide, page.get_y()
        page.rect(x, y, wide - 3, 17, round_corners=True, corner_radius=2)
        page.set_xy(x + 3, y + 2)
        page.style(8, SOFT)
        page.cell(wide - 9, 5, name)
        page.set_xy(x + 3, y + 7.5)
        page.style(15, bold="B")
        page.cell(wide - 9, 7, value)
        page.set_xy(MARGIN, y)
    page.ln(18)


def _chart(page: _Page, bars: Bars) -> None:
    page.heading(bars.title, CHART_HIGH + 8)
    top, left = page.get_y() + 2, MARGIN + 12
    wide = page.epw - 12
    base = top + CHART_HIGH
    highest = max(point.value for point in bars.points)
    page.style(7.5, SOFT)
    for share in (0.0, 0.5, 1.0):
        y = base - share * CHART_HIGH
        page.line(left, y, left + wide, y)
        page.set_xy(MARGIN, y - 2)
        page.cell(10, 4, f"{highest * share:.0f}", align="R")
    page.set_fill_color(*BAR)
    for start, width, share in bar_places(bars):
        high = share * CHART_HIGH
        page.rect(left + start * wide, base - high, width * wide, high, style="F")
    # A table takes the same colour for its cells.
    page.set_fill_color(255)
    page.set_xy(left, base + 1)
    page.cell(wide / 2, 4, bars.first.isoformat())
    page.cell(wide / 2, 4, bars.last.isoformat(), align="R")
    page.set_xy(MARGIN, base + 6)


def _table(page: _Page, table: ReportTable) -> None:
    if not table.rows:
        return
    page.heading(table.title, 16)
    page.style(8.5)
    with page.table(
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD", color=INK),
        text_align="LEFT",
        line_height=5,
        padding=0.6,
        col_widths=_widths(table),
    ) as grid:
        for row in (table.head, *table.rows):
            line = grid.row()
            for cell in row:
                line.cell(page.files.printable(cell))


def _widths(table: ReportTable) -> tuple[int, ...]:
    """By the longest words of each column."""
    columns = zip(table.head, *table.rows, strict=True)
    return tuple(min(max(max(map(len, column)), 5), 34) for column in columns)
