"""Backtest: spending of three pairs of rivals, Richardson's reaction against naive forecasts, rolling origin.

ln real outlays x of each side, paired. Laws, each fitted anew at every origin on the years before it:

- Richardson (1960), in logs: d x = g + k y(-1) - a x(-1) + e, least squares, freely estimated;
- reaction law: d x = mu + eta d y(-1) + e with eta ~ N(0.1, 0.15) before the data (the prior of the defence-budget law)
  and mu ~ N(0, 0.05), so that little data means little reaction;
- random walk (mu = eta = 0) and drift (eta = 0, mu estimated).

Parameters are drawn from their posterior, shocks from a Student-t with 5 degrees of freedom scaled to past residuals.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from overstretch.errors import InputError
from overstretch.evidence import scores

Array = NDArray[np.float64]

PAIRS = {"US-USSR": ("USA", "SUN"), "Greece-Turkey": ("GRC", "TUR"), "India-Pakistan": ("IND", "PAK")}
HORIZONS = (1, 3, 5)
MINIMUM = 15
DRAWS = 2000
SHOCK_DF = 5.0
SEED = 1960
LAW, RICHARDSON = "reaction law", "Richardson"
MODELS = (LAW, RICHARDSON, "random walk", "drift")
ELASTICITY, DRIFT = (0.1, 0.15), (0.0, 0.05)


def real_log_outlays(outlays: pd.DataFrame, prices: pd.Series) -> pd.DataFrame:
    """ln of outlays in constant dollars: index year, a column per actor. `outlays`: actor, year, milex_thousand_usd."""
    wide = outlays.pivot(index="year", columns="actor", values="milex_thousand_usd").astype(float)
    absent = wide.index.difference(prices.index)
    if len(absent):
        raise InputError(
            f"no price level for {', '.join(map(str, absent))}; held: {prices.index.min()} to {prices.index.max()}"
        )
    return np.log(wide.div(prices.reindex(wide.index) / prices.loc[prices.index.max()], axis=0))


def backtest(log_outlays: pd.DataFrame) -> pd.DataFrame:
    """Scores: columns pair, actor, origin, horizon, model, metric, score (CRPS of logs, coverage of the 90% band)."""
    rows: list[scores.Row] = []
    for pair, sides in PAIRS.items():
        both = log_outlays[list(sides)].dropna()
        if (np.diff(both.index) != 1).any():
            raise InputError(f"{pair}: the years have a gap; the rolling origin needs every year")
        for origin in range(MINIMUM, len(both) - 1):
            rows += _score_origin(pair, sides, both, origin)
    return pd.DataFrame(rows, columns=["pair", "actor", "origin", "horizon", "model", "metric", "score"])


def _score_origin(pair: str, sides: tuple[str, str], both: pd.DataFrame, origin: int) -> list[scores.Row]:
    past, year = both.to_numpy()[: origin + 1].T, int(both.index[origin])
    rows: list[scores.Row] = []
    for model in MODELS:
        rng = np.random.default_rng([SEED, list(PAIRS).index(pair), year])
        path = simulate(past, model, max(HORIZONS), rng)
        for h in HORIZONS:
            if origin + h >= len(both):
                continue
            actual = both.to_numpy()[origin + h]
            for side, actor in enumerate(sides):
                rows += scores.of_draws((pair, actor, year, h, model), actual[side], path[side, h - 1])
    return rows


def simulate(past: Array, model: str, years: int, rng: np.random.Generator) -> Array:
    """Draws [side, year, draw] of ln outlays after `past` [side, year]."""
    fits = [_fit(past[s], past[1 - s], model, rng) for s in (0, 1)]
    shock = rng.standard_t(SHOCK_DF, size=(2, years, DRAWS)) * np.sqrt((SHOCK_DF - 2) / SHOCK_DF)
    level = np.repeat(past[:, -1, None], DRAWS, axis=1)
    change = np.repeat((past[:, -1] - past[:, -2])[:, None], DRAWS, axis=1)
    out = np.empty((2, years, DRAWS))
    for t in range(years):
        step = np.empty_like(level)
        for s, (beta, sigma) in enumerate(fits):
            regressors = _regressors(level[s], level[1 - s], change[1 - s], model)
            step[s] = sum(beta[:, j] * x for j, x in enumerate(regressors)) + sigma * shock[s, t]
        change, level = step, level + step
        out[:, t] = level
    return out


def _regressors(own: Array, other: Array, other_change: Array, model: str) -> list[Array]:
    one = np.ones_like(own)
    return {
        RICHARDSON: [one, other, own],
        LAW: [one, other_change],
        "drift": [one],
        "random walk": [],
    }[model]


def _fit(own: Array, other: Array, model: str, rng: np.random.Generator) -> tuple[Array, Array]:
    """Posterior draws of the coefficients [draw, k] and of the residual sd [draw]."""
    change = np.diff(own)[1:]
    design = np.array(_regressors(own[1:-1], other[1:-1], np.diff(other)[:-1], model)).reshape(-1, len(change)).T
    k = design.shape[1]
    mean0, precision0 = _prior(model, k)
    sigma2 = float(np.mean((change - change.mean()) ** 2)) if k else float(np.mean(change**2))
    beta: Array = mean0
    cov: Array = np.zeros((k, k))
    for _ in range(20 if k else 0):
        cov = np.asarray(np.linalg.inv(design.T @ design / sigma2 + precision0), dtype=float)
        beta = cov @ (design.T @ change / sigma2 + precision0 @ mean0)
        free = k if model in (RICHARDSON, "drift") else 1
        sigma2 = float(((change - design @ beta) ** 2).sum() / max(len(change) - free, 1))
    degrees = max(len(change) - k, 3)
    sigma = np.sqrt(sigma2 * degrees / rng.chisquare(degrees, DRAWS))
    draws = beta + rng.standard_normal((DRAWS, k)) @ np.linalg.cholesky(cov + 1e-12 * np.eye(k)).T
    return draws, sigma


def _prior(model: str, k: int) -> tuple[Array, Array]:
    """Prior mean [k] and precision [k, k]; flat for the freely estimated forms."""
    if model != LAW:
        return np.zeros(k), np.zeros((k, k))
    mean, sd = np.array([DRIFT[0], ELASTICITY[0]]), np.array([DRIFT[1], ELASTICITY[1]])
    return mean, np.diag(sd**-2.0)


def elasticity(log_outlays: pd.DataFrame) -> pd.DataFrame:
    """Posterior of the reaction eta by actor on all years: mean, sd, lower, upper (5-95%), n."""
    rows = {}
    for first, second in PAIRS.values():
        both = log_outlays[[first, second]].dropna().to_numpy().T
        for s, actor in enumerate((first, second)):
            beta, _ = _fit(both[s], both[1 - s], LAW, np.random.default_rng(SEED))
            eta = beta[:, 1]
            rows[actor] = (eta.mean(), eta.std(), *np.quantile(eta, [0.05, 0.95]), both.shape[1] - 2)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["mean", "sd", "lower", "upper", "n"])
