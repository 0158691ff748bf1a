"""The analysis page, and the pictures and videos that are given to it."""

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
        "analysis.elsewhere": (
            "This analysis is on another of the servers behind this address: load the page again "
            "to reach it. If that does not help, it is lost, because its server was started anew, "
            "or the one who hosts the app has to switch on sticky sessions."
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
        "analysis.picture": "The picture with the skeleton of everybody in it",
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
        # file: videos, landmark tracks and outputs (coach/files)
        "file.cut_off": (
            "{file} ends at {end_s:.1f} s of {duration_s:.1f} s: it was cut off, and only what is "
            "there was analyzed."
        ),
        "file.damaged.other": (
            "{file} is damaged in {count} places before {end_s:.1f} s: the rest was analyzed."
        ),
        "file.damaged.one": (
            "{file} is damaged in one place before {end_s:.1f} s: the rest was analyzed."
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
        "file.one_frame": (
            "The recording holds one picture alone, in which nothing moves: record a whole set."
        ),
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
        "file.nobody_there": (
            "Nobody is at {x:.2f},{y:.2f} in the picture {seconds:.1f} s into the video: point at "
            "somebody who is, at {people}."
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
        "file.output_is_device": (
            "{file} is no file but a device or a pipe: name a file, or give - to --json for "
            "standard output."
        ),
        "file.output_is_folder": "{file} is a folder: name the file to write in it.",
        "file.no_times": (
            "{file} does not say when its pictures were taken: they are counted as {fps:g} a "
            "second, and times may be wrong."
        ),
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
        "file.track_metres": (
            "{file} has landmarks {value:g} m from the hips: world must be in metres."
        ),
        "file.track_pixels": (
            "{file} has landmarks {value:g} pictures away from its corner: image must be in parts "
            "of the picture's width and height, from 0 to 1, and not in pixels."
        ),
        "file.track_time_missing": "{file} has no time in row {row}: put its seconds into t.",
        "file.track_times_back": (
            "{file} has a time in row {row} that is no later than the one before it: put the rows "
            "in order of time."
        ),
        "file.track_times_long": (
            "{file} goes on for {hours:.0f} hours, more than {limit:g}: cut it into shorter tracks."
        ),
        "file.track_times_same": (
            "{file} has the same time in every row: put the seconds of each picture into t."
        ),
        "file.track_times_unit": (
            "{file} has rows {step:g} s apart: t must be in seconds, not in milliseconds or other "
            "units, with rows from {densest:g} to {fewest:g} s apart."
        ),
        "file.track_visibility": ("{file} has a visibility of {value:g}: it must be from 0 to 1."),
        "file.track_too_long": (
            "{file} says it holds {rows} frames, more than {limit}: cut it into shorter tracks."
        ),
        "file.track_wrong": (
            "{file} is not a landmark track ({reason}): record it again with analyze --landmarks."
        ),
        "file.track_wrong_type": "{name!r} holds {dtype} instead of numbers",
        "file.track_wrong_shape": "{name!r} has the shape {shape}",
        "file.turned": (
            "{file} lies on its side or upside down: it was judged, and is shown, turned by "
            "{degrees} degrees clockwise."
        ),
        "file.too_large": (
            "{file} has {megabytes:.0f} MB, more than the {limit:.0f} that are read: save it "
            "smaller, or allow more by COACH_MAX_VIDEO_MB."
        ),
        "file.sparse": (
            "{file} has a picture every {step:g} s only, too few to see a movement: if it was "
            "recorded otherwise, its time stamps are wrong, so export it again."
        ),
        "file.too_long": "{file} is longer than {minutes:g} min: cut it into shorter videos.",
        "file.too_many_pixels": (
            "{file} has pictures of {width} x {height} pixels, more than {limit:g} megapixels: "
            "export it smaller."
        ),
        "file.unknown_codec": (
            "{file} is compressed in a way that cannot be read here: export it as H.264 MP4."
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
        "jobs.stuck": (
            "{file} could not be analysed, because the work on it stood still: save the video "
            "anew with another program."
        ),
        "jobs.too_large": (
            "{file} is larger than {limit:g} MB: cut it shorter, or save it in a smaller size."
        ),
        "jobs.too_many": "As many videos are waiting as the server takes: try again in a minute.",
        "jobs.too_many_of_yours.other": (
            "You have {count} videos under way already: wait until one of them is done."
        ),
        "jobs.too_many_of_yours.one": "You have a video under way already: wait until it is done.",
        "jobs.too_slow": (
            "{file} took more than {minutes:g} min to analyse: cut it into shorter videos."
        ),
    }
)
