"""The live page on a machine that others use too."""

from __future__ import annotations

from coach.live.load.fleet import Fleet, Load
from coach.live.transport import stream
from coach.texts import say


class Other:
    """Somebody else's session, with its picture coming; None once it has ended."""

    def __init__(self, fleet: Fleet, load: Load | None) -> None:
        self._load = load
        fleet.join(self)

    def load(self) -> Load | None:
        return self._load

    def present(self) -> bool:
        return True

    def end(self) -> None:
        self._load = None


STEADY = Load(age_s=60, received=30, answered=30)


def infos(app) -> list[str]:
    return [info.value for info in app.info]


def test_a_full_machine_says_so_and_lets_the_next_one_in_by_itself(stage):
    stage.fleet = Fleet(limit=2, cpu=lambda: 0.0)
    others = [Other(stage.fleet, STEADY), Other(stage.fleet, STEADY)]
    app = stage.run()
    assert infos(app) == [say("live.full", place=1)]
    assert stage.facing is None, "no video is offered"
    others[0].end()
    app = stage.run()
    assert infos(app) == [say("live.idle")]
    assert stage.facing is stream.Facing.FRONT


def test_whoever_comes_first_is_before_whoever_comes_later(stage):
    stage.fleet = Fleet(limit=1, cpu=lambda: 0.0)
    others = [Other(stage.fleet, STEADY), Other(stage.fleet, None)]
    assert stage.fleet.ask(others[1], 0.0) == 1
    assert infos(stage.run()) == [say("live.full", place=2)]


def test_whoever_trains_is_never_sent_to_the_queue(stage):
    stage.fleet = Fleet(limit=1, cpu=lambda: 0.0)
    stage.run()
    stage.start()
    stage.frames(3)
    others = [Other(stage.fleet, STEADY) for _ in range(3)]
    app = stage.frames(1)
    assert say("live.full", place=1) not in infos(app)
    assert len(others) == 3


def captions(app) -> str:
    return " ".join(caption.value for caption in app.caption)


def test_a_busy_machine_is_said_and_counting_goes_on(stage):
    others = [Other(stage.fleet, Load(age_s=60, received=30, answered=15))]
    stage.run()
    stage.start()
    app = stage.frames(8)
    assert say("live.sharing") in captions(app)
    assert stage.metric(say("live.reps")) == "6"
    others[0].end()
    app = stage.frames(60)
    assert say("live.sharing") not in captions(app)


def test_a_lighter_model_is_named(stage):
    others = [Other(stage.fleet, Load(age_s=60, received=30, answered=15))]
    stage.run()
    stage.start()
    app = stage.frames(60)
    assert say("live.sharing_model", model=say("live.model_lite")) in captions(app)
    assert others
