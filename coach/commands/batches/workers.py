"""Work spread over processes that may die of it, one task at a time each."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import Event
from types import MappingProxyType
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_stop: Event | None = None


def stopping() -> bool:
    """In a worker: whether its task is to be given up."""
    return _stop is not None and _stop.is_set()


class Workers(Generic[Task, Result]):
    """Runs `work` on tasks in processes of their own.

    A process that a damaged file brings down is replaced, and only its task is lost. When the run
    is interrupted, every task in progress is told so and unwinds before `run` ends.
    """

    def __init__(self, work: Callable[[Task], Result], most: int) -> None:
        """work: a function of a module, so that other processes find it. most: at once."""
        self._work = work
        self._most = most
        # fork would copy locks that MediaPipe's and FFmpeg's threads hold.
        self._context = multiprocessing.get_context("spawn")

    def run(
        self,
        tasks: Iterable[Task],
        ended: Callable[[Task, Result | BaseException], None],
    ) -> None:
        """Every task, in order of their beginning; `ended` is told each result, or what the work
        raised (BrokenProcessPool where its process died)."""
        waiting = deque(tasks)
        idle: list[ProcessPoolExecutor] = []
        running: dict[Future[Result], tuple[ProcessPoolExecutor, Task]] = {}
        stop = self._context.Event()
        try:
            while waiting or running:
                while waiting and len(running) < self._most:
                    process = idle.pop() if idle else self._process(stop)
                    task = waiting.popleft()
                    with _deaf_to_ctrl_c():
                        future = process.submit(self._work, task)
                    running[future] = (process, task)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    process, task = running.pop(future)
                    error = future.exception()
                    if isinstance(error, BrokenProcessPool):
                        process.shutdown(wait=False)
                    else:
                        idle.append(process)
                    ended(task, future.result() if error is None else error)
        finally:
            stop.set()
            for process in (*idle, *(process for process, _ in running.values())):
                process.shutdown(wait=True, cancel_futures=True)

    def _process(self, stop: Event) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            1, mp_context=self._context, initializer=_begin, initargs=(stop,)
        )


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started here never hear of Ctrl-C, not even while they start, which would show as a
    traceback; the first process hears of it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(stop: Event) -> None:
    global _stop
    _stop = stop
    # Ctrl-C reaches every process of the terminal; the first one tells the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_only(values: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(values)


# Exercises hold read-only mappings, which cannot travel to another process otherwise.
ForkingPickler.register(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))
