"""Public finance: debt in money, an effective rate that rolls over, a primary balance that responds.

Debt is computed in money every quarter, so that the identity holds to rounding.
"""

from __future__ import annotations

from typing import NamedTuple

from overstretch.model.arrays import Array, jnp
from overstretch.model.wiring import On, Switch, law

RISK_PREMIUM = Switch("risk_premium", of="finance", without="high debt does not raise the market rate")
DEBT_RESPONSE = Switch("debt_response", of="finance", without="the primary balance does not respond to debt")


class Debt(NamedTuple):
    debt: Array  # money, end of quarter
    deficit: Array  # money, quarter
    interest: Array  # money, quarter
    stock_flow: Array  # money, quarter


@law(gives=("by_debt", "by_cuts"))
def financing(finance: Array, cuts: Array, *, debt_financed: Array, cuts_share: Array) -> tuple[Array, Array]:
    """Parts of new spending that debt pays for and that other spending gives up, as drawn or as forced (0 or more),
    [F]."""
    by_debt = jnp.where(finance >= 0.0, finance, debt_financed)
    return by_debt, (1.0 - by_debt) * jnp.where(cuts >= 0.0, cuts, cuts_share)


@law(equation=r"i = i_{-1} + (1 - (1 - \beta)^{1/4})(\text{market} - i_{-1})", gives="effective")
def effective_rate(effective: Array, market_rate: Array, *, rollover: Array) -> Array:
    """Deviation of the effective rate, a year, β the share refinanced a year."""
    return effective + (1.0 - (1.0 - rollover) ** 0.25) * (market_rate - effective)


@law(
    equation=r"r = i + \text{premium}\,[(d - \bar d)^+ - (d^0 - \bar d)^+]",
    reference="European Commission, financial stress of 0.06 a point above 90% of GDP",
    switch=RISK_PREMIUM,
)
def market_rate(
    rate: Array, debt_ratio: Array, debt_ratio_baseline: Array, *, on: On, risk_premium: Array, debt_limit: Array
) -> Array:
    """Deviation of the market rate, a year: the policy rate's i, and a premium on debt d above the limit d̄ beyond the
    forecast's d⁰."""
    above = jnp.maximum(0.0, debt_ratio - debt_limit) - jnp.maximum(0.0, debt_ratio_baseline - debt_limit)
    return rate + on.risk_premium * risk_premium * above


@law(
    equation=r"pb = pb^0 + \varepsilon y - \varphi x + b\,(d - d^0)",
    reference="Bohn 1998",
    switch=DEBT_RESPONSE,
    gives="primary",
)
def primary_balance(
    baseline: Array,
    gap: Array,
    extra: Array,
    debt_ratio: Array,
    debt_ratio_baseline: Array,
    by_debt: Array,
    *,
    on: On,
    budget_semi_elasticity: Array,
    debt_response: Array,
) -> Array:
    """Primary balance over the quarter's GDP: x new defence spending above the baseline's own path, φ its debt-financed
    part."""
    response = on.debt_response * debt_response
    return baseline + budget_semi_elasticity * gap - by_debt * extra + response * (debt_ratio - debt_ratio_baseline)


@law(equation=r"d' = d\,\frac{1 + r}{1 + g} - pb + \text{sfa}", gives=("debt", "debt_ratio", "deficit_ratio"))
def accumulate(debt: Array, effective: Array, primary: Array, stock_flow: Array, nominal: Array) -> Debt:
    """Debt change = deficit + stock-flow adjustment; deficit = interest − primary balance. All money, one quarter."""
    interest = debt * ((1.0 + effective) ** 0.25 - 1.0)
    deficit = interest - primary * nominal
    adjustment = stock_flow * nominal
    return Debt(debt + deficit + adjustment, deficit, interest, adjustment)


@law(equation=r"z = s\,(\text{deficit} - \text{limit} - \text{room})^+ + (d - \bar d)^+", gives="fiscal_stress")
def fiscal_stress(
    deficit_ratio: Array,
    debt_ratio: Array,
    room: Array,
    *,
    stress_of_deficit: Array,
    deficit_limit: Array,
    debt_limit: Array,
) -> Array:
    """Fiscal stress, about 1 for a deficit of 5% or a debt of 190% of GDP."""
    return stress_of_deficit * jnp.maximum(0.0, deficit_ratio - deficit_limit - room) + jnp.maximum(
        0.0, debt_ratio - debt_limit
    )
