"""Shocks of the stochastic run: a user's quarterly ones, else annual first differences of held series."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from overstretch.debt.ratesfile import number, read_rows
from overstretch.errors import InputError
from overstretch.facts import Known, annual, entities

OUTER = (0.05, 0.95)  # shocks beyond these quantiles are pulled to them
FIRST_YEAR = 2000
FEWEST = {1: 12, 4: 40}  # least shocks, yearly and quarterly
QUARTERLY = ("short", "long", "growth", "primary_balance")
EXCHANGE = ("euro", "dollar")
ANNUAL = ("effective_rate", "growth", "primary_balance")
_LARGEST = 60.0  # points, percent


@dataclass(frozen=True)
class Shocks:
    """Sample of first differences, [n, variables], in points (exchange rates in percent). `each_year` is 1 or 4."""

    names: tuple[str, ...]
    sample: np.ndarray
    each_year: int
    source: str

    def covariance(self) -> np.ndarray:
        """Covariance after each variable is winsorised at its 5 and 95% quantiles."""
        low, high = np.quantile(self.sample, OUTER, axis=0)
        return np.atleast_2d(np.cov(np.clip(self.sample, low, high), rowvar=False))


def held_shocks(known: Known, ally: str, last: int) -> Shocks:
    """The stand-in: yearly changes since 2000 of nominal growth, primary balance and effective rate (WEO), to `last`.

    Raises InputError where fewer than twelve years are held.
    """
    gdp = annual(known.series("gdp_lcu", ally))
    rate = annual(known.series("net_effective_rate", ally))
    balance = annual(known.series("balance_primary", ally))
    growth = (gdp / gdp.shift(1) - 1) * 100
    years = range(FIRST_YEAR, last + 1)
    levels = np.column_stack([series.reindex(years).to_numpy(float) for series in (rate, growth, balance)])
    sample = np.diff(levels, axis=0)
    sample = sample[np.isfinite(sample).all(axis=1)]
    if len(sample) < FEWEST[1]:
        raise InputError(
            f"the stochastic run of {ally} needs {FEWEST[1]} yearly changes since {FIRST_YEAR}; {len(sample)} "
            f"are held: "
            "give a file of quarterly shocks (--shocks)"
        )
    edition = known.series("gdp_lcu", ally).attrs["edition"]
    return Shocks(
        ANNUAL,
        sample,
        1,
        f"{len(sample)} yearly changes of nominal growth, primary balance and net effective rate (WEO "
        f"{edition}, to {last}) "
        "stand in for the quarterly shocks since 2000, which are not held; no exchange-rate shocks",
    )


@dataclass(frozen=True)
class GivenShocks:
    """Quarterly shocks that a user gave: entity → quarter → values in the order of `names`. `name` is the file's."""

    name: str
    names: tuple[str, ...]
    values: dict[str, dict[str, list[float]]]

    def of(self, ally: str) -> Shocks:
        """An ally's shocks. Raises InputError where fewer than forty quarters are given."""
        own = self.values.get(ally, {})
        if len(own) < FEWEST[4]:
            raise InputError(
                f"{self.name}: {len(own)} quarters of {ally} from {FIRST_YEAR} on; at least {FEWEST[4]} are needed"
            )
        return Shocks(self.names, np.array(list(own.values())), 4, f"{len(own)} quarterly shocks from {self.name}")


def read_shocks(path: Path) -> GivenShocks:
    """Quarterly shocks from a CSV: entity, period (2000Q1), short, long, growth, primary_balance.

    Values are first differences from the quarter before, in points; euro and dollar (optional) are changes of the price
    of foreign currency, percent. Quarters before 2000 are left out. Raises InputError naming file, row and column of
    what cannot be used.
    """
    rows = read_rows(path, ("entity", "period", *QUARTERLY), EXCHANGE)
    names = tuple(name for name in (*QUARTERLY, *EXCHANGE) if rows and name in rows[0][1])
    given: dict[str, dict[str, list[float]]] = {}
    for row, line in rows:
        where = f"{path}, row {row}"
        code, period = line["entity"].strip().upper(), line["period"].strip()
        if code not in entities():
            raise InputError(f"{where}, column entity: {line['entity']!r} is no entity; accepted: an ISO-3 code")
        if not re.fullmatch(r"\d{4}Q[1-4]", period):
            raise InputError(f"{where}, column period: {period!r} is no quarter; accepted: such as 2000Q1")
        values = [number(line[n], f"{where}, column {n}", -_LARGEST, _LARGEST, "points") for n in names]
        sample = given.setdefault(code, {})
        if period in sample:
            raise InputError(f"{where}, column period: {period} is given twice for {code}")
        if int(period[:4]) >= FIRST_YEAR:
            sample[period] = values
    return GivenShocks(path.name, names, given)
