"""Block bootstraps: seeded, unbiased, wider where errors hang together."""

from __future__ import annotations

import numpy as np
import pytest

from overstretch.errors import InputError
from overstretch.evidence import bootstrap


def test_circular_blocks_are_runs_that_wrap():
    index = bootstrap.circular_blocks(7, 3, 50, np.random.default_rng(0))
    assert index.shape == (50, 7)
    steps = np.diff(index, axis=1) % 7
    assert (steps[:, [0, 1, 3, 4]] == 1).all()
    assert np.bincount(index.ravel(), minlength=7).min() > 0


def test_interval_of_independent_values_is_near_the_normal_one():
    x = np.random.default_rng(2).normal(size=(1, 400))
    got = bootstrap.panel_interval(x, 1)
    assert got == bootstrap.panel_interval(x, 1) != bootstrap.panel_interval(x, 1, seed=6)
    expected = 1.645 * x.std() / np.sqrt(400)
    assert (got.upper - got.lower) / 2 == pytest.approx(expected, rel=0.08)
    assert got.lower < got.mean < got.upper


def test_blocks_widen_the_interval_of_a_persistent_series():
    rng = np.random.default_rng(3)
    x = np.zeros(300)
    for t in range(1, 300):
        x[t] = 0.9 * x[t - 1] + rng.normal()
    single, blocks = bootstrap.panel_interval(x[None], 1), bootstrap.panel_interval(x[None], 25)
    assert blocks.upper - blocks.lower > 1.8 * (single.upper - single.lower)


def test_panel_interval_sees_a_shock_common_to_all_units():
    rng = np.random.default_rng(4)
    common = np.repeat(rng.normal(size=(1, 20)), 30, axis=0)
    own = rng.normal(size=(30, 20))
    wide, narrow = bootstrap.panel_interval(common, 1), bootstrap.panel_interval(own, 1)
    assert wide.upper - wide.lower > 2 * (narrow.upper - narrow.lower)


def test_panel_interval_ignores_what_was_not_observed():
    x = np.array([[1.0, np.nan, 1.0], [1.0, 1.0, np.nan]])
    assert bootstrap.panel_interval(x, 1) == bootstrap.Interval(1.0, 1.0, 1.0)


def test_cluster_interval_is_a_ratio_of_totals():
    got = bootstrap.cluster_interval([1.0, 3.0], [10.0, 10.0])
    assert got.mean == 0.2
    assert (got.lower, got.upper) == (0.1, 0.3)


def test_bad_input_is_named():
    with pytest.raises(InputError, match="block of 9 does not fit a series of 4"):
        bootstrap.panel_interval([[1, 2, 3, 4]], 9)
    with pytest.raises(InputError, match="unit x time"):
        bootstrap.panel_interval([1.0, 2.0], 1)
    with pytest.raises(InputError, match="exposure"):
        bootstrap.cluster_interval([1.0], [0.0])
