"""One job at a time on a worker thread, a short queue before it, a time limit on each."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from overstretch.progress import Progress

Work = Callable[[Progress], Any]


class Busy(Exception):
    """No further job is taken; the message says why."""


class Stopped(Exception):
    """The job was cancelled or went over its time limit; the message says which."""


class Job:
    """A piece of work under way: its stage and how much of it is done (0-1) can be read from any thread."""

    def __init__(self, limit: float) -> None:
        self.stage = "waiting"
        self.done = 0.0
        self.limit = limit
        self.started: float | None = None
        self.ended: float | None = None
        self.result: Future[Any] = Future()
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next report of progress."""
        self._cancelled.set()

    @property
    def finished(self) -> bool:
        return self.result.done()

    @property
    def seconds(self) -> float:
        """How long it has run, or ran; 0 while it waits."""
        return (self.ended or time.monotonic()) - self.started if self.started is not None else 0.0

    def report(self, stage: str, done: float) -> None:
        """The progress function that the work calls; here a cancelled or overdue job stops."""
        if self._cancelled.is_set():
            raise Stopped("the job was cancelled")
        if self.started is not None and time.monotonic() - self.started > self.limit:
            raise Stopped(f"the job took longer than {self.limit:g} s and was stopped; try fewer futures")
        self.stage, self.done = stage, done


class Workshop:
    """The worker thread and its queue. `waiting` jobs may wait beside the one that runs; `limit` seconds each."""

    def __init__(self, waiting: int = 3, limit: float = 300.0) -> None:
        self.waiting, self.limit = waiting, limit
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="overstretch")
        self._open: dict[int, Job] = {}
        self._numbers = itertools.count()
        self._lock = threading.Lock()

    @property
    def open_jobs(self) -> int:
        """How many jobs run or wait."""
        return len(self._open)

    def before(self, job: Job) -> int:
        """How many jobs run or wait before this one; 0 once it runs."""
        with self._lock:
            order = list(self._open.values())
        return order.index(job) if job in order else 0

    def submit(self, work: Work) -> Job:
        """Queue the work; Busy where the queue is full."""
        job = Job(self.limit)
        with self._lock:
            if len(self._open) > self.waiting:
                raise Busy(f"{len(self._open)} jobs run or wait already; try again later")
            number = next(self._numbers)
            self._open[number] = job
        self._pool.submit(self._do, number, job, work)
        return job

    def close(self) -> None:
        """Let the running job end and take no more."""
        with self._lock:
            for job in self._open.values():
                job.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _do(self, number: int, job: Job, work: Work) -> None:
        job.started = time.monotonic()
        value, fault = None, None
        try:
            job.report("starting", 0.0)
            value = work(job.report)
        except Exception as caught:  # handed to whoever waits for the result
            fault = caught
        job.ended = time.monotonic()
        with self._lock:  # the place is free before the result is seen, so that who sees it may submit again
            self._open.pop(number)
        if fault is None:
            job.result.set_result(value)
        else:
            job.result.set_exception(fault)
