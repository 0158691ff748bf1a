"""The whole evaluation: every exercise's rules on every clip, scored, as it is and varied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from coach.evaluation.judge import Judged, judge
from coach.evaluation.manifest import Clip
from coach.evaluation.score import ExerciseScore, count_of, score
from coach.evaluation.sources import Source
from coach.files.errors import FileError
from coach.motion.exercise import Cycle, Exercise
from coach.motion.track import Track

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
    not_scored: tuple[NotScored, ...]


@dataclass(frozen=True)
class Difference:
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
    """A variant against the tracks as they are. of: clips compared; each under every exercise.

    accepted, exact, scored: clips of an exercise that is counted. false_reps: on other clips.
    """

    name: str
    of: int
    accepted: int
    exact: int
    scored: int
    false_reps: int
    differences: tuple[Difference, ...]

    def changed(self, what: Callable[[Difference], bool]) -> int:
        """On how many clips something differs."""
        return len({difference.clip for difference in self.differences if what(difference)})


def evaluate(
    registry: Mapping[str, Exercise],
    clips: Iterable[Clip],
    source: Source,
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
    return Evaluation(
        judged={key: tuple(results) for key, results in judged.items()},
        scores=tuple(score(exercise, judged[key]) for key, exercise in registry.items()),
        not_scored=tuple(not_scored),
    )


def compare(
    name: str, registry: Mapping[str, Exercise], base: Evaluation, varied: Evaluation
) -> VariantScore:
    """What differs between two evaluations of the same clips.

    Faults are compared on an exercise's own clips, where they were looked for; counts on all.
    """
    differences = []
    accepted = exact = scored = false_reps = 0
    compared: set[str] = set()
    for key, exercise in registry.items():
        before = {clip.id: judged for clip, judged in base.judged[key]}
        for clip, now in varied.judged[key]:
            compared.add(clip.id)
            own = clip.exercise == key
            if own and isinstance(exercise.goal, Cycle):
                count = count_of(clip, now)
                accepted, exact = accepted + count.accepted, exact + count.exact
                scored += 1
            elif not own:
                false_reps += now.reps
            then = before.get(clip.id)
            if then is None:
                continue
            difference = Difference(
                clip.id,
                key,
                (then.reps, now.reps),
                (tuple(sorted(then.faults)), tuple(sorted(now.faults))) if own else ((), ()),
                (then.hold_s, now.hold_s) if own else (0.0, 0.0),
            )
            if difference.count_changed or difference.faults_changed:
                differences.append(difference)
    return VariantScore(
        name, len(compared), accepted, exact, scored, false_reps, tuple(differences)
    )
