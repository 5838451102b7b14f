"""One block of futures of any world, without building a dataset: name → array [..., 1024]."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from overstretch.engine.blocks import Simulator, Task
from overstretch.engine.interventions import parse
from overstretch.engine.plan import World


class Block:
    """The first block of a prepared system; the same draws in every world; the last worlds are kept."""

    def __init__(self, prepared, seed: int = 1) -> None:
        self.prepared, self.seed = prepared, seed
        self.world = lru_cache(maxsize=6)(self._world)  # 25 MB a world
        self.base = self.world()

    def _world(self, do: str = "", off: tuple[str, ...] = ()) -> dict[str, np.ndarray]:
        """do: interventions joined by "+"; off: switches."""
        world = World(tuple(parse(text) for text in do.split("+") if text.strip()))
        piece = next(iter(Simulator(self.prepared, self.seed, off).results([Task(0, world, True)], lambda made: made)))
        return piece.arrays

    def of(self, name: str, actor: str | None = None, do: str = "", off: Iterable[str] = ()) -> np.ndarray:
        arrays = self.world(do, tuple(off)) if do or off else self.base
        values = arrays[name]
        return values if actor is None else values[self.prepared.actors.index(actor)]

    def year(self, year: int) -> int:
        return self.prepared.years.index(year)

    def quarter(self, label: str) -> int:
        return self.prepared.quarters.index(label)

    def parameter(self, name: str) -> np.ndarray:
        from overstretch.engine.draws import draw_names

        return self.of("parameters")[list(draw_names(self.prepared)).index(name)]

    def variant(self, axis: str) -> np.ndarray:
        from overstretch.assumptions import AXES

        return self.of("variants")[list(AXES).index(axis)]
