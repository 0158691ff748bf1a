"""The command line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # batch: many videos at once (coach/commands/batches/batch.py)
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
            "Videos without a result, for the reasons above: {failed} of {count}."
        ),
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
        "cli.help_doctor": "Check whether this installation works, and say what to do if not.",
        "cli.help_port": "the page's port, 8501 by default",
        "cli.help_picture": "write the picture with numbered skeletons to this file",
        "cli.help_language": "language of the words in the video; default: the system's",
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
        "cli.help_evaluate_exercise": "evaluate this exercise alone; repeatable (all)",
        "cli.help_variants": "also try each clip mirrored, smaller, slower, and so on",
        "cli.help_version": "print the version of the coach and leave",
        "cli.help_video": "write the video with skeleton, count and cues to this file",
        "cli.interrupted": "Interrupted: unfinished files were removed.",
        "cli.model_here": "{model}: {megabytes:.1f} MB, in {path}",
        "cli.model_not_here": "{model}: {megabytes:.1f} MB, not fetched yet",
        "cli.model_ready": "{model} is ready in {path}",
        "cli.model_right": "{model} is as it was published: {path}",
        "cli.never_ready": "The set never began: {ask}.",
        "cli.no_fault": "no fault",
        "cli.nothing_lost": "clean",
        "cli.no_such_rep": (
            "There is no rep {number} of {count} counted ones: {file} was not written."
        ),
        "cli.nobody": (
            "Nobody is seen in {file}: film the whole body in good light, and analyze it again."
        ),
        "cli.nobody_in_track": "Nobody is seen in {file}: record another video.",
        "cli.native_log_unwritable": (
            "{setting} names {file}, which cannot be written: native lines are dropped."
        ),
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
            "Rep {number}, {start:.1f} to {end:.1f} s: range {range:.0%}, {score} points, {lost}"
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
    }
)
