"""The drawn parameters and structural variants of a set of futures, prepared once for all propositions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import xarray as xr
from scipy.special import ndtri

from overstretch.claims.drivers.given_data import BINS, above_noise, bin_of, first_order, group_sums

DETECTED = 4.0  # standard deviations above what noise gives: a factor below is not told from noise
MOST_FACTORS = 12
SHORTLIST = 30
KEPT = 65_536  # futures up to which the indicators of the axes stay in memory
ZERO_CENTRED = 0.05  # share of draws above zero within 0.5 ± this


@dataclass(frozen=True)
class Factor:
    """One driver: a parameter (`options` empty) or a structural axis with its options."""

    name: str
    row: int
    options: tuple[str, ...] = ()


class Picking:
    """Factors as they are picked, one by one: only as many are sought as are asked for."""

    def __init__(self, picked: Iterator[tuple[int, float]]) -> None:
        self._picked = picked
        self._held: list[tuple[int, float]] = []

    def first(self, most: int) -> list[tuple[int, float]]:
        self._held += islice(self._picked, max(0, most - len(self._held)))
        return self._held[:most]


class Design:
    """Parameters and variants of the first n futures, or of some of them by place: ranks, bins, groups.

    `values` [parameter, future] in the parameters' units; `axes` [axis, future] of option indices.
    """

    def __init__(self, world: xr.Dataset, rows: int | np.ndarray) -> None:
        kept = slice(0, rows) if isinstance(rows, (int, np.integer)) else rows
        values = np.asarray(world["parameters"].values[:, kept], dtype=np.float32)
        self.n = values.shape[1]
        names = [str(name) for name in world["parameter"].values]
        varies = values.max(axis=1) > values.min(axis=1)
        self.values = values[varies]
        self.names = [name for name, keep in zip(names, varies, strict=True) if keep]
        self.axes = np.asarray(world["variants"].values[:, kept], dtype=np.int8)
        labels = json.loads(world["variants"].attrs["options"])
        self.axis_names = [str(axis) for axis in world["axis"].values]
        self.options = {axis: tuple(labels[axis]) for axis in self.axis_names}
        self._scores: dict[int, np.ndarray] = {}
        self._indicators: dict[int, list[np.ndarray]] = {}
        self._answered: list[tuple[np.ndarray, float, Picking]] = []
        self._declared_zero = json.loads(world["parameters"].attrs.get("zero_centred", "null"))

    def scores(self, row: int) -> np.ndarray:
        """Normal scores of a parameter's draws, [future], mean zero and variance near one; ties by position."""
        if row not in self._scores:
            scores = np.empty(self.n)
            scores[np.argsort(self.values[row], kind="stable")] = ndtri((np.arange(self.n) + 0.5) / self.n)
            self._scores[row] = scores
        return self._scores[row]

    def indicators(self, axis: int) -> list[np.ndarray]:
        """Centred indicators of an axis's options but the first, each [future]."""
        if axis not in self._indicators:
            held = [(self.axes[axis] == k).astype(float) for k in range(1, self.axes[axis].max() + 1)]
            made = [one - one.mean() for one in held if one.any()]
            if self.n > KEPT:
                return made
            self._indicators[axis] = made
        return self._indicators[axis]

    @cached_property
    def bins(self) -> np.ndarray:
        """Bin 0..BINS-1 of each draw by rank, [parameter, future] of int8."""
        return np.stack([bin_of(row) for row in self.values]) if len(self.values) else np.zeros((0, self.n), np.int8)

    @cached_property
    def factors(self) -> list[Factor]:
        """All factors: parameters first, then structural axes."""
        axes = [Factor(axis, k, self.options[axis]) for k, axis in enumerate(self.axis_names)]
        return [Factor(name, k) for k, name in enumerate(self.names)] + axes

    def codes(self, position: int) -> np.ndarray:
        """Group of each future under a factor: bin of its draw or option of the axis, [future] of int8."""
        factor = self.factors[position]
        return self.axes[factor.row] if factor.options else self.bins[factor.row]

    def groups(self, position: int) -> int:
        """Number of groups of a factor."""
        return len(self.factors[position].options) or BINS

    @cached_property
    def sizes(self) -> np.ndarray:
        """Futures in each group, [factor, group]; zero beyond a factor's groups."""
        most = max([BINS, *map(len, self.options.values())])
        return np.stack([np.bincount(self.codes(k), minlength=most) for k in range(len(self.factors))]).astype(float)

    def first_order(self, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Given-data first-order indices of y [future] for all factors, and how far each stands above noise.

        See claims.given_data; the indices are cut to 0..1, the second array is in standard deviations.
        """
        index, above = self._indices(np.asarray(y - y.mean(), dtype=float), np.arange(len(self.factors)))
        return np.clip(index, 0, 1), above

    def strongest(self, y: np.ndarray, most: int = MOST_FACTORS, detected: float = DETECTED) -> list[tuple[int, float]]:
        """The factors that drive y [future]: position in `factors` and share of Var(y), at most `most`.

        Picked one by one: the factor with the largest index, then the largest index of what its group means leave
        over, and so on while a factor stands out of noise. So a factor whose draws happen to go along with a stronger
        one (designs of many dimensions have such pairs) is not taken for a driver. detected: how many standard
        deviations above
        noise count.
        """
        for held, limit, picking in self._answered:
            if held is y and limit == detected:
                return picking.first(most)
        picking = Picking(self._forward(y, detected))
        self._answered = [(y, detected, picking), *self._answered[:3]]
        return picking.first(most)

    def _forward(self, y: np.ndarray, detected: float) -> Iterator[tuple[int, float]]:
        variance = float(np.var(y))
        if variance <= 1e-18:
            return
        residual = np.asarray(y - y.mean(), dtype=float)
        index, above = self._indices(residual, np.arange(len(self.factors)))
        shortlist = np.flatnonzero(above > detected)
        shortlist = shortlist[np.argsort(-index[shortlist], kind="stable")][:SHORTLIST]
        for _ in range(MOST_FACTORS):
            if not len(shortlist):
                return
            index, above = self._indices(residual, shortlist)
            index[above <= detected] = -1
            best = int(np.argmax(index))
            if index[best] <= 0:
                return
            position = int(shortlist[best])
            yield position, float(index[best] * np.var(residual) / variance)
            residual = residual - self.fitted(residual, position)
            shortlist = np.delete(shortlist, best)

    def fitted(self, y: np.ndarray, position: int) -> np.ndarray:
        """The mean of y in each future's group of a factor."""
        codes, counts = self.codes(position), self.sizes[position]
        sums = group_sums(codes, y, len(counts))
        return np.divide(sums, counts, out=np.zeros(len(counts)), where=counts > 0)[codes]

    def _indices(self, centred: np.ndarray, positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Noise-corrected indices of a centred y for some factors, and their distance from noise."""
        squares = float(centred @ centred)
        if squares <= 1e-18 * self.n:
            return np.zeros(len(positions)), np.zeros(len(positions))
        most = self.sizes.shape[1]
        sums = np.stack([group_sums(self.codes(k), centred, most) for k in positions])
        index = first_order(sums, self.sizes[positions], np.full(len(positions), squares))
        ordered = np.asarray(positions) < len(self.names)
        return index, above_noise(index, sums, self.sizes[positions], squares, ordered)

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
