"""The European projection: one debt stock in money, from which every ratio follows.

D_t = D_{t−1}·(1+i_t)·[s_dom + s_eur·e_t/e_{t−1} + s_usd·u_t/u_{t−1}] − PB_t + SF_t,  d_t = 100·D_t/Y_t.
Exchange rates are constant, as the method assumes after the forecast; inside the forecast the stock-flow adjustment
already holds their effect. Reference: European Commission, Debt Sustainability Monitor, annex on the projection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from overstretch.debt.inputs import FORECAST_YEARS, Inputs
from overstretch.debt.plan import (
    ADVERSE,
    CLOSING,
    LOWER_BALANCE,
    PERSISTENCE,
    STRESS_FROM,
    STRESS_RATE,
    STRESS_SLOPE,
    Plan,
)
from overstretch.errors import InputError

AGEING_YEARS = 10  # years after E in which the balance bears the change in ageing cost
PLAUSIBLE_RATE = (-5.0, 40.0)


@dataclass(frozen=True)
class Path:
    """A projection over the years T to T+17. Money in LCU billion, ratios in % of GDP, rates in % a year.

    `debt` is the stock at the end of the year, `ratio` the same over the year's GDP; `deficit` = interest − primary
    balance; `stock_flow` all other changes of the stock. Changes run from the year before, so their first value is of
    T.
    """

    years: np.ndarray
    gdp: np.ndarray
    growth: np.ndarray
    gap: np.ndarray
    structural: np.ndarray
    primary: np.ndarray
    effective: np.ndarray
    interest: np.ndarray
    deficit: np.ndarray
    stock_flow: np.ndarray
    debt: np.ndarray
    ratio: np.ndarray

    @property
    def balance(self) -> np.ndarray:
        """Overall balance, % of GDP."""
        return -100 * self.deficit / self.gdp

    def at(self, name: str, year: int) -> float:
        """One figure of a year."""
        return float(getattr(self, name)[int(year - self.years[0])])


def project(inputs: Inputs, plan: Plan) -> Path:
    """One ally's path under a plan. Raises InputError where an effective rate leaves −5 to 40%."""
    adjusted, multiplied_to = structural_path(inputs, plan)
    gap = output_gap(inputs, adjusted, plan, multiplied_to)
    growth, gdp = output(inputs, gap, plan)
    structural = adjusted + ageing_burden(inputs, plan)
    primary = structural + inputs.elasticity * gap
    kept = FORECAST_YEARS + 1 if plan.follows_forecast else 1
    primary[:kept] += (
        inputs.primary - inputs.structural[: FORECAST_YEARS + 1] - inputs.elasticity * inputs.gap[: FORECAST_YEARS + 1]
    )[:kept]
    flows = inputs.later_stock_flow / 100 * gdp
    flows[: FORECAST_YEARS + 1] = inputs.stock_flow
    return accumulate(inputs, plan, gdp, growth, gap, structural, primary, flows)


def structural_path(inputs: Inputs, plan: Plan) -> tuple[np.ndarray, int]:
    """Structural primary balance before ageing, % of GDP, and the index of the last year whose changes move the gap.

    With a target: equal steps from T to E, then constant; under the structural stress 0.5 points less, reached in
    half as many years as the adjustment took. Without: the forecast's, held after T+2, less the ramp.
    """
    if plan.follows_forecast:
        ramp = np.zeros(len(inputs.years)) if plan.ramp is None else plan.ramp.path(inputs.years)
        last = 0 if plan.ramp is None else min(plan.ramp.end - inputs.first, len(inputs.years) - 1)
        path = inputs.structural - ramp
    else:
        last = plan.years
        start = float(inputs.structural[0])
        target = start if plan.target is None else plan.target
        path = start + (target - start) * np.clip(np.arange(len(inputs.years)) / last, 0.0, 1.0)
    if plan.stress == "structural":
        steps = plan.years // 2
        after = np.arange(len(path)) - plan.years
        path = path - LOWER_BALANCE * np.clip(after / steps, 0.0, 1.0)
    return path, last


def output_gap(inputs: Inputs, structural: np.ndarray, plan: Plan, last: int) -> np.ndarray:
    """Gap, % of potential: f = m·(Δspb − Δspb⁰) is lost each year of the adjustment.

    Inside the adjustment two thirds of the year before's gap persist, afterwards it closes linearly in three years.
    A plan without target changes the baseline's gap by that of its ramp alone.
    """
    impulse = plan.multiplier * np.diff(structural - inputs.structural, prepend=structural[0] - inputs.structural[0])
    whole = not plan.follows_forecast
    gap = np.zeros_like(structural)
    gap[0] = inputs.gap[0] if whole else 0.0
    for t in range(1, last + 1):
        before = inputs.gap[1] if whole and t == 1 else PERSISTENCE * gap[t - 1]
        gap[t] = before - impulse[t]
    for t in range(last + 1, min(last + CLOSING, len(gap) - 1) + 1):
        gap[t] = gap[last] * (CLOSING - (t - last)) / CLOSING
    return gap if whole else inputs.gap + gap


def output(inputs: Inputs, gap: np.ndarray, plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """Real growth, %, and nominal GDP, LCU billion; the adverse stress takes half a point off growth for good."""
    growth = np.empty_like(gap)
    growth[0] = inputs.growth[0]
    level = 1 + gap / 100
    growth[1:] = ((1 + inputs.potential[1:] / 100) * level[1:] / level[:-1] - 1) * 100
    if plan.stress == "adverse":
        growth[plan.years + 1 :] -= ADVERSE
    nominal = (1 + growth / 100) * (1 + inputs.inflation / 100)
    nominal[0] = 1.0
    return growth, inputs.gdp[0] * np.cumprod(nominal)


def ageing_burden(inputs: Inputs, plan: Plan) -> np.ndarray:
    """What ageing and revenue add to the balance, % of GDP: their change since E for ten years, then frozen."""
    if plan.target is None:
        return np.zeros(len(inputs.years))
    end = plan.years
    place = np.clip(np.arange(len(inputs.years)), end, min(end + AGEING_YEARS, len(inputs.years) - 1))
    return (inputs.revenue[place] - inputs.revenue[end]) - (inputs.ageing[place] - inputs.ageing[end])


def accumulate(
    inputs: Inputs,
    plan: Plan,
    gdp: np.ndarray,
    growth: np.ndarray,
    gap: np.ndarray,
    structural: np.ndarray,
    primary: np.ndarray,
    flows: np.ndarray,
) -> Path:
    """The debt stock year by year, with the effective rate that its composition gives.

    i = α·short + (1−α)·i_long,  i_long = β·market + (1−β)·i_long,−1:  α the short-term share, β the share of the
    long-term debt of the year before that was new then. To T+2 the effective rate is the forecast's.
    """
    count, alpha = len(gdp), inputs.short_share
    short, long = _stressed_rates(inputs, plan)
    debt, effective, new_share = np.zeros(count), np.zeros(count), 0.0
    debt[0], effective[0] = inputs.debt[0] / 100 * gdp[0], inputs.effective[0]
    term = (1 - alpha) * debt[0]
    on_term = inputs.effective[0]
    for t in range(1, count):
        if plan.stress == "financial" and t == plan.years + 1:
            extra = STRESS_RATE + STRESS_SLOPE * max(100 * debt[t - 1] / gdp[t - 1] - STRESS_FROM, 0.0)
            short[t] += extra
            long[t] += extra
        if t <= FORECAST_YEARS:
            effective[t] = inputs.effective[t]
            on_term = (effective[t] - alpha * short[t]) / (1 - alpha)
        else:
            on_term = new_share * long[t] + (1 - new_share) * on_term
            effective[t] = alpha * short[t] + (1 - alpha) * on_term
        _plausible(inputs, effective[t], t)
        debt[t] = debt[t - 1] * (1 + effective[t] / 100) - primary[t] / 100 * gdp[t] + flows[t]
        left = term * (1 - inputs.maturing[t])
        new = max((1 - alpha) * debt[t] - left, 0.0)
        term = left + new
        new_share = new / term if term > 0 else 0.0
    interest = np.concatenate([[0.0], debt[:-1] * effective[1:] / 100])
    interest[0] = (inputs.primary[0] - inputs.overall[0]) / 100 * gdp[0]
    deficit = interest - primary / 100 * gdp
    return Path(
        inputs.years, gdp, growth, gap, structural, primary, effective, interest, deficit, flows, debt, 100 * debt / gdp
    )


def _stressed_rates(inputs: Inputs, plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    short, long = inputs.short.copy(), inputs.long.copy()
    if plan.stress == "adverse":
        short[plan.years + 1 :] += ADVERSE
        long[plan.years + 1 :] += ADVERSE
    return short, long


def _plausible(inputs: Inputs, rate: float, t: int) -> None:
    low, high = PLAUSIBLE_RATE
    if not low <= rate <= high:
        raise InputError(
            f"{inputs.ally} {inputs.first + t}: an effective interest rate of {rate:.2f}% is out of range "
            f"({low:g} to {high:g}%); check the market rates and the shares of debt"
        )
