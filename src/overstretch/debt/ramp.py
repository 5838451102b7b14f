"""What a debt-financed rise of spending does to debt: the same path with and without it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as File

import numpy as np

from overstretch.debt.assess import AS_OF, rule_set
from overstretch.debt.inputs import read_inputs
from overstretch.debt.members import EUROPEAN_UNION
from overstretch.debt.outside import read_outside
from overstretch.debt.plan import MULTIPLIER, Plan, Ramp
from overstretch.debt.projection import Path
from overstretch.debt.ratesfile import GivenRates, read_rates
from overstretch.facts import Known, load
from overstretch.tabular import Table, Tabular


@dataclass(frozen=True)
class RampEffect(Tabular):
    """Debt with and without a ramp, by year; `without` and `with_ramp` are whole paths, notes name the stand-ins."""

    ally: str
    rules: str
    ramp: Ramp
    multiplier: float
    without: Path
    with_ramp: Path
    notes: tuple[str, ...]

    @property
    def debt(self) -> np.ndarray:
        """Points of GDP that the ramp adds to debt, by year."""
        return self.with_ramp.ratio - self.without.ratio

    @property
    def gdp(self) -> np.ndarray:
        """Per cent that the ramp adds to GDP, by year."""
        return 100 * (self.with_ramp.gdp / self.without.gdp - 1)

    def debt_in(self, year: int) -> float:
        """Points of GDP added to debt in a year."""
        return float(self.debt[int(year - self.without.years[0])])

    def as_table(self) -> Table:
        """Debt with and without the ramp, and what it adds, by year."""
        from overstretch.debt.tabled import ramp_table

        return ramp_table(self)


def ramp_effect(
    ally: str,
    points: float,
    *,
    start: int = 2027,
    end: int = 2035,
    multiplier: float = MULTIPLIER,
    rules: str = "european",
    as_of: str = AS_OF,
    rates: File | str | GivenRates | None = None,
    known: Known | None = None,
) -> RampEffect:
    """Effect of a linear, debt-financed rise of `points` of GDP over `start` to `end` on top of the forecast.

    Beyond the Union only the model's own law holds (`rules="model"`), on the IMF's forecast.
    Raises InputError as `assess` does, and for a ramp outside the projection.
    """
    make = rule_set(rules)
    known = known or load().as_of(as_of)
    if rules == "model" and ally not in EUROPEAN_UNION:
        inputs = read_outside(known, ally)
    else:
        inputs = read_inputs(known, ally, read_rates(File(rates)) if isinstance(rates, str | File) else rates)
    ramp = Ramp(points, start, end)
    inputs.place(start)
    inputs.place(end)
    plans = (Plan(multiplier=multiplier), Plan(multiplier=multiplier, ramp=ramp))
    without, with_ramp = map(make(inputs), plans)
    return RampEffect(ally, rules, ramp, multiplier, without, with_ramp, inputs.notes)
