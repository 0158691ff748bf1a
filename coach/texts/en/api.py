"""The JSON API, and what the app answers beside its pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # api: what the JSON API answers in words (coach/web)
        "api.bad_form": (
            "The form is broken or does not end: send it as multipart/form-data, as curl -F does."
        ),
        "api.bad_range": (
            "These parts of the file do not exist, or were not asked for rightly: ask for "
            "'bytes=FIRST-LAST', or for all of it."
        ),
        "api.cross_site": "Another site's page asked for this: open the app itself, and ask there.",
        "api.cut_off": "The upload broke off: send the file again.",
        "api.elsewhere": (
            "Another server behind this address has it, and the video need not be sent again: keep "
            "the cookies of its answers, so that the same one is asked (sticky sessions). Only if "
            "the server was started anew meanwhile is it gone."
        ),
        "api.follow": (
            "'follow' takes where a person is, X,Y or X,Y@SECONDS, with X and Y from 0 to 1: "
            "0.5,0.4@2."
        ),
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
        "api.no_websocket": "There is no WebSocket here: {docs} tells what there is.",
        "api.one_of": "'{name}' must be one of: {known}.",
        "api.refused": "The request cannot be answered: {docs} tells how to ask.",
        "api.too_slow": (
            "The upload stood still or was too slow: send the file again, in a smaller size or "
            "over a faster network."
        ),
        "api.unforeseen": "Something went wrong on the server, and was written to its log.",
        "api.two_values": "'{name}' has two values: send one, in the form or in the query.",
        "api.unknown_field": "There is no field '{name}': there are {known}.",
        "api.wrong_method": "{method} is not possible here, but: {allowed}.",
        "api.wrong_type": (
            "'{type}' is no {kind}: send it as {kind}/..., application/octet-stream or a form."
        ),
        # docs: the page to try the API (coach/web/docs.html)
        "docs.answer": "The answer",
        "docs.for_programs": "The same for programs:",
        "docs.key": "Key",
        "docs.key_about": "Only where the server asks for one. It stays in this page.",
        "docs.no_answer": "No answer came:",
        "docs.no_script": "This page needs JavaScript; openapi.json says the same.",
        "docs.send": "Send",
        "docs.title": "Fitness coach: API",
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
        "openapi.cancel": "Cancel or remove a job",
        "openapi.cancel_about": "Ends a job that runs or waits. One that has ended is removed.",
        "openapi.choice_annotated": "Whether the video is drawn as well, with skeleton and count.",
        "openapi.choice_exercise": "What is done in the video. Needed here or in the form.",
        "openapi.choice_follow": (
            "Who is judged, where there are several people: X,Y or X,Y@SECONDS, a place on the "
            "body in parts of the picture's width and height, and when it is there."
        ),
        "openapi.choice_format": "JSON, a table of landmarks (CSV), or the picture, drawn (PNG).",
        "openapi.choice_landmarks": (
            "Whether the landmarks of every picture are kept as well (NPZ); every picture is "
            "looked at then, as with --landmarks on the command line."
        ),
        "openapi.choice_level": "How strictly it is judged.",
        "openapi.choice_model": "The pose model: lite is quick, heavy exact.",
        "openapi.done": "What was asked for.",
        "openapi.exercises": "List the exercises",
        "openapi.exercises_about": (
            "Every exercise, how to stand in front of the camera, and its rules."
        ),
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
        "openapi.problem_408": "The upload stood still or was too slow.",
        "openapi.problem_413": "The file is too large.",
        "openapi.problem_415": "It is no file of this kind.",
        "openapi.problem_416": "There are no such parts of the file.",
        "openapi.problem_421": (
            "Another server behind this address has it: keep the cookies of its answers."
        ),
        "openapi.problem_422": "A field is missing or unknown, or the file is damaged.",
        "openapi.problem_429": "Too much at once; Retry-After says when to try again.",
        "openapi.problem_500": "Something went wrong on the server.",
        "openapi.problem_503": "The pose model cannot be had now.",
        "openapi.problem_507": "The server's disk is full.",
        "openapi.title": "Fitness coach",
        # web: what the app answers beside its pages (coach/web)
        "web.metrics_local": (
            "These figures are shown on this machine only: ask for http://localhost there, or set "
            "{name}=all."
        ),
        "web.proxy_unknown": (
            "{address} says for whom it asks, and is not believed: if it is a proxy of yours, put "
            "it into {name}, so that visitors are told apart."
        ),
    }
)
