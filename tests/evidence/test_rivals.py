"""Rival spending: the reaction is found where there is one, and the naive forms are what they say."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from overstretch.errors import InputError
from overstretch.evidence import inputs, rivals


def reacting(eta: float, years: int = 400) -> np.ndarray:
    rng = np.random.default_rng(7)
    change = np.zeros((2, years))
    for t in range(1, years):
        change[:, t] = eta * change[::-1, t - 1] + 0.05 * rng.normal(size=2)
    return np.cumsum(change, axis=1)


def test_law_finds_the_elasticity():
    past = reacting(0.4)
    beta, sigma = rivals._fit(past[0], past[1], rivals.LAW, np.random.default_rng(0))
    assert beta[:, 1].mean() == pytest.approx(0.4, abs=0.12)
    assert sigma.mean() == pytest.approx(0.05, rel=0.1)


def test_little_data_keeps_the_prior():
    past = np.array([[0.0, 0.1, 0.2, 0.3, 0.4], [0.0, 0.1, 0.2, 0.3, 0.4]])
    beta, _ = rivals._fit(past[0] + 1e-3 * np.arange(5) ** 2, past[1], rivals.LAW, np.random.default_rng(0))
    assert beta[:, 1].std() < 0.2


def test_random_walk_is_centred_on_the_last_value():
    past = reacting(0.0, 40)
    draws = rivals.simulate(past, "random walk", 5, np.random.default_rng(0))
    se = draws.std(axis=-1) / np.sqrt(rivals.DRAWS)
    assert (np.abs(draws.mean(axis=-1) - past[:, -1, None]) < 4 * se).all()
    assert (np.diff(draws.std(axis=-1), axis=1) > 0).all()


def test_sides_are_treated_alike():
    """Swapping the sides swaps the forecasts' fit."""
    past = reacting(0.3, 60)
    one, _ = rivals._fit(past[0], past[1], rivals.LAW, np.random.default_rng(0))
    other, _ = rivals._fit(past[::-1][1], past[::-1][0], rivals.LAW, np.random.default_rng(0))
    np.testing.assert_array_equal(one, other)


def test_outlays_need_a_price_level():
    outlays = pd.DataFrame({"actor": ["USA"] * 2, "year": [1800, 1801], "milex_thousand_usd": [1.0, 2.0]})
    with pytest.raises(InputError, match="no price level for 1800, 1801"):
        rivals.real_log_outlays(outlays, inputs.dollar_prices())


def test_soviet_series_ends_before_its_revaluation():
    outlays = inputs.rival_outlays()
    assert outlays[outlays["actor"] == "SUN"]["year"].max() == 1988
    assert set(outlays["actor"]) == {"USA", "SUN", "GRC", "TUR", "IND", "PAK"}
