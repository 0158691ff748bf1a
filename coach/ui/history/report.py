"""The printed report of what the filters left, to be taken as HTML or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from coach.motion.exercise import Exercise
from coach.records.names import tidy_name
from coach.records.values import Owner
from coach.texts import say
from coach.ui.history.filters import Chosen, local_zone
from coach.ui.printed.period_html import to_html
from coach.ui.printed.period_report import PeriodReport, period_report


def take_report(owner: Owner, chosen: Chosen, exercises: Mapping[str, Exercise]) -> None:
    """Two buttons; the report is made when one of them is pressed."""
    now = datetime.now(local_zone())
    name = owner.profile or tidy_name(str(st.user.get("name") or st.user.get("email") or ""))
    name = name or say("report.nobody")

    def made() -> PeriodReport:
        return period_report(
            chosen.sets,
            exercises,
            whose=name,
            first=chosen.first,
            last=chosen.last,
            now=now,
        )

    file = f"training-{chosen.first}-{chosen.last}"
    files: dict[str, tuple[str, str, Callable[[], str | bytes]]] = {
        "html": ("text/html", ":material/description:", lambda: to_html(made())),
        "pdf": ("application/pdf", ":material/picture_as_pdf:", lambda: _pdf(made())),
    }
    with st.container(horizontal=True):
        for ending, (kind, icon, write) in files.items():
            st.download_button(
                say(f"report.take_{ending}"),
                write,
                f"{file}.{ending}",
                kind,
                icon=icon,
                on_click="ignore",
                help=say("report.help"),
                key=f"history-{ending}",
            )


def _pdf(report: PeriodReport) -> bytes:
    # Its library takes as long to be loaded as the rest of the page, and is seldom needed.
    from coach.ui.printed.period_pdf import to_pdf

    return to_pdf(report)
