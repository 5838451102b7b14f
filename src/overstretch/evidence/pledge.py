"""The pledge law in reduced form, its naive rivals, and their posterior by a grid: what the backtests of pledges run.

    d ln m = w [ d ln path + rho max(0, ln path - ln m) ] + e,   e ~ scale_i lambda t(df)

m: share of GDP; path: the pledge's path of the ally; w: will, rho: pull towards a path that was missed, lambda: scale
of shocks relative to their history. Priors before any data on the pledge: w ~ U(0, 1), rho ~ U(0, 1), ln lambda ~
U(-ln 3, ln 3) [J]. Axes: [ally, year, draw]. All naive rivals get the same shocks and the same prior on lambda
updated by their own one-step errors, so that means are compared, not luck with the width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

Array = NDArray[np.float64]

WILL = np.linspace(0.0, 1.0, 21)
PULL = np.linspace(0.0, 1.0, 21)
SPREAD = np.exp(np.linspace(-np.log(3), np.log(3), 21))
SHOCK_LIMIT = 6.0
DRAWS = 4000


@dataclass(frozen=True)
class Shocks:
    """Own shocks of the allies: Student-t scales [ally] of yearly log changes, shared degrees of freedom."""

    scale: pd.Series
    df: float


@dataclass(frozen=True)
class Posterior:
    """Weights [will, pull, spread] on the grid, summing to one."""

    weight: Array

    def draw(self, draws: int, rng: np.random.Generator) -> tuple[Array, Array, Array]:
        """`draws` equally likely (will, pull, spread), each [draw]."""
        index = rng.choice(self.weight.size, size=draws, p=self.weight.ravel())
        w, p, s = np.unravel_index(index, self.weight.shape)
        return WILL[w], PULL[p], SPREAD[s]

    def summary(self) -> pd.DataFrame:
        """Mean, standard deviation, 5% and 95% of will, pull, their product (the speed of catching up) and spread."""
        w, p, s = np.meshgrid(WILL, PULL, SPREAD, indexing="ij")
        rows = {"will": w, "pull": p, "speed": w * p, "shock_spread": s}
        return pd.DataFrame({k: self._moments(v) for k, v in rows.items()}).T

    def _moments(self, values: Array) -> dict[str, float]:
        order = np.argsort(values.ravel(), kind="stable")
        x, weight = values.ravel()[order], self.weight.ravel()[order]
        mean = float(x @ weight)
        quantile = np.interp([0.05, 0.95], np.cumsum(weight) - weight / 2, x)
        return {
            "mean": mean,
            "sd": float(np.sqrt(weight @ (x - mean) ** 2)),
            "lower": float(quantile[0]),
            "upper": float(quantile[1]),
        }


def shrink_shocks(history: pd.DataFrame, allies: list[str]) -> Shocks:
    """Shock scales [ally] shrunk towards their common mean in logs; an ally without history gets that mean.

    `history`: columns iso3, n, scale, df. The sampling variance of a log scale is (df + 3)/(2 df n) (inverse Fisher
    information of the Student-t scale); the variance between allies is what is left.
    """
    table = history.set_index("iso3")
    df = float(table["df"].iloc[0])
    log_scale, sampling = np.log(table["scale"]), (df + 3) / (2 * df * table["n"])
    between = max(float(log_scale.var(ddof=1) - sampling.mean()), 0.0)
    centre = float(log_scale.mean())
    shrunk = centre + between / (between + sampling) * (log_scale - centre)
    return Shocks(np.exp(shrunk.reindex(allies).fillna(centre)), df)


def estimate(log_share: Array, log_path: Array, shocks: Shocks) -> Posterior:
    """Posterior of (will, pull, spread) from yearly log shares and paths, both [ally, year], NaN where not observed.

    One column of years gives the prior back: there is no change to learn from.
    """
    change = np.diff(log_share, axis=1)
    step = np.diff(log_path, axis=1)
    gap = np.maximum(0.0, log_path - log_share)[:, :-1]
    scale = np.broadcast_to(shocks.scale.to_numpy()[:, None], change.shape)
    seen = np.isfinite(change) & np.isfinite(step) & np.isfinite(gap)
    if not seen.any():
        shape = (len(WILL), len(PULL), len(SPREAD))
        return Posterior(np.full(shape, 1.0 / np.prod(shape)))
    mean = WILL[:, None, None] * (step[seen] + PULL[None, :, None] * gap[seen])
    residual = (change[seen] - mean) / scale[seen]
    loglik = np.stack(
        [stats.t.logpdf(residual / s, shocks.df).sum(axis=-1) - seen.sum() * np.log(s) for s in SPREAD], axis=-1
    )
    weight = np.exp(loglik - loglik.max())
    return Posterior(weight / weight.sum())


def spread_draws(error: Array, shocks: Shocks, draws: int, rng: np.random.Generator) -> Array:
    """Draws [draw] of lambda for a naive rival, from its one-step errors [ally, year] (NaN skipped)."""
    z = error / shocks.scale.to_numpy()[:, None]
    z = z[np.isfinite(z)]
    loglik = np.array([stats.t.logpdf(z / s, shocks.df).sum() - z.size * np.log(s) for s in SPREAD])
    weight = np.exp(loglik - loglik.max())
    return np.asarray(SPREAD[rng.choice(len(SPREAD), size=draws, p=weight / weight.sum())])


def student_shocks(shocks: Shocks, years: int, draws: int, rng: np.random.Generator) -> Array:
    """Truncated Student-t shocks [ally, year, draw] in log points."""
    raw = rng.standard_t(shocks.df, size=(len(shocks.scale), years, draws))
    return np.clip(raw, -SHOCK_LIMIT, SHOCK_LIMIT) * shocks.scale.to_numpy()[:, None, None]


def follow_pledge(start: Array, log_path: Array, posterior: Posterior, shock: Array, rng: np.random.Generator) -> Array:
    """Draws of ln m [ally, year, draw] from ln m [ally] at the origin; `log_path` [ally, 1 + year] starts there."""
    will, pull, spread = posterior.draw(shock.shape[2], rng)
    level, out = np.repeat(start[:, None], shock.shape[2], axis=1), np.empty_like(shock)
    for t in range(shock.shape[1]):
        gap = np.maximum(0.0, log_path[:, t, None] - level)
        level = level + will * (log_path[:, t + 1] - log_path[:, t])[:, None] + will * pull * gap + spread * shock[:, t]
        out[:, t] = level
    return out


def linear_path(share: Array, target: float, years_left: int, years: int) -> Array:
    """A straight line [ally, year] from the share to the target when it falls due; those above it stay."""
    done = np.minimum(np.arange(1, years + 1) / years_left, 1.0)
    return np.asarray(share[:, None] + np.maximum(target - share, 0.0)[:, None] * done)


def converging_path(share: Array, target: float, speed: float, years: int) -> Array:
    """The gap to the target closes by the fraction `speed` a year for those below it: [ally, year]."""
    left = (1 - speed) ** np.arange(1, years + 1)
    return np.asarray(share[:, None] + np.maximum(target - share, 0.0)[:, None] * (1 - left))


def around(path: Array, shock: Array) -> Array:
    """Draws of ln m [ally, year, draw] about a path of shares [ally, year], with accumulating shocks."""
    return np.asarray(np.log(path)[:, :, None] + np.cumsum(shock, axis=1))


def convergence_speed(share: Array, target: float, prior: float = 0.1, prior_weight: float = 5.0) -> float:
    """Yearly fraction of the gap closed, least squares over allies below the target [ally, year], with a weak prior.

    The prior (a tenth a year: a decade for the pledge) weighs as much as `prior_weight` observations of the mean gap.
    """
    gap, change = target - share[:, :-1], np.diff(share, axis=1)
    seen = np.isfinite(change) & (gap > 0)
    weight = prior_weight * float(np.mean(gap[seen] ** 2)) if seen.any() else 1.0
    top = float((gap[seen] * change[seen]).sum()) + prior * weight
    return float(np.clip(top / (float((gap[seen] ** 2).sum()) + weight), 0.0, 1.0))
