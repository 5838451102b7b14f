"""Seeded block bootstraps: intervals for mean scores whose errors hang together in time or by actor.

Circular blocks: Politis & Romano (1992). Scores of neighbouring years share shocks, so years are drawn in blocks that
wrap round the end of the series; scores of one actor share its model errors, so actors are drawn whole.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from overstretch.errors import InputError

Array = NDArray[np.float64]
DRAWS = 2000


class Interval(NamedTuple):
    """A mean with the 5% and 95% quantiles of its bootstrap distribution."""

    mean: float
    lower: float
    upper: float


def circular_blocks(length: int, block: int, draws: int, rng: np.random.Generator) -> NDArray[np.intp]:
    """Indices [draws, length] of a circular block bootstrap: runs of `block` neighbours, wrapping round."""
    if not 1 <= block <= length:
        raise InputError(f"a block of {block} does not fit a series of {length}; accepted: 1 to {length}")
    starts = rng.integers(0, length, size=(draws, -(-length // block)))
    runs = (starts[:, :, None] + np.arange(block)) % length
    return np.asarray(runs.reshape(draws, -1)[:, :length], dtype=np.intp)


def panel_interval(values: ArrayLike, block: int, seed: int = 0, draws: int = DRAWS) -> Interval:
    """Interval of the mean of a panel [unit, time], NaN where unobserved.

    Units are drawn whole and years in circular blocks, independently (the two-way bootstrap of Owen 2007,
    doi:10.1214/07-AOAS122: conservative, it never understates either dependence).
    """
    x = np.asarray(values, dtype=float)
    if x.ndim != 2 or not np.isfinite(x).any():
        raise InputError("panel_interval needs a unit x time array with at least one finite value")
    rng = np.random.default_rng(seed)
    times = circular_blocks(x.shape[1], block, draws, rng)
    units = rng.integers(0, x.shape[0], size=(draws, x.shape[0]))
    total, count = np.where(np.isfinite(x), x, 0.0), np.isfinite(x).astype(float)
    weights_unit = _counts(units, x.shape[0])
    weights_time = _counts(times, x.shape[1])
    sums = np.einsum("du,ut,dt->d", weights_unit, total, weights_time)
    sizes = np.einsum("du,ut,dt->d", weights_unit, count, weights_time)
    kept = sizes > 0
    return _interval(np.nanmean(x), sums[kept] / sizes[kept])


def cluster_interval(totals: ArrayLike, sizes: ArrayLike, seed: int = 0, draws: int = DRAWS) -> Interval:
    """Interval of sum(totals)/sum(sizes) when whole clusters are drawn; both arrays are [cluster]."""
    total, size = np.asarray(totals, dtype=float), np.asarray(sizes, dtype=float)
    if total.shape != size.shape or total.ndim != 1 or not size.sum() > 0:
        raise InputError("cluster_interval needs two equally long series and some exposure")
    index = np.random.default_rng(seed).integers(0, len(total), size=(draws, len(total)))
    weight = _counts(index, len(total))
    exposure = weight @ size
    kept = exposure > 0
    return _interval(total.sum() / size.sum(), (weight @ total)[kept] / exposure[kept])


def _counts(index: NDArray[np.intp], size: int) -> Array:
    """How often each of `size` items occurs in each row of `index` [draws, m]."""
    rows = np.repeat(np.arange(index.shape[0]), index.shape[1])
    counts = np.zeros((index.shape[0], size))
    np.add.at(counts, (rows, index.ravel()), 1.0)
    return counts


def _interval(mean: float, sample: Array) -> Interval:
    low, high = np.quantile(sample, [0.05, 0.95])
    return Interval(float(mean), float(low), float(high))
