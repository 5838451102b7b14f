"""Proper scores against closed forms, numerical integrals and each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from overstretch.errors import InputError
from overstretch.evidence import scores


def crps_by_integral(cdf, y: float) -> float:
    """The definition: the integral of (F(x) - 1{x >= y})^2."""
    left = integrate.quad(lambda x: cdf(x) ** 2, -np.inf, y, epsabs=1e-11)[0]
    right = integrate.quad(lambda x: (1 - cdf(x)) ** 2, y, np.inf, epsabs=1e-11)[0]
    return left + right


@pytest.mark.parametrize("y", [-2.0, 0.0, 0.3, 4.0])
def test_crps_normal_is_the_integral(y):
    assert scores.crps_normal(y, 0.5, 1.7) == pytest.approx(crps_by_integral(stats.norm(0.5, 1.7).cdf, y), abs=1e-8)


def test_crps_normal_known_value():
    # at the mean: sigma (2 phi(0) - 1/sqrt(pi))
    assert scores.crps_normal(0.0, 0.0, 1.0) == pytest.approx(2 / np.sqrt(2 * np.pi) - 1 / np.sqrt(np.pi))


def test_crps_sample_equals_double_sum():
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(4, 3, 25)), rng.normal(size=(4, 3))
    slow = np.abs(x - y[..., None]).mean(-1) - np.abs(x[..., :, None] - x[..., None, :]).mean((-1, -2)) / 2
    np.testing.assert_allclose(scores.crps_sample(y, x), slow, atol=1e-12)


def test_crps_sample_tends_to_the_closed_form():
    x = stats.norm.ppf((np.arange(20000) + 0.5) / 20000)
    assert scores.crps_sample(0.7, x) == pytest.approx(float(scores.crps_normal(0.7, 0.0, 1.0)), abs=1e-4)


def test_crps_of_one_draw_is_the_absolute_error():
    assert scores.crps_sample(3.0, [1.0]) == 2.0


@given(st.floats(0.01, 0.99), st.floats(0.0, 1.0))
def test_brier_is_proper(truth, told):
    """Under the true probability no other forecast has a better expected score."""
    honest = truth * scores.brier(1, truth) + (1 - truth) * scores.brier(0, truth)
    other = truth * scores.brier(1, told) + (1 - truth) * scores.brier(0, told)
    assert honest <= other + 1e-12


def test_coverage_of_a_calibrated_forecast():
    rng = np.random.default_rng(2)
    hit = scores.covered(rng.normal(size=4000), rng.normal(size=(4000, 400)), 0.9)
    assert hit.mean() == pytest.approx(0.9, abs=0.02)


def test_interval_score_by_hand_and_smallest_at_the_quantiles():
    """Width 4 inside; outside by one twenty more; N(0, 1) wants its own 5 and 95%."""
    assert scores.interval_score_of([0.0, 3.0, -4.0], -2.0, 2.0) == pytest.approx([4.0, 24.0, 44.0])
    y = np.random.default_rng(3).normal(size=20000)
    mean = {half: scores.interval_score_of(y, -half, half).mean() for half in (1.0, 1.645, 2.4)}
    assert min(mean, key=mean.get) == 1.645
    assert scores.interval_score(0.0, np.linspace(-1, 1, 2001)) == pytest.approx(1.8, abs=0.01)


def test_hazard_loss_is_smallest_at_the_empirical_rate():
    rates = np.linspace(0.01, 0.2, 96)
    assert rates[scores.hazard_log_loss(5, 100.0, rates).argmin()] == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: scores.crps_normal(0, 0, 0), "sd must be above zero"),
        (lambda: scores.brier(1, 1.2), "between 0 and 1"),
        (lambda: scores.brier(0.5, 0.2), "0 or 1"),
        (lambda: scores.crps_sample(0.0, []), "at least one draw"),
        (lambda: scores.covered(0.0, [1.0], 1.0), "between 0 and 1"),
    ],
)
def test_bad_input_is_named(call, said):
    with pytest.raises(InputError, match=said):
        call()


def test_against_scoringrules():
    """An independent implementation, where it is installed."""
    other = pytest.importorskip("scoringrules")
    rng = np.random.default_rng(3)
    y, x = rng.normal(size=50), rng.normal(size=(50, 40))
    np.testing.assert_allclose(scores.crps_sample(y, x), other.crps_ensemble(y, x), rtol=1e-10)
