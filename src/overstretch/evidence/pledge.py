"""The law of budgets under a pledge in NumPy, and its naive rivals: what the backtests of pledges run.

    d ln m = ln(1 + s max(T/m - 1, 0)) - r max(ln m/T, 0) + g + phi u_-1 + u,    g = rho g_-1 + sigma e

m: share of GDP; T: target; g: growth common to all; u ~ scale_i lambda t(df), its rises stretched. Axes: [ally, year,
draw]. All rivals get the same shocks and the same prior on lambda (ln lambda ~ U(-ln 3, ln 3) [J]) updated by their own
one-step errors, so that means are compared, not luck with the width.

What is fitted on which years: the speed s and lambda at each origin on the years before it alone; scales of shocks on
1995-2014. The five constants below were set on 1995-2024 as a whole, so that the ten origins are no test of them; the
errors of plans and of published figures on what had come by 2024. 2025 and 2026 entered no fit, but the form of the law
was chosen by people who had seen them: the Hague year is a replication, not a test.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

Array = NDArray[np.float64]

EBB, PERSISTENCE, COMMON_PERSISTENCE, COMMON_SCALE, SKEW = 0.05, 0.16, 0.7, 0.023, 0.2
SPEED_SD = 0.03
SPREAD = np.exp(np.linspace(-np.log(3), np.log(3), 21))
SHOCK_LIMIT = 6.0
DRAWS = 4000


@dataclass(frozen=True)
class Shocks:
    """Own shocks of the allies: Student-t scales [ally] of yearly log changes, shared degrees of freedom."""

    scale: pd.Series
    df: float


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


def converge(start: Array, before: Array, target: Array, speed: float, shock: Array, rng: np.random.Generator) -> Array:
    """Draws of ln m [ally, year, draw] from ln m [ally] or [ally, draw]; `before`: last own error [ally], `target`
    [ally].

    `shock`: own shocks with their spread [ally, year, draw].
    """
    draws, goal = shock.shape[2], target[:, None]
    pace = np.clip(speed + SPEED_SD * rng.standard_normal(draws), 0.0, 1.0)
    level = np.broadcast_to(start if start.ndim == 2 else start[:, None], (len(start), draws))
    own, common, out = np.repeat(before[:, None], draws, axis=1), np.zeros(draws), np.empty_like(shock)
    for t in range(shock.shape[1]):
        common = COMMON_PERSISTENCE * common + COMMON_SCALE * standard(rng, (draws,))
        own = PERSISTENCE * own + stretch(shock[:, t])
        lead = np.maximum(level - np.log(goal), 0.0)
        level = level + np.log1p(pace * np.maximum(goal * np.exp(-level) - 1.0, 0.0)) - EBB * lead + common + own
        out[:, t] = level
    return out


def stretch(shock: Array) -> Array:
    """Rises larger, falls smaller; the median stays."""
    return np.asarray(shock * (1.0 + SKEW * np.sign(shock)))


def standard(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Student-t with four degrees of freedom and unit variance, truncated."""
    return np.asarray(np.clip(rng.standard_t(4.0, shape), -SHOCK_LIMIT, SHOCK_LIMIT) / np.sqrt(2.0))


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
