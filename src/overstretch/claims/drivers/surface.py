"""The interval of a probability or an effect over structural variants and parameters, apart from sampling noise.

A regression surface of the future's value on its strongest drivers gives, for every future, what would be expected
of its parameters and variants with chance averaged out. Part of the surface's spread is noise of the fit; it is
estimated with a sandwich covariance and taken out by shrinking the surface to its mean. The 5% and 95% quantiles of
what is left, over all futures, are the interval. See docs/verdicts.md.

The interval never shrinks because fewer futures were computed: a factor counts from a distance above noise that falls
with
the number of futures, and the interval holds at least the sampling error of its centre.
"""

from __future__ import annotations

import numpy as np
from scipy.special import betaincinv

from overstretch.claims.drivers.design import DETECTED, Design

MOST_FACTORS = 8
INTERACTING = 3
LEAST_EVENTS = 30
STEPS = 8
FULL = 10_240  # futures at which a factor must stand DETECTED above noise
LEAST_DETECTED = 1.0
SAMPLING = 1.645  # standard errors, 5% to 95%


def detected(n: int) -> float:
    """How far a factor must stand above noise to count, for n futures: the same effect is as visible by the root of
    n."""
    return max(LEAST_DETECTED, DETECTED * min(1.0, np.sqrt(n / FULL)))


def _columns(design: Design, chosen: list[int], y: np.ndarray) -> np.ndarray:
    """Design matrix [future, column]: a constant, normal scores and their squares, options, and pairs told from
    noise."""
    main = [np.ones(design.n)]
    for position in chosen:
        factor = design.factors[position]
        if factor.options:
            main += design.indicators(factor.row)
        else:
            z = design.scores(factor.row)
            main += [z, z**2 - 1]
    x = np.column_stack(main)
    pairs = _pairs(design, chosen)
    if not pairs:
        return x
    residual = y - x @ (np.linalg.pinv(x.T @ x) @ (x.T @ y))
    products = np.column_stack(pairs)
    products = products - products.mean(axis=0)
    strength = np.abs(products.T @ residual) / np.sqrt((products**2).T @ residual**2 + 1e-30)
    return np.column_stack([x, products[:, strength > DETECTED]])


def _pairs(design: Design, chosen: list[int]) -> list[np.ndarray]:
    """Products of the strongest parameters with each other and with every axis's options: a variant may switch on an
    effect that has no mean of its own."""
    parameters = [design.factors[k].row for k in chosen if not design.factors[k].options][:INTERACTING]
    z = [design.scores(row) for row in parameters]
    products = [z[i] * z[j] for i in range(len(z)) for j in range(i + 1, len(z))]
    for axis in range(len(design.axis_names)):
        products += [score * option for score in z for option in design.indicators(axis)]
    return products


def probability_interval(design: Design, p: np.ndarray) -> tuple[float, float]:
    """5-95% of the probability over variants and parameters, never narrower than the sampling error of its count.

    p [future]: 0/1 for events, or the probability by an integrated hazard. Where too few events were met for a surface
    (below 30
    in effect) it is the Jeffreys interval of the count.
    """
    low, high = _sampled(p)
    for side in (p, 1 - p):
        weight = float((side**2).sum())
        if weight <= 0 or float(side.sum()) ** 2 / weight < LEAST_EVENTS:
            return low, high
    chosen = [position for position, _ in design.strongest(p, MOST_FACTORS, detected(design.n))]
    if not chosen:
        return low, high
    x = _columns(design, chosen, p)
    slopes, covariance = _logistic(x, p)
    least, most = _quantiles(
        x, slopes, covariance, lambda eta: 1 / (1 + np.exp(-np.clip(eta, -30, 30))), float(p.mean())
    )
    return min(low, least), max(high, most)


def _sampled(p: np.ndarray) -> tuple[float, float]:
    """The sampling interval of the mean: Jeffreys for as many events as the futures are worth."""
    n, mean = len(p), float(p.mean())
    variance = float(p.var())
    worth = n if variance <= 0 or not 0 < mean < 1 else max(float(n), n * mean * (1 - mean) / variance)
    low, high = betaincinv(mean * worth + 0.5, (1 - mean) * worth + 0.5, [0.05, 0.95])
    return (0.0 if mean == 0 else min(float(low), mean)), (1.0 if mean == 1 else max(float(high), mean))


def effect_interval(design: Design, difference: np.ndarray) -> tuple[float, float]:
    """5-95% of the mean paired difference over variants and parameters, by least squares on such a surface."""
    mean = float(difference.mean())
    error = SAMPLING * float(difference.std()) / np.sqrt(len(difference))
    chosen = [position for position, _ in design.strongest(difference, MOST_FACTORS, detected(design.n))]
    if not chosen:
        return mean - error, mean + error
    x = _columns(design, chosen, difference)
    inverse = np.linalg.pinv(x.T @ x)
    slopes = inverse @ (x.T @ difference)
    residual = difference - x @ slopes
    covariance = inverse @ ((x * (residual**2)[:, None]).T @ x) @ inverse
    low, high = _quantiles(x, slopes, covariance, lambda eta: eta, mean)
    return min(low, mean - error), max(high, mean + error)


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
        if np.abs(step).max() < 1e-4:
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
