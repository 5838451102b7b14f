"""Public finance: debt in money, an effective rate that rolls over, a primary balance that responds.

d' = d·(1 + r)/(1 + g) − pb + sfa, computed in money every quarter so that the identity holds to rounding.
"""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array


class Debt(NamedTuple):
    debt: Array  # money, end of quarter
    deficit: Array  # money, quarter
    interest: Array  # money, quarter
    stock_flow: Array  # money, quarter


def effective_rate(effective: Array, market: Array, rollover: Array) -> Array:
    """Deviation of the effective rate: i = i₋₁ + (1 − (1 − β)^¼)·(market − i₋₁), β the share refinanced a year."""
    return effective + (1.0 - (1.0 - rollover) ** 0.25) * (market - effective)


def market_rate(policy: Array, debt_ratio: Array, debt_ratio_baseline: Array, premium: Array, limit: Array) -> Array:
    """Deviation of the market rate, a year: policy deviation + premium·[(d − d̄)⁺ − (d⁰ − d̄)⁺], d̄ the limit.

    Reference: European Commission, financial stress of 0.06 a point above 90% of GDP.
    """
    return policy + premium * (jnp.maximum(0.0, debt_ratio - limit) - jnp.maximum(0.0, debt_ratio_baseline - limit))


def primary_balance(
    baseline: Array, gap: Array, extra: Array, debt_ratio: Array, debt_ratio_baseline: Array,
    elasticity: Array, debt_financed: Array, response: Array,
) -> Array:  # fmt: skip
    """Primary balance over the quarter's GDP: pb = pb⁰ + ε·y − φ·x + b·(d − d⁰) (Bohn 1998).

    x new defence spending above the baseline's own path, φ its debt-financed part.
    """
    return baseline + elasticity * gap - debt_financed * extra + response * (debt_ratio - debt_ratio_baseline)


def accumulate(debt: Array, rate: Array, primary: Array, stock_flow: Array, nominal: Array) -> Debt:
    """Debt change = deficit + stock-flow adjustment; deficit = interest − primary balance. All money, one quarter."""
    interest = debt * ((1.0 + rate) ** 0.25 - 1.0)
    deficit = interest - primary * nominal
    adjustment = stock_flow * nominal
    return Debt(debt + deficit + adjustment, deficit, interest, adjustment)


def fiscal_stress(
    deficit_ratio: Array, debt_ratio: Array, room: Array, of_deficit: Array, deficit_limit: Array, debt_limit: Array
) -> Array:
    """Fiscal stress, about 1 for a deficit of 5% or a debt of 190% of GDP: s·(deficit − limit − room)⁺ + (d − limit)⁺."""
    return of_deficit * jnp.maximum(0.0, deficit_ratio - deficit_limit - room) + jnp.maximum(
        0.0, debt_ratio - debt_limit
    )
