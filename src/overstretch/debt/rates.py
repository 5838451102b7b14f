"""Market rates and prices: published years, forwards at T+10, the method's own values at T+30, linear between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overstretch.debt.members import EURO_AREA
from overstretch.debt.ratesfile import EVERYONE, GivenRates
from overstretch.errors import InputError
from overstretch.facts import Known, annual

FORWARD_YEAR, LONG_RUN_YEAR = 10, 30
LONG_RUN_LONG = {"POL": 4.5, "ROU": 4.5, "HUN": 5.0}  # others 4
LONG_RUN_INFLATION = {"POL": 2.5, "ROU": 2.5, "HUN": 3.0}  # others 2
INFLATION_STAND_IN = 2.0  # the euro area's target, where no swap is given
YIELDS = {"short": "yield_short", "long": "yield_10y"}


@dataclass(frozen=True)
class MarketRates:
    """Market rates for new short- and long-term debt and inflation of the deflator, % a year, T to the horizon."""

    short: np.ndarray
    long: np.ndarray
    inflation: np.ndarray


def market_rates(
    known: Known, ally: str, first: int, horizon: int, deflator: np.ndarray, given: GivenRates | None, notes: list[str]
) -> MarketRates:
    """Paths of market rates and inflation over T to T+horizon; every stand-in is added to `notes`.

    Short rates end at half the long ones (T+30). Without forward rates the last published yield is held to T+10.
    Raises InputError where neither the facts nor the file hold a rate at all.
    """
    long_run = LONG_RUN_LONG.get(ally, 4.0)
    ends = {"short": long_run / 2, "long": long_run}
    paths = {rate: _rate(known, ally, rate, first, horizon, ends[rate], given, notes) for rate in YIELDS}
    inflation = _inflation(known, ally, first, horizon, deflator, given, notes)
    return MarketRates(paths["short"], paths["long"], inflation)


def _rate(
    known: Known, ally: str, rate: str, first: int, horizon: int, end: float, given: GivenRates | None, notes: list[str]
) -> np.ndarray:
    published = {}
    if known.has(YIELDS[rate], ally):
        series = annual(known.series(YIELDS[rate], ally))
        published = {int(year): float(value) for year, value in series.items() if year >= first}
    own = given.of(ally, rate)[0] if given else {}
    own = {year: value for year, value in own.items() if year >= first}
    anchors = published | own
    if not anchors:
        raise InputError(
            f"no {rate} market rate of {ally} is held ({YIELDS[rate]}); give one in a file of market rates "
            f"(overstretch debt {ally} --rates FILE), "
            f"rows such as {ally},{rate},{first + 1},3.0"
        )
    forward = first + FORWARD_YEAR
    latest = max(anchors)
    if given and own:
        notes.append(f"{rate} market rates of {', '.join(map(str, sorted(own)))} from {given.name}")
    if latest < forward:
        anchors[forward] = anchors[latest]
        notes.append(
            f"no forward of the {rate} market rate is given: the yield published for {latest}, "
            f"{anchors[latest]:.2f}%, is held "
            f"to {forward} and stands in"
        )
    anchors.setdefault(first + LONG_RUN_YEAR, end)
    return _linear(anchors, first, horizon)


def _inflation(
    known: Known, ally: str, first: int, horizon: int, deflator: np.ndarray, given: GivenRates | None, notes: list[str]
) -> np.ndarray:
    anchors = {first + t: float(value) for t, value in enumerate(deflator)}
    forward, last = first + FORWARD_YEAR, first + len(deflator) - 1
    values, own = given.of(ally, "inflation") if given else ({}, False)
    values = {year: value for year, value in values.items() if year > last}
    if values and given:
        notes.append(f"expected inflation from {given.name}" + ("" if own else f" ({EVERYONE})"))
        anchors |= values
    if max(anchors) < forward:
        anchors[forward] = INFLATION_STAND_IN
        notes.append(f"no inflation swap is given: {INFLATION_STAND_IN:g}% in {forward} stands in")
        own = False
    if ally in ("POL", "ROU") and not own:
        wedge = (float(deflator[-1]) - euro_area_deflator(known, last)) / 2
        anchors[forward] = float(np.interp(forward, sorted(anchors), [anchors[y] for y in sorted(anchors)])) + wedge
        notes.append(
            f"inflation of {ally} in {forward} lies {wedge:+.2f} points off the euro area's: half of the gap of {last}"
        )
    anchors.setdefault(first + LONG_RUN_YEAR, LONG_RUN_INFLATION.get(ally, 2.0))
    return _linear(anchors, first, horizon)


def euro_area_deflator(known: Known, year: int) -> float:
    """Growth of the deflator of the euro area's allies in a year, %, weighted by GDP."""
    members = sorted(EURO_AREA)
    growth = np.array([known.value("gdp_deflator_growth_dsa", ally, year) for ally in members])
    weight = np.array([known.value("gdp_lcu_dsa", ally, year) for ally in members])
    return float(growth @ weight / weight.sum())


def _linear(anchors: dict[int, float], first: int, horizon: int) -> np.ndarray:
    years = sorted(anchors)
    return np.interp(np.arange(first, first + horizon + 1), years, [anchors[year] for year in years])
