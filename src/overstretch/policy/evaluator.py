"""The engine as the search sees it: worlds in, futures out, always the same draws and shocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import xarray as xr

from overstretch.engine.plan import Plan, World
from overstretch.policy.objectives import YEAR

if TYPE_CHECKING:
    from overstretch.systems import Prepared


def evaluator(prepared: Prepared, futures: int = 1024, seed: int = 1) -> Callable[[list[World]], xr.DataTree]:
    """A function from worlds to their futures (first `futures`, paired with the base world's).

    `prepared`: a system with its facts (`systems.prepare`). About half a second a world and 1,024 futures on two cores.
    """

    def evaluate(worlds: list[World]) -> xr.DataTree:
        from overstretch.engine.run import run

        plan = Plan(horizon=YEAR, contrasts=tuple(worlds))
        return run(prepared, plan, futures=futures, seed=seed, contrast_futures=futures)

    return evaluate
