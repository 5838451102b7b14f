"""The runs behind the sanity page: the base world, the kept pledge, everything without one mechanism, and bare base
rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import xarray as xr

from overstretch.engine.interventions import parse
from overstretch.engine.plan import Plan, World
from overstretch.engine.run import run
from overstretch.facts import Facts, Known, load
from overstretch.model.registry import SWITCHES
from overstretch.systems import Prepared, load_system, prepare

AS_OF, SEED, LAST = date(2025, 7, 3), 1, 2035
FUTURES, FEW = 4096, 1024
BARE = ("alliance_strain", "cohesion", "leader_strain", "leader_covariates")
KEPT = "keep_pledge()"


@dataclass(frozen=True)
class Runs:
    """Facts at the cut-off and all that were ever held, and the worlds simulated from them."""

    every: Facts
    known: Known
    prepared: Prepared
    base: xr.Dataset
    kept: xr.Dataset
    bare: xr.Dataset

    def without(self, switch: str) -> xr.Dataset:
        """The base world without one mechanism, its first FEW futures."""
        return _without(self.prepared, switch)

    def kept_without_shocks(self) -> xr.Dataset:
        """The kept pledge with no shock, its first FEW futures."""
        world = World((parse(KEPT),))
        tree = run(self.prepared, Plan(LAST, (world,)), FEW, SEED, ("shocks",), contrast_futures=FEW)
        return tree[world.name].to_dataset()

    @property
    def allies(self) -> list[str]:
        """Allies with forces."""
        start = self.prepared.start
        return [
            a for a, ally, armed in zip(self.prepared.actors, start.ally, start.armed, strict=True) if ally and armed
        ]


@cache
def runs() -> Runs:
    """Everything that the page needs but the runs without one mechanism, which are made when a line asks for them."""
    every = load()
    known = every.as_of(AS_OF.isoformat())
    prepared = prepare(load_system("nato-russia"), known, AS_OF)
    world = World((parse(KEPT),))
    tree = run(prepared, Plan(LAST, (world,)), FUTURES, SEED, contrast_futures=FUTURES)
    bare = run(prepared, Plan(LAST), FUTURES, SEED, BARE)
    return Runs(
        every, known, prepared, tree["base"].to_dataset(), tree[world.name].to_dataset(), bare["base"].to_dataset()
    )


_HELD: dict[str, xr.Dataset] = {}


def _without(prepared: Prepared, switch: str) -> xr.Dataset:
    if switch not in _HELD:
        _HELD[switch] = run(prepared, Plan(LAST), FEW, SEED, (switch,) if switch else ())["base"].to_dataset()
    return _HELD[switch]


def main_cause(read: Callable[[xr.Dataset], np.ndarray], reference: float) -> str:
    """The switch that brings a median nearest to a reference when it is off, with what is then left of the distance."""
    held = runs()
    gap = float(np.median(read(held.base)[:FEW])) - reference
    found = []
    for switch in SWITCHES:
        left = float(np.median(read(held.without(switch)))) - reference
        found.append((abs(left), switch, left))
    nearest, switch, left = min(found)
    if nearest > 0.8 * abs(gap):
        return f"no single mechanism makes it (nearest: without `{switch}` {left:+.2g} is left of {gap:+.2g})"
    return f"mostly `{switch}`: without it {left:+.2g} is left of {gap:+.2g}"
