"""Defence budgets, each law alone."""

from __future__ import annotations

import inspect

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone, compiled
from hypothesis import given, settings
from hypothesis import strategies as st

from overstretch.model import defence

levels = st.floats(0.005, 0.08)


def follow(
    share: float, target: float, years: int, strength: float = 1.0, speed: float = 0.2, ebb: float = 0.05
) -> np.ndarray:
    """Shares when nothing but the pledge acts."""
    law, shares = compiled(defence.pledge_growth), [share]
    for _ in range(years):
        growth = law(a(shares[-1]), a(target), a(strength), a(speed), a(ebb))
        shares.append(shares[-1] * float(np.exp(growth[0])))
    return np.array(shares)


# Share, target, strength, speed, ebb, share a year later: (0.02 -> 0.035: a tenth of the gap of 0.015 is 0.0015).
PLEDGE = [
    (0.02, 0.035, 0.5, 0.2, 0.05, 0.0215),
    (0.02, 0.035, 0.0, 0.2, 0.05, 0.02),
    (0.035, 0.035, 1.0, 0.2, 0.05, 0.035),
    (0.05, 0.035, 1.0, 0.2, 0.0, 0.05),
    (0.05, 0.02, 1.0, 0.2, 0.1, 0.05 * 0.4**0.1),
    (0.02, 0.0, 1.0, 0.2, 0.1, 0.02),
]


@pytest.mark.parametrize(("share", "target", "strength", "speed", "ebb", "right"), PLEDGE)
def test_pledge_growth(share: float, target: float, strength: float, speed: float, ebb: float, right: float) -> None:
    assert follow(share, target, 1, strength, speed, ebb)[-1] == pytest.approx(right)


@given(levels, levels, st.floats(0.0, 1.0), st.floats(0.0, 0.5))
@settings(max_examples=30)
def test_convergence_closes_its_part_of_the_gap_each_year(
    begin: float, target: float, strength: float, speed: float
) -> None:
    gap = np.maximum(target - follow(begin, target, 10, strength, speed, 0.0), 0.0)
    assert np.allclose(gap[1:], gap[:-1] * (1 - strength * speed), rtol=1e-9, atol=1e-15)


# Reach in years, its weight (later 0.8, far 0.6) and error (0.1, 0.14, 0.18).
REACH = [(-1, 0.0, 0.1), (0, 1.0, 0.1), (1, 1.0, 0.14), (2, 0.8, 0.18), (3, 0.8, 0.18), (4, 0.6, 0.18), (12, 0.6, 0.18)]


@pytest.mark.parametrize(("reach", "weight", "error"), REACH)
def test_a_plan_counts_by_its_reach(reach: float, weight: float, error: float) -> None:
    assert alone(defence.plan_weight, reach=float(reach), later=0.8, far=0.6) == pytest.approx(weight)
    held = alone(defence.plan_error, reach=float(reach), same_year=0.1, next_year=0.14, later=0.18)
    assert held == pytest.approx(error)


@given(levels, levels, st.floats(-0.2, 0.2))
@settings(max_examples=20)
def test_a_plan_of_full_weight_is_met_and_one_without_weight_changes_nothing(
    share: float, plan: float, growth: float
) -> None:
    def grown(weight: float) -> float:
        return alone(defence.follow_plan, growth=growth, share=share, plan=plan, weight=weight)

    assert share * np.exp(grown(1.0)) == pytest.approx(plan)
    assert grown(0.0) == pytest.approx(growth)


def test_the_common_wave_fades_and_first_figures_are_too_high() -> None:
    assert alone(defence.common_growth, growth=0.05, shock=0.0, persistence=0.7, scale=0.02) == pytest.approx(0.035)
    assert alone(defence.common_growth, growth=0.0, shock=2.0, persistence=0.7, scale=0.02) == pytest.approx(0.04)
    revised = {"share": 0.02, "shock": 0.0, "bias": 0.02, "error": 0.07}
    assert alone(defence.published, revised=1.0, **revised) == pytest.approx(0.02 * np.exp(-0.02))
    assert alone(defence.published, revised=0.0, **revised) == pytest.approx(0.02)


@given(st.floats(0.1, 5.0), st.floats(0.0, 0.9))
@settings(max_examples=20)
def test_rises_surprise_more_than_falls(size: float, skew: float) -> None:
    up, down = (alone(defence.skewed, shock=x, skew=skew) for x in (size, -size))
    assert up + down == pytest.approx(2 * skew * size) and up - down == pytest.approx(2 * size)


@given(st.floats(-0.5, 1.0), st.floats(0.1, 1.0), st.floats(-0.5, 0.5))
@settings(max_examples=10)
def test_reaction_settles_at_its_elasticity(elasticity: float, speed: float, rival: float) -> None:
    level = 0.0
    for _ in range(300):
        level = alone(defence.reaction_level, level=level, rival=rival, elasticity=elasticity, speed=speed)
    assert level == pytest.approx(elasticity * rival, abs=1e-6)


def reactions_end(k: float, other: float) -> float:
    """Two sides that answer each other's logs with elasticities k and other; absolute sum after 4,000 years."""

    def year(_, both):
        x, y = both
        return defence.reaction_level(x, y, k, 0.35), defence.reaction_level(y, x, other, 0.35)

    x, y = jax.lax.fori_loop(0, 4000, year, (jnp.float64(0.1), jnp.float64(0.05)))
    return float(abs(x) + abs(y))


def test_richardson_is_stable_iff_the_product_of_elasticities_is_below_one() -> None:
    """dx = s(ky − x), dy = s(lx − y) is stable iff kl < 1; just either side."""
    assert reactions_end(2.0, 0.495) < 1e-2
    assert reactions_end(2.0, 0.505) > 1.0


def test_many_actors_are_stable_iff_the_spectral_radius_is_below_one() -> None:
    """N sides that answer the weighted sum of the others: stable iff the spectral radius of the weights is below 1."""
    weights = np.random.default_rng(3).uniform(0.0, 0.4, (6, 6)) * (1 - np.eye(6))
    radius = np.abs(np.linalg.eigvals(weights)).max()

    def end(scale: float) -> float:
        matrix = jnp.asarray(weights / radius * scale)
        levels = jnp.full(6, 0.1)
        return float(
            jax.lax.fori_loop(0, 8000, lambda _, x: defence.reaction_level(x, matrix @ x, 1.0, 0.35), levels).max()
        )

    assert end(0.99) < 1e-6 < 1.0 < end(1.01)


def test_others_ahead_of_the_path_lower_the_own_share() -> None:
    assert defence.free_riding(a(0.1), a(0.0), a(0.05), a(0.08))[0] == pytest.approx(0.005)
    assert defence.free_riding(a(0.0), a(-0.1), a(0.05), a(0.08))[0] == pytest.approx(-0.008)


@given(st.floats(-0.5, 1.0), st.floats(0.0, 5.0), st.floats(0.0, 1.0), st.floats(0.05, 1.0))
def test_limits_slow_rises_only(growth: float, stress: float, sensitivity: float, largest: float) -> None:
    limited = alone(defence.limit_rise, growth=growth, stress=stress, sensitivity=sensitivity, largest=largest)
    assert limited <= largest
    if growth <= 0:
        assert limited == growth
    else:
        assert limited == pytest.approx(min(growth * np.exp(-sensitivity * stress), largest))


@given(st.floats(0.0, 0.02), st.floats(0.0, 1.2))
@settings(max_examples=30)
def test_related_tier_closes_its_gap_in_ten_votes_and_stops(start: float, effort: float) -> None:
    path = [start]
    for _ in range(20):
        path.append(alone(defence.related_next, related=path[-1], start=start, effort=effort, target=0.015, years=10.0))
    if start >= 0.015:
        assert max(path) == pytest.approx(start)
    else:
        assert path[10] == pytest.approx(min(0.015, start + effort * (0.015 - start)))
        assert max(path) <= 0.015 + 1e-12


def russia(**given: float) -> float:
    calm = {"share": 0.07, "need": 0.07, "speed": 0.3}
    return alone(defence.rival_vote, **(calm | given))


def test_rival_vote() -> None:
    """Still where the need is met; towards the need at its speed; a full-weight plan is the vote."""
    assert russia() == pytest.approx(0.07)
    assert np.log(russia(need=0.045) / 0.07) == pytest.approx(0.3 * np.log(0.045 / 0.07))
    assert russia(plan_share=0.05, plan_weight=1.0) == pytest.approx(0.05)
    assert russia(plan_share=0.05, plan_weight=0.5) == pytest.approx(np.sqrt(0.05 * 0.07))
    assert russia(plan_weight=0.5) == pytest.approx(0.07)
    assert russia(cut=0.1) < russia() < russia(reaction=0.1)


def test_every_law_states_its_equation() -> None:
    for name, law in inspect.getmembers(defence, inspect.isfunction):
        if law.__module__ == defence.__name__ and not name.startswith("_"):
            assert law.__doc__, name
