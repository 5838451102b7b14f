"""What is kept of the variables that are counted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstretch.engine.reduce import ANY, BINS, SCALES, Scale, counts, join_moments, moments, quantile

RNG = np.random.default_rng(5)


@pytest.mark.parametrize("scale", [Scale(-8.0, 8.0), Scale(-0.01, 100.0, 0.5), ANY])
def test_quantiles_of_counts_lie_within_a_bin_of_the_exact_ones(scale):
    values = np.exp(RNG.normal(size=(3, 40_000))).astype(np.float32)
    wanted = np.array([0.05, 0.25, 0.5, 0.75, 0.95])
    found = quantile(counts(values, scale).astype(int), scale, wanted)
    exact = np.quantile(values, wanted, axis=-1)
    edges = scale.edges()
    width = np.diff(edges)[np.clip(np.searchsorted(edges, exact) - 1, 0, BINS - 1)]
    assert (np.abs(found - exact) <= width).all()


@given(st.floats(width=32), st.sampled_from([Scale(-2.0, 3.0), Scale(-0.5, 80.0, 0.2), ANY]))
def test_every_value_falls_into_the_bin_that_holds_it(value, scale):
    place = int(scale.place(np.array([value], np.float32))[0])
    edges = scale.edges()
    near = 1e-4 * max(1.0, abs(value)) if np.isfinite(value) else 0.0
    if np.isnan(value) or place == 0:
        assert np.isnan(value) or value <= edges[0] + near
    elif place == BINS + 1:
        assert value >= edges[-1] - near
    else:
        assert edges[place - 1] - near <= value <= edges[place] + near


def test_counts_of_blocks_add_up_to_the_counts_of_all():
    values = RNG.normal(size=(2, 3, 3072)).astype(np.float32)
    scale = Scale(-1.0, 1.0)
    parts = [counts(values[..., k : k + 1024], scale).astype(int) for k in (0, 1024, 2048)]
    np.testing.assert_array_equal(sum(parts), counts(values, scale))
    assert (sum(parts).sum(-1) == 3072).all()


def test_moments_of_blocks_join_to_the_moments_of_all():
    values = (1000.0 + RNG.normal(size=(2, 2500))).astype(np.float32)
    cut = [values[:, :1024], values[:, 1024:2048], values[:, 2048:]]
    joined = join_moments(np.stack([moments(part) for part in cut]), np.array([1024.0, 1024.0, 452.0]))
    wide = values.astype(float)
    np.testing.assert_allclose(joined[0], wide.mean(-1), rtol=1e-9)
    np.testing.assert_allclose(np.sqrt(joined[1] / 2500), wide.std(-1), rtol=1e-4)
    np.testing.assert_array_equal(joined[2:], [values.min(-1), values.max(-1)])


def test_a_quantile_beyond_the_bins_is_not_made_up():
    values = np.concatenate([np.zeros(90), np.full(10, 50.0)]).astype(np.float32)
    found = quantile(counts(values, Scale(-1.0, 1.0)).astype(int), Scale(-1.0, 1.0), np.array([0.5, 0.95]))
    assert abs(found[0]) < 0.01 and np.isnan(found[1])


def test_bins_are_ordered_and_finite():
    for scale in (*SCALES.values(), ANY):
        edges = scale.edges()
        assert np.isfinite(edges).all() and (np.diff(edges) > 0).all()
