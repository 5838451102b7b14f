"""Worlds held in memory: a lever that is moved costs one pass of the compiled program, and at once in few futures."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import xarray as xr

from overstretch import jobs
from overstretch.claims.bench import Bench
from overstretch.claims.judging import judged
from overstretch.claims.record import Verdict
from overstretch.claims.typed import asked_as
from overstretch.engine.executables import give_back_memory
from overstretch.engine.interventions import expand
from overstretch.engine.plan import BASE, World
from overstretch.engine.preview import FEW, Preview
from overstretch.engine.run import run_attributes
from overstretch.facts import Facts
from overstretch.facts.ages import Input
from overstretch.facts.reads import recorder
from overstretch.questions.check import understood
from overstretch.questions.data import Do, Given
from overstretch.questions.futures.answer import Worlds
from overstretch.report.ranking import last_figure, plan_of
from overstretch.systems import prepare_held
from overstretch.systems.inputs import inputs_noted

MOST_RUNS = 2  # held at a time: 130 MB a thousand futures
MOST_WORLDS = 2  # of each run, beside the base world: 25 MB a thousand futures
Figure = tuple[int, float] | None
typed = lru_cache(4096)(understood)  # a question of a page as data
Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(OrderedDict[Key, Value]):
    """The last values used, at most `most`; each is made once, by whoever asks first, while others wait."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most, self._lock, self._making = most, threading.Lock(), {}  # type: ignore[var-annotated]

    def get_or_make(self, key: Key, make: Callable[[], Value]) -> Value:
        with self._lock:
            gate = self._making.setdefault(key, threading.Lock())
        with gate:
            with self._lock:
                if key in self:
                    self.move_to_end(key)
                    return self[key]
            try:
                made = make()
            finally:  # nothing stays of what could not be made
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self[key] = made
                while len(self) > self.most:
                    self.popitem(last=False)
            return made

    def drop(self) -> bool:
        """Drop the value used longest ago; False where none is held."""
        with self._lock:
            if self:
                self.popitem(last=False)
                return True
        return False


class Held:
    """One cut-off, number of futures and seed, ready for any lever: facts, the base world, and what was answered in
    it."""

    def __init__(
        self, preview: Preview, every: Facts, day: date, attributes: dict[str, Any], inputs: Sequence[Input] = ()
    ) -> None:
        """attributes: of the run (engine.run_attributes); inputs: the figures that it starts from."""
        self.preview, self.day, self.inputs = preview, day, list(inputs)
        tree = xr.DataTree.from_dict({f"/{BASE}": preview.base})
        tree.attrs = attributes
        self.bench = Bench(tree, every, day, inputs=inputs)
        assert self.bench.known is not None
        self.known = self.bench.known
        few = xr.DataTree.from_dict({f"/{BASE}": preview.few})
        self._few = Worlds(few, self.bench.published)
        self._worlds: Kept[str, tuple[Bench, xr.Dataset]] = Kept(MOST_WORLDS)
        self._verdicts: Kept[tuple[str, str, bool], Verdict] = Kept(2048)
        self._published: Kept[tuple[str, int], tuple[Figure, Figure]] = Kept(1024)

    @property
    def base(self) -> xr.Dataset:
        return self.preview.base

    def changed(self, world: str) -> tuple[Bench, xr.Dataset]:
        """A world in all futures, and the bench with it. Raises InputError."""

        def make() -> tuple[Bench, xr.Dataset]:
            named = World(expand(world, {}))
            data = self.preview.answer(named.interventions)
            return self.bench.beside(named, data), data

        return self._worlds.get_or_make(world, make)

    def at_once(self, world: str) -> tuple[Worlds, xr.Dataset]:
        """A world in the first FEW futures, with the base world in the same ones. Raises InputError."""
        if world in self._worlds:
            bench, data = self.changed(world)
            return bench.worlds, data
        named = World(expand(world, {}))
        data = self.preview.at_once(named.interventions)
        return self._few.beside(named, data), data

    @staticmethod
    def pair(world: str) -> tuple[World, World]:
        """The base world, and the one of these interventions."""
        return World(), World(expand(world, {}))

    def verdict(self, text: str, world: str, effects: bool = True) -> Verdict:
        """The answer to a typed question, in a world where one is named: as `overstretch.ask` gives it, without the
        world's effect where none is asked."""

        def make() -> Verdict:
            question = typed(text)
            if world:
                question = understood(Given(question, (Do(world),)))
            bench = self.changed(world)[0] if world else self.bench
            return judged(question, asked_as(question, self.day), bench, [], brief=True, effects=effects)

        return self._verdicts.get_or_make((text, world, effects), make)

    def spent(self, code: str, until: int) -> tuple[Figure, Figure]:
        """An ally's last figure of core spending and its dated plan up to a year, each a year and % of GDP, None where
        not held."""
        made = self._published.get_or_make
        return made((code, until), lambda: (last_figure(self.known, code), plan_of(self.known, code, until)))


def under(text: str, world: str) -> str:
    """A question asked in a world, as it can be typed."""
    return f"({text}) given {world}" if world else text


_RUNS: Kept[tuple[str, int, int], Held] = Kept(MOST_RUNS)


def _made(as_of: str, futures: int, seed: int) -> Held:
    every = jobs.all_facts(())
    day = jobs.checked_day(as_of) or date.fromisoformat(every.newest)
    declared = jobs.declared_for_statements(jobs.REFERENCE_SYSTEM)
    notes = recorder(every.as_of(day.isoformat()))
    prepared = prepare_held(declared, notes, day)
    preview = Preview(prepared, seed=seed, futures=futures)
    threading.Thread(
        target=preview.at_once, args=((),), daemon=True
    ).start()  # its program is read or compiled meanwhile
    attributes = run_attributes(prepared, seed, futures, (World(),), ())
    return Held(preview, every, day, attributes, inputs_noted(declared, notes, notes))


def held(as_of: str, futures: int, seed: int) -> Held:
    """The run of a cut-off, number of futures and seed; made once, some seconds' work, and kept while it is used."""
    return _RUNS.get_or_make((as_of, futures, seed), lambda: _made(as_of, futures, seed))


def give_way() -> bool:
    """Give the memory of the run used longest ago back; False where none is held. Its page prepares it anew when a
    lever is moved."""
    dropped = _RUNS.drop()
    gc.collect()
    give_back_memory()
    return dropped


def is_held(as_of: str, futures: int, seed: int) -> bool:
    return (as_of, futures, seed) in _RUNS


__all__ = ["FEW", "Held", "Kept", "give_way", "held", "is_held", "under"]
