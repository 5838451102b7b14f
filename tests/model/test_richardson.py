"""The reaction law against what is known of Richardson's arms race in closed form."""

from __future__ import annotations

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from trajectory import Laboratory

from overstretch.model import defence
from overstretch.model.registry import SWITCHES

SPEED = 0.05


@partial(jax.jit, static_argnames="steps")
def _race(influence, fatigue, grievance, steps: int):
    def year(x, _):
        rival = (influence @ x + grievance) / fatigue
        priors = {"reaction_elasticity": jnp.ones(1), "reaction_speed": SPEED * fatigue}
        after = defence.reaction_level(x, rival, variant={"reaction": 1}, **priors)
        return after, after

    return jax.lax.scan(year, jnp.zeros_like(fatigue), None, steps)[1]


def race(influence: np.ndarray, fatigue: np.ndarray, grievance: np.ndarray, steps: int) -> np.ndarray:
    """Levels of N actors under x' = x + s·(K·x + g − a·x), by the law itself: the rival's effort is (K·x + g)/a, the
    speed s·a."""
    return np.asarray(
        _race(jnp.asarray(influence), jnp.asarray(fatigue)[:, None], jnp.asarray(grievance)[:, None], steps)
    )[..., 0]


@given(
    st.floats(0.3, 1.5),
    st.floats(0.3, 1.5),
    st.floats(0.0, 1.2),
    st.floats(0.0, 1.2),
    st.floats(0.1, 1.0),
    st.floats(0.1, 1.0),
)
def test_two_actors_settle_at_the_crossing_of_their_lines(
    a: float, b: float, k: float, m: float, g: float, h: float
) -> None:
    """x* = (k·h + b·g)/(a·b − k·m), y* = (m·g + a·h)/(a·b − k·m), where a·b > k·m."""
    assume(a * b > 1.3 * k * m)
    path = race(np.array([[0.0, k], [m, 0.0]]), np.array([a, b]), np.array([g, h]), 4000)
    expected = np.array([k * h + b * g, m * g + a * h]) / (a * b - k * m)
    np.testing.assert_allclose(path[-1], expected, rtol=1e-5)


@pytest.mark.parametrize("side", [-1, 1])
def test_two_actors_are_stable_only_below_the_product_of_fatigues(side: int) -> None:
    """Just below a·b = k·m the race ends, just above it does not."""
    a, b, k = 0.8, 0.5, 0.4
    m = a * b / k * (1 + 0.05 * side)
    moves = np.abs(
        np.diff(race(np.array([[0.0, k], [m, 0.0]]), np.array([a, b]), np.array([0.1, 0.1]), 6000), axis=0)
    ).max(1)
    assert (moves[-1] > moves[3000]) == (side > 0)


@given(st.sampled_from([3, 5]), st.integers(0, 50))
def test_many_actors_are_stable_where_the_spectral_abscissa_is_negative(actors: int, seed: int) -> None:
    """Sign of the largest real part of K − diag(a), tested just either side of zero."""
    rng = np.random.default_rng(seed)
    influence = rng.uniform(0.0, 1.0, (actors, actors)) * (1 - np.eye(actors))
    shape = rng.uniform(0.5, 1.5, actors)
    edge = np.abs(np.linalg.eigvals(influence / shape[:, None])).max()  # a = edge·shape puts the abscissa at zero
    for factor, growing in ((0.97, True), (1.03, False)):
        fatigue = edge * factor * shape
        assert (np.linalg.eigvals(influence - np.diag(fatigue)).real.max() > 0) == growing
        moves = np.abs(np.diff(race(influence, fatigue, np.full(actors, 0.1), 3000), axis=0)).max(1)
        assert (moves[-1] > moves[2000]) == growing


@pytest.fixture(scope="module")
def pair() -> Laboratory:
    from overstretch import facts
    from overstretch.systems import load_system, prepare

    system = load_system("greece-turkey")
    known = facts.load().as_of(system.as_of.isoformat(), reconstructed=True)
    return Laboratory(prepare(system, known, system.as_of), futures=3)


def test_the_whole_model_of_two_actors_is_that_race(pair: Laboratory) -> None:
    """With the reaction alone a year's move is s·(η·rival − level): a wave of ratio 1 − s ± s·η, which dies out for η <
    1
    and grows for η > 1; the levels meet where each is η times what it sees of the other."""
    inputs = pair.inputs(off=set(SWITCHES) - {"reaction"}, do="spend(TUR, 0.001)")
    elasticity, speed = np.array([0.0, 0.5, 1.2]), 0.4
    every = dict(inputs.parameters)
    every |= {"reaction_elasticity": jnp.asarray(elasticity), "reaction_speed": jnp.full(3, speed)}
    shares = inputs.controls.variant | {"reaction": jnp.ones(3, int)}  # of the share, not of the stock
    path = pair.follow(inputs._replace(parameters=every, controls=inputs.controls._replace(variant=shares)))
    votes = np.flatnonzero(np.asarray(inputs.base.fourth) > 0)
    level = path.after.reaction[votes]  # [vote, actor, future]
    assert (level[..., 0] == 0.0).all()
    greece, turkey = (pair.at(name) for name in ("GRC", "TUR"))
    added = np.log1p(1e-5 / np.asarray(inputs.start.share)[turkey])
    together = level[:, greece] + level[:, turkey]  # the mode that grows or dies with 1 − s + s·η
    for future in (1, 2):
        moves = np.diff(together[3:, future])
        ratio = moves[1:] / moves[:-1]
        np.testing.assert_allclose(ratio, 1 - speed + speed * elasticity[future], rtol=2e-3)
    eta, ends = 0.5, level[-1, :, 1]
    assert ends[greece] == pytest.approx(eta * added / (1 - eta**2), rel=0.02)
    assert ends[turkey] == pytest.approx(eta**2 * added / (1 - eta**2), rel=0.02)
