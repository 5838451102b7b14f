"""What a job does ahead of its turn, on other threads: the base world while statements are read, charts while it
runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.engine.plan import Plan
    from overstretch.facts import Known
    from overstretch.progress import Progress
    from overstretch.systems import System


class BaseWorld:
    """The base world, simulated on a thread of its own while statements are read, as it does not depend on them.

    Use as a context: where the block is left by an error, the thread stops at its next block of futures. What cannot be
    stopped, compiling, waits until the statements have been read.
    """

    def __init__(
        self, declared: System, known: Known, day: date, futures: int, seed: int, off: tuple[str, ...] = ()
    ) -> None:
        from overstretch.facts.reads import recorder

        self.recorded = recorder(known)  # what the run reads is told beside its answers
        self._given = declared, self.recorded, day
        self._futures, self._seed, self._off = futures, seed, off
        self._stop, self._asked, self._done = threading.Event(), threading.Event(), 0.0
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> BaseWorld:
        self._thread.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._stop.set()
        self._asked.set()
        self._thread.join()  # a thread that outlives the interpreter would end it with a fault

    def _work(self) -> None:
        try:
            from overstretch.engine.plan import World
            from overstretch.engine.run import check_futures, worlds
            from overstretch.systems import prepare_held

            check_futures(self._futures)
            self._go_on("simulate", 0.0)
            self._prepared = prepare_held(*self._given)
            self._go_on("simulate", 0.0)
            wanted = {World(): self._futures}
            (self._world,) = worlds(self._prepared, wanted, self._seed, self._off, self._go_on, self._wait).values()
        except BaseException as fault:  # raised again where the result is asked for
            self._fault = fault

    def _go_on(self, _: str, done: float) -> None:
        self._done = done
        if self._stop.is_set():
            raise InterruptedError("the base world is no longer wanted")

    def _wait(self) -> None:
        self._asked.wait()
        self._go_on("simulate", 0.0)

    def with_contrasts(self, plan: Plan, tell: Progress) -> xr.DataTree:
        """All worlds of the plan, none where figures that every law needs were not held (`lacking` of its attributes).

        Raises what else went wrong on the thread.
        """
        from overstretch.engine.run import no_futures
        from overstretch.engine.run import run as run_plan
        from overstretch.facts import MissingFact
        from overstretch.systems.complete import no_run

        self._asked.set()
        while self._thread.is_alive():
            self._thread.join(0.1)
            tell("simulate", 0.7 * self._done)
        if isinstance(self._fault, MissingFact):
            declared, _, day = self._given
            return no_futures(declared, day, self._seed, self._off, no_run(self._fault, day.isoformat()))
        if self._fault is not None:
            raise self._fault
        return run_plan(
            self._prepared,
            plan,
            self._futures,
            self._seed,
            self._off,
            lambda stage, done: tell(stage, 0.7 + 0.3 * done),
            base=self._world,
        )


@contextmanager
def charts_beside() -> Iterator[None]:
    """Start the drawing of charts on another thread while the block runs: the report would wait for it."""

    def load() -> None:
        from overstretch.report import charts

        charts.warm_up()

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join()
