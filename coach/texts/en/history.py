"""The history page and the printed report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # history: what was done so far (pages/history.py, coach/ui/history_*)
        "history.title": "Your history",
        "history.empty": (
            "Nothing here yet. Do a set in front of the camera: press START on the live page, "
            "train, press STOP. It appears here at once, rep by rep, with the movement to look at "
            "again."
        ),
        "history.to_live": "To the live coach",
        "history.none_chosen": "No set fits these choices: take a longer period or every exercise.",
        "history.every": "Every exercise",
        "history.levels": "Both levels",
        "history.period": "Period",
        "history.period_month": "4 weeks",
        "history.period_quarter": "3 months",
        "history.period_year": "1 year",
        "history.period_all": "All",
        "history.sets": "Sets",
        "history.week_streak": "Weeks in a row",
        "history.longest_week_streak": "Longest streak",
        "history.day_streak": "{days} days in a row; your longest streak was {longest} days.",
        "history.calendar_alt": "A calendar: the darker a square, the more sets were done.",
        "history.day": "{day} {month} {year}",
        "history.day_of_year": "{weekday} {day} {month}, {time}",
        "history.week_of": "Week of {day}",
        "history.moment": "{weekday} {day}, {time}",
        "history.rest_day": "nothing",
        "history.day_done": "sets: {sets}, reps: {reps}, minutes: {minutes:.0f}",
        "history.when": "When",
        "history.done": "Done",
        "history.trends": "Trends",
        "history.choose_reps": "Reps",
        "history.choose_hold": "Hold time",
        "history.choose_best_hold": "Longest hold",
        "history.choose_score": "Score",
        "history.choose_depth": "Depth",
        "history.choose_down": "Tempo",
        "history.choose_uneven": "Left and right",
        "history.measure_reps": "Reps",
        "history.measure_hold": "Time held in form",
        "history.measure_best_hold": "Longest hold",
        "history.measure_score": "Score",
        "history.measure_depth": "Depth",
        "history.measure_down": "Down",
        "history.measure_up": "Up",
        "history.measure_uneven": "Difference between left and right",
        "history.unit_reps": "Reps",
        "history.unit_hold": "Seconds in form",
        "history.unit_best_hold": "Seconds, longest hold",
        "history.unit_score": "Score, mean of the reps",
        "history.unit_depth": "% of the wanted depth",
        "history.unit_down": "Seconds",
        "history.unit_up": "Seconds",
        "history.unit_uneven": "Degrees between left and right",
        "history.grain_day": "One point is a day.",
        "history.grain_week": "One point is a week.",
        "history.grain_month": "One point is a month.",
        "history.ahead": (
            "Sets that lie in the future, since a clock was wrong: {count}. They are in the list "
            "and in nothing else."
        ),
        "history.several_exercises": (
            "Exercises differ in depth and tempo: choose one to see it by itself."
        ),
        "history.faults": "Faults",
        "history.faults_reps": "Of 100 reps (ring: before)",
        "history.faults_held": "In a minute (ring: before)",
        "history.faults_how": (
            "The earlier half of your reps beside the later half, counting only sets filmed from "
            "where the fault can be seen. Rarer or more often is said only where chance does not "
            "explain it."
        ),
        "history.fault_rarer": "**{fault}** has become rarer: {before} before, {now} now.",
        "history.fault_more": "**{fault}** comes more often: {before} before, {now} now.",
        "history.fault_same": (
            "**{fault}**: {before} before, {now} now; that is no more than chance."
        ),
        "history.fault_unknown": "**{fault}**: {now}; too few reps yet to say where it goes.",
        "history.rate_reps": "{rate} of 100 reps",
        "history.rate_minute": "{rate} times a minute",
        "history.before": "Before",
        "history.now": "Now",
        "history.bests": "Personal bests",
        "history.best_in": "Best in",
        "history.best": "Best",
        "history.best_reps": "Reps in a set",
        "history.best_hold": "Longest hold",
        "history.best_score": "Score of a set (5 reps or more)",
        "history.best_depth": "Depth of a set (5 reps or more)",
        "history.list": "Sets",
        "history.score_of": "score {score}",
        "history.more": "Show more",
        "history.back": "All sets",
        "history.set_of": "{moment} · {level} · {source}",
        "history.source_camera": "live",
        "history.source_file": "from a video",
        "history.exercise_gone": (
            "This exercise is no longer in the app. The set is kept, and you can take it with you."
        ),
        "history.no_track": "The movement of this set was not kept, so that it cannot be replayed.",
        "history.replay_of": (
            "{exercise}: the movement as a skeleton. Space plays and pauses, left and right move "
            "through time, up and down from rep to rep; drag to turn it."
        ),
        "history.rep": "Rep {number}",
        "history.not_counted": "Did not count",
        "history.part": "What to see of this set",
        "history.part_reps": "Rep by rep",
        "history.part_why": "Why?",
        "history.part_fatigue": "Fatigue",
        "history.part_sides": "Left and right",
        "history.part_compare": "Compare",
        "history.which": "Which movement",
        "history.attempt_at": "Not counted, at {at}: {why}",
        "history.span_at": "{why}, {start:.1f} to {end:.1f} s",
        "history.rep_at": "Rep {number}, at {at}: {why}",
        "history.rep_scored": "Rep {number}, at {at}, score {score}",
        "history.why_said": "It did not count at {at:.1f} s: **{why}**.",
        "history.rule_source": "Where the limit comes from: {source}",
        "history.not_measured": "This was not seen well enough from there to be drawn.",
        "history.seconds": "Seconds",
        "history.curve_deg": "Degrees",
        "history.curve_ratio": "Ratio of body lengths",
        "history.curve_m": "Metres",
        "history.limit_low": "at least",
        "history.limit_high": "at most",
        "history.range_fell": (
            "**Your range fell** from {begin} to {end} of the wanted depth: the set made you "
            "tired, or the last reps were hurried."
        ),
        "history.range_rose": (
            "**Your range grew** from {begin} to {end} of the wanted depth: the first reps served "
            "as a warm-up."
        ),
        "history.down_slower": "Going down became slower, from {begin:.1f} to {end:.1f} s.",
        "history.down_quicker": "Going down became quicker, from {begin:.1f} to {end:.1f} s.",
        "history.up_slower": (
            "Coming up became slower, from {begin:.1f} to {end:.1f} s, as it does near the limit "
            "of strength."
        ),
        "history.up_quicker": "Coming up became quicker, from {begin:.1f} to {end:.1f} s.",
        "history.no_fatigue": (
            "Range and tempo stayed as they were, or the set has too few reps to tell."
        ),
        "history.sides_left": (
            "At the deepest point your **left** side was bent {degrees:.0f}° more than the right "
            "one (mean over the reps seen from the front: {reps}). Up to 15° are within what the "
            "measurement can tell."
        ),
        "history.sides_right": (
            "At the deepest point your **right** side was bent {degrees:.0f}° more than the left "
            "one (mean over the reps seen from the front: {reps}). Up to 15° are within what the "
            "measurement can tell."
        ),
        "history.other_set": "Lay over it",
        "history.this_set": "This set itself",
        "history.this_one": "This",
        "history.the_other": "The other",
        "history.whole_set": "whole set",
        "history.nothing_in_step": "There is no rep in one of the two: choose another.",
        "history.compared": "{exercise}: two movements laid over each other in step",
        "history.in_step": (
            "In step: both reach the bottom and the end of each rep together, however long each "
            "took; the clock is that of the first."
        ),
        "history.take_track": "Movement (.npz)",
        "history.take_track_help": (
            "Landmarks of every moment, for: python -m coach replay FILE --exercise {exercise}"
        ),
        "history.take_report": "Result (.json)",
        "history.delete": "Delete",
        "history.delete_one": "This set is then gone from the database and cannot be brought back.",
        "history.delete_sure": "Delete for good",
        "history.deleted_one": "The set is deleted.",
        "history.yours": "Take it with you, bring it here, delete it",
        "history.yours_said": (
            "Everything here is yours. The whole history holds every set with its movement, and "
            "can be read in again, here or on another machine."
        ),
        "history.take_sets": "Sets (.csv)",
        "history.take_reps": "Reps (.csv)",
        "history.take_all": "Whole history (.json)",
        "history.import": "Bring in a history, or one movement",
        "history.import_help": "A .json or .npz file taken from here. What is there already stays.",
        "history.import_now": "Bring it in",
        "history.import_none": "Choose a .json or .npz file first.",
        "history.imported": "Sets added: {count}.",
        "history.delete_all": "Delete everything",
        "history.delete_everything": (
            "All of your sets ({count}) are then gone from the database and cannot be brought "
            "back. Take the whole history with you first if you may want it."
        ),
        "history.delete_understood": "I know that this cannot be undone.",
        "history.deleted_all": "Everything is deleted, sets: {count}.",
        # replay: the moving skeleton in the browser (coach/ui/replay)
        "replay.play": "Play (space)",
        "replay.pause": "Pause (space)",
        "replay.previous": "Previous rep (arrow up)",
        "replay.next": "Next rep (arrow down)",
        "replay.loop": "Repeat rep",
        "replay.position": "Moment",
        "replay.filmed": "As filmed",
        "replay.front": "Front",
        "replay.side": "Side",
        "replay.left": "Left",
        "replay.right": "Right",
        "replay.down": "down",
        "replay.up": "up",
        # report: the printed report of a period (coach/ui/period_*)
        "report.title": "Training report",
        "report.whose": "Whose: {name}",
        "report.nobody": "no name given",
        "report.when": "When: {first} to {last}",
        "report.what": "What: {exercises}",
        "report.made": "Made on {moment}, from the landmarks of a camera; no medical finding.",
        "report.days": "Days with training",
        "report.chart": "{exercise}: {unit}, {grain}",
        "report.by_day": "day by day",
        "report.by_week": "by weeks",
        "report.by_month": "by months",
        "report.exercises": "Exercise by exercise",
        "report.bests": "Best of this period",
        "report.sets": "Sets",
        "report.newest_sets": "Sets: the newest {shown} of {count}",
        "report.lost_letters": (
            "Letters shown as \N{REPLACEMENT CHARACTER} are in no font of the machine that made "
            "this; the HTML report shows them."
        ),
        "report.take_html": "Report (HTML)",
        "report.take_pdf": "Report (PDF)",
        "report.help": "A report of the sets chosen above, to print or to show to somebody.",
    }
)
