"""Quick answers for sliders: a few blocks held in memory, a world at a time, at once in its first futures alone."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import xarray as xr

from overstretch import facts
from overstretch.defaults import DEFAULT_SEED, NEWEST, REFERENCE_SYSTEM
from overstretch.engine.blocks import Simulator, block_count, lane_count
from overstretch.engine.draws import Draws
from overstretch.engine.plan import BLOCK, Intervention, World
from overstretch.engine.run import dataset
from overstretch.errors import InputError
from overstretch.model.structures import Shocks
from overstretch.systems import Prepared, load_system, prepare_held

FEW = 128  # futures of a first answer: one strip of the program, 50 ms


class Preview:
    """The first futures of a seed, ready to answer what an intervention changes.

    Baseline, draws and shocks stay on the device; an answer costs one pass of the program a block. Futures are the
    same, to the bit, as the first ones of a run with this seed, and are paired with those of `base` by position.
    """

    def __init__(
        self,
        system: str | Path | Prepared = REFERENCE_SYSTEM,
        as_of: str | date = NEWEST,
        seed: int = DEFAULT_SEED,
        off: tuple[str, ...] = (),
        futures: int = BLOCK,
    ) -> None:
        """system: a shipped name, the path of a system file, or a system already prepared (then as_of is its own)."""
        self.prepared = system if isinstance(system, Prepared) else _prepare(system, as_of)
        self.futures = futures
        self._simulator = Simulator(self.prepared, seed, off)
        blocks = range(block_count(futures))
        self._held = [(self._simulator.draws(block), self._simulator.shocks(block)) for block in blocks]

    @cached_property
    def base(self) -> xr.Dataset:
        """The base world."""
        return self.answer(())

    @cached_property
    def few(self) -> xr.Dataset:
        """The base world in the first FEW futures."""
        return self.base.isel(future=slice(FEW))

    def answer(self, interventions: Sequence[Intervention]) -> xr.Dataset:
        """The world with these interventions, every variable of engine.schema. Raises InputError for an unknown one."""
        world = World(tuple(interventions))

        def block(place: int) -> dict[str, np.ndarray]:
            draws, shocks = self._held[place]
            return self._simulator.simulate(place, world, draws, shocks) | draws.arrays()

        if len(self._held) == 1:
            found = [block(0)]
        else:
            with ThreadPoolExecutor(lane_count(self._simulator.devices), "preview") as pool:
                found = list(pool.map(block, range(len(self._held))))
        whole = {name: np.concatenate([part[name] for part in found], -1)[..., : self.futures] for name in found[0]}
        return dataset(self.prepared, world, whole)

    def at_once(self, interventions: Sequence[Intervention]) -> xr.Dataset:
        """As `answer`, in the first FEW futures alone, by a program of that width."""
        world, (draws, shocks) = World(tuple(interventions)), self._few
        return dataset(self.prepared, world, self._simulator.simulate(0, world, draws, shocks) | draws.arrays())

    @cached_property
    def _few(self) -> tuple[Draws, Shocks]:
        draws, shocks = self._held[0]
        parameters, variants = (
            {n: x[..., :FEW] for n, x in held.items()} for held in (draws.parameters, draws.variants)
        )
        return Draws(parameters, variants, draws.will[..., :FEW]), Shocks(*(x[..., :FEW] for x in shocks))


def _prepare(system: str | Path, as_of: str | date) -> Prepared:
    every = facts.load()
    try:
        day = as_of if isinstance(as_of, date) else date.fromisoformat(every.newest if as_of == NEWEST else as_of)
    except ValueError:
        raise InputError(f"as_of {as_of!r}: accepted: a day (YYYY-MM-DD) or {NEWEST}") from None
    return prepare_held(load_system(system), every.as_of(day.isoformat()), day)
