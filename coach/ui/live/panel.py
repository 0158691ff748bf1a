"""The panel beside the video: what the engine says, twice a second, the page left as it is."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach import process
from coach.analysis.exercise_words import cue_words, lost_titles
from coach.live.live_state import LiveState
from coach.live.load.quality import STEPS
from coach.live.session import Session
from coach.live.set_record import SOMEBODY_ELSE
from coach.live.transport.relay import RelayPlan, is_near
from coach.live.transport.stream import Connection
from coach.live.watchdog import Situation, Watchdog
from coach.motion.exercise import Exercise, Hold
from coach.motion.snapshot import Phase, Snapshot, Tone
from coach.texts import say, say_list, say_own
from coach.texts.text import told
from coach.ui.live import camera_probe
from coach.ui.shared.metric_pair import metric_pair
from coach.ui.shared.words import MISSING, hold_time, percent, why_not

EVERY_S = 0.5
SHARED_EVERY_S = 2.0
"""Seconds between two looks at the numbers, alone and beside others: a run of a part of the page
takes Streamlit some ten milliseconds of Python's time, in which nobody's video goes on."""
SHOWN_ATTEMPTS = 3
_WATCHDOG = "live-watchdog"

_BOXES: dict[Tone, tuple[Callable[..., object], str]] = {
    Tone.GUIDE: (st.info, ":material/directions_walk:"),
    Tone.ADVICE: (st.warning, ":material/lightbulb:"),
    Tone.FAULT: (st.error, ":material/priority_high:"),
    Tone.PRAISE: (st.success, ":material/thumb_up:"),
}


def live_panel(
    session: Session,
    exercise: Exercise,
    connection: Connection,
    plan: RelayPlan,
) -> None:
    """Live numbers while the camera runs, and why there is no picture when there is none."""

    def panel() -> None:
        state = session.snapshot()
        _status(state, connection)
        notice = _notice(state, connection, plan)
        if notice is not None:
            st.error(notice, icon=":material/videocam_off:")
        elif not (connection.active or connection.waiting or state.snapshot.t):
            st.info(say("live.idle"), icon=":material/play_circle:")
        if connection.active:
            _numbers(state.snapshot, exercise)
            _attempts(state.snapshot, exercise)
        if _is_running(state, connection) and notice is None:
            _cue(state.snapshot)
        if state.unkept:
            st.warning(told(state.unkept), icon=":material/save:")

    alone = session.alone
    every_s = EVERY_S if alone else SHARED_EVERY_S

    def timed_panel() -> None:
        panel()
        if connection.active and session.alone is not alone:
            st.rerun()

    st.fragment(timed_panel, run_every=every_s if connection.active else None)()


def _is_running(state: LiveState, connection: Connection) -> bool:
    """A camera left without STOP goes on for a moment: what it sees is not of this page."""
    return connection.active and state.streaming


def _status(state: LiveState, connection: Connection) -> None:
    running = _is_running(state, connection)
    with st.container(horizontal=True, gap="small"):
        if running:
            st.badge(say("live.running"), icon=":material/videocam:", color="green")
            phase = say_own(state.snapshot.phase_key, state.snapshot.phase_word)
            st.badge(phase, color="blue" if state.snapshot.ready else "gray")
            st.badge(say(f"live.view_{state.snapshot.view.value}"), color="gray")
        elif connection.active:
            st.badge(say("live.connecting"), icon=":material/sync:", color="orange")
    if not running:
        return
    # The two are counted at different moments: of 30 frames no 32 were worked on.
    processed = min(state.processed_fps, state.received_fps)
    st.caption(say("live.frames", received=state.received_fps, processed=processed))
    if state.quality != STEPS[0]:
        lighter = state.model not in ("", state.settings.model)
        model = say(f"live.model_{state.model}") if lighter else ""
        st.caption(say("live.sharing_model" if lighter else "live.sharing", model=model))


def _numbers(snapshot: Snapshot, exercise: Exercise) -> None:
    if isinstance(exercise.goal, Hold):
        done = [hold.end_s - hold.start_s for hold in snapshot.holds]
        running = snapshot.hold_s - sum(done) if snapshot.holding else 0.0
        longest = max([*done, running])
        metric_pair(
            (say("live.hold"), hold_time(snapshot.hold_s)),
            (say("live.best_hold"), hold_time(longest) if longest > 0 else MISSING),
        )
        return
    metric_pair(
        (say("live.reps"), str(len(snapshot.reps))),
        (say("live.not_counted"), str(len(snapshot.attempts))),
    )
    last = snapshot.reps[-1] if snapshot.reps else None
    moving = snapshot.phase in (Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT)
    if moving:
        reach = (say("live.range_now"), percent(snapshot.range_of_motion))
    else:
        reach = (say("live.range"), percent(last.range_of_motion) if last else MISSING)
    metric_pair(reach, (say("live.score"), str(last.score) if last else MISSING))
    lost = lost_titles(exercise, last) if last else ()
    if lost:
        st.caption(say("live.lost", lost=say_list(lost)))
    metric_pair(
        (say("live.down"), say("live.seconds", seconds=last.descent_s) if last else MISSING),
        (say("live.up"), say("live.seconds", seconds=last.ascent_s) if last else MISSING),
    )


def _cue(snapshot: Snapshot) -> None:
    if snapshot.cue is not None:
        box, icon = _BOXES[snapshot.cue.tone]
        else_there = snapshot.cue.key == SOMEBODY_ELSE
        words = say("live.somebody_else") if else_there else cue_words(snapshot.cue)
        box(words, icon=icon)


def _attempts(snapshot: Snapshot, exercise: Exercise) -> None:
    for attempt in reversed(snapshot.attempts[-SHOWN_ATTEMPTS:]):
        time = say("live.seconds", seconds=attempt.bottom_s)
        st.caption(say("live.attempt", time=time, why=why_not(exercise, attempt)))


def _notice(state: LiveState, connection: Connection, plan: RelayPlan) -> str | None:
    """One sentence on what is wrong, the nearest cause first."""
    browser = camera_probe.look(connected=connection.playing)
    if process.self_test().failed(state.model or state.settings.model):
        return say("doctor.live_wrong")
    near = is_near(st.context.url)
    watchdog: Watchdog = st.session_state.setdefault(_WATCHDOG, Watchdog())
    reason = watchdog.look(
        Situation(
            active=connection.active,
            connected=connection.playing,
            quiet_s=state.quiet_s,
            frames=state.frames,
            near=near,
            relay=plan.has_relay,
            answered=connection.relay,
            secure=near or not (st.context.url or "https:").startswith("http:"),
            browser=browser,
        )
    )
    if reason is not None:
        return say(reason)
    if state.camera is not None:
        return say(f"live.camera_{state.camera.value}")
    if state.never_seen:
        return say("live.never_seen")
    if state.trouble is not None:
        return say(state.trouble.key, detail=state.trouble.detail)
    return None
