"""What the parts of the long attack share: how many, how far they are, and commands that are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

BEGAN = time.monotonic()


def number(full: int) -> int:
    """How many attacks of a kind: as many as are asked for with OVERSTRETCH_ATTACKS=N, else the full number."""
    return int(os.environ.get("OVERSTRETCH_ATTACKS", "0")) or full


def told(words: str) -> None:
    """A line on how far it is, with the minutes since the start; seen with pytest -s."""
    print(f"{(time.monotonic() - BEGAN) / 60:6.1f} min  {words}", flush=True)


PRELOADED = (
    "overstretch.cli",
    "overstretch.jobs",
    "overstretch.engine.request",
    "overstretch.engine.run",
    "overstretch.jobs.output",
    "overstretch.report.html",
    "overstretch.facts.update",
    "scipy.stats",
    "zarr",
)
START = multiprocessing.get_context("forkserver")
START.set_forkserver_preload(["__main__", *PRELOADED])


class Command:
    """The command line in a process of its own, begun from one that has the libraries loaded already."""

    def __init__(self, folder: Path, *words: object) -> None:
        self.said = folder / "said.txt"
        self.began = time.monotonic()
        self.process = START.Process(
            target=_main, args=([str(word) for word in words], str(self.said), dict(os.environ))
        )
        self.process.start()

    def killed(self, seconds: float, sign: Callable[[], bool] = lambda: True) -> bool:
        """Kill it so many seconds after the sign; whether it was still at work then."""
        while self.process.is_alive() and not sign():
            time.sleep(0.005)
        self.process.join(seconds)
        self.process.kill()
        self.process.join()
        assert self.process.exitcode in (0, -signal.SIGKILL), self.words()
        assert "Traceback" not in self.words(), self.words()
        return self.process.exitcode != 0

    def finished(self) -> float:
        """The seconds that it took."""
        self.process.join()
        assert self.process.exitcode == 0, self.words()
        return time.monotonic() - self.began

    def words(self) -> str:
        return self.said.read_text("utf-8", "replace") if self.said.exists() else ""


def _main(words: list[str], said: str, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    for number, name in ((1, os.devnull), (2, said)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    from overstretch.cli import main

    sys.argv = ["overstretch", *words]
    main()
