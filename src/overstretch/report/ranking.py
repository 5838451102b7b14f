"""The allies ranked by what they spend in 2035: the band of the futures, the last figure, and their dated plan, on one
scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr

from overstretch.defaults import QUANTILES
from overstretch.questions import catalogue
from overstretch.report import wording
from overstretch.report.allies import ally_name
from overstretch.report.past import past_figures
from overstretch.report.summaries import ALL, LEVEL_YEARS, world

YEAR = LEVEL_YEARS[-1]
LEVEL = 3.5
PLAN = "plan_core_share"
FIRST_PAST = 2014


@dataclass(frozen=True)
class Ally:
    """One row: quantiles (5, 25, 50, 75, 95%), the last figure and the plan as shares (0-1) of the scale, and the same
    in words."""

    name: str
    quantiles: tuple[float, ...]
    last: float | None
    plan: float | None
    median: str
    band: str
    now: str
    planned: str


@dataclass(frozen=True)
class Ranking:
    """Rows from the highest median down; `ticks` (share of the scale, figure); `level` the share of the scale at which
    3.5% stands."""

    year: int
    rows: tuple[Ally, ...]
    ticks: tuple[tuple[float, int], ...]
    level: float


def ranked(futures: xr.DataTree, facts: Any) -> Ranking:
    """The allies with forces by the median of their core share in 2035, % of GDP."""
    codes = list(catalogue.armed(ALL))
    values = world(futures)["core_share"].sel(actor=codes, year=YEAR).transpose("actor", "future").values
    quantiles = dict(zip(codes, np.quantile(np.asarray(values, dtype=float), QUANTILES, axis=1).T, strict=True))
    now, plans = {c: last_figure(facts, c) for c in codes}, {c: plan_of(facts, c) for c in codes}
    held = [quantiles[c][-1] for c in codes] + [pair[1] for pair in (*now.values(), *plans.values()) if pair]
    top = float(np.ceil(max(held)))
    rows = [_row(code, quantiles[code], now[code], plans[code], top) for code in codes]
    order = sorted(range(len(codes)), key=lambda k: -quantiles[codes[k]][2])
    ticks = tuple((tick / top, tick) for tick in range(int(top) + 1))
    return Ranking(YEAR, tuple(rows[k] for k in order), ticks, LEVEL / top)


def _row(code: str, at: np.ndarray, now: tuple[int, float] | None, plan: tuple[int, float] | None, top: float) -> Ally:
    return Ally(
        name=ally_name(code),
        quantiles=tuple(float(q) / top for q in at),
        last=now[1] / top if now else None,
        plan=plan[1] / top if plan else None,
        median=f"{at[2]:.1f}",
        band=f"{at[0]:.1f} to {at[-1]:.1f}",
        now=f"{now[1]:.2f} in {now[0]}" if now else wording.MISSING,
        planned=f"{plan[1]:g} by {plan[0]}" if plan else "",
    )


def last_figure(facts: Any, code: str) -> tuple[int, float] | None:
    """Year and value of the last figure or estimate of the core share."""
    past = past_figures(facts, "core_share", code, FIRST_PAST, calendar_years=True)
    return None if past is None else (int(past["at"].iloc[-1]), float(past["value"].iloc[-1]))


def plan_of(facts: Any, code: str, until: int = YEAR) -> tuple[int, float] | None:
    """Year and value of the ally's plan that reaches furthest, up to a year."""
    if not facts.has(PLAN, code):
        return None
    held = [(int(period), float(value)) for period, value in facts.series(PLAN, code).items() if period.isdigit()]
    return max((pair for pair in held if pair[0] <= until), default=None)
