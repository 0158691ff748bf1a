"""A period's report as one HTML page that needs nothing else and prints well. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from coach.texts import say
from coach.texts.languages import language_code
from coach.ui.printed.period_report import Bars, PeriodReport, ReportTable
from coach.ui.shared.history_words import day_words, month_word

WIDE, HIGH, LEFT, BELOW = 720, 150, 44, 22

CSS = """
:root { color-scheme: light dark; --ink: #101816; --soft: #5e6b66; --line: #d5dfdb; --bar: #007a5e;
  --ground: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f7f4; --soft: #93a39d; --line: #2a3834;
  --bar: #c6f432; --ground: #0b1110; } }
@media print { :root { --ink: #000; --soft: #444; --line: #bbb; --bar: #007a5e; --ground: #fff; }
  h2, tr, svg { break-inside: avoid; } h2 { break-after: avoid; } body { margin: 0; } }
body { font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink);
  background: var(--ground); max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: .3rem; } .of { color: var(--soft); margin: .1rem 0; overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: .8rem; } dl div { border: 1px solid var(--line);
  border-radius: .6rem; padding: .6rem 1rem; flex: 1 1 7rem; } dt { color: var(--soft); }
dd { margin: 0; font-size: 1.5rem; font-weight: 700; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--soft); }
"""


def to_html(report: PeriodReport) -> str:
    """The page. Every word of it is escaped: a name is a name, whatever stands in it."""
    of = "".join(
        f'<p class="of">{escape(line)}</p>'
        for line in (report.whose, report.when, report.what, report.made)
    )
    numbers = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in report.numbers
    )
    notes = "".join(f"<li>{escape(note)}</li>" for note in report.notes)
    faults = f"<h2>{escape(say('history.faults'))}</h2><ul>{notes}</ul>" if notes else ""
    head = (
        f'<!doctype html><html lang="{language_code()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title><style>{CSS}</style></head>"
    )
    body = "".join(
        (
            f"<h1>{escape(report.title)}</h1>{of}<dl>{numbers}</dl>",
            *map(_chart, report.charts),
            *(_table(table) for table in report.tables[:-1]),
            faults,
            _table(report.tables[-1]),
        )
    )
    return f"{head}<body>{body}</body></html>\n"


def _table(table: ReportTable) -> str:
    if not table.rows:
        return ""
    return (
        f'<h2>{escape(table.title)}</h2><div class="wide"><table><thead>{_row(table.head, "th")}'
        f"</thead><tbody>{''.join(_row(row, 'td') for row in table.rows)}</tbody></table></div>"
    )


def _row(cells: Iterable[str], kind: str) -> str:
    return f"<tr>{''.join(f'<{kind}>{escape(cell)}</{kind}>' for cell in cells)}</tr>"


def _chart(bars: Bars) -> str:
    """Bars over the whole period, so that a pause is seen as one."""
    top = max(point.value for point in bars.points)
    base = HIGH - BELOW
    shapes = [f'<line x1="{LEFT}" y1="{base}" x2="{WIDE}" y2="{base}" stroke="var(--line)"/>']
    for share in (1.0, 0.5):
        y = base - share * (base - 12)
        shapes.append(
            f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDE}" y2="{y:.1f}" stroke="var(--line)"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{top * share:.0f}</text>'
        )
    for left, width, share in bar_places(bars):
        high = share * (base - 12)
        shapes.append(
            f'<rect x="{LEFT + left * (WIDE - LEFT):.1f}" y="{base - high:.1f}" rx="1.5" '
            f'width="{width * (WIDE - LEFT):.1f}" height="{high:.1f}" fill="var(--bar)"/>'
        )
    for x, anchor, day in ((LEFT, "start", bars.first), (WIDE, "end", bars.last)):
        words = f"{day.day} {month_word(day)} {day.year}"
        shapes.append(f'<text x="{x}" y="{HIGH - 6}" text-anchor="{anchor}">{words}</text>')
    label = f"{bars.title}, {day_words(bars.first)} – {day_words(bars.last)}"
    return (
        f'<h2>{escape(bars.title)}</h2><svg viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-label="{escape(label)}">{"".join(shapes)}</svg>'
    )


def bar_places(bars: Bars) -> list[tuple[float, float, float]]:
    """Each bar's left side and width in parts of the whole width, and its height in parts of the
    highest one."""
    length = max(1, (bars.last - bars.first).days + 1)
    days = {"day": 1, "week": 7, "month": 30}[bars.grain.value]
    top = max(point.value for point in bars.points)
    places = []
    for point in bars.points:
        # A week or a month may have begun before the period did.
        start = max(0, (point.day - bars.first).days) / length
        width = min(max(0.85 * days / length, 0.002), 1 - start)
        places.append((start, width, point.value / top if top > 0 else 0.0))
    return places
