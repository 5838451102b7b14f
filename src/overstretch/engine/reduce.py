"""From a block's arrays to what a store keeps of it: few series whole, the rest as histograms and moments.

Every future keeps its event times, the yearly system series, the headline series, its parameters and variants. All
other variables are counted into fixed bins, the same in every block, world and run: counts are whole numbers, so that
the sum over blocks is exact in any order. Moments are kept by block and joined in the order of blocks.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from overstretch.engine.plan import BASE, BLOCK
from overstretch.engine.schema import ACTOR_YEAR, EVENT, KEPT, QUARTER, VARIABLES, YEAR

BINS = 256
MOMENTS = ("mean", "m2", "min", "max")  # m2: sum of squared deviations from the block's mean
COUNTED = {"actor_yearly": tuple(ACTOR_YEAR), "quarterly": tuple(name for name in QUARTER if name not in KEPT)}


class Scale(NamedTuple):
    """256 bins between low and high, and one more below and above; NaN counts as below.

    Equally wide in the value or, with `unit`, in asinh(value / unit): equal near zero, in proportion to the value far
    from it.
    """

    low: float
    high: float
    unit: float | None = None

    def edges(self) -> np.ndarray:
        """The 257 edges of the 256 inner bins."""
        if self.unit is None:
            return np.linspace(self.low, self.high, BINS + 1)
        ends = np.arcsinh(np.array([self.low, self.high]) / self.unit)
        return self.unit * np.sinh(np.linspace(ends[0], ends[1], BINS + 1))

    def place(self, values: np.ndarray) -> np.ndarray:
        """Bin of each value: 0 below (and for NaN), 1..256 inside, 257 at or above `high`."""

        low, high = (float(x) for x in self._along(np.array([self.low, self.high], np.float32)))
        with np.errstate(invalid="ignore", over="ignore"):
            inside = (self._along(np.asarray(values, np.float32)) - np.float32(low)) * np.float32(BINS / (high - low))
            return np.fmin(np.fmax(inside + np.float32(1), 0), BINS + 1).astype(np.int32)  # fmax turns NaN into 0

    def _along(self, values: np.ndarray) -> np.ndarray:
        """The quantity in which the bins are equally wide, float32."""
        if self.unit is None:
            return values
        size = np.abs(values) / np.float32(self.unit)
        return np.copysign(np.log(size + np.sqrt(size * size + 1)), values)  # asinh; numpy's own is ten times slower


SCALES: dict[str, Scale] = {name: Scale(*about.bins) for name, about in VARIABLES.items() if about.bins}
ANY = Scale(-1e6, 1e6, 1.0)  # for a variable without bins of its own: 12% wide beyond one unit


class Reduced(NamedTuple):
    """One block as it is stored: "world/array" → array; world → indices in the block of futures with non-finite
    numbers."""

    block: int
    arrays: dict[str, np.ndarray]
    nonfinite: dict[str, list[int]]
    fingerprint: str


def reduce_world(node: str, arrays: dict[str, np.ndarray], futures: int) -> dict[str, np.ndarray]:
    """What is stored of one world of one block, array → values. Only its first `futures` count.

    events [event, F], years [variable, year, F], series [variable, quarter, F] and in the base world parameters [P, F]
    and variants [axis, F]; counts_* [variable, ..., 258] and moments_* [variable, 4, ...] of actor_yearly and
    quarterly.
    """
    kept = {name: x[..., : min(futures, BLOCK)] for name, x in arrays.items()}
    result = {
        "events": np.stack([kept[name] for name in EVENT]).astype(np.float32),
        "years": np.stack([kept[name] for name in YEAR]),
        "series": np.stack([kept[name] for name in KEPT]),
    }
    if node == BASE:
        result |= {"parameters": kept["parameters"], "variants": kept["variants"]}
    for group, names in COUNTED.items():
        result[f"counts_{group}"] = np.stack([counts(kept[name], SCALES.get(name, ANY)) for name in names])
        result[f"moments_{group}"] = np.stack([moments(kept[name]) for name in names])
    return result


def counts(values: np.ndarray, scale: Scale) -> np.ndarray:
    """Futures in each bin, [..., F] → [..., 258] uint16."""
    *shape, futures = values.shape
    rows = values.reshape(-1, futures)
    place = scale.place(rows) + np.arange(len(rows), dtype=np.int32)[:, None] * (BINS + 2)
    counted = np.bincount(place.ravel(), minlength=len(rows) * (BINS + 2))
    return counted.reshape(*shape, BINS + 2).astype(np.uint16)


def moments(values: np.ndarray) -> np.ndarray:
    """Mean, sum of squared deviations, least and largest over futures, [..., F] → [4, ...] float64."""
    mean = values.mean(-1, dtype=np.float64)
    away = values - mean[..., None].astype(np.float32)
    m2 = np.einsum("...f,...f->...", away, away, dtype=np.float64)
    return np.stack([mean, m2, values.min(-1), values.max(-1)])


def join_moments(by_block: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Moments of all blocks' futures together. by_block [block, 4, ...]; sizes [block] futures of each. → [4, ...]."""
    weights = (sizes / sizes.sum()).reshape(-1, *(1,) * (by_block.ndim - 2))
    mean = (weights * by_block[:, 0]).sum(0)
    between = (sizes.reshape(weights.shape) * (by_block[:, 0] - mean) ** 2).sum(0)
    return np.stack([mean, by_block[:, 1].sum(0) + between, by_block[:, 2].min(0), by_block[:, 3].max(0)])


def quantile(total: np.ndarray, scale: Scale, probabilities: np.ndarray) -> np.ndarray:
    """Quantiles from counts [..., 258] → [Q, ...], linear inside a bin; NaN where the quantile lies outside the
    bins."""
    edges = scale.edges()
    cumulative = total.cumsum(-1).astype(np.float64)
    wanted = np.asarray(probabilities)[:, None] * cumulative.reshape(-1, BINS + 2)[None, :, -1]
    rows = cumulative.reshape(-1, BINS + 2)
    out = np.full(wanted.shape, np.nan)
    for row, ranks in enumerate(wanted.T):
        place = np.searchsorted(rows[row], ranks, side="left")
        inside = (place >= 1) & (place <= BINS)
        at = place[inside]
        part = (ranks[inside] - rows[row, at - 1]) / (rows[row, at] - rows[row, at - 1])
        out[inside, row] = edges[at - 1] + part * (edges[at] - edges[at - 1])
    return out.reshape(len(wanted), *total.shape[:-1])
