"""Identities over random inputs and plans, by both rule sets: one stock of debt, in money and in percent."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overstretch.debt import RULES, Inputs, Path, Plan, Ramp
from overstretch.debt.plan import STRESSES

ALLIES = ("BEL", "DEU", "FRA", "GRC", "HUN", "LUX", "POL", "SWE")
targets = st.floats(-5, 5)
plans = st.one_of(
    st.builds(Plan, targets, st.sampled_from((4, 7)), st.sampled_from(STRESSES), st.floats(0, 1.5)),
    st.builds(
        lambda points, multiplier: Plan(multiplier=multiplier, ramp=Ramp(points)), st.floats(-3, 5), st.floats(0, 1.5)
    ),
    st.builds(Plan, hold=st.sampled_from(("forecast", "outturn")), years=st.sampled_from((4, 7))),
)


@st.composite
def changed(draw, inputs_of) -> Inputs:
    """An ally's inputs with other rates, prices, growth, stock-flows, balances and composition of debt."""
    inputs = inputs_of(draw(st.sampled_from(ALLIES)))
    count = len(inputs.years)
    shift = draw(st.floats(-2, 4))
    return replace(
        inputs,
        short=inputs.short + shift,
        long=inputs.long + shift,
        inflation=inputs.inflation + draw(st.floats(-1, 5)),
        potential=inputs.potential + draw(st.floats(-2, 2)),
        short_share=draw(st.floats(0, 0.5)),
        maturing=np.full(count, draw(st.floats(0, 0.3))),
        later_stock_flow=np.full(count, draw(st.floats(-2, 2))),
        structural=inputs.structural + draw(st.floats(-3, 3)),
    )


def check(path: Path) -> None:
    change = np.diff(path.debt)
    assert np.allclose(change, path.deficit[1:] + path.stock_flow[1:], rtol=0, atol=1e-9 * np.abs(path.debt).max())
    assert np.allclose(path.ratio, 100 * path.debt / path.gdp, rtol=1e-12)
    assert np.allclose(path.deficit, path.interest - path.primary / 100 * path.gdp, rtol=0, atol=1e-9 * path.gdp.max())
    # the same stock by the recursion in percent of GDP
    growth = path.gdp[1:] / path.gdp[:-1]
    flow = 100 * path.stock_flow[1:] / path.gdp[1:]
    by_percent = path.ratio[:-1] * (1 + path.effective[1:] / 100) / growth - path.primary[1:] + flow
    assert np.allclose(path.ratio[1:], by_percent, rtol=0, atol=1e-8)


@given(data=st.data(), plan=plans)
@settings(max_examples=60)
def test_debt_changes_by_deficit_and_stock_flow_in_money_and_percent(inputs_of, data, plan):
    check(RULES["european"](data.draw(changed(inputs_of)))(plan))


@given(ally=st.sampled_from(ALLIES), plan=plans)
@settings(max_examples=12)
def test_the_models_law_keeps_the_same_books(inputs_of, ally, plan):
    check(RULES["model"](inputs_of(ally))(plan))


@pytest.mark.parametrize("ally", ALLIES)
def test_without_a_plan_the_forecast_comes_back(inputs_of, ally):
    inputs = inputs_of(ally)
    path = RULES["european"](inputs)(Plan())
    assert np.allclose(path.ratio[:3], inputs.debt, atol=0.005)
    assert np.allclose(path.growth, inputs.growth, atol=1e-9)
    assert np.allclose(path.gdp[:3], inputs.gdp, rtol=1e-4)
    assert path.gap[5:] == pytest.approx(0)


@pytest.mark.parametrize("ally", ("BEL", "POL"))
def test_without_a_plan_both_rule_sets_give_one_path(inputs_of, ally):
    european, model = (RULES[rules](inputs_of(ally))(Plan()) for rules in ("european", "model"))
    assert np.allclose(european.debt, model.debt, rtol=1e-12)
    assert np.allclose(european.gdp, model.gdp, rtol=1e-12)


@given(points=st.floats(0.1, 4), multiplier=st.floats(0, 1.2))
@settings(max_examples=20)
def test_a_ramp_adds_debt_and_less_of_it_with_a_multiplier(inputs_of, points, multiplier):
    projector = RULES["european"](inputs_of("FRA"))

    def added(by: float) -> float:
        return projector(Plan(multiplier=by, ramp=Ramp(points))).ratio[11] - projector(Plan(multiplier=by)).ratio[11]

    assert 0 < added(multiplier) <= added(0.0) + 1e-9


def test_without_a_multiplier_output_does_not_move(inputs_of):
    inputs = inputs_of("BEL")
    path = RULES["european"](inputs)(Plan(multiplier=0.0, ramp=Ramp(3.0)))
    assert np.array_equal(path.gdp, RULES["european"](inputs)(Plan(multiplier=0.0)).gdp)


def test_the_gap_of_an_adjustment_is_closed_three_years_after_it(inputs_of):
    for years in (4, 7):
        path = RULES["european"](inputs_of("FRA"))(Plan(1.0, years))
        assert path.gap[years] < -0.5
        assert path.gap[years + 3 :] == pytest.approx(0)
        assert path.gap[years + 1] == pytest.approx(path.gap[years] * 2 / 3)


def test_stresses_hit_after_the_adjustment_only_and_worsen_debt(inputs_of):
    projector = RULES["european"](inputs_of("FRA"))
    calm = projector(Plan(1.0))
    for stress in STRESSES[1:]:
        path = projector(Plan(1.0, stress=stress))
        assert np.array_equal(path.ratio[:5], calm.ratio[:5])
        assert (path.ratio[5:] > calm.ratio[5:]).all()
    lower = projector(Plan(1.0, stress="structural"))
    assert calm.structural[4:8] - lower.structural[4:8] == pytest.approx([0, 0.25, 0.5, 0.5])
    adverse = projector(Plan(1.0, stress="adverse"))
    assert calm.growth[5:] - adverse.growth[5:] == pytest.approx(0.5)
