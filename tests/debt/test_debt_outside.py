"""Allies outside the Union by the model's own law: the forecast is met, and a rise adds what it adds elsewhere."""

from __future__ import annotations

import numpy as np
import pytest

from overstretch.debt import ramp_effect
from overstretch.debt.outside import read_outside
from overstretch.debt.plan import Plan
from overstretch.debt.projection import project
from overstretch.errors import InputError
from overstretch.facts import annual, load

OUTSIDE = ("USA", "GBR", "CAN", "NOR", "TUR", "ALB", "MKD", "MNE")


@pytest.fixture(scope="module")
def known():
    return load().as_of("2026-10-15")


@pytest.mark.parametrize("ally", OUTSIDE)
def test_the_forecast_of_debt_is_met_and_the_account_closes(ally, known):
    inputs = read_outside(known, ally)
    path = project(inputs, Plan())
    held = annual(known.series("debt_gross", ally))
    years = path.years[:3]
    np.testing.assert_allclose(path.ratio[:3], held.reindex(years).to_numpy(float), rtol=2e-3)
    np.testing.assert_allclose(
        path.gdp[:3], annual(known.series("gdp_lcu", ally)).reindex(years).to_numpy(float), rtol=2e-3
    )
    assert np.isfinite(path.ratio).all() and len(inputs.notes) == 3


@pytest.mark.parametrize("ally", OUTSIDE)
def test_a_rise_adds_debt_by_year_and_twice_as_much_about_twice(ally, known):
    one, two = (ramp_effect(ally, points, rules="model", known=known) for points in (1.0, 2.0))
    added = [one.debt_in(year) for year in (2028, 2030, 2032, 2035)]
    assert added == sorted(added) and 2.0 < added[-1] < 6.0
    assert two.debt_in(2035) == pytest.approx(2 * one.debt_in(2035), rel=0.15)


def test_the_european_method_is_not_put_on_an_ally_outside(known):
    with pytest.raises(InputError, match="--rules model --ramp"):
        ramp_effect("USA", 1.0, rules="european", known=known)
