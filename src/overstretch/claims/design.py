"""The drawn parameters and structural variants of a set of futures, prepared once for all propositions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import xarray as xr
from scipy import sparse
from scipy.special import ndtri

BINS = 16
DETECTED = 4.0  # standard deviations above what noise gives: a factor below is not told from noise
MOST_FACTORS = 12
SHORTLIST = 30
ZERO_CENTRED = 0.05  # share of draws above zero within 0.5 ± this


@dataclass(frozen=True)
class Factor:
    """One driver: a parameter (`options` empty) or a structural axis with its options."""

    name: str
    row: int
    options: tuple[str, ...] = ()


class Design:
    """Parameters and variants of the first n futures: ranks, bins, groups.

    `values` [parameter, future] in the parameters' units; `axes` [axis, future] of option indices.
    """

    def __init__(self, world: xr.Dataset, n: int) -> None:
        self.n = n
        values = np.asarray(world["parameters"].values[:, :n], dtype=np.float32)
        names = [str(name) for name in world["parameter"].values]
        varies = values.max(axis=1) > values.min(axis=1)
        self.values = values[varies]
        self.names = [name for name, keep in zip(names, varies, strict=True) if keep]
        self.axes = np.asarray(world["variants"].values[:, :n], dtype=int)
        labels = json.loads(world["variants"].attrs["options"])
        self.axis_names = [str(axis) for axis in world["axis"].values]
        self.options = {axis: tuple(labels[axis]) for axis in self.axis_names}
        self._answered: list[tuple[np.ndarray, list[tuple[int, float]]]] = []
        self._declared_zero = json.loads(world["parameters"].attrs.get("zero_centred", "null"))

    @cached_property
    def ranks(self) -> np.ndarray:
        """Ranks of the parameters' draws, [parameter, future] of int32; ties are rare and broken by position."""
        order = np.argsort(self.values, axis=1, kind="stable")
        ranks = np.empty_like(order, dtype=np.int32)
        np.put_along_axis(ranks, order.astype(np.int64), np.arange(self.n, dtype=np.int32)[None, :], axis=1)
        return ranks

    @cached_property
    def scores(self) -> np.ndarray:
        """Normal scores of the draws, [parameter, future], mean zero and variance near one."""
        table = ndtri((np.arange(self.n) + 0.5) / self.n).astype(np.float32)
        return table[self.ranks]

    @cached_property
    def bins(self) -> np.ndarray:
        """Bin 0..BINS-1 of each draw by rank, [parameter, future]."""
        return (self.ranks.astype(np.int64) * BINS // self.n).astype(np.int8)

    @cached_property
    def _groups(self) -> tuple[sparse.csr_matrix, np.ndarray, list[Factor]]:
        """Rows are groups (bins of parameters, options of axes), for group sums by one sparse product."""
        rows, counts, factors, offset = [], [], [], 0
        for k, name in enumerate(self.names):
            rows.append(self.bins[k].astype(np.int64) + offset)
            factors.append(Factor(name, k))
            counts.append(BINS)
            offset += BINS
        for k, axis in enumerate(self.axis_names):
            rows.append(self.axes[k].astype(np.int64) + offset)
            factors.append(Factor(axis, k, self.options[axis]))
            counts.append(len(self.options[axis]))
            offset += len(self.options[axis])
        index = np.concatenate(rows)
        columns = np.tile(np.arange(self.n), len(rows))
        matrix = sparse.csr_matrix((np.ones(len(index), dtype=np.float32), (index, columns)), shape=(offset, self.n))
        return matrix, np.array(counts), factors

    @cached_property
    def _sizes(self) -> np.ndarray:
        return np.asarray(self._groups[0].sum(axis=1)).ravel()

    @property
    def factors(self) -> list[Factor]:
        """All factors: parameters first, then structural axes."""
        return self._groups[2]

    def first_order(self, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Given-data first-order indices of y [future] for all factors, and how far each stands above noise.

        S = Var(E[y | group]) / Var(y), corrected for the (groups - 1)/n that noise alone gives; the second array is
        the corrected index over its noise standard deviation, or the linear correlation's, whichever is larger.
        """
        index, above = self._indices(y - y.mean(), np.arange(len(self.factors)))
        return np.clip(index, 0, 1), above

    def strongest(self, y: np.ndarray, most: int = MOST_FACTORS) -> list[tuple[int, float]]:
        """The factors that drive y [future]: position in `factors` and share of Var(y), at most `most`.

        Picked one by one: the factor with the largest index, then the largest index of what its group means leave
        over, and so on while a factor stands out of noise. So a factor whose draws happen to go along with a stronger
        one (designs of many dimensions have such pairs) is not taken for a driver.
        """
        for held, answer in self._answered:
            if held is y:
                return answer[:most]
        answer = self._forward(y)
        self._answered = [(y, answer), *self._answered[:3]]
        return answer[:most]

    def _forward(self, y: np.ndarray) -> list[tuple[int, float]]:
        variance = float(np.var(y))
        if variance <= 1e-18:
            return []
        residual = np.asarray(y - y.mean(), dtype=float)
        index, above = self._indices(residual, np.arange(len(self.factors)))
        shortlist = np.flatnonzero(above > DETECTED)
        shortlist = shortlist[np.argsort(-index[shortlist], kind="stable")][:SHORTLIST]
        found: list[tuple[int, float]] = []
        while len(found) < MOST_FACTORS and len(shortlist):
            index, above = self._indices(residual, shortlist)
            index[above <= DETECTED] = -1
            best = int(np.argmax(index))
            if index[best] <= 0:
                break
            position = int(shortlist[best])
            found.append((position, float(index[best] * np.var(residual) / variance)))
            residual = residual - self._fitted(residual, position)
            shortlist = np.delete(shortlist, best)
        return found

    def _fitted(self, y: np.ndarray, position: int) -> np.ndarray:
        """The mean of y in each future's group of a factor."""
        factor = self.factors[position]
        codes = self.axes[factor.row] if factor.options else self.bins[factor.row].astype(int)
        counts = np.bincount(codes)
        means = np.divide(np.bincount(codes, weights=y), counts, out=np.zeros(len(counts)), where=counts > 0)
        return means[codes]

    def _indices(self, centred: np.ndarray, positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Noise-corrected indices of a centred y for some factors, and their distance from noise."""
        matrix, counts, _ = self._groups
        total = float(np.mean(centred**2))
        if total <= 1e-18:
            return np.zeros(len(positions)), np.zeros(len(positions))
        starts = np.concatenate([[0], np.cumsum(counts)])
        whole = len(positions) == len(counts)
        rows = np.concatenate([np.arange(starts[k], starts[k + 1]) for k in positions])
        y = centred.astype(np.float32)
        sums, sizes = ((matrix if whole else matrix[rows]) @ y).astype(float), self._sizes[rows]
        between = np.divide(sums**2, sizes, out=np.zeros_like(sums), where=sizes > 0)
        edges = np.concatenate([[0], np.cumsum(counts[positions])[:-1]])
        raw = np.add.reduceat(between, edges) / self.n / total
        used = np.maximum(1, np.add.reduceat((sizes > 0).astype(float), edges) - 1)
        noise = used / self.n
        above = (raw - noise) / (np.sqrt(2 * used) / self.n)
        parameters = positions < len(self.names)
        linear = np.abs(self.scores[positions[parameters]] @ y) / np.sqrt(self.n * total)
        above[parameters] = np.maximum(above[parameters], linear)
        return (raw - noise) / (1 - noise), above

    def group_means(self, y: np.ndarray) -> dict[str, dict[str, float]]:
        """Mean of y under each option of each structural axis (marginals, not cells)."""
        means: dict[str, dict[str, float]] = {}
        for k, axis in enumerate(self.axis_names):
            means[axis] = {
                label: float(y[self.axes[k] == option].mean())
                for option, label in enumerate(self.options[axis])
                if (self.axes[k] == option).any()
            }
        return means

    @cached_property
    def zero_centred(self) -> list[int]:
        """Parameters whose prior says nothing about a sign: declared by the run, else half of the draws each side."""
        if self._declared_zero is not None:
            return [k for k, name in enumerate(self.names) if name in self._declared_zero]
        positive = (self.values > 0).mean(axis=1)
        negative = (self.values < 0).mean(axis=1)
        return [
            k
            for k in range(len(self.names))
            if abs(positive[k] - 0.5) < ZERO_CENTRED and abs(negative[k] - 0.5) < ZERO_CENTRED
        ]

    def sign_rests_on(self, difference: np.ndarray) -> list[str]:
        """Zero-centred priors whose own sign turns the sign of the mean paired difference, beyond sampling error."""
        names = []
        for k in self.zero_centred:
            up = self.values[k] > 0
            high, low = difference[up], difference[~up]
            a, b = high.mean(), low.mean()
            error_a, error_b = high.std() / np.sqrt(len(high)), low.std() / np.sqrt(len(low))
            if a * b < 0 and abs(a) > 3 * error_a and abs(b) > 3 * error_b:
                names.append(self.names[k])
        return names
