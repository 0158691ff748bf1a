"""`python -m coach evaluate MANIFEST.json`: how often the engine is right, beside simple rules."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coach.commands.batches.one_video import LONGEST_SIDE
from coach.commands.command import (
    STANDARD_OUTPUT,
    CommandError,
    Parsers,
    Registry,
    add_command,
    add_json,
    check_outputs,
    known_exercise,
    output_path,
)
from coach.commands.console import Console
from coach.commands.evaluate_crowd import run_crowd
from coach.evaluation.evaluation import Change, Evaluation, VariantScore, compare, evaluate
from coach.evaluation.manifest import Clip, read_manifest
from coach.evaluation.plank_frames import (
    LABELS,
    FrameFigures,
    judge_frames,
    labelled_files,
    read_frames,
)
from coach.evaluation.printed import as_text
from coach.evaluation.printed.as_json import to_json
from coach.evaluation.sources import DetectedTracks, FolderTracks, RecordedTracks, TrackSource
from coach.evaluation.variants.rerecorded import RERECORDINGS, Rerecording
from coach.evaluation.variants.track_variants import PACED, TRACK_VARIANTS
from coach.files.atomic import write_text
from coach.motion.exercise import Exercise, Hold
from coach.texts import say, say_list
from coach.vision.models import model_store
from coach.vision.paced_detector import PacedDetector
from coach.vision.seeking import SeekingDetector

TRACKS, CLIPS, FOLDER = "tracks", "clips", "folder"


def add(parsers: Parsers) -> None:
    """Add the command to the command line."""
    parser = add_command(parsers, "evaluate", run)
    parser.add_argument("manifest", type=Path, metavar="MANIFEST", help=say("cli.help_manifest"))
    add_json(parser)
    parser.add_argument(
        "--exercise",
        dest="exercises",
        action="append",
        default=[],
        metavar="KEY",
        help=say("cli.help_evaluate_exercise"),
    )
    parser.add_argument("--variants", action="store_true", help=say("cli.help_variants"))
    parser.add_argument(
        "--against",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help=say("cli.help_against"),
    )
    parser.add_argument(
        "--from", dest="source", choices=(TRACKS, CLIPS), default=TRACKS, help=say("cli.help_from")
    )
    parser.add_argument("--model", metavar="MODEL", help=say("cli.help_evaluate_model"))
    parser.add_argument("--crowd", type=int, metavar="N", help=say("cli.help_crowd"))


def run(arguments: argparse.Namespace, registry: Registry, console: Console) -> None:
    """Evaluate one manifest. Raises CommandError, FileError or ModelStoreError."""
    path: Path = arguments.manifest
    model = _model(arguments)
    registry = _chosen(registry, arguments.exercises)
    check_outputs(path, output_path(arguments.json))
    clips = read_manifest(path)
    if arguments.crowd is not None:
        run_crowd(clips, registry, arguments, console)
        return
    frames = _frames(path, registry)
    if arguments.source == CLIPS:
        _fetch(console, model, *(model_store.MODELS if arguments.variants else ()))
        source: TrackSource = _detected(model)
    else:
        source = RecordedTracks()
    bench = _Bench(registry, clips, console)
    base = bench.evaluate(source)
    if len(base.not_scored) == len(clips):
        reason = base.not_scored[0].reason
        raise CommandError(say("evaluate.nothing_scored", file=path, reason=reason))
    variants: list[VariantScore] = []
    if arguments.variants or arguments.against:
        variants.append(compare("as_it_is", registry, base, base))
    if arguments.variants:
        # Videos are already looked at as often as live; the comparison there is every frame.
        changes = {
            n: c for n, c in TRACK_VARIANTS.items() if (n, arguments.source) != (PACED, CLIPS)
        }
        variants += [bench.compare(name, base, source, change) for name, change in changes.items()]
        if arguments.source == CLIPS:
            variants += [bench.compare(*varied) for varied in _redetected(base, model)]
    variants += [bench.compare_folder(folder, base) for folder in arguments.against]
    _give(base, frames, variants, arguments, console)


class _Bench:
    """Evaluates the same clips again and again, and shows how far it has come."""

    def __init__(self, registry: Registry, clips: tuple[Clip, ...], console: Console) -> None:
        self._registry = registry
        self._clips = clips
        self._console = console

    def evaluate(
        self, source: TrackSource, change: Change | None = None, label: str = "evaluate.bar"
    ) -> Evaluation:
        with self._console.bar(say(label), say("evaluate.bar_clips")) as advance:
            return evaluate(self._registry, self._clips, source, advance, change)

    def compare(
        self, name: str, base: Evaluation, source: TrackSource, change: Change | None = None
    ) -> VariantScore:
        varied = self.evaluate(source, change, f"evaluate.variant_{name}")
        return compare(name, self._registry, base, varied)

    def compare_folder(self, folder: Path, base: Evaluation) -> VariantScore:
        """Raises CommandError where none of the clips has a track there."""
        varied = self.evaluate(FolderTracks(folder))
        if len(varied.not_scored) == len(self._clips):
            reason = varied.not_scored[0].reason
            raise CommandError(say("evaluate.nothing_scored", file=folder, reason=reason))
        score = compare(FOLDER, self._registry, base, varied)
        return replace(score, folder=folder.name)


def _chosen(registry: Registry, keys: Sequence[str]) -> Registry:
    """The exercises with these keys, all without any. Raises CommandError for an unknown one."""
    return {key: known_exercise(key, registry) for key in keys} or registry


def _model(arguments: argparse.Namespace) -> str:
    model: str = arguments.model or model_store.DEFAULT
    if arguments.model is not None and arguments.source != CLIPS:
        raise CommandError(say("evaluate.model_without_clips"))
    if model not in model_store.MODELS:
        known = say_list(model_store.MODELS)
        raise CommandError(say("model.unknown", model=model, known=known))
    return model


def _fetch(console: Console, *models: str) -> None:
    for model in dict.fromkeys(models):
        with console.bar(say("cli.bar_model"), "B", scale=True) as advance:
            model_store.ensure(model, advance)


def _detected(
    model: str, rerecording: Rerecording | None = None, *, every_frame: bool = False
) -> DetectedTracks:
    # Loading MediaPipe takes seconds, which tracks should not wait for.
    from coach.vision.detector import Detector

    def fresh() -> PacedDetector:
        return PacedDetector(SeekingDetector(Detector(model)), every_frame=every_frame)

    return DetectedTracks(fresh, LONGEST_SIDE, rerecording)


def _redetected(base: Evaluation, model: str) -> list[tuple[str, Evaluation, TrackSource]]:
    varied: list[tuple[str, Evaluation, TrackSource]] = [
        (name, base, _detected(model, rerecording)) for name, rerecording in RERECORDINGS.items()
    ]
    varied.append(("every_frame", base, _detected(model, every_frame=True)))
    others = [other for other in model_store.MODELS if other != model]
    return varied + [(f"model_{other}", base, _detected(other)) for other in others]


def _frames(manifest: Path, registry: Registry) -> list[FrameFigures]:
    """The labelled frames beside the manifest, file by file and together."""
    judges = [
        exercise
        for exercise in registry.values()
        if set(LABELS.values()) <= {fault.key for fault in exercise.faults} and _is_hold(exercise)
    ]
    files = labelled_files(manifest)
    if not judges or not files:
        return []
    read = [(path.name, read_frames(path)) for path in files]
    figures = [judge_frames(judges[0], frames, name) for name, frames in read]
    together = tuple(frame for _, frames in read for frame in frames)
    return [*figures, judge_frames(judges[0], together, "")]


def _give(
    base: Evaluation,
    frames: list[FrameFigures],
    variants: list[VariantScore],
    arguments: argparse.Namespace,
    console: Console,
) -> None:
    origin = {
        "from": arguments.source,
        "model": _model(arguments) if arguments.source == CLIPS else None,
    }
    figures = origin | to_json(base, frames, variants)
    text = json.dumps(figures, indent=1, allow_nan=False)
    path = output_path(arguments.json)
    if path is not None:
        write_text(path, text + "\n")
    if arguments.json == STANDARD_OUTPUT:
        console.write(text)
        return
    lines = as_text.figures(base, frames)
    if variants:
        lines += ["", *as_text.variants(variants)]
    for line in lines:
        console.tell(line)


def _is_hold(exercise: Exercise) -> bool:
    return isinstance(exercise.goal, Hold)
