"""A process of its own for jobs that take long: the pages stay quick beside it, what is stopped ends at once, memory
goes back."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from overstretch.app.work import Progress, Stopped
from overstretch.errors import InputError

MOST_MEMORY = 2 * 2**30  # bytes of the app and its processes together
KEPT_MEMORY = 700_000_000  # bytes from which a process ends after its job
PAUSE = 0.1  # seconds between two looks at whether the job is still wanted
WATCH = 10  # of these looks one is at the memory
SHARE = f"and it may hold {MOST_MEMORY / 2**30:g} GB in all"
Tell = Callable[[str, Any], None]
Task = Callable[..., Any]


class Broken(Exception):
    """The job ended by a fault of the program's; kind: of which type, the message holds its trace."""

    def __init__(self, kind: str, trace: str) -> None:
        super().__init__(trace)
        self.kind = kind


class Bench:
    """One process that does tasks, each a function of a module: `task(*arguments, tell=...)`.

    prepare: a function of a module, called once in each new process. A process whose memory has grown ends with its
    job; the
    next one starts beside the pages, so that it is ready when it is needed.
    """

    def __init__(self, prepare: Callable[[], None]) -> None:
        self._prepare = prepare
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._turn = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Set the process off and do not wait for it."""
        with self._turn, contextlib.suppress(EOFError):
            self._started()

    def do(self, task: Task, *arguments: Any, progress: Progress, told: Callable[[Any], None] = lambda _: None) -> Any:
        """The task's value. What it tells as "progress" goes to `progress`, all else to `told`; what `progress` raises
        ends the process.

        Raises InputError as the task does, Broken for any other fault."""
        with self._turn:
            try:
                line = self._started()
                line.send((task, arguments))
                value = self._followed(line, progress, told)
            except (EOFError, OSError) as fault:
                self._end()
                raise Broken("Ended", "the process of the job ended unexpectedly") from fault
            except (InputError, Broken):
                raise
            except BaseException:
                self._end()
                self._started()
                raise
            if self.memory > KEPT_MEMORY:
                self._end()
                self._started()
        return value

    @property
    def memory(self) -> int:
        """Bytes held by the process and what it started; 0 where there is none or the machine does not say."""
        return memory(self._process.pid) if self._process is not None and self._process.pid is not None else 0

    def close(self) -> None:
        """End the process, whatever it does; none is started after it."""
        self._closed = True
        process = self._process
        if process is not None and process.pid is not None:
            process.kill()

    def _started(self) -> Connection:
        if self._closed:
            raise EOFError("the app is ending")
        if self._process is None or not self._process.is_alive() or self._line is None:
            self._end()
            method = multiprocessing.get_context("spawn")
            self._line, theirs = method.Pipe()
            self._process = method.Process(target=_serve, args=(theirs, self._prepare), daemon=True)
            self._process.start()
            theirs.close()
        return self._line

    def _followed(self, line: Connection, progress: Progress, told: Callable[[Any], None]) -> Any:
        stage, done = "starting", 0.0
        for look in itertools.count():
            progress(stage, done)
            if look % WATCH == 0 and (held := memory()) > MOST_MEMORY:
                raise Stopped(
                    f"the job was stopped when the app held {held / 2**30:.1f} GB of memory, {SHARE}; try fewer futures"
                )
            if not line.poll(PAUSE):
                continue
            kind, value = line.recv()
            match kind:
                case "progress":
                    stage, done = value
                case "done":
                    return value
                case "refused":
                    raise InputError(value)
                case "broken":
                    raise Broken(*value)
                case _:
                    told(value)

    def _end(self) -> None:
        process, line, self._process, self._line = self._process, self._line, None, None
        if line is not None:
            line.close()
        if process is not None and process.pid is not None:
            process.kill()
            process.join()


def _serve(line: Connection, prepare: Callable[[], None]) -> None:
    """Do tasks until the line closes, which it does with the process at its other end."""
    with contextlib.suppress(ValueError, AttributeError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a keystroke ends the app, and the app its processes
    prepare()

    def tell(kind: str, value: Any) -> None:
        line.send((kind, value))

    with contextlib.suppress(EOFError, OSError):
        while True:
            task, arguments = line.recv()
            try:
                tell("done", task(*arguments, tell=tell))
            except InputError as fault:
                tell("refused", str(fault))
            except Exception as fault:  # one bad job must not end the others
                tell("broken", (type(fault).__name__, traceback.format_exc()))


def memory(process: int | None = None) -> int:
    """Bytes of memory that a process (default: this one) and all that it started hold; 0 where the machine does not
    say."""
    root = Path("/proc") / str(process or os.getpid())
    try:
        lines = [thread.joinpath("children").read_text() for thread in (root / "task").iterdir()]
    except OSError:
        return 0
    return memory_alone(process) + sum(memory(int(child)) for line in lines for child in line.split())


def memory_alone(process: int | None = None) -> int:
    """Bytes of memory that a process (default: this one) holds itself."""
    try:
        return int((Path("/proc") / str(process or os.getpid()) / "statm").read_text().split()[1]) * os.sysconf(
            "SC_PAGE_SIZE"
        )
    except (OSError, ValueError, IndexError):
        return 0
