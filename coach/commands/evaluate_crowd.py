"""`python -m coach evaluate MANIFEST.json --crowd N`: what is counted while many train at once."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from coach.commands.command import STANDARD_OUTPUT, CommandError, Registry, output_path
from coach.commands.console import Console
from coach.evaluation.manifest import Clip
from coach.files.atomic import write_text
from coach.files.places import is_there
from coach.motion.exercise import Cycle
from coach.texts import say
from coach.vision.models import model_store

MOST = 64
"""Sessions that are played at once."""


def run_crowd(
    clips: Sequence[Clip], registry: Registry, arguments: argparse.Namespace, console: Console
) -> None:
    """Play the clips whose reps were counted by eye. Raises CommandError, FileError or
    ModelStoreError."""
    at_once: int = arguments.crowd
    if not 1 <= at_once <= MOST:
        raise CommandError(say("evaluate.crowd_bad_number", value=at_once, most=MOST))
    counted = [clip for clip in clips if _is_counted(clip, registry)]
    parts = [(c.id, c.video, c.exercise) for c in counted if c.video is not None]
    if not parts:
        raise CommandError(say("evaluate.crowd_nobody", file=arguments.manifest))
    with console.bar(say("cli.bar_model"), "B", scale=True) as advance:
        model_store.ensure(model_store.DEFAULT, advance)
    # Loading MediaPipe takes seconds, which no complaint should wait for.
    from coach.evaluation.crowd import play

    with console.bar(say("evaluate.bar"), say("evaluate.bar_clips")) as advance:
        crowd = play(parts, registry, at_once, advance)
    right = [c for c in counted if _off(c, crowd.reps[c.id]) == 0]
    near = [c for c in counted if _off(c, crowd.reps[c.id]) <= 1]
    found = asdict(crowd) | {"at_once": at_once, "exact": len(right), "within_one": len(near)}
    text = json.dumps({"format": 1, **found}, indent=1)
    path = output_path(arguments.json)
    if path is not None:
        write_text(path, text + "\n")
    if arguments.json == STANDARD_OUTPUT:
        console.write(text)
        return
    for clip in counted:
        if clip not in right:
            reps = crowd.reps[clip.id]
            console.tell(say("evaluate.crowd_off", clip=clip.id, counted=reps, by_eye=clip.reps))
    console.tell(say("evaluate.crowd", clips=len(counted), **found))


def _is_counted(clip: Clip, registry: Registry) -> bool:
    exercise = registry.get(clip.exercise)
    return (
        clip.video is not None
        and is_there(clip.video)
        and clip.accept is not None
        and exercise is not None
        and isinstance(exercise.goal, Cycle)
    )


def _off(clip: Clip, counted: int) -> int:
    """By how many reps a count is out of what can be defended."""
    least, most = clip.accept or (0, 0)
    return max(least - counted, counted - most, 0)
