"""The futures of a check, cut-off by cut-off: the main one whole, a further one in fewer futures and only where it has
a say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from overstretch.jobs.ahead import BaseWorld

if TYPE_CHECKING:
    import xarray as xr

    from overstretch.claims.bench import Bench
    from overstretch.claims.days import Asked
    from overstretch.engine.plan import Plan
    from overstretch.facts import Facts, Known
    from overstretch.facts.ages import Input
    from overstretch.jobs.options import Options
    from overstretch.progress import Progress
    from overstretch.systems import Prepared, System

FURTHER = 2_048  # futures of a cut-off beside the main one


class Runs:
    """The cut-offs of a check. After `benches`: `day`, `tree`, `known` and `inputs` of the main one, and the `further`
    days."""

    day: date
    tree: xr.DataTree
    known: Known
    inputs: list[Input]

    def __init__(self, declared: System, every: Facts, options: Options, tell: Progress) -> None:
        self.declared, self.every, self.options, self.tell = declared, every, options, tell
        self.off = tuple(options.off)
        self.further: list[dict[str, Any]] = []
        self._ahead: tuple[date, BaseWorld] | None = None

    def _base(self, day: date) -> BaseWorld:
        return BaseWorld(
            self.declared, self.every.as_of(day.isoformat()), day, self.options.futures, self.options.seed, self.off
        )

    @contextmanager
    def ahead(self, day: date | None) -> Iterator[None]:
        """Simulate the base world of the main day, where it is known already, while the block reads."""
        if day is None:
            yield
            return
        with self._base(day) as base:
            self._ahead = day, base
            yield

    def benches(self, questions: Sequence[Asked], main: date) -> dict[date, Bench]:
        """What the questions of each cut-off are judged by. The main day has its futures whole; a further one is run
        only where the tables leave a question open."""
        days = {main} | {d for q in questions for d in (q.day, q.then) if d is not None}
        at = {day: [q for q in questions if day in (q.day, q.then)] for day in sorted(days)}
        made = {main: self.bench(_plan(at[main], self.options.horizon), main)}
        made |= self._further({day: own for day, own in at.items() if day != main})
        return made

    def bench(self, plan: Plan, day: date) -> Bench:
        """What questions of the main day are judged by: the futures of a plan, the figures known, the run's inputs."""
        from overstretch.claims.bench import Bench
        from overstretch.systems.inputs import inputs_noted

        self.tell("simulate", 0.0)
        self.day, self.known = day, self.every.as_of(day.isoformat())
        if self._ahead is not None and self._ahead[0] == day:
            base = self._ahead[1]
            self.tree = base.with_contrasts(plan, self.tell)
        else:
            with self._base(day) as base:
                self.tree = base.with_contrasts(plan, self.tell)
        self.inputs = inputs_noted(self.declared, self.known, base.recorded) if self.tree.children else []
        return Bench(self.tree, self.every, day, inputs=self.inputs)

    def _further(self, at: dict[date, list[Asked]]) -> dict[date, Bench]:
        """The benches of the other days; days whose inputs are the same share a run."""
        from overstretch.claims.bench import Bench
        from overstretch.claims.judging import open_at
        from overstretch.engine.run import run
        from overstretch.facts import MissingFact
        from overstretch.facts.reads import recorder
        from overstretch.systems import prepare_held
        from overstretch.systems.complete import no_run
        from overstretch.systems.inputs import inputs_noted

        made = {day: Bench(None, self.every, day) for day in at}
        shared: dict[str, list[tuple[date, Prepared]]] = {}
        started: dict[date, list[Input]] = {}
        asking = {day: [q for q in at[day] if open_at(q, bench)] for day, bench in made.items()}
        for day, bench in made.items():
            if bench.known is None or not asking[day]:
                continue
            notes = recorder(bench.known)
            try:
                prepared = prepare_held(self.declared, notes, day)
            except MissingFact as fault:
                made[day] = Bench(None, self.every, day, no_run(fault, day.isoformat()).words)
            else:
                shared.setdefault(prepared.inputs_digest, []).append((day, prepared))
                if day > self.day:  # said after the newest figures: its answer stands alone, and names its figures
                    started[day] = inputs_noted(self.declared, notes, notes)
        number = min(self.options.futures, FURTHER)
        for days in shared.values():
            put = [q for day, _ in days for q in asking[day]]
            tree = run(days[0][1], _plan(put, self.options.horizon), number, self.options.seed, self.off, self.tell)
            for day, _ in days:
                self.further.append({"as_of": day.isoformat(), "futures": number})
                made[day] = Bench(tree, self.every, day, inputs=started.get(day, ()))
        self.further.sort(key=lambda entry: entry["as_of"])
        return made


def _plan(questions: Sequence[Asked], horizon: int | None) -> Plan:
    from overstretch.claims import make_plan

    return make_plan([s for q in questions for s in q.statements], horizon)
