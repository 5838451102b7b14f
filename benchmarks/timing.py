"""Shared by the benchmarks: interleaved timing, versions, the machine, Markdown tables."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

Contender = tuple[Callable[[], object], int]  # a job, and how many futures it runs


def interleaved(contenders: dict[str, Contender], repeats: int) -> dict[str, float]:
    """Best futures a second of each contender. Rounds are interleaved, so that whatever else the machine does meets
    all.

    Every job is run once beforehand, so that compiling and first touches of memory are not counted.
    """
    best = dict.fromkeys(contenders, 0.0)
    for job, _ in contenders.values():
        job()
    for _ in range(repeats):
        for name, (job, futures) in contenders.items():
            start = time.perf_counter()
            job()
            best[name] = max(best[name], futures / (time.perf_counter() - start))
    return best


def seconds(job: Callable[[], object], repeats: int) -> float:
    """Least seconds of a job that has been run once before."""
    job()
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        found.append(time.perf_counter() - start)
    return min(found)


def processor_seconds(job: Callable[[], object], repeats: int) -> float:
    """Least processor seconds of a job, over all threads of this process: hardly moved by what else the machine
    does."""
    job()
    found = []
    for _ in range(repeats):
        start = time.process_time()
        job()
        found.append(time.process_time() - start)
    return min(found)


def versions(packages: Sequence[str]) -> str:
    """`name version` of each package, or that it is missing."""

    def of(package: str) -> str:
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            return f"{package} missing"

    return ", ".join(map(of, packages))


def machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}, load "
        f"{os.getloadavg()[0]:.1f}"
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    return "\n".join(lines + [f"| {' | '.join(map(str, row))} |" for row in rows])
