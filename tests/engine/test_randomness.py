"""Shocks: scale, tails, independence, and keys that do not move when a shock is added."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from scipy import integrate, stats

from overstretch.engine import randomness
from overstretch.engine.program import draw
from overstretch.engine.randomness import (
    TRUNCATION,
    bits,
    draw_shocks,
    exponential,
    named_key,
    normal,
    student_t,
    threefry,
)

KEY = jax.random.key(5)


def test_the_generator_is_threefry() -> None:
    """The published answers (Random123, kat_vectors: threefry 2x32, 20 rounds), and the words of JAX's own."""
    known = [
        ((0, 0), (0, 0), (0x6B200159, 0x99BA4EFE)),
        ((0xFFFFFFFF, 0xFFFFFFFF), (0xFFFFFFFF, 0xFFFFFFFF), (0x1CB996FC, 0xBB002BE7)),
        ((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3), (0xC4923A9C, 0x483DF7A0)),
    ]
    for key, count, words in known:
        found = threefry(*((np.array([part[0]], np.uint32), np.array([part[1]], np.uint32)) for part in (key, count)))
        assert tuple(int(word[0]) for word in found) == words
    assert (bits(KEY, (3, 5, 1024)) == jax.random.bits(KEY, (3, 5, 1024))).all()


@pytest.mark.parametrize("nu", [randomness.DEGREES_OF_FREEDOM, randomness.SHARE_DEGREES_OF_FREEDOM])
def test_sizes_are_quantiles_of_student_t(nu: float) -> None:
    chance = np.geomspace(1e-9, 1.0, 20_001)[:-1]
    exact = np.minimum(stats.t(nu).isf(chance / 2) * np.sqrt((nu - 2) / nu), TRUNCATION)
    found = np.asarray(randomness.size_of(jnp.asarray(chance, jnp.float32), nu), float)
    assert found == pytest.approx(exact, abs=2e-5)


def test_normal_is_normal() -> None:
    x = np.asarray(normal(KEY, (1000, 2000), jnp.float32), float).ravel()
    assert np.isfinite(x).all() and x.mean() == pytest.approx(0.0, abs=4 / np.sqrt(x.size))
    assert x.std() == pytest.approx(1.0, abs=0.003) and stats.kurtosis(x) == pytest.approx(0.0, abs=0.02)
    assert stats.kstest(x[:200_000], "norm").statistic < 0.004


def moment(nu: float, power: int) -> float:
    """Moment of the standardised Student-t, clipped at the truncation."""
    scale = np.sqrt((nu - 2) / nu)
    density = stats.t(nu, scale=scale).pdf
    body = integrate.quad(lambda x: x**power * density(x), 0, TRUNCATION)[0]
    return 2 * (body + TRUNCATION**power * stats.t(nu, scale=scale).sf(TRUNCATION))


@pytest.mark.parametrize("nu", [randomness.DEGREES_OF_FREEDOM, randomness.SHARE_DEGREES_OF_FREEDOM])
def test_student_t(nu: float) -> None:
    x = np.asarray(student_t(KEY, (1000, 2000), jnp.float32, nu=nu), float)
    assert np.abs(x).max() <= TRUNCATION
    assert x.mean() == pytest.approx(0.0, abs=4 / np.sqrt(x.size))
    assert x.var() == pytest.approx(moment(nu, 2), rel=0.005)
    assert x.var() == pytest.approx(1.0, abs=0.06)  # the truncation costs little
    assert (x**4).mean() == pytest.approx(moment(nu, 4), rel=0.03)
    inside = x[np.abs(x) < TRUNCATION].ravel()[:200_000]
    assert stats.kstest(inside / np.sqrt((nu - 2) / nu), stats.t(nu).cdf).statistic < 0.005


def test_the_usual_tails_have_the_intended_kurtosis() -> None:
    """Excess kurtosis near 2 before truncation (6 / (ν − 4)), somewhat less after."""
    nu = randomness.DEGREES_OF_FREEDOM
    assert 6 / (nu - 4) == pytest.approx(2.0)
    assert 1.0 < moment(nu, 4) / moment(nu, 2) ** 2 - 3 < 2.0


@pytest.fixture(scope="module")
def shocks():
    return draw_shocks(KEY, 16, 64, 34, 1024)


def test_every_shock_has_its_scale(shocks) -> None:
    for name, values in shocks._asdict().items():
        x = np.asarray(values, float)
        assert np.isfinite(x).all(), name
        if name in ("war", "turnover", "inauguration", "fate"):
            assert x.min() > 0 and x.max() < 1
            assert stats.kstest(x.ravel(), "uniform").statistic < 2.5 / np.sqrt(x.size), name
        elif name == "clock":
            assert stats.kstest(x.ravel(), "expon").statistic < 2.5 / np.sqrt(x.size)
        elif name == "review":
            assert stats.kstest(x.ravel(), "gumbel_r").statistic < 2.5 / np.sqrt(x.size)
        else:
            assert x.mean() == pytest.approx(0.0, abs=5 / np.sqrt(x.size)), name
            assert x.std() == pytest.approx(1.0, abs=0.04), name


def test_shocks_are_independent_of_each_other_and_of_the_past(shocks) -> None:
    world, europe, oil = (np.asarray(x, float).ravel() for x in (shocks.world, shocks.europe, shocks.oil))
    own = np.asarray(shocks.demand, float)
    for left, right in (
        (world, europe),
        (world, oil),
        (europe, oil),
        (world, own[:, 0].ravel()),
        (own[:, 0].ravel(), own[:, 1].ravel()),
    ):
        assert abs(np.corrcoef(left, right)[0, 1]) < 5 / np.sqrt(left.size)
    assert abs(np.corrcoef(own[:-1].ravel(), own[1:].ravel())[0, 1]) < 5 / np.sqrt(own.size)


def test_a_shock_hangs_on_its_own_name_alone(shocks) -> None:
    """Each is drawn from the block's key and its name: adding, removing or reordering others leaves it as it is."""
    t, a, f = 64, 34, 1024
    alone = {
        "oil": student_t(named_key(KEY, "oil"), (t, f), jnp.float32),
        "demand": student_t(named_key(KEY, "demand"), (t, a, f), jnp.float32),
        "doubt": normal(named_key(KEY, "doubt"), (t, f), jnp.float32),
        "clock": exponential(named_key(KEY, "clock"), (7, f), jnp.float32),
    }
    for name, values in alone.items():  # up to the last place, which hangs on what is computed together
        np.testing.assert_allclose(getattr(shocks, name), values, rtol=1e-5, atol=1e-6, err_msg=name)
    flat = [np.asarray(x).ravel()[:5].tolist() for x in shocks]
    assert len({tuple(x) for x in flat}) == len(flat)  # no two shocks share a key


def test_keyed_by_seed_and_block() -> None:
    def oil(seed: int, block: int) -> np.ndarray:
        return np.asarray(draw(seed, block, 8, room=2, actors=3, futures=64).oil)

    assert (oil(1, 0) == oil(1, 0)).all()
    assert not (oil(1, 0) == oil(1, 1)).any()
    assert not (oil(1, 0) == oil(2, 0)).any()
    assert not (oil(1, 2) == oil(2, 1)).any()


@pytest.mark.parametrize(("room", "quarters"), [(16, 61), (28, 64), (28, 109)])
def test_neither_the_room_nor_the_length_moves_a_number(shocks, room: int, quarters: int) -> None:
    found, rows = draw_shocks(KEY, room, quarters, 34, 1024), min(quarters, 64)
    years = -(-rows // 4) + 1  # and the votes before the first quarter
    for name, values in found._asdict().items():
        whole = np.asarray(getattr(shocks, name))
        if len(values) == 4 * room:
            assert (np.asarray(values)[:rows] == whole[:rows]).all() and not values[quarters:].any(), name
        elif len(values) == room + 1:
            assert (np.asarray(values)[:years] == whole[:years]).all(), name
        else:
            assert (np.asarray(values) == whole).all(), name
