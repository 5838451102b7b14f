"""First-order sensitivity indices from given data: S = Var(E[y | group of a factor]) / Var(y).

A factor is a parameter, cut into bins of equal probability, or a structural axis with its options. Everything follows
from the sums of y by group, so that one pass over the futures serves the index, its distance from noise and, batch by
batch, its bootstrap.
Reference: Plischke, Borgonovo & Smith 2013, European Journal of Operational Research 226 (given data, by partition).
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri

BINS = 16
MOST_FOR_EDGES = 65_536  # bin edges are taken from evenly spaced futures above this number
_CHUNK = 16_384

_cuts = np.exp(-(ndtri(np.arange(BINS + 1) / BINS) ** 2) / 2.0) / np.sqrt(2 * np.pi)  # the normal density
BIN_SCORES = BINS * (_cuts[:-1] - _cuts[1:])  # mean normal score of each bin


def bin_of(values: np.ndarray, count: int = BINS) -> np.ndarray:
    """Bin 0..count-1 (at most 127) of each value by rank, int8 [future]; equal values share a bin.

    Above 65,536 futures the edges are the quantiles of that many evenly spaced ones: bins then differ slightly in size.
    """
    sample = np.sort(values[:: -(-len(values) // MOST_FOR_EDGES)])
    edges = sample[-(-np.arange(1, count) * len(sample) // count)]
    bins = np.zeros(len(values), np.int8)
    for begin in range(0, len(values), _CHUNK):  # a chunk stays in the processor's cache
        part, out = values[begin : begin + _CHUNK], bins[begin : begin + _CHUNK]
        for edge in edges:
            out += part >= edge
    return bins


def group_sums(codes: np.ndarray, y: np.ndarray, groups: int) -> np.ndarray:
    """Sums of y [future] by group code, [group]."""
    return np.bincount(codes, weights=y, minlength=groups)


def first_order(sums: np.ndarray, sizes: np.ndarray, squares: np.ndarray | float) -> np.ndarray:
    """First-order index from sums of y by group [..., group], sizes [..., group] and the sum of y² [...].

    Corrected for the (groups - 1)/n that noise alone gives (as ε² corrects η²), so that an idle factor is zero on
    average and may fall below. y should be near zero on average; NaN where y does not vary.
    """
    n = sizes.sum(-1)
    mean_square = (sums.sum(-1) / n) ** 2
    between = np.divide(sums**2, sizes, out=np.zeros_like(sums, dtype=float), where=sizes > 0).sum(-1) / n - mean_square
    total = squares / n - mean_square
    noise = np.maximum(1, (sizes > 0).sum(-1) - 1) / n
    raw = np.divide(between, total, out=np.full_like(between, np.nan), where=total > 0)
    return (raw - noise) / (1 - noise)


def above_noise(
    index: np.ndarray, sums: np.ndarray, sizes: np.ndarray, squares: float, ordered: np.ndarray
) -> np.ndarray:
    """How many standard deviations each index [factor] stands above what noise gives; of a parameter (`ordered`) the
    linear correlation with the draws' normal scores, if that is larger. sums, sizes [factor, group] of a y with mean
    zero; an ordered factor has its bins in the first BINS groups."""
    n = sizes.sum(-1)
    used = np.maximum(1, (sizes > 0).sum(-1) - 1)
    by_index = index * (1 - used / n) * n / np.sqrt(2 * used)
    sums, sizes = sums[:, :BINS], sizes[:, :BINS]
    scores = BIN_SCORES[: sizes.shape[1]] * np.ones_like(sizes)
    scores -= (sizes * scores).sum(-1, keepdims=True) / n[:, None]
    spread = (sizes * scores**2).sum(-1) / n
    linear = np.abs((scores * sums).sum(-1)) / np.sqrt(np.maximum(spread * squares, 1e-300))
    return np.where(ordered, np.maximum(by_index, linear), by_index)
