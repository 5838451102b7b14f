"""Joint draws: a Latin hypercube per block for the parameters, a balanced design for the variants.

A scrambled Sobol set was tried first: with some 190 dimensions and 1,024 points one pair of parameters in twenty came
out
strongly dependent (chi² above 85 on 49 degrees of freedom, the worst 4,506), which forged effects in paired contrasts.
The
hypercube keeps the even margins and leaves the pairs independent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import numpy as np
from scipy import special

from overstretch.assumptions.priors import AXES, Prior, load_priors

_STREAM_PARAMETERS, _STREAM_VARIANTS = 1, 2


def draw_parameters(
    seed: int, block: int, size: int, as_of: date, allies: tuple[str, ...] = (), priors: tuple[Prior, ...] | None = None
) -> dict[str, np.ndarray]:
    """Parameters of one block, name → values [future], float32, in the unit of each prior.

    One column of a Latin hypercube (keyed by seed and block) per prior, and one per ally for `will_<ally>`:
    a standard normal that shares the correlation `will_correlation` with `will_common`. priors: those of a run, in the
    order
    of the shipped ones, which they replace.
    """
    rng = np.random.default_rng([seed, block, _STREAM_PARAMETERS])
    return parameters_at(latin_hypercube(len(load_priors()) + len(allies), size, rng), as_of, allies, priors)


def latin_hypercube(dimensions: int, size: int, rng: np.random.Generator) -> np.ndarray:
    """Points [size, dimensions], each margin's strata met once; the bits of scipy.stats.qmc.LatinHypercube, whose
    package takes a second to load."""
    (rng,) = rng.spawn(1)
    within = rng.uniform(size=(size, dimensions))
    strata = np.tile(np.arange(1, size + 1), (dimensions, 1))
    for row in strata:
        rng.shuffle(row)
    return (strata.T - within) / size


def parameters_at(
    points: np.ndarray, as_of: date, allies: tuple[str, ...] = (), priors: tuple[Prior, ...] | None = None
) -> dict[str, np.ndarray]:
    """Parameters, as draw_parameters returns them, at points of the unit cube [future, priors then allies]."""
    priors = priors or tuple(load_priors().values())
    points = _linked(np.clip(points, 1e-7, 1 - 1e-7), priors)
    drawn = {
        prior.name: _quantile_table(prior, as_of)(points[:, k]).astype(np.float32) for k, prior in enumerate(priors)
    }
    correlation = drawn["will_correlation"]
    for k, ally in enumerate(allies):
        own = special.ndtri(points[:, len(priors) + k])
        drawn[f"will_{ally}"] = (np.sqrt(correlation) * drawn["will_common"] + np.sqrt(1 - correlation) * own).astype(
            np.float32
        )
    return drawn


def _linked(points: np.ndarray, priors: tuple[Prior, ...]) -> np.ndarray:
    """Points of linked priors moved so that their normal scores have the declared correlation; margins stay uniform."""
    place = {prior.name: k for k, prior in enumerate(priors)}
    moved = points.copy()
    for k, prior in enumerate(priors):
        if prior.linked is not None:
            rho = prior.linked.correlation
            other, own = special.ndtri(points[:, place[prior.linked.prior]]), special.ndtri(points[:, k])
            moved[:, k] = np.clip(special.ndtr(rho * other + np.sqrt(1 - rho**2) * own), 1e-7, 1 - 1e-7)
    return moved


def draw_variants(seed: int, block: int, size: int) -> dict[str, np.ndarray]:
    """Structural variants of one block, axis → option index [future], int32; each option equally often (±1)."""
    rng = np.random.default_rng([seed, block, _STREAM_VARIANTS])
    return {axis: rng.permutation(np.arange(size) % len(options)).astype(np.int32) for axis, options in AXES.items()}


@cache
def _quantile_table(prior: Prior, as_of: date) -> Callable[[np.ndarray], np.ndarray]:
    """The prior's quantile function, exact or by a fine table where the exact one is slow (beta, gamma)."""
    form = prior.at(as_of)
    if form.distribution not in ("beta", "gamma"):
        return lambda p: form.quantile(p, as_of)
    grid, values = _table(form)
    return lambda p: np.interp(np.log(p / (1 - p)), grid, values)


@cache
def _table(form: Prior) -> tuple[np.ndarray, np.ndarray]:
    """Quantiles in the logit of the probability, so that the tails are as fine as the middle; another day asks for no
    other."""
    grid = np.linspace(-16.2, 16.2, 4001)
    return grid, form.quantile(1 / (1 + np.exp(-grid)), date.max)
