"""Quick answers for sliders: one block held in memory, a world at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import xarray as xr

from overstretch import facts
from overstretch.engine.blocks import Simulator
from overstretch.engine.plan import Intervention, World
from overstretch.engine.run import dataset
from overstretch.errors import InputError
from overstretch.systems import Prepared, load_system, prepare_held


class Preview:
    """The first 1,024 futures of a seed, ready to answer what an intervention changes.

    Baseline, draws and shocks stay on the device; an answer costs one pass of the program. Futures are the same, to the
    bit, as the first 1,024 of a run with this seed, and are paired with those of `base` by position.
    """

    def __init__(
        self, system: str | Path | Prepared = "nato-russia", as_of: str | date = "now", seed: int = 1, off: tuple[str, ...] = ()
    ) -> None:  # fmt: skip
        """system: a shipped name, the path of a system file, or a system already prepared (then as_of is its own)."""
        self.prepared = system if isinstance(system, Prepared) else _prepare(system, as_of)
        self._simulator = Simulator(self.prepared, seed, off)
        self._draws = self._simulator.draws(0)
        self._shocks = self._simulator.shocks(0)

    @cached_property
    def base(self) -> xr.Dataset:
        """The base world."""
        return self.answer(())

    def answer(self, interventions: Sequence[Intervention]) -> xr.Dataset:
        """The world with these interventions, every variable of engine.schema. Raises InputError for an unknown one."""
        world = World(tuple(interventions))
        result = self._simulator.simulate(0, world, self._draws, self._shocks)
        return dataset(self.prepared, world, result | self._draws.arrays())


def _prepare(system: str | Path, as_of: str | date) -> Prepared:
    every = facts.load()
    try:
        day = as_of if isinstance(as_of, date) else date.fromisoformat(every.newest if as_of == "now" else as_of)
    except ValueError:
        raise InputError(f"as_of {as_of!r}: accepted: a day (YYYY-MM-DD) or now") from None
    return prepare_held(load_system(system), every.as_of(day.isoformat()), day)
