"""The model's own finance law on the same inputs and plans: quarters, a premium, a balance that answers debt.

The laws are those of `overstretch.model.finance`, with every parameter at its prior's median; prices and the policy
rate are left out, so that a plan moves debt through demand, the market's premium and the balance alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

import numpy as np

from overstretch.assumptions import load_priors
from overstretch.debt.inputs import Inputs
from overstretch.debt.plan import ADVERSE, STRESS_FROM, STRESS_RATE, STRESS_SLOPE, Plan
from overstretch.debt.projection import Path, ageing_burden, project, structural_path

QUARTERS = 4
_PARAMETERS = (
    "gap_persistence",
    "budget_semi_elasticity",
    "debt_response",
    "risk_premium",
    "rollover",
    "debt_limit",
)


@dataclass
class _Quarter:
    """State at the end of a quarter: debt in money, gap in log points, deviation of the effective rate (fractions)."""

    debt: float
    gap: float = 0.0
    effective: float = 0.0


@dataclass(frozen=True)
class _Year:
    gdp: float
    primary: float
    interest: float
    stock_flow: float
    gap: float


@cache
def medians(as_of: str) -> dict[str, float]:
    """The law's parameters at the medians of their priors."""
    priors, day = load_priors(), date.fromisoformat(as_of)
    return {name: float(priors[name].quantile(np.array([0.5]), day)[0]) for name in _PARAMETERS}


def model_law(inputs: Inputs) -> Callable[[Plan], Path]:
    """An ally's path by plan, by the model's finance law.

    The baseline is the European path without a change of policy, met exactly at every year's end; a plan enters as new
    spending (a ramp) or saved spending (a target), all of it on debt, with the plan's multiplier on a year's change and
    the law's own persistence of the gap.
    """
    return partial(_project, inputs, _baseline(project(inputs, Plan())), medians(inputs.as_of))


@dataclass(frozen=True)
class _Baseline:
    """The yearly baseline, its quarterly stock-flow [T] and debt ratio at the start of each quarter [T, 4]."""

    path: Path
    flow: np.ndarray
    ratio: np.ndarray


def _baseline(path: Path) -> _Baseline:
    """Quarters of the baseline: equal GDP and flows inside a year, the stock-flow such that year ends are met."""
    count = len(path.years)
    flow, ratio = np.zeros(count), np.zeros((count, QUARTERS))
    ratio[0] = path.ratio[0] / 100
    for t in range(1, count):
        growth = (1 + path.effective[t] / 100) ** 0.25
        nominal = path.gdp[t] / QUARTERS
        weight = sum(growth**k for k in range(QUARTERS))
        end = path.debt[t - 1] * growth**QUARTERS - path.primary[t] / 100 * nominal * weight
        flow[t] = (path.debt[t] - end) / weight
        debt = float(path.debt[t - 1])
        for quarter in range(QUARTERS):
            ratio[t, quarter] = debt / (quarter * nominal + (QUARTERS - quarter) * path.gdp[t - 1] / QUARTERS)
            debt = debt * growth - path.primary[t] / 100 * nominal + flow[t]
    return _Baseline(path, flow, ratio)


def _project(inputs: Inputs, baseline: _Baseline, p: dict[str, float], plan: Plan) -> Path:
    base = baseline.path
    adjusted, _ = structural_path(inputs, plan)
    extra = (inputs.structural - adjusted) / 100
    ageing = ageing_burden(inputs, plan) / 100
    state, gdp = _Quarter(float(base.debt[0])), [float(base.gdp[0]) / QUARTERS] * QUARTERS
    years: list[_Year] = []
    debts = [state.debt]
    for t in range(1, len(base.years)):
        shift = _rate_shift(plan, t, 100 * debts[-1] / sum(gdp))
        nominal0 = float(base.gdp[t]) / QUARTERS * _growth_factor(plan, t)
        impulse = plan.multiplier * float(extra[t] - extra[t - 1])
        parts = []
        for quarter in range(QUARTERS):
            state, part = _quarter(
                state,
                p,
                gdp,
                nominal0,
                impulse if quarter == 0 else 0.0,
                float(extra[t]),
                float(ageing[t]),
                shift,
                float(base.effective[t]) / 100,
                float(base.primary[t]) / 100,
                float(baseline.flow[t]),
                float(baseline.ratio[t, quarter]),
            )
            gdp = [*gdp[1:], part.gdp]
            parts.append(part)
        years.append(_sum(parts))
        debts.append(state.debt)
    return _path(inputs, base, adjusted + 100 * ageing, years, np.array(debts))


def _quarter(
    state: _Quarter,
    p: dict[str, float],
    gdp: list[float],
    nominal0: float,
    impulse: float,
    extra: float,
    ageing: float,
    shift: float,
    rate0: float,
    primary0: float,
    flow: float,
    ratio0: float,
) -> tuple[_Quarter, _Year]:
    from overstretch.model import finance

    law: Any = finance  # written for arrays; single numbers serve as well
    gap = p["gap_persistence"] ** 0.25 * state.gap + impulse
    nominal = nominal0 * float(np.exp(gap))
    ratio = state.debt / sum(gdp)
    market = float(law.market_rate(shift, ratio, ratio0, **p))
    effective = float(law.effective_rate(state.effective, market, **p))
    primary = law.primary_balance(primary0 + ageing, gap, extra, ratio, ratio0, 1.0, **p)
    account = law.accumulate(state.debt, rate0 + effective, primary, flow / nominal, nominal)
    part = _Year(nominal, primary * nominal, float(account.interest), float(account.stock_flow), gap)
    return _Quarter(float(account.debt), gap, effective), part


def _growth_factor(plan: Plan, t: int) -> float:
    """Level of output under the adverse stress, half a point of growth lost in each year after E."""
    lost = max(0, t - plan.years) if plan.stress == "adverse" else 0
    return (1 - ADVERSE / 100) ** lost


def _rate_shift(plan: Plan, t: int, ratio: float) -> float:
    """Shift of the market rate by the stress, fraction a year."""
    if plan.stress == "adverse" and t > plan.years:
        return ADVERSE / 100
    if plan.stress == "financial" and t == plan.years + 1:
        return (STRESS_RATE + STRESS_SLOPE * max(ratio - STRESS_FROM, 0.0)) / 100
    return 0.0


def _sum(parts: list[_Year]) -> _Year:
    columns = {
        name: sum(getattr(part, name) for part in parts) for name in ("gdp", "primary", "interest", "stock_flow")
    }
    return _Year(**columns, gap=float(np.mean([part.gap for part in parts])))


def _path(inputs: Inputs, base: Path, structural: np.ndarray, years: list[_Year], debt: np.ndarray) -> Path:
    def column(name: str, first: float) -> np.ndarray:
        return np.array([first, *(getattr(year, name) for year in years)])

    gdp = column("gdp", base.gdp[0])
    interest = column("interest", base.interest[0])
    primary = column("primary", base.primary[0] / 100 * base.gdp[0])
    growth, effective = base.growth.copy(), base.effective.copy()
    growth[1:] = ((gdp[1:] / gdp[:-1]) / (1 + inputs.inflation[1:] / 100) - 1) * 100
    effective[1:] = 100 * interest[1:] / debt[:-1]
    gap = base.gap + 100 * column("gap", 0.0)
    return Path(
        inputs.years,
        gdp,
        growth,
        gap,
        structural,
        100 * primary / gdp,
        effective,
        interest,
        interest - primary,
        column("stock_flow", base.stock_flow[0]),
        debt,
        100 * debt / gdp,
    )
