"""Defence budgets, each law alone."""

from __future__ import annotations

import inspect
import itertools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from alone import a, alone, compiled
from hypothesis import given, settings
from hypothesis import strategies as st

from overstretch.model import defence

levels = st.floats(0.005, 0.08)
YEARS = np.arange(2025, 2041)


def straight(begin: float, end: float, last: int = 2035) -> np.ndarray:
    return np.interp(YEARS, [2025, last], [begin, end])


def follow(share: float, path: np.ndarray, strength: float = 1.0, pull: float = 0.1) -> np.ndarray:
    """Shares when nothing but the pledge acts."""
    law, shares = compiled(defence.pledge_growth), [share]
    for now, following in itertools.pairwise(path):
        growth = law(a(shares[-1]), a(0.0), a(now), a(following), a(strength), a(pull))
        shares.append(shares[-1] * float(np.exp(growth[0])))
    return np.array(shares)


@given(levels, st.floats(0.0, 1.0))
@settings(max_examples=30)
def test_full_will_ends_at_its_path(begin: float, pull: float) -> None:
    path = straight(begin, max(begin, 0.035))
    assert np.allclose(follow(begin, path, pull=pull), path, rtol=1e-9)


@given(levels, st.floats(1.01, 2.0))
@settings(max_examples=30)
def test_who_is_above_the_path_is_neither_pulled_down_nor_carried_up(begin: float, ahead: float) -> None:
    path = straight(begin, max(begin, 0.035))
    shares = follow(begin * ahead, path)
    assert (np.diff(shares) >= -1e-12).all()
    assert np.allclose(shares, np.maximum(path, begin * ahead), rtol=1e-9)


@given(levels, st.floats(0.5, 0.99), st.floats(0.0, 0.5))
@settings(max_examples=30)
def test_who_is_below_is_pulled_but_does_not_overshoot(begin: float, behind: float, pull: float) -> None:
    path = straight(begin, max(begin, 0.035))
    shares = follow(begin * behind, path, pull=pull)
    gap = np.log(path) - np.log(shares)
    assert (gap >= -1e-9).all()
    assert (np.diff(gap) <= 1e-9).all()


def test_no_will_follows_the_baseline() -> None:
    growth = defence.pledge_growth(a(0.02), a(0.013), a(0.025), a(0.03), a(0.0), a(0.2))
    assert growth[0] == pytest.approx(0.013)


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
