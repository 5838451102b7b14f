"""Proper scores of probability forecasts: lower is better, and honesty is the best policy.

A score is proper when its expectation is smallest for the forecaster's true belief (Gneiting & Raftery 2007,
doi:10.1198/016214506000001437). The closed forms of the continuous ranked probability score (CRPS) are those of
Jordan, Krüger & Lerch (2019), doi:10.18637/jss.v090.i12. All functions broadcast and return one score per forecast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from overstretch.errors import InputError

Array = NDArray[np.float64]


def crps_sample(observed: ArrayLike, draws: ArrayLike) -> Array:
    """CRPS of an empirical forecast, E|X - y| - E|X - X'|/2.

    `observed`: [...]; `draws`: [..., n] equally likely values in the same unit. Returns [...] in that unit.
    """
    y = np.asarray(observed, dtype=float)
    x = np.sort(np.asarray(draws, dtype=float), axis=-1)
    _require(x.ndim > 0 and x.shape[-1] > 0, "crps_sample needs at least one draw on the last axis")
    n = x.shape[-1]
    rank = np.arange(1, n + 1)
    distance = np.abs(x - y[..., None]).mean(axis=-1)
    spread = (x * (2 * rank - n - 1)).sum(axis=-1) / n**2
    return np.asarray(distance - spread)


def crps_normal(observed: ArrayLike, mean: ArrayLike, sd: ArrayLike) -> Array:
    """CRPS of N(mean, sd^2): sd [z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)], z = (y - mean)/sd; sd > 0."""
    sd = _positive(sd, "sd")
    z = (np.asarray(observed, dtype=float) - np.asarray(mean, dtype=float)) / sd
    return np.asarray(sd * (z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / np.sqrt(np.pi)))


def brier(happened: ArrayLike, probability: ArrayLike) -> Array:
    """(p - o)^2 for an event that happened (1) or not (0)."""
    p = _probability(probability)
    return np.asarray((p - _outcome(happened)) ** 2)


def covered(observed: ArrayLike, draws: ArrayLike, level: float = 0.9) -> Array:
    """1 where the central `level` interval of the draws (last axis) holds the observed value, else 0."""
    _require(0 < level < 1, f"a coverage level lies between 0 and 1, not {level}")
    low, high = np.quantile(np.asarray(draws, dtype=float), [(1 - level) / 2, (1 + level) / 2], axis=-1)
    y = np.asarray(observed, dtype=float)
    return np.asarray(((low <= y) & (y <= high)).astype(float))


def interval_score(observed: ArrayLike, draws: ArrayLike, level: float = 0.9) -> Array:
    """Interval score of the central `level` interval of the draws (last axis), in the unit of the observed value."""
    _require(0 < level < 1, f"a level lies between 0 and 1, not {level}")
    low, high = np.quantile(np.asarray(draws, dtype=float), [(1 - level) / 2, (1 + level) / 2], axis=-1)
    return interval_score_of(observed, low, high, level)


def interval_score_of(observed: ArrayLike, low: ArrayLike, high: ArrayLike, level: float = 0.9) -> Array:
    """(u - l) + 2/a [(l - y)+ + (y - u)+], a = 1 - level: the width, and what a miss costs, so that wide is not free
    (Gneiting & Raftery 2007)."""
    y, least, most = (np.asarray(x, dtype=float) for x in (observed, low, high))
    missed = np.maximum(least - y, 0.0) + np.maximum(y - most, 0.0)
    return np.asarray(most - least + 2.0 / (1.0 - level) * missed)


def hazard_log_loss(events: ArrayLike, exposure: ArrayLike, rate: ArrayLike) -> Array:
    """-ln likelihood of counts under a constant hazard: rate * exposure - events * ln(rate).

    `events`: counts; `exposure`: years at risk; `rate`: events a year, > 0. Summed over cells it is the log loss of a
    piecewise-constant hazard model (the part of the Poisson likelihood that depends on the rate).
    """
    rate = _positive(rate, "rate")
    return np.asarray(rate * np.asarray(exposure, dtype=float) - np.asarray(events, dtype=float) * np.log(rate))


def _positive(value: ArrayLike, name: str) -> Array:
    array = np.asarray(value, dtype=float)
    _require(bool(np.all(array > 0)), f"{name} must be above zero everywhere")
    return array


def _probability(value: ArrayLike) -> Array:
    array = np.asarray(value, dtype=float)
    _require(bool(np.all((array >= 0) & (array <= 1))), "a probability lies between 0 and 1")
    return array


def _outcome(value: ArrayLike) -> Array:
    array = np.asarray(value, dtype=float)
    _require(bool(np.all((array == 0) | (array == 1))), "an outcome is 0 or 1")
    return array


Row = tuple[object, ...]
EDGE = 1.6449  # of a 90% band, in standard deviations


def of_draws(key: Row, observed: float, draws: ArrayLike) -> list[Row]:
    """The three scores of an empirical forecast, each as a row (*key, metric, score)."""
    return [(*key, metric, float(score)) for metric, score in in_all(observed, draws).items()]


def in_all(observed: ArrayLike, draws: ArrayLike) -> dict[str, Array]:
    """The three scores of empirical forecasts by metric; shapes as in `crps_sample`."""
    return {
        "crps": crps_sample(observed, draws),
        "coverage": covered(observed, draws),
        "interval score": interval_score(observed, draws),
    }


def of_normal(key: Row, observed: float, mean: float, sd: float) -> list[Row]:
    """The same of N(mean, sd^2)."""
    return [
        (*key, "crps", float(crps_normal(observed, mean, sd))),
        (*key, "coverage", float(abs(observed - mean) <= EDGE * sd)),
        (*key, "interval score", float(interval_score_of(observed, mean - EDGE * sd, mean + EDGE * sd))),
    ]


def tidy(
    table: Mapping[str, Array], allies: Sequence[str], years: Sequence[int] | NDArray[np.int64], **further: object
) -> list[pd.DataFrame]:
    """Scores [ally, year] by metric as rows: columns ally, year, score, metric and what is further given."""
    axes = {"index": pd.Index(allies, name="ally"), "columns": pd.Index(years, name="year")}
    return [
        pd.DataFrame(values, **axes).stack().rename("score").reset_index().assign(metric=metric, **further)
        for metric, values in table.items()
    ]


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise InputError(message)
