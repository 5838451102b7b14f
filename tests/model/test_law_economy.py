"""Economy and public finance, each law alone."""

from __future__ import annotations

import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone
from hypothesis import given, settings
from hypothesis import strategies as st

from overstretch.model import economy, finance

shares = st.floats(0.0, 0.45)
rates = st.floats(-0.05, 0.3)
money = st.floats(1.0, 1e5)


@given(world=shares, europe=shares)
def test_shock_shares_sum_to_one(world: float, europe: float) -> None:
    """Unit-variance factors give a unit-variance shock, whatever the shares, inside and outside Europe."""
    one, zero = jnp.ones((2, 1)), jnp.zeros((2, 1))
    european = a(1.0, 0.0)
    parts = {"shock_share_world": a(world), "shock_share_europe": a(europe)}
    shocks = [
        economy.common_shock(one[0], zero[0], zero, european, **parts),
        economy.common_shock(zero[0], one[0], zero, european, **parts),
        economy.common_shock(zero[0], zero[0], one, european, **parts),
    ]
    assert np.allclose(sum(np.square(part) for part in shocks), 1.0, atol=1e-12)
    assert np.allclose(shocks[1][1], 0.0)


@given(change=st.floats(-0.05, 0.05), debt=st.floats(0, 1), multiplier=st.floats(0, 2), tax=st.floats(-0.6, 0.5))
def test_impulse_mixes_debt_and_tax(change: float, debt: float, multiplier: float, tax: float) -> None:
    def impulse(by_debt: float, by_cuts: float = 0.0) -> float:
        return alone(
            economy.demand_impulse,
            change=change,
            multiplier=multiplier,
            multiplier_tax=tax,
            by_debt=by_debt,
            by_cuts=by_cuts,
            domestic_content=0.7,
            own=1.0,
        )

    at = [impulse(0.0), impulse(debt), impulse(1.0)]
    assert at[0] == pytest.approx(0.7 * tax * change)
    assert at[2] == pytest.approx(0.7 * multiplier * change)
    assert at[1] == pytest.approx((1 - debt) * at[0] + debt * at[2])
    assert impulse(0.0, by_cuts=1.0) == pytest.approx(-0.3 * multiplier * change), (
        "what is cut is all domestic, what is bought is not"
    )


def test_gap_keeps_its_yearly_persistence() -> None:
    """Without impulse, rate or shock four quarters leave ρ of the gap: an annual run of the law agrees."""
    gap = 0.02
    for _ in range(4):
        gap = alone(economy.output_gap, gap=gap, gap_persistence=0.6, rate_sensitivity=0.05)
    assert gap == pytest.approx(0.6 * 0.02)


@given(st.floats(-0.02, 0.02), st.floats(0.0, 0.02), st.floats(0.0, 0.5), st.floats(0.02, 0.3))
def test_potential_at_the_baseline_burden_has_no_supply_effect(
    shift: float, labour: float, learning: float, burden: float
) -> None:
    supply = alone(
        economy.potential,
        variant=1,
        supply=0.1,
        potential_shift=shift,
        learning_by_arming=learning,
        share=burden,
        share_baseline=burden,
        absorption_limit=0.06,
        absorption_cost=0.3,
        war_labour=labour,
        own=1.0,
    )
    assert supply == pytest.approx(0.1 + 0.25 * (shift - labour))


def test_only_burdens_above_the_limit_cost_growth() -> None:
    def yearly(burden: float) -> float:
        limits = {"absorption_limit": 0.06, "absorption_cost": 0.3}
        return 4 * alone(economy.potential, variant=1, share=burden, share_baseline=0.02, own=1.0, **limits)

    assert yearly(0.059) == 0.0
    assert yearly(0.16) == pytest.approx(-0.03)


def test_learning_is_a_tenth_of_a_percent_a_year_per_percent_of_gdp() -> None:
    """The unit of the prior: percent of productivity a year per percent of GDP."""
    supply = 0.0
    for _ in range(4):
        supply = alone(economy.potential, supply=supply, extra=0.01, own=1.0, learning_by_arming=0.1)
    assert supply == pytest.approx(0.001)


def test_tax_financed_spending_lowers_output_once() -> None:
    """The distortion follows the change of what taxes or cuts finance, not its level."""
    taxed = {"own": 1.0, "by_tax": 0.5, "tax_distortion": 0.3}
    assert alone(economy.potential, change=0.02, **taxed) == pytest.approx(-0.003)
    assert alone(economy.potential, supply=-0.003, change=0.0, **taxed) == pytest.approx(-0.003)


RULE = {"rate_smoothing": 0.8, "taylor_inflation": 1.5, "taylor_gap": 0.5}


def test_prices_and_rate_stay_at_the_baseline_without_a_gap() -> None:
    assert alone(economy.phillips, inflation_persistence=0.7, phillips_slope=0.05) == 0.0
    assert alone(economy.taylor, monetary=1.0, **RULE) == 0.0


def test_rate_settles_at_the_taylor_rule() -> None:
    rate = 0.0
    for _ in range(400):
        rate = alone(economy.taylor, rate=rate, inflation=0.01, gap=0.02, monetary=1.0, **RULE)
    assert rate == pytest.approx(1.5 * 0.01 + 0.5 * 0.02)


def test_one_central_bank_for_the_union() -> None:
    values = jnp.asarray([[0.01, 0.0], [0.03, 0.04], [0.09, 0.09]])
    mean = economy.union_mean(values, a(1, 1, 0), a(3, 1, 7))
    assert np.allclose(mean, [[0.015, 0.01], [0.015, 0.01], [0.09, 0.09]])


@given(money, rates, st.floats(-0.2, 0.2), st.floats(-0.1, 0.1), money)
def test_debt_change_is_deficit_and_adjustment(
    debt: float, rate: float, primary: float, flow: float, nominal: float
) -> None:
    account = finance.accumulate(a(debt), a(rate), a(primary), a(flow), a(nominal))
    change, deficit, interest, adjustment = (float(x[0]) for x in (account.debt - debt, *account[1:]))
    assert change == pytest.approx(deficit + adjustment, rel=1e-9, abs=1e-7)
    assert deficit == pytest.approx(interest - primary * nominal, rel=1e-9, abs=1e-7)
    assert adjustment == pytest.approx(flow * nominal)


@given(money, rates, st.floats(-0.02, 0.1), st.floats(-0.1, 0.1))
def test_four_quarters_are_the_textbook_year(debt: float, rate: float, growth: float, primary: float) -> None:
    """With a zero balance, d' = d(1 + r)/(1 + g) holds exactly over four quarters."""
    stock = a(debt)
    for _ in range(4):
        stock = finance.accumulate(stock, a(rate), a(0.0), a(0.0), a(1.0)).debt
    assert stock[0] / (1 + growth) == pytest.approx(debt * (1 + rate) / (1 + growth))


@given(st.floats(0.02, 0.6))
def test_share_refinanced_in_a_year(rollover: float) -> None:
    effective = a(0.0)
    for _ in range(4):
        effective = finance.effective_rate(effective, a(0.02), rollover=a(rollover))
    assert effective[0] == pytest.approx(rollover * 0.02)


@given(st.floats(0.0, 3.0), st.floats(0.0, 3.0))
@settings(max_examples=50)
def test_risk_premium_starts_at_ninety_percent(debt: float, baseline: float) -> None:
    rate = float(finance.market_rate(a(0.01), a(debt), a(baseline), risk_premium=a(0.06), debt_limit=a(0.9))[0])
    assert rate == pytest.approx(0.01 + 0.06 * (max(debt, 0.9) - max(baseline, 0.9)))


def test_primary_balance_signs() -> None:
    """A slump, new borrowed defence and debt below the baseline each lower the balance."""
    priors = {"budget_semi_elasticity": 0.5, "debt_response": 0.03}

    def balance(gap: float = 0.0, extra: float = 0.0, debt: float = 1.0) -> float:
        return alone(
            finance.primary_balance,
            baseline=-0.01,
            gap=gap,
            extra=extra,
            debt_ratio=debt,
            debt_ratio_baseline=1.0,
            by_debt=0.6,
            **priors,
        )

    assert balance() == -0.01
    assert balance(gap=-0.02) == pytest.approx(-0.02)
    assert balance(extra=0.01) == pytest.approx(-0.016)
    assert balance(debt=0.9) == pytest.approx(-0.013)


def test_stress_is_zero_inside_the_rules() -> None:
    def stress(deficit: float, debt: float, room: float):
        priors = {"stress_of_deficit": a(50.0), "deficit_limit": a(0.03), "debt_limit": a(0.9)}
        return finance.fiscal_stress(a(deficit), a(debt), a(room), **priors)

    assert stress(0.03, 0.9, 0.0)[0] == 0.0
    assert stress(0.045, 0.6, 0.015)[0] == pytest.approx(0.0)
    assert stress(0.05, 0.6, 0.0)[0] == pytest.approx(1.0)
    assert stress(0.0, 1.9, 0.0)[0] == pytest.approx(1.0)
