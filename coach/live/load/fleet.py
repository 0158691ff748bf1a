"""What the process knows of all its sessions, and what it gives each of them.

Sessions are held weakly: one that nobody else keeps is gone from here too. Any thread may call.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from math import exp
from typing import Protocol
from weakref import WeakKeyDictionary

from coach.live.load.admission import GUESS, AdmissionQueue, seats
from coach.live.load.counters import Counters
from coach.live.load.governor import Governor, Strain
from coach.live.load.quality import FEWEST_LOOKS, Quality
from coach.runtime.machine import cores as machine_cores

EVERY_S = 0.5
"""Seconds between two looks at the whole."""
SMOOTHING_S = 8.0
"""Seconds over which the processor's use is averaged."""


@dataclass(frozen=True)
class Load:
    """What one session does."""

    age_s: float = 0.0
    """Seconds since its first frame, 0 before."""
    received: float = 0.0
    answered: float = 0.0
    returned: float = 0.0
    looks: float = 0.0
    """Frames a second from the camera, answered in time, answered at all, and looked at by the
    network."""
    look_s: float = 0.0
    waited_s: float = 0.0
    """How long it takes the network to look, undisturbed, and as things are (s)."""

    @property
    def kept_up(self) -> float:
        """Share of the received frames that were answered in time; 1 where it is not known yet."""
        return self._share(self.answered)

    @property
    def flowing(self) -> float:
        """Share of the received frames that were answered at all; 1 where it is not known yet."""
        return self._share(self.returned)

    @property
    def settled(self) -> bool:
        """Whether it can be judged."""
        return self.age_s > SETTLED_S and self.received > 0

    def _share(self, rate: float) -> float:
        return min(1.0, rate / self.received) if self.settled else 1.0


SETTLED_S = 4.0
"""Seconds of a session after which it is judged: before, a model is loaded."""


class Member(Protocol):
    """A session, as the fleet sees it."""

    def load(self) -> Load | None:
        """What it does, or None while no picture comes."""

    def present(self) -> bool:
        """Whether its page is still open."""


@dataclass(frozen=True)
class FleetStatus:
    """All sessions at one moment."""

    open: int
    """Pages that have one."""
    loads: tuple[Load, ...]
    """Of those whose pictures come."""
    waiting: int
    """People in the queue."""
    limit: int
    """Sessions that can be served."""
    busy: float
    """Share of the processor that the process uses."""
    step: int
    """How far it saves, 0 being not at all."""


class Fleet:
    """All sessions of the process.

    limit: how many are served at once; None to measure it. cores: how many the process may use;
    None to find out. cpu: seconds of processor time that it has used.
    """

    def __init__(
        self,
        *,
        limit: int | None = None,
        cores: float | None = None,
        cpu: Callable[[], float] = time.process_time,
    ) -> None:
        self.counters = Counters()
        self._limit = limit
        self._cores = machine_cores() if cores is None else cores
        self._cpu = cpu
        self._lock = threading.Lock()
        self._members: WeakKeyDictionary[Member, int] = WeakKeyDictionary()
        self._numbers = count()
        self._door = AdmissionQueue()
        self._governor = Governor()
        self._judged: tuple[float, float] | None = None
        self._busy = 0.0
        self._cost = GUESS

    def join(self, member: Member) -> None:
        """One session more."""
        with self._lock:
            self._members[member] = next(self._numbers)

    def quality(self, now: float) -> Quality:
        """What each session may use at `now` seconds. Not to be called under a session's lock."""
        with self._lock:
            self._judge(now)
            return self._governor.quality

    def ask(self, member: Member, now: float) -> int:
        """The member's place in the queue; 0 is in. Not to be called under a session's lock."""
        with self._lock:
            self._judge(now)
            # Streamlit keeps a closed tab's session for two minutes, and would its seat with it.
            self._door.keep({number for other, number in self._known() if other.present()})
            seated = {number for other, number in self._known() if other.load() is not None}
            return self._door.ask(self._members[member], now, seated, self._seats())

    def status(self, now: float) -> FleetStatus:
        """Everything at once. Not to be called under a session's lock."""
        with self._lock:
            self._judge(now)
            return FleetStatus(
                # Streamlit keeps a closed tab's session for two minutes.
                open=sum(member.present() for member, _ in self._known()),
                loads=tuple(self._loads()),
                waiting=self._door.waiting(now),
                limit=self._seats(),
                busy=self._busy,
                step=self._governor.step,
            )

    def _judge(self, now: float) -> None:
        before = self._judged
        if before is not None and now - before[0] < EVERY_S:
            return
        used = self._cpu()
        self._judged = now, used
        if before is None:
            return
        passed = now - before[0]
        weight = 1 - exp(-passed / SMOOTHING_S)
        self._busy += weight * ((used - before[1]) / passed / self._cores - self._busy)
        loads = self._loads()
        self._measure(loads, weight)
        strain = Strain(
            kept_up=min((load.kept_up for load in loads), default=1.0),
            flowing=min((load.flowing for load in loads), default=1.0),
            waited_s=max((load.waited_s for load in loads if load.settled), default=0.0),
            busy=self._busy,
        )
        self._governor = self._governor.judge(now, strain)

    def _measure(self, loads: list[Load], weight: float) -> None:
        """Learn what one session costs at the least: its share of all that the process uses, less
        the looks that can be saved."""
        settled = [load for load in loads if load.age_s > SETTLED_S]
        if not settled or len(settled) < len(loads):
            return
        spared = sum(max(0.0, load.looks - FEWEST_LOOKS) * load.look_s for load in settled)
        cost = (self._busy * self._cores - spared) / len(settled)
        self._cost += weight * (cost - self._cost)

    def _seats(self) -> int:
        return seats(self._cores, self._cost) if self._limit is None else self._limit

    def _loads(self) -> list[Load]:
        loads = (member.load() for member, _ in self._known())
        return [load for load in loads if load is not None]

    def _known(self) -> list[tuple[Member, int]]:
        return list(self._members.items())
