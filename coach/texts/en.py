"""English. Keys are `section.name`, sections in the order of the alphabet.

A key is used in code exactly as it stands here, so that a search finds both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # analysis: pictures and videos in the app (pages/analysis.py, coach/ui/analysis_*)
        "analysis.angle": "{joint} angle",
        "analysis.angles": "Joint angles in space",
        "analysis.another": "Another file",
        "analysis.begin": "Analyse",
        "analysis.cancel": "Cancel",
        "analysis.choose_number": (
            "{count} people: click on one in the picture to see the numbers of that person."
        ),
        "analysis.download_gif": "GIF",
        "analysis.download_landmarks_csv": "Landmarks (CSV)",
        "analysis.download_landmarks_json": "Landmarks (JSON)",
        "analysis.download_landmarks_npz": "Landmarks (NPZ)",
        "analysis.download_reps_csv": "Reps (CSV)",
        "analysis.download_reps_json": "Reps (JSON)",
        "analysis.downloads": "To take away",
        "analysis.drop": "A picture or a video of your set",
        "analysis.gif_of": "As a moving picture",
        "analysis.gone": (
            "This analysis is not kept any more: give the file again to see its result."
        ),
        "analysis.good_hold": "Held well, {time}",
        "analysis.good_rep": "Rep {number}, without it, {time}",
        "analysis.intro": (
            "A video comes back with its reps counted and judged, frame by frame, as the live "
            "coach does it. A picture comes back with the skeleton of everybody in it. Nothing "
            "leaves the machine that runs this app, and what you gave is deleted after an hour."
        ),
        "analysis.joint": "Joint",
        "analysis.keep": "Add to history",
        "analysis.keep_date": "Done on",
        "analysis.keep_time": "At",
        "analysis.keep_title": "Keep this set",
        "analysis.kept": "This set is in your history.",
        "analysis.landmark": "Landmark",
        "analysis.landmarks": "Landmarks",
        "analysis.lasted": "Lasted",
        "analysis.left": "Left",
        "analysis.legend_attempt": "Not counted",
        "analysis.legend_down": "Down",
        "analysis.legend_fault": "Fault, a dot where it was worst",
        "analysis.legend_hold": "Held in form",
        "analysis.legend_limit": "Limit",
        "analysis.legend_up": "Up",
        "analysis.limits": (
            "Pictures up to {image:g} MB, videos up to {video:g} MB and {minutes:g} minutes."
        ),
        "analysis.line": "{file} · {exercise} · {level}",
        "analysis.looking": "Looking for people",
        "analysis.nobody_in_picture": (
            "No person was found in this picture: take one that shows the body from head to feet, "
            "or try the heavy model."
        ),
        "analysis.not_counted": "Not counted. {why}",
        "analysis.part_attempt": "Not counted, {at}",
        "analysis.part_hold": "Hold, {at}",
        "analysis.part_rep": "Rep {number}, {at}",
        "analysis.person": "Person {number}",
        "analysis.picture": "The picture with the skeletons of {count} people",
        "analysis.player_curves": "What was measured: choose what to see",
        "analysis.player_frames": "Each fault at its worst, beside the same moment done well",
        "analysis.player_loop": "Repeat",
        "analysis.player_next": "Next",
        "analysis.player_no_good": "Nothing in this video was free of it.",
        "analysis.player_nothing": "No rep was seen in this video.",
        "analysis.player_previous": "Previous",
        "analysis.player_rows": "Reps: choose one to play it",
        "analysis.player_save": "Annotated video (MP4)",
        "analysis.player_slow": "Half speed",
        "analysis.player_strip": "The whole video: reps, and faults below them",
        "analysis.player_trouble": (
            "The video cannot be played any more: load this page again, or analyse the file again."
        ),
        "analysis.player_unseen": "not seen",
        "analysis.queued": "Waiting for its turn: number {place} in the queue",
        "analysis.reading": "Reading the result",
        "analysis.right": "Right",
        "analysis.stage_model": "Fetching the pose model: {share} %, once",
        "analysis.stage_model_left": "Fetching the pose model: {share} %, {left} left",
        "analysis.stage_video": "Looking at every picture: {share} %",
        "analysis.stage_video_left": "Looking at every picture: {share} %, {left} left",
        "analysis.starting": "Starting",
        "analysis.stay": (
            "You can leave this page: its address leads back to the analysis, also after it is "
            "done."
        ),
        "analysis.title": "Pictures and videos",
        "analysis.to_history": "See the history",
        "analysis.too_long_for_text": (
            "Landmarks as CSV or JSON are offered up to {minutes:g} "
            "minutes; longer ones are in the "
            "NPZ file."
        ),
        "analysis.visibility": "Visibility",
        "analysis.whom": "{count} people: click on the one to be judged",
        "analysis.whom_at": "Picture at (s)",
        "analysis.whom_at_help": "Choose another moment where somebody is hidden or not there yet.",
        "analysis.whom_chosen": "Person {number} will be followed",
        "analysis.whom_looking": "Looking who is in the picture",
        "analysis.worst": "At its worst, {time}",
        # api: what the JSON API answers in words (coach/web)
        "api.bad_form": (
            "The form is broken or does not end: send it as multipart/form-data, as curl -F does."
        ),
        "api.cross_site": "Another site's page asked for this: open the app itself, and ask there.",
        "api.cut_off": "The upload broke off: send the file again.",
        "api.key_wanted": (
            "This server asks for a key: send 'Authorization: Bearer KEY' or 'X-API-Key: KEY'."
        ),
        "api.no_file": (
            "There is no {kind} in the request: send it as the body, or as the part '{kind}' of a "
            "form."
        ),
        "api.no_file_here": (
            "The link is wrong, has run out, or its file is gone: ask the job for a new one."
        ),
        "api.no_job": "There is no such job, or it is gone: send the video again.",
        "api.not_found": "There is nothing here: {docs} tells what there is.",
        "api.one_of": "'{name}' must be one of: {known}.",
        "api.too_slow": "The upload stood still: send the file again.",
        "api.unforeseen": "Something went wrong on the server, and was written to its log.",
        "api.wrong_method": "{method} is not possible here, but: {allowed}.",
        "api.wrong_type": (
            "'{type}' is no {kind}: send it as {kind}/..., application/octet-stream or a form."
        ),
        # app: the app as a whole (coach_app.py)
        "app.title": "Fitness coach",
        "app.live": "Live",
        "app.analysis": "Analysis",
        "app.guide": "Guide",
        "app.history": "History",
        # batch: many videos at once (coach/commands/batch.py)
        "batch.bad_jobs": "--jobs takes how many to analyze at once, 1 or more, not {value}.",
        "batch.bar": "videos",
        "batch.bar_unit": "videos",
        "batch.broke_off": (
            "{file} brought its analysis down, as a damaged file or one that takes too much memory "
            "can do: save it anew with another program."
        ),
        "batch.end": (
            "Videos: {count}, of which done before: {known}, failed: {failed}, without anybody: "
            "{nobody}"
        ),
        "batch.line": "{file}: reps {reps}, not counted {attempts}, held {hold:.1f} s, {faults}",
        "batch.no_name": (
            "{file} would be written for every video: put {{name}} into it, which stands for the "
            "video's own name."
        ),
        "batch.no_summary": (
            "{file} is no summary that analyze has written, and stays as it is: name another file."
        ),
        "batch.no_videos": "{folder} holds no video: name another folder, or the files themselves.",
        "batch.one_only": "{option} is for one video: leave it out, or name one video alone.",
        "batch.some_failed": (
            "{failed} of {count} videos gave no result, for the reasons above; the others are done."
        ),
        # bench: what a frame costs (coach/bench, coach/commands/bench.py)
        "bench.bad_seconds": "--seconds must be more than 0 and at most 600.",
        "bench.bad_size": (
            "{size!r} is no size: name the shorter side of the picture, {smallest} to {largest}."
        ),
        "bench.bar": "measuring",
        "bench.column_cpu": "cpu ms",
        "bench.column_fps": "fps/core",
        "bench.column_median": "median",
        "bench.column_memory": "+MB",
        "bench.column_p95": "p95",
        "bench.column_wall": "wall ms",
        "bench.column_wall_p95": "p95",
        "bench.files_analysis": "analysis, looking as often as needed",
        "bench.files_analysis_every": "analysis, looking at every frame",
        "bench.files_bare": "bare loop: PyAV and MediaPipe",
        "bench.files_head": (
            "way                                          fps  cpu ms  over the bare loop: fps  cpu"
        ),
        "bench.files_row": "{way:42}  {fps:5.1f}  {cpu_ms:6.2f}  {wall:23.2f}  {cpu:5.2f}",
        "bench.files_video": "and an annotated video, as often as needed",
        "bench.files_video_every": "and an annotated video, every frame",
        "bench.head": "{model}, {width} x {height}, {frames} frames",
        "bench.no_interpreter": (
            "The bare network was not measured: pip install ai-edge-litert and measure again."
        ),
        "bench.live_bad_number": (
            "--live takes how many people train at once, 1 to {most}, or several such numbers "
            "(1,2,4), not {value!r}."
        ),
        "bench.live_head": (
            "sessions  fps least  mean  delay p50  p95 ms  not returned  cores  MB    network ms  "
            "looks/s  saving"
        ),
        "bench.live_machine": (
            "Load average of the machine: {before:.1f} before, {after:.1f} after; what else it did "
            "is in these figures."
        ),
        "bench.live_memory": "Memory for one session more: {megabytes:.0f} MB",
        "bench.live_narrow": (
            "{file} is too narrow for the marks that are drawn into it: take one that is {width} "
            "pixels wide at 360p."
        ),
        "bench.live_no_app": "The app did not start: {why}",
        "bench.live_no_picture": (
            "No picture came back from the app ({why}): try fewer people at once."
        ),
        "bench.live_row": (
            "{sessions:8d}  {fps_least:9.1f}  {fps_mean:4.1f}  {delay_p50_ms:9.0f}  "
            "{delay_p95_ms:6.0f}  {not_returned:12.1%}  {cores:5.2f}  {memory_mb:4.0f}  "
            "{look_ms:10.1f}  {looks_per_s:7.1f}  {step:6d}"
        ),
        "bench.live_sum": (
            "{sessions} at once: {cores:.2f} cores each, of which {decoding:.2f} decoding, "
            "{encoding:.2f} encoding, {looking:.2f} the network; with nothing else to do there "
            "were room for {room:.1f}"
        ),
        "bench.part_camera_watch": "watch the camera",
        "bench.part_detect": "detect",
        "bench.part_engine": "view, measures, tracker, cue",
        "bench.part_mirror": "mirror",
        "bench.part_overlay": "overlay",
        "bench.part_to_frame": "RGB to frame",
        "bench.part_to_rgb": "frame to RGB",
        "bench.parts": "of the coach's frame:",
        "bench.peak": "Most memory in use: {megabytes:.0f} MB",
        "bench.ratio_adaptive_over_mediapipe": "coach as often as needed over MediaPipe",
        "bench.ratio_common_over_frame": "common way over coach",
        "bench.ratio_frame_over_mediapipe": "coach over MediaPipe",
        "bench.ratio_mediapipe_over_network": "MediaPipe over the bare network",
        "bench.ratios": "Processor time, {model} at {side}:",
        "bench.rounds": "rounds",
        "bench.too_short": "{file} has too few frames to measure: take a clip of some seconds.",
        "bench.unknown": "-",
        "bench.way_adaptive": "coach, looking as often as needed",
        "bench.way_common": "common way",
        "bench.way_frame": "coach, looking at every frame",
        "bench.way_mediapipe": "MediaPipe alone",
        "bench.way_network": "landmark network alone",
        # cli: the command line (coach/cli.py, coach/commands)
        "cli.bad_at": "--at takes seconds into the video, from 0 on, not {value}.",
        "cli.bad_follow": (
            "--follow takes where a person is, X,Y or X,Y@SECONDS, with X and Y from 0 to 1 "
            "(0.5,0.4@2), not {value!r}."
        ),
        "cli.bad_gif": "--gif takes the number of a rep, from 1 on, and a file, not {value!r}.",
        "cli.bar_frames": "frames",
        "cli.bar_model": "pose model",
        "cli.help": "Count and check exercises in videos, with the engine of the live coach.",
        "cli.help_against": "other tracks of the same clips, FOLDER/ID.npz; repeatable",
        "cli.help_analyze": "Analyze a video: reps, faults, holds.",
        "cli.help_at": "seconds into the video, 0 by default",
        "cli.help_bench": "Measure what a frame costs, beside the network and the common way.",
        "cli.help_bench_files": (
            "measure the analysis of files instead, beside a loop of nothing but PyAV and MediaPipe"
        ),
        "cli.help_bench_live": (
            "start the app and so many people at once on this machine instead; 1,2,4 measures each"
        ),
        "cli.help_bench_models": "pose models to measure, with commas: all by default",
        "cli.help_bench_seconds": "how much of the clip to take, 8 seconds by default",
        "cli.help_bench_sizes": "shorter sides of the picture to measure: 360,480,720 by default",
        "cli.help_crowd": (
            "play the clips in real time as live sessions, so many at once, and compare the counts"
        ),
        "cli.help_evaluate": "Measure the counts and faults on clips that were counted by eye.",
        "cli.help_evaluate_model": "pose model for --from clips: lite, full (the default) or heavy",
        "cli.help_exercise": "squat, push_up or plank; an unknown one lists all",
        "cli.help_follow": (
            "follow, from its beginning, the person who is at X,Y (parts of width and height, "
            "0 to 1) T seconds into the video"
        ),
        "cli.help_from": "tracks (recorded landmarks, the default) or clips (takes minutes)",
        "cli.help_gif": "write rep N of the annotated video as a GIF; may be given several times",
        "cli.help_json": "write the result as JSON to this file, or to standard output (-)",
        "cli.help_every_frame": "look at every frame, also where the person rests",
        "cli.help_landmarks": (
            "write the 33 landmarks of every frame to this file, as .npz, .csv or .json"
        ),
        "cli.help_level": "beginner (the default) or strict",
        "cli.help_manifest": "a JSON file that lists clips with their counts and faults by eye",
        "cli.help_model": "pose model: lite, full (the default) or heavy",
        "cli.help_models": "List, fetch or verify the pose models.",
        "cli.help_models_action": "list (the default), fetch or verify",
        "cli.help_models_model": "one of lite, full, heavy; fetch takes full by default",
        "cli.help_no_numbers": "draw the skeletons alone into --picture",
        "cli.help_people": "Find everybody in a picture of a video, to point at one of them.",
        "cli.help_picture": "write the picture with numbered skeletons to this file",
        "cli.help_progress_json": "say how far it is as lines of JSON on standard error",
        "cli.help_replay": "Judge a landmark track again, without its video.",
        "cli.help_reps": "write the reps, attempts and holds as a CSV table to this file",
        "cli.help_jobs": "how many videos to analyze at once, by default one on each core",
        "cli.help_source_track": "an .npz file written by analyze --landmarks",
        "cli.help_source_video": "a video file (MP4, MOV, WebM, MKV, AVI, GIF)",
        "cli.help_source_videos": (
            "video files (MP4, MOV, WebM, MKV, AVI, GIF), or folders of them; with several, "
            "{{name}} in the name of an output stands for each one's own"
        ),
        "cli.help_summary": (
            "write a row for each video to this CSV file, and leave out what it says is done"
        ),
        "cli.help_variants": "also try each clip mirrored, smaller, slower, and so on",
        "cli.help_video": "write the video with skeleton, count and cues to this file",
        "cli.interrupted": "Interrupted: unfinished files were removed.",
        "cli.model_here": "{model}: {megabytes:.1f} MB, in {path}",
        "cli.model_not_here": "{model}: {megabytes:.1f} MB, not fetched yet",
        "cli.model_ready": "{model} is ready in {path}",
        "cli.model_right": "{model} is as it was published: {path}",
        "cli.never_ready": "The set never began: {ask}.",
        "cli.no_fault": "clean",
        "cli.no_such_rep": (
            "There is no rep {number} of {count} counted ones: {file} was not written."
        ),
        "cli.nobody": (
            "Nobody is seen in {file}: film the whole body in good light, and analyze it again."
        ),
        "cli.nobody_in_track": "Nobody is seen in {file}: record another video.",
        "cli.only_json_streams": (
            "Only --json can go to standard output (-): name a file for {option}."
        ),
        "cli.output_is_input": "{file} is the input itself: name another file to write.",
        "cli.output_twice": "{file} is named for two outputs: give each its own file.",
        "cli.people_count": "People {seconds:.1f} s into the video: {count}",
        "cli.people_one": "{number}: --follow {x:.4f},{y:.4f}@{seconds:.3f}",
        "cli.summary_attempt": "Not counted, {start:.1f} to {end:.1f} s: {reason}",
        "cli.summary_fault": "{title}, {start:.1f} to {end:.1f} s",
        "cli.summary_hold": "Held in form for {seconds:.1f} s",
        "cli.summary_rep": (
            "Rep {number}, {start:.1f} to {end:.1f} s: range {range:.0%}, {score} points, {faults}"
        ),
        "cli.summary_reps": "Reps: {reps}, not counted: {attempts}",
        "cli.summary_set": "{title}, {level}, {seconds:.1f} s, {view}",
        "cli.unknown_exercise": "There is no exercise {exercise!r}: choose one of {known}.",
        "cli.unknown_level": "There is no level {level!r}: choose one of {known}.",
        "cli.usage": "{message}; see {command} --help.",
        "cli.view_front": "seen from the front",
        "cli.view_left": "seen from the side, facing left",
        "cli.view_oblique": "seen half turned",
        "cli.view_right": "seen from the side, facing right",
        "cli.view_unknown": "seen from an unknown side",
        # detector: pictures that are none, and a detector that is over (coach/vision)
        "detector.closed": "This detector was closed: make a new one for a new stream.",
        "detector.no_picture": (
            "A picture must be an array of (height, width, 3) uint8, not {shape} {dtype}."
        ),
        "detector.no_time": "The time of a picture must be a finite number of seconds, not {t}.",
        # docs: the page to try the API (coach/web/docs.html)
        "docs.answer": "The answer",
        "docs.for_programs": "The same for programs:",
        "docs.key": "Key",
        "docs.key_about": "Only where the server asks for one. It stays in this page.",
        "docs.no_answer": "No answer came:",
        "docs.no_script": "This page needs JavaScript; openapi.json says the same.",
        "docs.send": "Send",
        "docs.title": "Fitness coach: API",
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
        # file: videos, landmark tracks and outputs (coach/files)
        "file.cut_off": (
            "{file} ends at {end_s:.1f} s of {duration_s:.1f} s: it was cut off, and only what is "
            "there was analyzed."
        ),
        "file.damaged": (
            "{file} is damaged in {count} places before {end_s:.1f} s: the rest was analyzed."
        ),
        "file.disk_full": "{file} was not written: the disk is full, so make room and try again.",
        "file.empty": "{file} is empty (0 bytes): record, copy or download it again.",
        "file.folder_closed": (
            "{file} cannot be written: its folder {folder} allows no writing, so choose another."
        ),
        "file.is_folder": "{file} is a folder: name one video file in it.",
        "file.missing": "{file} does not exist: check its name and folder.",
        "file.no_encoder": (
            "{file} was not written: this PyAV has no H.264 encoder, so install PyAV's own wheel "
            "(pip install --force-reinstall --no-deps av)."
        ),
        "file.no_folder": "{file} cannot be written: make the folder {folder} first.",
        "file.no_frames": "The recording holds no frames: record it again.",
        "file.no_pictures": (
            "{file} holds no picture that can be decoded: it is damaged or was cut off, so record, "
            "copy or export it again."
        ),
        "file.no_video": (
            "{file} is not a video that can be read: give an MP4, MOV, WebM, MKV, AVI or GIF file."
        ),
        "file.no_room_to_work": (
            "The landmarks found on the way could not be kept ({reason}): make room in the folder "
            "for temporary files, or name another one in TMPDIR."
        ),
        "file.nobody_to_follow": (
            "Nobody is seen at {seconds:.1f} s: point at a person in a picture that shows one."
        ),
        "file.not_finished": (
            "{file} is a video whose end or index is missing: it was cut off before it was "
            "finished, so record, copy or export it again."
        ),
        "file.not_read": "{file} cannot be read ({reason}): check who may read it.",
        "file.not_regular": "{file} is not a file on a disk: save the video to a file first.",
        "file.not_written": "{file} was not written ({reason}): choose another place.",
        "file.nothing_to_write": "{file} was not written: there was no picture to put in it.",
        "file.only_sound": "{file} holds sound but no pictures: give the video it belongs to.",
        "file.output_is_folder": "{file} is a folder: name the file to write in it.",
        "file.no_track": (
            "{file} is not a landmark track: give an .npz file as analyze --landmarks writes it."
        ),
        "file.sound_lost": (
            "The sound of {file} cannot be read to its end: the rest of the new video is silent."
        ),
        "file.track_part_missing": (
            "{file} is not a landmark track: {name!r} is missing from it, so record it again with "
            "analyze --landmarks."
        ),
        "file.track_too_long": (
            "{file} says it holds {rows} frames, more than {limit}: cut it into shorter tracks."
        ),
        "file.track_wrong": (
            "{file} is not a landmark track ({reason}): record it again with analyze --landmarks."
        ),
        "file.track_wrong_type": "{name!r} holds {dtype} instead of numbers",
        "file.track_wrong_shape": "{name!r} has the shape {shape}",
        "file.too_large": (
            "{file} has {megabytes:.0f} MB, more than the {limit:.0f} that are read: save it "
            "smaller, or allow more by COACH_MAX_VIDEO_MB."
        ),
        "file.too_long": "{file} is longer than {minutes:g} minutes: cut it into shorter videos.",
        "file.too_many_pixels": (
            "{file} has pictures of {width} x {height} pixels, more than {limit:g} megapixels: "
            "export it smaller."
        ),
        "file.unknown_codec": (
            "{file} is compressed in a way that cannot be read here: export it as H.264 MP4."
        ),
        # gate: how to stand before the first rep, drawn in the picture: short, to one person
        "gate.no_person": "I cannot see you: step into the picture",
        "gate.step_back": "Step back: I cannot see all of you",
        "gate.come_closer": "Come closer to the camera",
        "gate.show_feet": "Step back: I cannot see your feet",
        "gate.show_knees": "Step back: I cannot see your knees",
        "gate.show_hips": "Step back: I cannot see your hips",
        "gate.show_hands": "I cannot see your hands",
        "gate.show_arms": "I cannot see your arms",
        "gate.show_shoulders": "I cannot see your shoulders",
        "gate.turn_sideways": "Turn sideways to the camera",
        "gate.stand_up": "Stand up to begin",
        "gate.bent_forward": "Stand upright to begin",
        "gate.get_down": "Get down on the floor to begin",
        "gate.on_your_hands": "Get up on your hands",
        "gate.hands_under_shoulders": "Put your hands under your shoulders",
        "gate.elbows_under_shoulders": "Put your elbows under your shoulders",
        "gate.hips_off_floor": "Lift your hips off the floor",
        # guide: how each exercise is done and judged (pages/guide.py)
        "guide.title": "How it is done, and what is watched",
        "guide.intro": (
            "Each exercise is judged by the rules below, and each rule only from camera positions "
            "from which it can be seen."
        ),
        "guide.watched": "What is watched",
        "guide.rule": "Rule",
        "guide.says": "The coach says",
        "guide.views": "Seen from",
        "guide.beginner": "Beginner",
        "guide.strict": "Strict",
        "guide.between": "{low} to {high}",
        "guide.at_least": "at least {limit}",
        "guide.at_most": "at most {limit}",
        "guide.everywhere": "anywhere",
        "guide.front": "the front",
        "guide.side": "the side",
        "guide.oblique": "half turned",
        "guide.sources": "Where the numbers come from",
        # history: what was done so far (pages/history.py, coach/ui/history_*)
        "history.title": "Your history",
        "history.empty": (
            "Nothing here yet. Do a set before the camera: press START on the live page, train, "
            "press STOP. It appears here at once, rep by rep, with the movement to look at again."
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
        "history.longest_week_streak": "Longest row",
        "history.day_streak": "{days} days in a row; your longest row was {longest} days.",
        "history.calendar_alt": "A calendar: the darker a square, the more sets were done.",
        "history.day": "{day} {month} {year}",
        "history.day_of_year": "{weekday} {day} {month}, {time}",
        "history.week_of": "Week of {day}",
        "history.moment": "{weekday} {day}, {time}",
        "history.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "history.weekdays": "Mon Tue Wed Thu Fri Sat Sun",
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
        "history.source_camera": "before the camera",
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
        # joint: joints by name (coach.motion.joints), for the angle at one of them
        "joint.ankle": "Ankle",
        "joint.elbow": "Elbow",
        "joint.hip": "Hip",
        "joint.knee": "Knee",
        "joint.shoulder": "Shoulder",
        # library: native libraries that cannot be loaded (coach/vision/libraries.py)
        "library.opencv": (
            "OpenCV cannot be loaded ({why}): run pip install --force-reinstall --no-deps "
            "opencv-python-headless and start again."
        ),
        "library.system": (
            "The system library {library} is missing, which MediaPipe needs: install it (on Debian "
            "and Ubuntu: apt-get install {packages}) and start again."
        ),
        # image: still pictures (coach/images)
        "image.broken": (
            "The picture is damaged or not complete: save it anew with another program, or send it "
            "again."
        ),
        "image.busy": "As many pictures are waiting as the server takes: try again in a moment.",
        "image.empty": "There is nothing in the file: choose a picture.",
        "image.nobody": (
            "Nobody was found in the picture: take one that shows a person from head to feet, in "
            "good light."
        ),
        "image.too_large": "The picture is larger than {limit:g} MB: save it in a smaller size.",
        "image.too_many_pixels": (
            "The picture has more than {limit:g} million pixels: save it in a smaller size."
        ),
        "image.unknown": (
            "The file is no picture that can be read: give a JPG, PNG, WebP, GIF or HEIC file."
        ),
        # jobs: analyses of uploaded videos (coach/jobs)
        "jobs.cancelled": "The analysis was cancelled.",
        "jobs.died": (
            "{file} could not be analysed to its end, because it is damaged or takes too much "
            "memory: save it anew, in a smaller size, with another program."
        ),
        "jobs.no_name": "video",
        "jobs.no_room": "The server has no room for another file now: try again later.",
        "jobs.not_kept": "The server could not keep the file ({reason}): try again later.",
        "jobs.not_started": "The server could not start the analysis: try again later.",
        "jobs.setting_wrong": "{name}={value!r} is no number above 0, and is left out of account.",
        "jobs.stuck": (
            "{file} could not be analysed, because the work on it stood still: save the video "
            "anew with another program."
        ),
        "jobs.too_large": (
            "{file} is larger than {limit:g} MB: cut it shorter, or save it in a smaller size."
        ),
        "jobs.too_many": "As many videos are waiting as the server takes: try again in a minute.",
        "jobs.too_many_of_yours": (
            "You have {count} videos under way already: wait until one of them is done."
        ),
        "jobs.too_slow": (
            "{file} took more than {minutes:g} minutes to analyse: cut it into shorter videos."
        ),
        # live: the live page (pages/live.py, coach/live, coach/ui)
        "live.start": "START",
        "live.stop": "STOP",
        "live.select_device": "Select camera",
        "live.exercise": "Exercise",
        "live.level": "Level",
        "live.level_beginner": "Beginner",
        "live.level_strict": "Strict",
        "live.camera": "Camera",
        "live.camera_user": "Front",
        "live.camera_environment": "Rear",
        "live.camera_locked": "Press STOP to change between front and rear camera.",
        "live.mirror": "Mirror",
        "live.mirror_help": "Shows you as in a mirror; texts stay readable.",
        "live.privacy": "Privacy view",
        "live.privacy_help": "Draws the skeleton on a plain ground instead of your picture.",
        "live.model": "Pose model",
        "live.model_help": (
            "Lite is the fastest, heavy the most exact. Full is right for most machines."
        ),
        "live.model_lite": "Lite",
        "live.model_full": "Full",
        "live.model_heavy": "Heavy",
        "live.model_fetching": (
            "Fetching the {model} pose model: {done:.1f} of {total:.1f} MB, once"
        ),
        "live.model_opening": "Looking for the {model} pose model",
        "live.model_retry": "Try again",
        "live.idle": "Press START below the video. Then step back: counting begins hands-free.",
        "live.running": "Live",
        "live.connecting": "Connecting",
        "live.reps": "Reps",
        "live.not_counted": "Not counted",
        "live.hold": "Hold",
        "live.best_hold": "Longest hold",
        "live.down": "Down, last rep",
        "live.up": "Up, last rep",
        "live.range": "Range, last rep",
        "live.range_now": "Range now",
        "live.score": "Score, last rep",
        "live.view_front": "Seen from the front",
        "live.view_left": "Seen from the side",
        "live.view_right": "Seen from the side",
        "live.view_oblique": "Seen half turned",
        "live.view_unknown": "View not known yet",
        "live.frames": "{received:.0f} frames/s from the camera, {processed:.0f} worked on",
        "live.sharing": (
            "This machine is busy: the coach looks at fewer of your pictures, and goes on counting."
        ),
        "live.sharing_model": (
            "This machine is busy: the coach looks at fewer of your pictures, with the pose model "
            "{model}, and goes on counting."
        ),
        "live.full": (
            "All places are taken: you are number {place} in the queue. Keep this page open; the "
            "camera appears here as soon as a place is free."
        ),
        "live.limit_wrong": (
            "{name} is {value!r}, which is no whole number from 1 on: how many people can train at "
            "once is measured instead."
        ),
        "live.seconds": "{seconds:.1f} s",
        "live.at_most": "{value}, at most {limit}",
        "live.at_least": "{value}, at least {limit}",
        "live.attempt": "{time} · {why}",
        "live.camera_black": (
            "The camera sends a black picture: uncover its lens, open its shutter, or choose "
            "another camera."
        ),
        "live.camera_frozen": (
            "The camera has been sending one and the same picture: press STOP and START, or choose "
            "another camera."
        ),
        "live.trouble.model": (
            "The pose model could not be opened ({detail}): choose another one, or look into the "
            "server's log."
        ),
        "live.trouble.detector": (
            "No pose could be sought in the last picture ({detail}): if this stays, press STOP and "
            "START."
        ),
        "live.trouble.engine": (
            "The last movement could not be judged ({detail}): if this stays, begin a new set."
        ),
        "live.trouble.drawing": (
            "The last picture could not be drawn on ({detail}), but counting goes on."
        ),
        "live.why.permission": (
            "The browser does not let this page use the camera: press the camera or lock symbol "
            "beside the address, allow the camera, and press START again."
        ),
        "live.why.no_camera": (
            "The browser finds no camera: plug one in or switch it on, and press START again."
        ),
        "live.why.busy": (
            "The camera does not open, most likely because another program uses it: close that "
            "program, and press START again."
        ),
        "live.why.https": (
            "Browsers give the camera to secure pages only: open this page by an address that "
            "begins with https://, or with http://localhost on the machine it runs on."
        ),
        "live.why.other": (
            "The browser could not open the camera: choose another one by Select camera, or try "
            "another browser."
        ),
        "live.why.unanswered": (
            "The browser is still waiting for you to allow the camera: look for its question "
            "beside the address."
        ),
        "live.why.blocked": (
            "Browser and server are in one network but do not reach each other: let the firewall "
            "pass UDP between them, and press STOP and START."
        ),
        "live.why.no_relay": (
            "Browser and server do not reach each other directly, and no relay is configured: the "
            "app's owner can set one up (TURN; see Hosting in the README), or you can try another "
            "network."
        ),
        "live.why.relay_fails": (
            "Browser and server do not reach each other, not even through the configured relay: "
            "its address and password need a look, or your network blocks it."
        ),
        "live.why.relay_silent": (
            "Browser and server do not reach each other directly, and the relay's provider did not "
            "hand out its servers: the app's owner should check its keys."
        ),
        "live.why.no_frames": (
            "Connected, but the camera sends no picture: check that no other program uses it and "
            "that this tab is in the foreground, or choose another camera."
        ),
        "live.why.ceased": (
            "The picture has ceased: bring this tab to the foreground, and check the network; your "
            "set is kept."
        ),
        "live.relay_incomplete": (
            "Relay settings are incomplete ({missing} not set), so that relay is not used."
        ),
        # model: the store of pose models (coach/vision)
        "model.by_hand_damaged": (
            "{path} is not the published model (its SHA-256 is another one): replace it by the "
            "file from {url}, or unset COACH_MODEL_DIR."
        ),
        "model.by_hand_missing": (
            "{path} is not there: put the file from {url} into the folder that COACH_MODEL_DIR "
            "names, or unset COACH_MODEL_DIR to have it fetched."
        ),
        "model.damaged": (
            "{path} is damaged (its SHA-256 is not the published one): run "
            "python -m coach models fetch --model {name} to fetch it again."
        ),
        "model.disk_full": (
            "There is no room for {file} ({megabytes:.0f} MB) in {folder}: free some space, or "
            "put the file into another folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.missing": (
            "{file} has not been fetched yet: run python -m coach models fetch --model {name}."
        ),
        "model.not_fetched": (
            "{file} could not be fetched ({reasons}): connect to the internet and try again, or "
            "put the file from {url} into a folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.unreadable": "{path} cannot be read ({why}): allow this program to read it.",
        "model.unwritable": (
            "{file} cannot be kept in {folder} ({why}): make that folder writable, or put the "
            "file into another folder and set COACH_MODEL_DIR to that folder."
        ),
        "model.why_address": "its official address: {why}",
        "model.why_client": "{client}: {why}",
        "model.why_digest": "what came has the wrong SHA-256",
        "model.why_no_client": "{client} is not installed",
        "model.why_package": "the package {package} does not hold it",
        "model.why_part": "{file}, which it is made from, could not be fetched: {why}",
        "model.why_slow": "{client} took longer than ten minutes",
        "model.unknown": "There is no model called {model!r}: choose one of {known}.",
        # openapi: the API's description of itself (coach/web/openapi.py)
        "openapi.about": (
            "The landmarks and joint angles of everybody in a picture, and the reps, holds and "
            "faults in a video: what the app sees, as JSON."
        ),
        "openapi.analyze": "Count and judge a video",
        "openapi.analyze_about": (
            "Takes a video (MP4, MOV, WebM, MKV, AVI, GIF) as the body, with the choices in the "
            "query, or all of it as a form. Answers at once with a job; its result is the JSON of "
            "`python -m coach analyze`. `exercise` must be chosen."
        ),
        "openapi.bad_range": "These parts of the file were not asked for rightly, or do not exist.",
        "openapi.cancel": "Cancel or remove a job",
        "openapi.cancel_about": "Ends a job that runs or waits. One that has ended is removed.",
        "openapi.choice_annotated": "Whether the video is drawn as well, with skeleton and count.",
        "openapi.choice_exercise": "What is done in the video. Needed here or in the form.",
        "openapi.choice_format": "JSON, a table of landmarks (CSV), or the picture, drawn (PNG).",
        "openapi.choice_landmarks": (
            "Whether the landmarks of every picture are kept as well (NPZ); every picture is "
            "looked at then, as with --landmarks on the command line."
        ),
        "openapi.choice_level": "How strictly it is judged.",
        "openapi.choice_model": "The pose model: lite is quick, heavy exact.",
        "openapi.done": "What was asked for.",
        "openapi.exercises": "List the exercises",
        "openapi.exercises_about": "Every exercise, how to stand before the camera, and its rules.",
        "openapi.file": "Fetch a file of a job",
        "openapi.file_about": (
            "The annotated video or the landmark track, by a link that the job names and that "
            "ends. Parts of it can be asked for."
        ),
        "openapi.health": "Ask whether it works",
        "openapi.health_about": "Answers always, without a key, and names the limits.",
        "openapi.job": "Ask how a job stands",
        "openapi.job_about": "Progress while it runs, then the result and links to its files.",
        "openapi.pose": "Find everybody in a picture",
        "openapi.pose_about": (
            "Takes a picture (JPG, PNG, WebP, GIF, HEIC) as the body, or as a form. Answers with "
            "33 landmarks of each person: x and y over the picture's width and height, z in "
            "widths, in space in metres from between the hips; visibility; and joint angles."
        ),
        "openapi.problem_400": "The request is broken.",
        "openapi.problem_401": "The server asks for a key.",
        "openapi.problem_403": "A browser sent it in the name of another site.",
        "openapi.problem_404": "There is no such thing, or it is gone.",
        "openapi.problem_408": "The upload stood still.",
        "openapi.problem_413": "The file is too large.",
        "openapi.problem_415": "It is no file of this kind.",
        "openapi.problem_422": "A choice is missing or unknown, or the file is damaged.",
        "openapi.problem_429": "Too much at once; Retry-After says when to try again.",
        "openapi.problem_500": "Something went wrong on the server.",
        "openapi.problem_503": "The pose model cannot be had now.",
        "openapi.problem_507": "The server's disk is full.",
        "openapi.title": "Fitness coach",
        # phase: where in a rep or a hold the person is, one word, drawn in the picture
        "phase.setup": "Get ready",
        "phase.top": "Ready",
        "phase.descent": "Down",
        "phase.bottom": "Up now",
        "phase.ascent": "Up",
        "phase.hold": "Hold",
        "phase.broken": "Form lost",
        "phase.paused": "Paused",
        # reason: why an attempt did not count, where no exercise says it better
        "reason.rested": "Rested at the bottom",
        "reason.one_side": "One side only",
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
        # records: what is kept of what people did (coach/records)
        "records.address_wrong": (
            "{name} names no database that the coach can use: give it an address that begins with "
            "postgresql:// or sqlite:///."
        ),
        "records.locked": (
            "Another program is using your records ({place}); close it, and the coach goes on by "
            "itself."
        ),
        "records.full": (
            "There is no room left for your records ({place}); delete "
            "something else, and the coach "
            "goes on by itself."
        ),
        "records.read_only": (
            "Your records cannot be written ({place}); give the coach the right to write there."
        ),
        "records.closed": (
            "Your records cannot be opened ({place}); see whether the disk is there and may be "
            "written."
        ),
        "records.damaged": (
            "Your records are damaged ({place}); put a backup in their place, or move them away to "
            "begin anew."
        ),
        "records.unreachable": (
            "The database server does not answer ({place}); see whether it runs, and whether its "
            "address and password are right."
        ),
        "records.failed": (
            "The database refused your records ({place}); the server's log says why."
        ),
        "records.odd": "The coach could not save this set; the server's log says why.",
        "records.newer": (
            "Your records were made by a newer version of the coach; update it to use them."
        ),
        "records.set_aside": (
            "Your records were damaged; they were put aside as {file}, and new ones begun."
        ),
        "records.not_found": "There is no such set.",
        "records.no_movement": "The movement of this set was not kept.",
        "records.import_large": "This file is larger than {limit} MB; import a part of it.",
        "records.import_foreign": (
            "This file holds no sets; choose one that the coach has written for you here."
        ),
        "records.import_newer": (
            "This file was written by another version of the coach; update the coach to import it."
        ),
        "records.import_wrong": (
            "This file is damaged, nothing was imported: in set {number}, {why}."
        ),
        "records.wrong": "{name} is not what it should be",
        "records.wrong_kind": "there is something else than a set",
        "records.too_much": "there is more than a set can hold",
        "records.waiting": "This set is not saved yet, and is kept until it can be. {why}",
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
        # score: what costs a rep points without being a fault of form
        "score.range": "Range of motion",
        "score.tempo": "Too quick down",
        "score.smoothness": "Not smooth",
        "score.symmetry": "Left and right differ",
        # set: the summary of a set (coach/ui/set_summary.py)
        "set.title": "Your set",
        "set.earlier": "Earlier sets",
        "set.line": "{exercise} · {level} · {result}",
        "set.number": "Rep",
        "set.down": "Down (s)",
        "set.up": "Up (s)",
        "set.range": "Range",
        "set.faults": "Faults",
        "set.score": "Score",
        "set.clean": "none",
        "set.at": "At",
        "set.why": "Why it did not count",
        "set.from": "From",
        "set.to": "To",
        "set.held": "Held",
        "set.time": "Time",
        "set.total": "Score",
        "set.one_rep": "1 rep",
        "set.reps": "{count} reps",
        "set.hold": "{hold} held",
        "set.next": "When the camera runs again",
        "set.continue": "Continue this set",
        "set.new": "New set",
        # web: what the app answers beside its pages (coach/web)
        "web.metrics_local": (
            "These figures are shown on this machine only: ask for http://localhost there, or set "
            "{name}=all."
        ),
        "web.metrics_wrong": "{name} is {value!r}: set it to one of {known}.",
        # whose: who is before the camera (coach/ui/whose.py)
        "whose.me": "Me",
        "whose.choose": "Who is training?",
        "whose.new": "Somebody else",
        "whose.add": "Add",
        "whose.local": (
            "Every profile has a history of its own on this machine; there are no passwords."
        ),
        "whose.visit": "This visit",
        "whose.visitor": (
            "Your sets are kept for this visit: take them with you from the history before you "
            "close the page."
        ),
        "whose.login_title": "Log in to train",
        "whose.login_why": "What you do is kept for you alone.",
        "whose.login": "Log in",
        "whose.logout": "Log out",
        "whose.own": "Your sets are kept for you alone.",
        "whose.no_account": (
            "The login service does not say who you are; log out and choose another one."
        ),
    }
)
