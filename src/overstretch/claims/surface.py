"""The interval of a probability or an effect over structural variants and parameters, apart from sampling noise.

A regression surface of the future's value on its strongest drivers gives, for every future, what would be expected
of its parameters and variants with chance averaged out. Part of the surface's spread is noise of the fit; it is
estimated with a sandwich covariance and taken out by shrinking the surface to its mean. The 5% and 95% quantiles of
what is left, over all futures, are the interval. See docs/verdicts.md.
"""

from __future__ import annotations

import numpy as np
from scipy.stats import beta

from overstretch.claims.design import DETECTED, Design

MOST_FACTORS = 8
INTERACTING = 3
LEAST_EVENTS = 30
STEPS = 12


def strongest(design: Design, y: np.ndarray, most: int = MOST_FACTORS) -> list[int]:
    """Positions in `design.factors` of the factors told from noise, strongest first."""
    index, above = design.first_order(y)
    told = np.flatnonzero(above > DETECTED)
    return [int(k) for k in told[np.argsort(-index[told], kind="stable")][:most]]


def _columns(design: Design, chosen: list[int]) -> np.ndarray:
    """Design matrix [future, column]: a constant, normal scores and their squares, options, and the strongest pairs."""
    blocks: list[list[np.ndarray]] = []
    for position in chosen:
        factor = design.factors[position]
        if factor.options:
            options = [(design.axes[factor.row] == k).astype(float) for k in range(1, len(factor.options))]
            blocks.append([o - o.mean() for o in options if o.any()])
        else:
            z = design.scores[factor.row].astype(float)
            blocks.append([z, z**2 - 1])
    pairs = [
        a * b
        for i, first in enumerate(blocks[:INTERACTING])
        for second in blocks[i + 1 : INTERACTING]
        for a in (first if len(first) == 1 or design.factors[chosen[i]].options else first[:1])
        for b in (second if _is_axis(design, chosen, second, blocks) else second[:1])
    ]
    return np.column_stack([np.ones(design.n), *[c for block in blocks for c in block], *pairs])


def _is_axis(design: Design, chosen: list[int], block: list[np.ndarray], blocks: list[list[np.ndarray]]) -> bool:
    return bool(design.factors[chosen[next(i for i, b in enumerate(blocks) if b is block)]].options)


def probability_interval(design: Design, p: np.ndarray) -> tuple[tuple[float, float], bool]:
    """5-95% of the probability over variants and parameters; False where too few events were met for a surface.

    p [future]: 0/1 for events, or the probability by an integrated hazard. Too few events (below 30 in effect) give
    the Jeffreys interval of the count instead.
    """
    mean, n = float(p.mean()), len(p)
    if float(np.var(p)) < 1e-12 and 0 < mean < 1:
        return (mean, mean), True
    for side in (p, 1 - p):
        weight = float((side**2).sum())
        if weight <= 0 or float(side.sum()) ** 2 / weight < LEAST_EVENTS:
            events = float(p.sum())
            low, high = beta.ppf([0.05, 0.95], events + 0.5, n - events + 0.5)
            return (0.0 if events == 0 else float(low), 1.0 if events == n else float(high)), False
    chosen = strongest(design, p)
    if not chosen:
        return (mean, mean), True
    x = _columns(design, chosen)
    slopes, covariance = _logistic(x, p)
    return _quantiles(x, slopes, covariance, lambda eta: 1 / (1 + np.exp(-np.clip(eta, -30, 30))), mean), True


def effect_interval(design: Design, difference: np.ndarray) -> tuple[float, float]:
    """5-95% of the mean paired difference over variants and parameters, by least squares on such a surface."""
    mean = float(difference.mean())
    chosen = strongest(design, difference)
    if not chosen:
        return mean, mean
    x = _columns(design, chosen)
    inverse = np.linalg.pinv(x.T @ x)
    slopes = inverse @ (x.T @ difference)
    residual = difference - x @ slopes
    covariance = inverse @ ((x * (residual**2)[:, None]).T @ x) @ inverse
    return _quantiles(x, slopes, covariance, lambda eta: eta, mean)


def _logistic(x: np.ndarray, p: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fractional logistic regression by Newton steps with a slight ridge, and its sandwich covariance."""
    slopes = np.zeros(x.shape[1])
    slopes[0] = np.log(p.mean() / (1 - p.mean()))
    ridge = 1e-3 * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(STEPS):
        mu = 1 / (1 + np.exp(-np.clip(x @ slopes, -30, 30)))
        weight = np.maximum(mu * (1 - mu), 1e-9)
        hessian = (x * weight[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, x.T @ (p - mu) - ridge @ slopes)
        slopes = slopes + np.clip(step, -3, 3)
        if np.abs(step).max() < 1e-5:
            break
    mu = 1 / (1 + np.exp(-np.clip(x @ slopes, -30, 30)))
    inverse = np.linalg.inv((x * np.maximum(mu * (1 - mu), 1e-9)[:, None]).T @ x + ridge)
    meat = (x * ((p - mu) ** 2)[:, None]).T @ x
    return slopes, inverse @ meat @ inverse


def _quantiles(x, slopes, covariance, link, mean: float) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """Quantiles of the surface, shrunk by the share of its variance that is noise of the fit, around the mean given."""
    eta = x @ slopes
    spread = float(np.var(eta))
    if spread <= 0:
        return mean, mean
    noise = float(np.einsum("ij,ji->", covariance, np.cov(x, rowvar=False)))
    kept = np.sqrt(max(0.0, 1 - noise / spread))
    eta = eta.mean() + kept * (eta - eta.mean())
    if link(0.0) == 0.5:
        eta = eta + _shift(eta, mean)
    values = link(eta)
    low, high = np.quantile(values, [0.05, 0.95])
    return float(low), float(high)


def _shift(eta: np.ndarray, mean: float) -> float:
    """The constant that makes the surface's mean probability that of the futures."""
    low, high = -20.0, 20.0
    for _ in range(40):
        middle = (low + high) / 2
        below = (1 / (1 + np.exp(-np.clip(eta + middle, -30, 30)))).mean() < mean
        low, high = (middle, high) if below else (low, middle)
    return (low + high) / 2
