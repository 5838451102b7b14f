"""Hazards of the alliance and of Russia's ruler, grade by grade, against their base rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import xarray as xr

from overstretch.claims import outcomes, worlds
from overstretch.claims.base_rates import alliance_base_rate, leader_base_rate
from overstretch.claims.history import History
from overstretch.claims.record import BaseRate
from overstretch.claims.templates import alliance_collapse, ruler_downfall
from overstretch.report.summaries import world

YEARS = (2030, 2035)
ROUTE_NAMES = (
    "irregular exit alone", "regular exit, forced or not", "natural death in office (never counted as downfall)",
)  # fmt: skip
Outcome = Callable[[xr.Dataset, int], np.ndarray]
Rate = Callable[[str, int], BaseRate | None]


@dataclass(frozen=True)
class Rates:
    """Base rates by grade and year, of the alliance and of rulers."""

    alliance: Rate
    leader: Rate


def base_rates(facts: Any) -> Rates:
    """The base rates that the claims use, from the counts among the facts."""
    past = History(None, date.fromisoformat(facts.day))
    past.known = facts  # the report is handed what was known at the cut-off, which is all that base rates may use
    return Rates(
        lambda grade, year: alliance_base_rate(past, grade, year), lambda end, year: leader_base_rate(past, end, year)
    )


@dataclass(frozen=True)
class Hazard:
    """One grade: its probability by the end of each of YEARS, its base rate by the last of them, and the paired
    effect on it of the spending named in the section (None where the contrast worlds were not run)."""

    name: str
    probabilities: tuple[float, ...]
    base_rate: BaseRate | None
    effect: float | None


def alliance_hazards(futures: xr.DataTree, rate: Rate) -> list[Hazard]:
    """The alliance, from strain to dissolution; effect: pledge kept against burdens held at their 2024 share."""
    pair = _pair(futures, "NATO")
    return [
        _hazard(words, futures, partial(_alliance, grade=grade), pair, rate(grade, YEARS[-1]))
        for grade, words in alliance_collapse.GRADES.items()
    ]


def leader_hazards(futures: xr.DataTree, rate: Rate) -> list[Hazard]:
    """Russia's ruler: ends of rule, then routes out of office; effect: burden sustained against its 2021 share."""
    pair = _pair(futures, "RUS")
    ends = [
        _hazard(words, futures, partial(_ruler, end=end), pair, rate(end, YEARS[-1]))
        for end, words in ruler_downfall.ENDS.items()
    ]
    routes = [
        _hazard(words, futures, partial(_route, route=route), pair, None)
        for words, route in zip(ROUTE_NAMES, ruler_downfall.ROUTES, strict=True)
    ]
    return [*ends, *routes]


def _alliance(data: xr.Dataset, year: int, grade: str) -> np.ndarray:
    return alliance_collapse.by_grade(data, grade, year)


def _ruler(data: xr.Dataset, year: int, end: str) -> np.ndarray:
    return ruler_downfall.by_end(data, end, year)


def _route(data: xr.Dataset, year: int, route: str) -> np.ndarray:
    return outcomes.by_competing_hazards(data, (route,), ruler_downfall.ROUTES, year)


def _pair(futures: xr.DataTree, side: str) -> tuple[xr.Dataset, xr.Dataset] | None:
    high, low = (w.name for w in worlds.spending_contrast(side, "up"))
    if high not in futures.children or low not in futures.children:
        return None
    return world(futures, high), world(futures, low)


def _hazard(
    name: str, futures: xr.DataTree, outcome: Outcome, pair: tuple[xr.Dataset, xr.Dataset] | None, rate: BaseRate | None
) -> Hazard:
    base = world(futures)
    effect = None
    if pair is not None:
        n = min(each.sizes["future"] for each in pair)
        high, low = (outcome(each, YEARS[-1])[:n] for each in pair)
        effect = float((high - low).mean())
    return Hazard(name, tuple(float(outcome(base, year).mean()) for year in YEARS), rate, effect)
