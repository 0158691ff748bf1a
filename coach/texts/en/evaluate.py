"""How often the coach is right."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # evaluate: how often the engine is right (coach/evaluation, coach/commands/evaluate.py)
        "evaluate.all_files": "all",
        "evaluate.all_faults": "all",
        "evaluate.bar": "evaluating",
        "evaluate.bar_clips": "clips",
        "evaluate.bottoms_missed": "- {clip}: no bottom within 0.25 s of {times} s",
        "evaluate.change": "- {clip}, {exercise}: {what}",
        "evaluate.change_faults": "faults {before} -> {now}",
        "evaluate.change_hold": "held {before:.1f} -> {now:.1f} s",
        "evaluate.change_reps": "{before} -> {now} reps",
        "evaluate.clip_number": "clip number {number}",
        "evaluate.clip_twice": "{file} has two clips called {clip!r}: give each its own id.",
        "evaluate.counter_coach": "this coach",
        "evaluate.counter_two_thresholds": "two thresholds",
        "evaluate.counter_zigzag": "zigzag",
        "evaluate.crowd": (
            "{at_once} at once: {exact} of {clips} counts as by eye, {within_one} within one rep; "
            "of the frames {looked:.0%} looked at, {late:.0%} sent back before, {dropped:.1%} "
            "overtaken"
        ),
        "evaluate.crowd_bad_number": (
            "--crowd takes how many clips are played at once, 1 to {most}, not {value}."
        ),
        "evaluate.crowd_nobody": (
            "{file} names no video of squats or push-ups with a count that is here: put the clips "
            "beside it."
        ),
        "evaluate.crowd_off": "- {clip}: {counted} counted, {by_eye} by eye",
        "evaluate.false_on": "- {clip}, another exercise: counted {counted}",
        "evaluate.false_reps": "{reps} on {clips} of {of}",
        "evaluate.faultless": (
            "Clips labelled faultless: {of}, with a fault found all the same (advice aside): "
            "{flagged}"
        ),
        "evaluate.frames": "Labelled plank frames (C correct, H hips high, L hips low)",
        "evaluate.head_accepted": "accepted",
        "evaluate.head_bottoms": "bottoms",
        "evaluate.head_by_eye": "by eye",
        "evaluate.head_clips": "clips",
        "evaluate.head_count_changed": "count changed",
        "evaluate.head_counted": "counted",
        "evaluate.head_counted_by": "counted by",
        "evaluate.head_error": "MAE",
        "evaluate.head_exact": "exact",
        "evaluate.head_false_reps": "false reps",
        "evaluate.head_fault": "fault",
        "evaluate.head_faults_changed": "faults changed",
        "evaluate.head_found": "found",
        "evaluate.head_frames": "frames",
        "evaluate.head_groups": "groups",
        "evaluate.head_hold": "hold",
        "evaluate.head_in_form": "held s",
        "evaluate.head_in_form_by_eye": "by eye s",
        "evaluate.head_labelled": "labelled",
        "evaluate.head_off": "off",
        "evaluate.head_on_clips": "clips",
        "evaluate.head_other_exercise": "held on clips of",
        "evaluate.head_precision": "precision",
        "evaluate.head_recall": "recall",
        "evaluate.head_right": "right",
        "evaluate.head_right_by_label": "right by label",
        "evaluate.head_right_share": "this coach",
        "evaluate.head_seconds_held": "held s",
        "evaluate.head_span": "first to last",
        "evaluate.head_span_by_eye": "by eye, first to last",
        "evaluate.head_straight": "straight line s",
        "evaluate.head_straight_share": "straight line",
        "evaluate.head_variant": "variant",
        "evaluate.head_view": "view",
        "evaluate.head_within_one": "within 1",
        "evaluate.heading": "{title}: {clips} clips of {groups} people or places",
        "evaluate.is_folder": "{file} is a folder: name the manifest (.json) in it.",
        "evaluate.model_without_clips": (
            "Tracks hold landmarks already: leave out --model, or add --from clips."
        ),
        "evaluate.no_clips": '{file} holds no clips: give it a list of them called "clips".',
        "evaluate.no_fault": "none",
        "evaluate.no_frames_file": (
            "{file} holds no labelled plank frames: put it right, or move it out of its folder."
        ),
        "evaluate.no_json": "{file} is no JSON: give a manifest as docs/formats.md describes it.",
        "evaluate.no_object": "In {file}, {clip} is not well formed: it must be a JSON object.",
        "evaluate.no_track_named": (
            "The manifest names no track for {clip}: add one, or take --from clips."
        ),
        "evaluate.no_video_named": (
            "The manifest names no clip for {clip}: add one, or take --from tracks."
        ),
        "evaluate.not_exact": "- {clip}: counted {counted}, by eye {by_eye}",
        "evaluate.not_scored": "Not scored: {count}",
        "evaluate.not_scored_clip": "- {clip}: {reason}",
        "evaluate.nothing_scored": "No clip of {file} could be scored: {reason}",
        "evaluate.overall": "All exercises",
        "evaluate.overall_faults": (
            "Faults, each clip and rule a case: {labelled} labelled, {found} found, {right} right; "
            "precision {precision}, recall {recall}"
        ),
        "evaluate.variant_10_fps": "10 frames a second",
        "evaluate.variant_15_fps": "15 frames a second",
        "evaluate.variant_240p": "240p, encoded anew",
        "evaluate.variant_as_it_is": "as it is",
        "evaluate.variant_askew": "camera 7 degrees askew, encoded anew",
        "evaluate.variant_dark": "in the dark, encoded anew",
        "evaluate.variant_in_a_hand": "camera in a hand, encoded anew",
        "evaluate.variant_mirrored_video": "mirrored, encoded anew",
        "evaluate.variant_wide_lens": "through a wide lens, encoded anew",
        "evaluate.variant_15_fps_video": "15 frames a second, encoded anew",
        "evaluate.variant_in_a_corner": "half as large, in a corner",
        "evaluate.variant_mirrored": "mirrored",
        "evaluate.variant_model_full": "full model",
        "evaluate.variant_model_heavy": "heavy model",
        "evaluate.variant_model_lite": "lite model",
        "evaluate.variant_every_frame": "every frame looked at",
        "evaluate.variant_busy": "the same, on a full machine",
        "evaluate.variant_paced": "looked at as often as live",
        "evaluate.variant_with_drops": "a frame in seven lost",
        "evaluate.variant_from_above": "from 20 degrees higher",
        "evaluate.variant_from_below": "from 20 degrees lower",
        "evaluate.variants": "Variants: the same motion seen otherwise",
        "evaluate.view_all": "all",
        "evaluate.view_front": "front",
        "evaluate.view_oblique": "oblique",
        "evaluate.view_side": "side",
        "evaluate.view_unknown": "unknown",
        "evaluate.wanted_count": "a whole number from 0 on, or null",
        "evaluate.wanted_flag": "true or false",
        "evaluate.wanted_later": "later than t0",
        "evaluate.wanted_list": "a list, or null",
        "evaluate.wanted_range": "two whole numbers, the least and the most",
        "evaluate.wanted_seconds": "a number of seconds",
        "evaluate.wanted_text": "a text",
        "evaluate.wanted_times": "a list of seconds",
        "evaluate.wanted_words": "a list of texts",
        "evaluate.without_rule": "By eye, but without a rule: {words}",
        "evaluate.wrong": "In {file}, {entry} of {clip} must be {wanted}: correct it.",
        "evaluate.wrongly": "- {clip}: {faults}",
    }
)
