"""An analysed video as the player is handed it: plain values, every text in a person's words. Pure:
no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import isfinite
from typing import Any

from coach.analysis.exercise_words import lost_titles, rule_title
from coach.motion.curves import Curve
from coach.motion.exercise import Exercise, Hold
from coach.motion.measure import Angle
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep
from coach.texts import say, say_list
from coach.ui.player.frames import PlayerPicture
from coach.ui.player.moments import Mark, Pair
from coach.ui.player.result import Result
from coach.ui.shared.words import clock, hold_time, measured, percent, why_not

Json = dict[str, Any]

_TEXTS = (
    "rows", "strip", "curves", "frames", "nothing", "no_good", "unseen", "previous", "next", "loop",
    "slow", "trouble", "save",
)  # fmt: skip


def sheet(job: str, video: str, name: str, exercise: Exercise, result: Result) -> Json:
    """What analysis_player/player.js shows. job: the recording's id; with the same one the player
    goes on playing. video: its address; name: what it is called once it is saved."""
    report, curves, marks, frames = result.report, result.curves, result.marks, result.frames
    broken = {mark.rule for mark in marks}
    times = curves[0].t if curves else ()
    return {
        "id": job,
        "video": video,
        "name": name,
        "duration": max([report.duration_s, *(rep.end_s for rep in report.reps), *times[-1:]]),
        "texts": {name: say(f"analysis.player_{name}") for name in _TEXTS},
        "rows": rows(exercise, report),
        "moves": _moves(report),
        "faults": [
            {
                "rule": mark.rule,
                "title": rule_title(exercise, mark.rule),
                "start": mark.start_s,
                "end": mark.end_s,
                "worst": mark.worst_s,
            }
            for mark in marks
        ],
        "t": [round(t, 3) for t in times],
        "curves": [_curve(exercise, each, broken, each is curves[0]) for each in curves],
        "legend": _legend(report, marks),
        "frames": [_frames(exercise, *each) for each in frames],
    }


def rows(exercise: Exercise, report: Report) -> list[Json]:
    """All that was done, in order of time: reps, attempts, holds, and the faults of a hold."""
    found = [_rep_row(exercise, rep) for rep in report.reps]
    found += [_attempt_row(exercise, attempt) for attempt in report.attempts]
    for number, hold in enumerate(report.holds, start=1):
        held = [(say("set.held"), hold_time(hold.end_s - hold.start_s))]
        found.append(_row("hold", str(number), hold.start_s, hold.end_s, held, []))
    if isinstance(exercise.goal, Hold):
        for span in report.faults:
            lasted = [(say("analysis.lasted"), hold_time(span.end_s - span.start_s))]
            note = (rule_title(exercise, span.key), "bad")
            found.append(_row("fault", "!", span.start_s, span.end_s, lasted, [note]))
    return sorted(found, key=lambda row: (row["start"], row["end"]))


def curve_title(exercise: Exercise, curve: Curve, broken: Set[str] = frozenset()) -> str:
    """The counted angle by its joint, every other measure by the rules that judge it: by those that
    were broken, if any was."""
    measure = curve.measure
    if curve.counted and isinstance(measure, Angle):
        return say("analysis.angle", joint=say(f"joint.{measure.vertex.name.lower()}"))
    rules = [rule for rule in curve.rules if rule in broken] or curve.rules
    return say_list(rule_title(exercise, rule) for rule in rules)


def _rep_row(exercise: Exercise, rep: Rep) -> Json:
    cells = [
        (say("set.down"), f"{rep.descent_s:.1f}"),
        (say("set.up"), f"{rep.ascent_s:.1f}"),
        (say("set.range"), percent(rep.range_of_motion)),
        (say("set.score"), str(rep.score)),
    ]
    notes = []
    titles = lost_titles(exercise, rep)
    for rule, title in zip(rep.faults, titles, strict=False):
        evidence = rep.evidence.get(rule)
        detail = measured(evidence) if evidence is not None else ""
        notes.append((f"{title}, {detail}" if detail else title, "bad"))
    notes += [(title, "soft") for title in titles[len(rep.faults) :]]
    return _row("rep", str(rep.number), rep.start_s, rep.end_s, cells, notes)


def _attempt_row(exercise: Exercise, attempt: Attempt) -> Json:
    note = (say("analysis.not_counted", why=why_not(exercise, attempt)), "soft")
    return _row("attempt", "–", attempt.start_s, attempt.end_s, [], [note])


def _row(
    kind: str,
    label: str,
    start_s: float,
    end_s: float,
    cells: Sequence[tuple[str, str]],
    notes: Sequence[tuple[str, str]],
) -> Json:
    return {
        "kind": kind,
        "label": label,
        "start": start_s,
        "end": end_s,
        "when": clock(start_s),
        "cells": [{"label": name, "value": value} for name, value in cells],
        "notes": [{"text": text, "tone": tone} for text, tone in notes],
    }


def _moves(report: Report) -> list[Json]:
    found = [
        {
            "kind": "rep",
            "label": str(rep.number),
            "start": rep.start_s,
            "bottom": rep.bottom_s,
            "end": rep.end_s,
        }
        for rep in report.reps
    ]
    found += [
        {"kind": "attempt", "label": "–", "start": attempt.start_s, "end": attempt.end_s}
        for attempt in report.attempts
    ]
    found += [
        {"kind": "hold", "label": str(number), "start": hold.start_s, "end": hold.end_s}
        for number, hold in enumerate(report.holds, start=1)
    ]
    return found


def _curve(exercise: Exercise, curve: Curve, broken: Set[str], first: bool) -> Json:
    digits = 1 if curve.measure.unit == "deg" else 4
    is_broken = bool(broken & set(curve.rules))
    return {
        "title": curve_title(exercise, curve, broken),
        "unit": curve.measure.unit,
        "rules": list(curve.rules),
        "values": [round(value, digits) if isfinite(value) else None for value in curve.values],
        "limits": [
            {
                "start": line.start_s,
                "end": line.end_s,
                "low": line.low,
                "high": line.high,
            }
            for line in curve.limits
        ],
        "broken": is_broken,
        "shown": first or is_broken,
    }


def _legend(report: Report, marks: Sequence[Mark]) -> list[Json]:
    present: Mapping[str, bool] = {
        "down": bool(report.reps),
        "up": bool(report.reps),
        "hold": bool(report.holds),
        "attempt": bool(report.attempts),
        "fault": bool(marks),
        "limit": True,
    }
    return [
        {"kind": kind, "text": say(f"analysis.legend_{kind}")}
        for kind, shown in present.items()
        if shown
    ]


def _frames(exercise: Exercise, pair: Pair, bad: PlayerPicture, good: PlayerPicture | None) -> Json:
    mark = pair.mark
    shown: Json = {
        "title": rule_title(exercise, mark.rule),
        "detail": measured(mark.evidence) if mark.evidence is not None else "",
        "bad": {"t": bad.t, "src": bad.src, "caption": say("analysis.worst", time=_at(bad.t))},
        "good": None,
    }
    if good is not None:
        key = "analysis.good_hold" if pair.number is None else "analysis.good_rep"
        caption = say(key, number=pair.number, time=_at(good.t))
        shown["good"] = {"t": good.t, "src": good.src, "caption": caption}
    return shown


def _at(seconds: float) -> str:
    return f"{clock(seconds)}.{int(seconds * 10) % 10}"
