"""Defence budgets, each law alone."""

from __future__ import annotations

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
        growth = law(a(shares[-1]), a(target), a(strength), pledge_pull=a(speed), pledge_ebb=a(ebb))
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
    assert alone(defence.plan_weight, reach=float(reach), plan_kept_later=0.8, plan_kept_far=0.6) == pytest.approx(
        weight
    )
    errors = {"plan_error_same_year": 0.1, "plan_error_next_year": 0.14, "plan_error_later": 0.18}
    held = alone(defence.plan_error, reach=float(reach), **errors)
    assert held == pytest.approx(error)


@given(levels, levels, st.floats(-0.2, 0.2))
@settings(max_examples=20)
def test_a_plan_of_full_weight_is_met_and_one_without_weight_changes_nothing(
    share: float, plan: float, growth: float
) -> None:
    def grown(weight: float) -> float:
        return alone(defence.follow_plan, growth_of_share=growth, share=share, plan=plan, plan_weight=weight)

    assert share * np.exp(grown(1.0)) == pytest.approx(plan)
    assert grown(0.0) == pytest.approx(growth)


def test_the_common_wave_fades_and_first_figures_are_too_high() -> None:
    wave = {"common_growth_persistence": 0.7, "common_growth_scale": 0.02}
    assert alone(defence.common_growth, common=0.05, **wave) == pytest.approx(0.035)
    assert alone(defence.common_growth, shock=2.0, **wave) == pytest.approx(0.04)
    revised = {"share": 0.02, "shock": 0.0, "revision_bias": 0.02, "revision_error": 0.07}
    assert alone(defence.published, revised=1.0, **revised) == pytest.approx(0.02 * np.exp(-0.02))
    assert alone(defence.published, revised=0.0, **revised) == pytest.approx(0.02)


@given(st.floats(0.1, 5.0), st.floats(0.0, 0.9))
@settings(max_examples=20)
def test_rises_surprise_more_than_falls(size: float, skew: float) -> None:
    up, down = (alone(defence.skewed, shock=x, share_shock_skew=skew) for x in (size, -size))
    assert up + down == pytest.approx(2 * skew * size) and up - down == pytest.approx(2 * size)


@given(st.floats(-0.5, 1.0), st.floats(0.1, 1.0), st.floats(-0.5, 0.5))
@settings(max_examples=10)
def test_reaction_settles_at_its_elasticity(elasticity: float, speed: float, rival: float) -> None:
    level = 0.0
    for _ in range(300):
        level = alone(
            defence.reaction_level,
            variant=1,
            reaction=level,
            threat=rival,
            reaction_elasticity=elasticity,
            reaction_speed=speed,
        )
    assert level == pytest.approx(elasticity * rival, abs=1e-6)


def answered(level, rival, elasticity: float):
    """A year of the reaction to shares."""
    return defence.reaction_level(
        level, rival, variant={"reaction": 1}, reaction_elasticity=elasticity, reaction_speed=0.35
    )


def reactions_end(k: float, other: float) -> float:
    """Two sides that answer each other's logs with elasticities k and other; absolute sum after 4,000 years."""

    def year(_, both):
        x, y = both
        return answered(x, y, k), answered(y, x, other)

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
        return float(jax.lax.fori_loop(0, 8000, lambda _, x: answered(x, matrix @ x, 1.0), levels).max())

    assert end(0.99) < 1e-6 < 1.0 < end(1.01)


def test_others_ahead_of_the_path_lower_the_own_share() -> None:
    shares = {"free_riding_us": 0.05, "free_riding_rest": 0.08}
    assert alone(defence.free_riding, change_us=0.1, **shares) == pytest.approx(0.005)
    assert alone(defence.free_riding, change_rest=-0.1, **shares) == pytest.approx(-0.008)


@given(st.floats(-0.5, 1.0), st.floats(0.0, 5.0), st.floats(0.0, 1.0), st.floats(0.05, 1.0))
def test_limits_slow_rises_only(growth: float, stress: float, sensitivity: float, largest: float) -> None:
    limited = alone(
        defence.limit_rise,
        growth_of_share=growth,
        fiscal_stress=stress,
        fiscal_limit=sensitivity,
        absorption_growth=largest,
    )
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
        path.append(
            alone(
                defence.related_next,
                related=path[-1],
                related_start=start,
                effort_related=effort,
                target=0.015,
                years=10.0,
            )
        )
    if start >= 0.015:
        assert max(path) == pytest.approx(start)
    else:
        assert path[10] == pytest.approx(min(0.015, start + effort * (0.015 - start)))
        assert max(path) <= 0.015 + 1e-12


# State of the war, part that a ceasefire keeps: the share that it asks for between 7% at war and 4% at peace.
NEEDS = [(0.0, 0.5, 0.07), (1.0, 0.5, 0.055), (1.0, 0.2, 0.046), (2.0, 0.5, 0.04)]


@pytest.mark.parametrize(("war", "part", "right"), NEEDS)
def test_a_ceasefire_keeps_a_part_of_the_wartime_burden(war: float, part: float, right: float) -> None:
    priors = {"rival_war_share": 0.07, "rival_peace_share": 0.04, "rival_ceasefire_part": part}
    assert alone(defence.rival_need, war=war, before=0.05, **priors) == pytest.approx(right)


def russia(**given: float) -> float:
    calm = {"share": 0.07, "need": 0.07, "rival_need_speed": 0.3}
    return alone(defence.rival_vote, **(calm | given))


def test_rival_vote() -> None:
    """Still where the need is met; towards the need at its speed; a full-weight plan is the vote."""
    assert russia() == pytest.approx(0.07)
    assert np.log(russia(need=0.045) / 0.07) == pytest.approx(0.3 * np.log(0.045 / 0.07))
    assert russia(plan_share=0.05, plan_weight=1.0) == pytest.approx(0.05)
    assert russia(plan_share=0.05, plan_weight=0.5) == pytest.approx(np.sqrt(0.05 * 0.07))
    assert russia(plan_weight=0.5) == pytest.approx(0.07)
    assert russia(strain_cut=0.1) < russia() < russia(reacted=0.1)


@pytest.mark.parametrize(("known", "right"), [(1.0, 13.5 / 15.5), (0.0, 0.8)])
def test_the_line_over_the_total_is_as_published_else_drawn(known: float, right: float) -> None:
    assert defence.opening_ratio(a(13.5), a(15.5), a(known), law_share=a(0.8))[0] == pytest.approx(right)
