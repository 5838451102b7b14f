"""Russia's war economy: oil, fund, instruments, each law alone."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone
from hypothesis import given
from hypothesis import strategies as st

from overstretch.model import war_economy

prices = st.floats(15.0, 150.0)
funds = st.floats(0.0, 8.0)


def rule(draw: float, top_up: float) -> dict[str, float]:
    return {"fund_draw": draw, "top_up": top_up}


@given(funds, prices, st.floats(0.05, 0.4), st.floats(0.0, 1.0))
def test_fund_flows(fund: float, price: float, draw: float, top_up: float) -> None:
    out, saved, unmet = (
        float(x[0])
        for x in war_economy.fund_flow(a(fund), a(price), a(60.0), a(0.0), a(1.0), a(1.0), a(0.0), **rule(draw, top_up))
    )
    assert min(out, unmet) >= 0.0
    assert out <= fund
    assert saved == 0.0
    assert out + unmet == pytest.approx(0.25 * draw * max(0.0, 60.0 - price))
    assert unmet == 0.0 or out == pytest.approx(fund)


@jax.jit
def lives(fund: jnp.ndarray, price: jnp.ndarray, draw: jnp.ndarray) -> jnp.ndarray:
    """Quarters until the fund is below 5% of its start, at most 80."""

    def quarter(carry, turn):
        left, excess = carry
        excess, due = war_economy.rule_excess(excess, price, 60.0, (turn == 1) * 1.0, (turn == 3) * 1.0)
        out, saved, _ = war_economy.fund_flow(left, price, 60.0, due, 1.0, 1.0, jnp.zeros(()), **rule(draw, 0.7))
        left = left - out + saved
        return (left, excess), left >= 0.05 * fund

    _, alive = jax.lax.scan(quarter, (fund, jnp.zeros((2, len(fund)))), jnp.arange(80) % 4)
    return jnp.cumprod(alive, axis=0).sum(0)


@given(st.floats(0.5, 8.0), st.floats(0.05, 0.4))
def test_dearer_oil_never_shortens_the_life_of_the_fund(fund: float, draw: float) -> None:
    price = jnp.linspace(15.0, 120.0, 200)
    life = np.asarray(lives(jnp.full(200, fund), price, jnp.full(200, draw)))
    assert (np.diff(life) >= 0).all()
    assert life[0] < 80
    assert (life[price >= 60.0] == 80).all()


def test_published_lives_of_the_fund() -> None:
    """2.8 trn RUB at 40 and 50 dollars: 0.9 and 1.7 years at the prior's mode; 4.1 trn: 1.3 and 2.5 as published."""
    for fund, price, years in ((2.8, 40, 0.85), (2.8, 50, 1.7), (4.1, 40, 1.25), (4.1, 50, 2.5)):
        out, _, _ = war_economy.fund_flow(
            a(100.0), a(float(price)), a(60.0), a(0.0), a(1.0), a(1.0), a(0.0), **rule(0.164, 0.7)
        )
        assert fund / (4 * float(out[0])) == pytest.approx(years, rel=0.03)


weights = st.floats(0.0, 1.0)


def split(fund: float, debt: float, tax: float) -> dict[str, jnp.ndarray]:
    parts = {"overspend_from_fund": a(fund), "overspend_from_debt": a(debt), "overspend_from_tax": a(tax)}
    return parts | {"borrowing_fades": a(0.1)}


@given(st.floats(0.0, 5.0), funds, weights, weights, weights, weights)
def test_parts_of_the_overspend_sum_to_the_need(
    need: float, fund: float, room: float, by_fund: float, by_debt: float, by_tax: float
) -> None:
    met = war_economy.finance_overspend(a(need), a(0.0), a(fund), a(room), **split(by_fund, by_debt, by_tax))
    parts = np.array([float(part[0]) for part in met])
    assert parts.sum() == pytest.approx(need, abs=1e-12)
    assert (parts >= -1e-15).all()
    assert parts[0] <= fund


def test_an_exhausted_instrument_hands_its_part_on() -> None:
    some = war_economy.finance_overspend(a(0.6), a(0.4), a(5.0), a(0.5), **split(0.3, 0.5, 0.5))
    none = war_economy.finance_overspend(a(0.6), a(0.4), a(0.0), a(0.0), **split(0.3, 0.5, 0.5))
    assert none.fund[0] == none.borrowing[0] == 0.0
    assert none.tax[0] > some.tax[0]
    assert none.inflation[0] > some.inflation[0]


def borrowing(room: float, initial: float, borrowed: float, capacity: float) -> float:
    priors = {"borrowing_room_initial": initial, "borrowing_room_capacity": capacity, "borrowing_reversion": 0.02}
    return alone(war_economy.borrowing_room, borrowing=room, borrowed=borrowed, **priors)


def imports(room: float, initial: float, oil: float) -> float:
    priors = {"imports_room_initial": initial, "imports_room_oil": 0.3, "imports_reversion": 0.1}
    return alone(war_economy.imports_room, imports=room, log_price_ratio=oil, **priors)


@given(weights, weights, st.floats(0.0, 0.1), st.floats(0.01, 0.5), st.floats(-1.5, 1.5))
def test_rooms_stay_between_zero_and_one(
    room: float, initial: float, borrowed: float, capacity: float, oil: float
) -> None:
    for value in (
        borrowing(room, initial, borrowed, capacity),
        imports(room, initial, oil),
        war_economy.headroom(a(oil), a(0.16), 0.04)[0],
    ):
        assert 0.0 <= float(value) <= 1.0


def test_rooms_move_the_right_way() -> None:
    assert borrowing(0.5, 0.5, 0.01, 0.08) < 0.5
    assert imports(0.5, 0.5, 0.2) > 0.5
    assert war_economy.headroom(a(0.16), a(0.16), 0.04)[0] == 0.0
    assert war_economy.headroom(a(0.04), a(0.16), 0.04)[0] == 1.0
    assert war_economy.headroom(a(0.024), a(0.019), 0.039)[0] == pytest.approx(0.25)


def test_oil_reverts_to_its_mean() -> None:
    priors = {"oil_long_run": a(58.0), "oil_reversion": a(0.08), "oil_volatility": a(0.13)}
    log = jnp.log(a(40.0))
    for _ in range(200):
        log = war_economy.oil_price(log, a(60.0), a(0.0), a(1.0), **priors)
    assert jnp.exp(log)[0] == pytest.approx(58.0, rel=1e-5)
    assert war_economy.oil_price(a(4.0), a(60.0), a(3.0), a(0.0), **priors)[0] == 4.0  # a published quarter


# Fund, price, excess due, other flows a year, what goes out and comes in over a quarter at a base price of 60 and 0.16
# trn RUB a dollar.
FLOWS = [
    (2.0, 60.0, 0.0, 0.4, 0.0, 0.1),
    (2.0, 60.0, 0.0, -0.4, 0.1, 0.0),
    (2.0, 50.0, 0.0, -0.4, 0.5, 0.0),
    (0.45, 50.0, 0.0, -0.4, 0.45, 0.0),
    (0.0, 60.0, 0.0, 0.4, 0.0, 0.0),
    (2.0, 70.0, 0.0, 0.4, 0.0, 0.1),
    (2.0, 50.0, 8.0, 0.4, 0.4, 8 * 0.16 * 0.5 + 0.1),
]


@pytest.mark.parametrize(("fund", "price", "due", "other", "out", "into"), FLOWS)
def test_other_flows_come_on_top_of_the_rule(
    fund: float, price: float, due: float, other: float, out: float, into: float
) -> None:
    found = war_economy.fund_flow(a(fund), a(price), a(60.0), a(due), a(1.0), a(1.0), a(other), **rule(0.16, 0.5))
    assert [float(x[0]) for x in found[:2]] == pytest.approx([out, into])


# Prices of four quarters, excess gathered before them, what the second quarter of the next year credits; base price 60.
YEARS = [
    ((68.0,) * 4, 0.0, 8.0),
    ((80.0, 60.0, 60.0, 50.0), 0.0, 2.5),
    ((50.0,) * 4, 0.0, 0.0),
    ((60.0,) * 4, 3.0, 3.0),
]


@pytest.mark.parametrize(("year", "before", "right"), YEARS)
def test_a_year_above_the_rule_is_credited_once_in_the_next(
    year: tuple[float, ...], before: float, right: float
) -> None:
    excess, due = jnp.array([[before], [0.0]]), []
    for t, price in enumerate((*year, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0)):
        excess, now = war_economy.rule_excess(excess, a(price), a(60.0), (t % 4 == 1) * 1.0, (t % 4 == 3) * 1.0)
        due.append(float(now[0]))
    assert due == pytest.approx([0.0] * 5 + [right] + [0.0] * 4)


# Published price (0: none), 1 in years yet open, the price that the rule works with at 60 in force and a change of -5.
RULES = [(59.0, 0.0, 59.0), (0.0, 0.0, 60.0), (59.0, 1.0, 54.0), (0.0, 1.0, 55.0)]


@pytest.mark.parametrize(("published", "opened", "right"), RULES)
def test_the_base_price_may_change_in_years_that_no_law_sets(published: float, opened: float, right: float) -> None:
    priors = {"fiscal_rule_price": a(60.0), "fiscal_rule_change": a(-5.0)}
    assert float(war_economy.rule_price(a(published), a(opened), **priors)[0]) == right


def test_borrowing_fades_out_below_the_room_of_its_prior() -> None:
    weights = split(0.0, 0.5, 0.5)
    whole, half = (war_economy.finance_overspend(a(1.0), a(0.0), a(0.0), a(room), **weights) for room in (0.1, 0.05))
    late = war_economy.finance_overspend(a(1.0), a(0.0), a(0.0), a(0.05), **(weights | {"borrowing_fades": a(0.05)}))
    assert [float(met.borrowing[0]) for met in (whole, half, late)] == pytest.approx([0.5, 0.25, 0.5])


# Forecast, distance at the last forecast of a December, quarters since, part left a quarter later: the forecast's
# inflation.
FORECASTS = [
    (0.06, 0.0, 0.0, 0.6, 0.06),
    (0.04, 0.02, 1.0, 0.6, 0.052),
    (0.04, 0.02, 2.0, 0.5, 0.045),
    (0.04, -0.02, 1.0, 0.0, 0.04),
]


@pytest.mark.parametrize(("forecast", "gap", "after", "left", "right"), FORECASTS)
def test_the_last_forecast_of_a_december_fades(
    forecast: float, gap: float, after: float, left: float, right: float
) -> None:
    priors = {"inflation_gap_left": a(left)}
    assert float(war_economy.forecast_prices(a(forecast), a(gap), a(after), **priors)[0]) == pytest.approx(right)


# Months since the fund's newest, part of the quarter not known, drift, past Decembers' mean, prior, shock of one
# standard deviation of 0.6: the
# flow a year where what is known carries the fund for 14 months.
OTHERS = [
    (13.0, 1.0, 0.3, 0.0, -0.2, 0.0, 0.1),
    (16.0, 1.0, 0.3, -1.6, -0.2, 0.0, -0.2),
    (0.0, 0.0, 0.3, 0.0, -0.2, 2.0, 0.0),
    (1.0, 0.25, 0.4, 0.0, 0.0, 1.0, 0.1 + 4 * 0.5 * 0.6),
    (7.0, 1.0, 0.3, -1.6, -0.2, 0.0, 0.1 - 4 * 0.25 * 1.6),
]


@pytest.mark.parametrize(("months", "unknown", "drift", "december", "other", "shock", "right"), OTHERS)
def test_flows_beside_the_rule_are_those_of_what_is_not_known(
    months: float, unknown: float, drift: float, december: float, other: float, shock: float, right: float
) -> None:
    priors = {"fund_other": a(other), "fund_shock": a(0.6), "december_draw": a(0.25), "fund_carried": a(14.0)}
    for war_economy_on, flow in ((1.0, right), (0.0, 0.0)):
        known = (a(x) for x in (months, unknown, drift, december, war_economy_on, shock))
        found = war_economy.other_flow(*known, **priors)
        assert float(found[0]) == pytest.approx(flow)


# Rate, path now and next (0: none), neutral, next quarter's rate with a quarter of the distance made up.
RATES = [
    (0.20, 0.20, 0.18, 0.09, 0.18),
    (0.20, 0.16, 0.15, 0.09, 0.18),
    (0.13, 0.0, 0.0, 0.09, 0.12),
    (0.13, 0.10, 0.0, 0.09, 0.12),
]


@pytest.mark.parametrize(("rate", "path", "later", "neutral", "right"), RATES)
def test_the_key_rate_follows_the_survey_else_returns(
    rate: float, path: float, later: float, neutral: float, right: float
) -> None:
    priors = {"key_rate_neutral": a(neutral), "key_rate_reversion": a(0.25), "key_rate_shock": a(0.0)}
    found = war_economy.key_rate(a(rate), a(path), a(later), a(0.0), **priors)
    assert found[0] == pytest.approx(right)


def test_output_feels_oil_with_a_lag() -> None:
    assert war_economy.felt_price(a(4.0), a(4.4), oil_lag=a(0.25))[0] == pytest.approx(4.1)
