"""The whole evaluation: every exercise's rules on every clip, scored, as it is and varied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from coach.evaluation.judge import Judged, judge
from coach.evaluation.manifest import Clip
from coach.evaluation.overall import Overall, overall
from coach.evaluation.score import ExerciseScore, score
from coach.evaluation.sources import TrackSource
from coach.files.errors import FileError
from coach.motion.exercise import Exercise
from coach.motion.poses.track import Track

# A hold's seconds follow the frames; a difference below this is none.
HOLD_S = 1.0

Change = Callable[[Track], Track]
Progress = Callable[[float, float | None], None]


@dataclass(frozen=True)
class NotScored:
    """A clip that was left out, and why in one sentence."""

    clip: str
    reason: str


@dataclass(frozen=True)
class Evaluation:
    """Each clip's results by exercise, the scores, and what could not be scored."""

    judged: Mapping[str, tuple[tuple[Clip, Judged], ...]]
    scores: tuple[ExerciseScore, ...]
    overall: Overall
    not_scored: tuple[NotScored, ...]


@dataclass(frozen=True)
class ClipDifference:
    """What one clip gives otherwise. Counts, faults and seconds held, before and after."""

    clip: str
    exercise: str
    reps: tuple[int, int]
    faults: tuple[tuple[str, ...], tuple[str, ...]]
    hold_s: tuple[float, float]

    @property
    def count_changed(self) -> bool:
        """Whether another number of reps, or another time, came out."""
        before, after = self.hold_s
        return self.reps[0] != self.reps[1] or abs(before - after) >= HOLD_S

    @property
    def faults_changed(self) -> bool:
        """Whether other faults were found."""
        return self.faults[0] != self.faults[1]


@dataclass(frozen=True)
class VariantScore:
    """A variant against the tracks as they are."""

    name: str
    clips: int
    """Compared, each under every exercise."""
    overall: Overall
    """The variant's own figures."""
    differences: tuple[ClipDifference, ...]
    folder: str = ""
    """The name of the one that its tracks came from, if they came from one."""

    def changed(self, what: Callable[[ClipDifference], bool]) -> int:
        """On how many clips something differs."""
        return len({difference.clip for difference in self.differences if what(difference)})


def evaluate(
    registry: Mapping[str, Exercise],
    clips: Iterable[Clip],
    source: TrackSource,
    progress: Progress,
    change: Change | None = None,
) -> Evaluation:
    """Judge every clip under every exercise. Clips that cannot be read are named, not scored.

    change: done to each track first. progress: told the clips done, of how many.
    """
    clips = tuple(clips)
    judged: dict[str, list[tuple[Clip, Judged]]] = {key: [] for key in registry}
    not_scored = []
    for done, clip in enumerate(clips):
        try:
            track = source.track(clip)
            if change is not None:
                track = change(track)
            results = {key: judge(track, exercise) for key, exercise in registry.items()}
        except FileError as error:
            not_scored.append(NotScored(clip.id, str(error)))
        else:
            for key, result in results.items():
                judged[key].append((clip, result))
        progress(done + 1, len(clips))
    scores = tuple(score(exercise, judged[key]) for key, exercise in registry.items())
    return Evaluation(
        judged={key: tuple(results) for key, results in judged.items()},
        scores=scores,
        overall=overall(scores, judged),
        not_scored=tuple(not_scored),
    )


def compare(
    name: str, registry: Mapping[str, Exercise], base: Evaluation, varied: Evaluation
) -> VariantScore:
    """What differs between two evaluations of the same clips.

    Faults are compared on an exercise's own clips, where they were looked for; counts on all.
    """
    differences = []
    clips: set[str] = set()
    for key in registry:
        before = {clip.id: judged for clip, judged in base.judged[key]}
        for clip, now in varied.judged[key]:
            then = before.get(clip.id)
            if then is None:
                continue
            clips.add(clip.id)
            difference = _difference(clip, key, then, now)
            if difference.count_changed or difference.faults_changed:
                differences.append(difference)
    return VariantScore(name, len(clips), varied.overall, tuple(differences))


def _difference(clip: Clip, key: str, then: Judged, now: Judged) -> ClipDifference:
    own = clip.exercise == key
    return ClipDifference(
        clip=clip.id,
        exercise=key,
        reps=(then.reps, now.reps),
        faults=(tuple(sorted(then.faults)), tuple(sorted(now.faults))) if own else ((), ()),
        hold_s=(then.hold_s, now.hold_s) if own else (0.0, 0.0),
    )
