"""Backtests of single series from a rolling origin: does a simple law of motion beat the last value?

Used for Russia's key rate (mean reversion, as in a smoothed rule, against persistence), the liquid wealth fund (last
year's draw against persistence), and the Soviet burden and growth (trend against persistence and mean).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from overstretch.evidence import scores

Array = NDArray[np.float64]
Model = Callable[[Array, int], tuple[float, float]]


def persistence(past: Array, ahead: int) -> tuple[float, float]:
    """Last value; sd of one-step changes times the root of the horizon."""
    return float(past[-1]), float(np.sqrt(ahead * np.mean(np.diff(past) ** 2)))


def recent_drift(past: Array, ahead: int, window: int = 12) -> tuple[float, float]:
    """Last value plus the mean change of the last `window` periods; spread of the changes and of their mean."""
    change = np.diff(past)[-window:]
    sd = change.std(ddof=1)
    return float(past[-1] + ahead * change.mean()), float(sd * np.sqrt(ahead + ahead**2 / len(change)))


def mean_reversion(past: Array, ahead: int) -> tuple[float, float]:
    """First-order autoregression by least squares, persistence held to [0, 1]."""
    x, y = past[:-1], past[1:]
    slope = float(np.clip(np.cov(x, y)[0, 1] / x.var(ddof=1), 0.0, 1.0)) if x.var() > 0 else 1.0
    residual = (y - y.mean()) - slope * (x - x.mean())
    powers = slope ** np.arange(ahead)
    step = y.mean() - slope * x.mean()
    return float(slope**ahead * past[-1] + step * powers.sum()), float(
        residual.std(ddof=2) * np.sqrt((powers**2).sum())
    )


def trend(past: Array, ahead: int) -> tuple[float, float]:
    """Straight line through all past values by least squares, with its prediction variance."""
    t = np.arange(len(past))
    slope, level = np.polyfit(t, past, 1)
    residual = past - (level + slope * t)
    variance = residual.var() * len(past) / (len(past) - 2)
    at = len(past) - 1 + ahead
    spread = 1 + 1 / len(past) + (at - t.mean()) ** 2 / ((t - t.mean()) ** 2).sum()
    return float(level + slope * at), float(np.sqrt(variance * spread))


def past_mean(past: Array, ahead: int) -> tuple[float, float]:
    """Mean and sd of all past values, whatever the horizon."""
    return float(past.mean()), float(past.std(ddof=1) * np.sqrt(1 + 1 / len(past)))


def rolling(values: Array, models: dict[str, Model], horizons: Iterable[int], first: int) -> pd.DataFrame:
    """Scores from every origin of at least `first` past values: columns origin, horizon, model, metric, score."""
    rows = []
    for origin in range(first, len(values)):
        for ahead in horizons:
            if origin + ahead > len(values):
                continue
            rows += _score(values[:origin], values[origin + ahead - 1], models, ahead, origin)
    return pd.DataFrame(rows, columns=["origin", "horizon", "model", "metric", "score"])


def from_one_origin(past: Array, later: Array, models: dict[str, Model]) -> pd.DataFrame:
    """Scores of each later value from one origin, the horizon being its place: the columns of `rolling`."""
    rows = []
    for i, actual in enumerate(later):
        rows += _score(past, actual, models, i + 1, len(past))
    return pd.DataFrame(rows, columns=["origin", "horizon", "model", "metric", "score"])


def _score(past: Array, actual: float, models: dict[str, Model], ahead: int, origin: int) -> list[scores.Row]:
    rows: list[scores.Row] = []
    for name, model in models.items():
        rows += scores.of_normal((origin, ahead, name), actual, *model(past, ahead))
    return rows
