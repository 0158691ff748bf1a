"""The jobs of a process: taken, queued, run a few at a time, kept for a while."""

from __future__ import annotations

import atexit
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from coach.jobs.folders import Folders, remove
from coach.jobs.limits import JobLimits
from coach.jobs.replica import new_name
from coach.jobs.run import UPLOAD, AnalysisRun, Command, Ending, analyze_command
from coach.jobs.upload import Upload, shown_name
from coach.jobs.values import Job, JobState, NoRoomError, Options, TooManyError
from coach.texts import say, say_count

LOGGER = logging.getLogger(__name__)

_PIECE = 1 << 20
_TIDY_S = 30.0
"""Seconds between two looks for jobs that nobody collected."""


@dataclass
class _Entry:
    job: Job
    folder: Path
    run: AnalysisRun
    asked_at: float


class Jobs:
    """Analyses of uploaded videos, each in a process of its own. Any thread may call.

    folder: where temporary folders are made, by default the system's place for them. limits: what
    they may use. clock: seconds that only rise. command: what analyses the upload in a folder.
    Nothing is made on the disk, and no thread started, before the first upload.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        limits: JobLimits | None = None,
        clock: Callable[[], float] = time.monotonic,
        command: Command = analyze_command,
    ) -> None:
        self.limits = limits or JobLimits()
        self._above = folder
        self._clock = clock
        self._command = command
        self._lock = threading.RLock()
        self._wake = threading.Condition(self._lock)
        self._folders: Folders | None = None
        self._entries: dict[str, _Entry] = {}
        self._queue: list[str] = []
        self._uploads: list[str] = []
        self._closed = False

    def submit(
        self, upload: BinaryIO | bytes | Path, name: str, options: Options, owner: str
    ) -> Job:
        """Take an upload whole and put its analysis into the queue.

        name: the file's, as the person knows it. owner: whose jobs are counted together, the page's
        session for example. Raises TooLargeError, TooManyError or NoRoomError, and nothing is left.
        """
        with self.receive(name, owner) as received:
            if isinstance(upload, bytes):
                received.write(upload)
            elif isinstance(upload, Path):
                with upload.open("rb") as file:
                    _copy(file, received)
            else:
                _copy(upload, received)
            return self.start(received, options)

    @contextmanager
    def receive(self, name: str, owner: str) -> Iterator[Upload]:
        """A place for an upload that arrives piece by piece. What was not started by the end of the
        block is gone. Raises TooManyError or NoRoomError before anything is read."""
        with self._lock:
            self._check_room(owner)
            self._uploads.append(owner)
        upload: Upload | None = None
        try:
            with self._lock:
                folders = self._folders or self._open()
            free = folders.free() - self.limits.free
            if free <= 0:
                raise NoRoomError(say("jobs.no_room"))
            folder = folders.make()
            upload = Upload(folder, shown_name(name), owner, self.limits.upload, free)
            try:
                yield upload
            finally:
                if not upload.started:
                    with suppress(NoRoomError):
                        upload.close()
                    remove(folder)
        finally:
            if upload is None or not upload.started:
                with self._lock:
                    self._uploads.remove(owner)

    def start(self, upload: Upload, options: Options) -> Job:
        """Put the analysis of what was received into the queue."""
        upload.close()
        with self._lock:
            job = Job(new_name(), upload.name, options, upload.owner)
            run = AnalysisRun(upload.folder, upload.name, options, self.limits, self._command)
            upload.started = True
            self._uploads.remove(upload.owner)
            self._entries[job.id] = _Entry(job, upload.folder, run, self._clock())
            self._queue.append(job.id)
            # All: the one woken could be the tidier, and the job would wait for ever.
            self._wake.notify_all()
        return self.get(job.id) or job

    def get(self, job_id: str) -> Job | None:
        """The job as it stands now, or None where there is no such job (any more)."""
        with self._lock:
            self._sweep()
            entry = self._entries.get(job_id)
            if entry is None:
                return None
            entry.asked_at = self._clock()
            return self._seen(entry)

    def cancel(self, job_id: str) -> Job | None:
        """End a job, or forget one that has ended; its files are gone. What is known of it now, or
        None where there is no such job."""
        with self._lock:
            entry = self._entries.get(job_id)
            if entry is None:
                return None
            if entry.job.state.ended:
                self._forget(job_id)
                return replace(self._seen(entry), files=MappingProxyType({}))
            why = say("jobs.cancelled")
            waiting = job_id in self._queue
            entry.run.stop(why)
            entry.job = replace(entry.job, state=JobState.CANCELLED, error=why)
            if waiting:
                # A running one's folder is removed once its process has let go of it.
                self._queue.remove(job_id)
                remove(entry.folder)
            return self._seen(entry)

    def close(self) -> None:
        """End all jobs and remove everything; none can be taken afterwards."""
        with self._lock:
            self._closed = True
            for entry in self._entries.values():
                entry.run.stop(say("jobs.cancelled"))
            self._entries.clear()
            self._queue.clear()
            if self._folders is not None:
                self._folders.close()
            self._wake.notify_all()

    def _open(self) -> Folders:
        """Make the folder, and begin to work."""
        self._folders = Folders(self._above)
        for _ in range(self.limits.running):
            threading.Thread(target=self._work, name="coach-job", daemon=True).start()
        threading.Thread(target=self._tidy, name="coach-jobs-tidy", daemon=True).start()
        atexit.register(self.close)
        return self._folders

    def _check_room(self, owner: str) -> None:
        """Raises TooManyError where this owner, or all together, have as many as they may."""
        open_jobs = [e.job for e in self._entries.values() if not e.job.state.ended]
        theirs = sum(job.owner == owner for job in open_jobs) + self._uploads.count(owner)
        if self._closed or len(self._queue) + len(self._uploads) >= self.limits.waiting:
            raise TooManyError(say("jobs.too_many"))
        if theirs >= self.limits.each:
            raise TooManyError(say_count("jobs.too_many_of_yours", theirs))

    def _work(self) -> None:
        """One worker: runs a job after the other. The process that it starts ends with this thread,
        so it stays as long as there is an app."""
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._queue or self._closed)
                if self._closed:
                    return
                entry = self._entries[self._queue.pop(0)]
                entry.job = replace(entry.job, state=JobState.RUNNING)
            ending = _ending(entry.run)
            with suppress(OSError):
                (entry.folder / UPLOAD).unlink()
            with self._lock:
                if entry.job.state is JobState.CANCELLED or self._closed:
                    remove(entry.folder)
                    continue
                entry.job = replace(
                    entry.job,
                    state=JobState.DONE if ending.error is None else JobState.FAILED,
                    error=ending.error,
                    warnings=ending.warnings,
                    files=MappingProxyType(dict(ending.files)),
                )
                entry.asked_at = self._clock()
                if ending.error is not None:
                    remove(entry.folder)

    def _tidy(self) -> None:
        """Look for what nobody collects, also while nobody asks."""
        while True:
            with self._wake:
                if self._wake.wait_for(lambda: self._closed, timeout=_TIDY_S):
                    return
                self._sweep()

    def _sweep(self) -> None:
        """Forget ended jobs that nobody asked for in kept_s, and the oldest of too many."""
        now = self._clock()
        ended = [
            (entry.asked_at, job_id)
            for job_id, entry in self._entries.items()
            if entry.job.state.ended
        ]
        too_many = max(0, len(ended) - self.limits.kept)
        for i, (asked_at, job_id) in enumerate(sorted(ended)):
            if i < too_many or now - asked_at > self.limits.kept_s:
                self._forget(job_id)

    def _forget(self, job_id: str) -> None:
        remove(self._entries.pop(job_id).folder)

    def _seen(self, entry: _Entry) -> Job:
        job = entry.job
        place = self._queue.index(job.id) + 1 if job.id in self._queue else 0
        return replace(job, place=place, progress=entry.run.progress)


def _ending(run: AnalysisRun) -> Ending:
    """How a run ended, also where it could not even be started."""
    try:
        return run.wait()
    except Exception:  # a worker that ends would leave the queue standing
        LOGGER.exception("A job's process could not be started")
        return Ending(say("jobs.not_started"))


def _copy(file: BinaryIO, upload: Upload) -> None:
    while piece := file.read(_PIECE):
        upload.write(piece)
