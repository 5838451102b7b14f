"""A held run over toy futures, so that the pages with levers are tested without a simulation."""

from __future__ import annotations

import sys
import time
from datetime import date
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "claims"))

from synthetic import synthetic_futures

from overstretch import facts
from overstretch.answers import Answer
from overstretch.app import worlds
from overstretch.cited import Source
from overstretch.engine.plan import World
from overstretch.tabular import Band, Column, Table

DAY = date(2025, 7, 3)
FUTURES, FEW = 256, 64


class Toy:
    """What engine.preview.Preview does, with toy futures. slow: seconds that a whole answer takes beyond a first
    one."""

    def __init__(self, seed=1, slow=0.0):
        self.seed, self.slow, self.asked = seed, slow, []

    def _world(self, name):
        tree = synthetic_futures(FUTURES, [name] if name else [], seed=self.seed)
        return tree[name or "base"].to_dataset()

    @cached_property
    def base(self):
        return self._world("")

    @cached_property
    def few(self):
        return self.base.isel(future=slice(FEW))

    def answer(self, interventions):
        time.sleep(self.slow)
        self.asked.append(World(tuple(interventions)).name)
        return self._world(World(tuple(interventions)).name)

    def at_once(self, interventions):
        return self._world(World(tuple(interventions)).name).isel(future=slice(FEW))


def toy(seed=1, slow=0.0):
    """A held run as `overstretch.app.worlds.held` gives one."""
    tree = synthetic_futures(FUTURES, [], seed=seed)
    return worlds.Held(Toy(seed, slow), facts.load(), DAY, dict(tree.attrs))


def toy_answer(name, *, progress=None, **options):
    """An answer of two rows, as `overstretch.answer` gives one; it says how it was asked for."""
    columns = (Column("ally"), Column("3.5% core", "chance", "chance"))
    rows = tuple((ally, Band(p, p / 2, 2 * p, f"{100 * p:.0f}")) for ally, p in (("Poland", 0.4), ("Spain", 0.1)))
    table = Table(
        "A title",
        columns,
        rows,
        ("a sentence.",),
        (Source("NATO: edition 2026", "https://example.org/nato"),),
        {"name": name, **options},
        ("3.5% core",),
    )
    return Answer(name, "A title", ("a sentence.",), "", "", table)
