"""The stochastic run: five years of normal shocks around a path, and how often debt does not rise.

Reference: European Commission, Debt Sustainability Monitor, annex on stochastic projections.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overstretch.debt.criteria import LOW_DEBT, STOCHASTIC_YEARS
from overstretch.debt.inputs import Inputs
from overstretch.debt.projection import Path
from overstretch.debt.shocks import Shocks

DRAWS = 20_000
SEED = 1
LONGEST_MATURITY = 30  # years


@dataclass(frozen=True)
class YearlyShocks:
    """Drawn shocks of the years after E, [draws, 5]: effective rate, growth, balance in points; `valuation` a
    factor."""

    rate: np.ndarray
    growth: np.ndarray
    balance: np.ndarray
    valuation: np.ndarray


def draw(shocks: Shocks, inputs: Inputs, draws: int = DRAWS, seed: int = SEED) -> YearlyShocks:
    """Normal draws with the shocks' covariance, mean zero, seeded, and summed to years.

    Growth and balance: the sum over a year's quarters. Short rate: likewise. Long rate: the sum of all shocks so far,
    of which a share t over the mean maturity has been refinanced in year t. A yearly sample holds the effective rate
    itself, whose changes last: they are summed over the years.
    """
    generator = np.random.default_rng(seed)
    shape = (draws, STOCHASTIC_YEARS * shocks.each_year)
    drawn = generator.multivariate_normal(np.zeros(len(shocks.names)), shocks.covariance(), size=shape, method="eigh")
    by = {name: drawn[..., k] for k, name in enumerate(shocks.names)}

    def yearly(name: str) -> np.ndarray:
        return by[name].reshape(draws, STOCHASTIC_YEARS, shocks.each_year).sum(axis=2)

    valuation = np.ones((draws, STOCHASTIC_YEARS))
    for name, share in (("euro", inputs.euro_share), ("dollar", inputs.dollar_share)):
        if name in by:
            valuation += share * yearly(name) / 100
    if shocks.each_year == 1:
        rate = np.cumsum(by["effective_rate"], axis=1)
    else:
        year = np.arange(1, STOCHASTIC_YEARS + 1)
        refinanced = np.minimum(year / mean_maturity(inputs), 1.0)
        rate = inputs.short_share * yearly("short")
        rate = rate + (1 - inputs.short_share) * refinanced * np.cumsum(yearly("long"), axis=1)
    return YearlyShocks(rate, yearly("growth"), yearly("primary_balance"), valuation)


def mean_maturity(inputs: Inputs) -> float:
    """Mean residual maturity of long-term debt, years: one over the share maturing in a year, at most 30."""
    share = float(inputs.maturing[-1])
    return LONGEST_MATURITY if share <= 1 / LONGEST_MATURITY else float(round(1 / share))


def simulate(path: Path, end: int, shocks: YearlyShocks) -> np.ndarray:
    """Debt over GDP, %, [draws, 6]: of E and of the five years after it. `end` is the index of E."""
    ratio = np.empty((len(shocks.rate), STOCHASTIC_YEARS + 1))
    ratio[:, 0] = path.ratio[end]
    for k in range(STOCHASTIC_YEARS):
        t = end + 1 + k
        rate = 1 + (path.effective[t] + shocks.rate[:, k]) / 100
        growth = path.gdp[t] / path.gdp[t - 1] + shocks.growth[:, k] / 100
        flow = 100 * path.stock_flow[t] / path.gdp[t]
        ratio[:, k + 1] = (
            ratio[:, k] * rate / growth * shocks.valuation[:, k] - (path.primary[t] + shocks.balance[:, k]) + flow
        )
    return ratio


def probability(path: Path, end: int, shocks: YearlyShocks) -> float:
    """Share of draws with debt at E+5 not above E's, or at or below 60% of GDP, whichever is larger."""
    final = simulate(path, end, shocks)[:, -1]
    return float(max(np.mean(final <= path.ratio[end]), np.mean(final <= LOW_DEBT)))
