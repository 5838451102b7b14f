"""The ruler: competing risks of irregular, regular and natural exit; regime end and state collapse. Arrays [F]."""

from __future__ import annotations

from typing import NamedTuple

import jax.numpy as jnp
from jax import Array
from jax.nn import sigmoid
from jax.scipy.special import logit


class Exit(NamedTuple):
    survival: Array  # probability of still being in office
    incidence: Array  # [3, F] added cumulative incidence: irregular, regular, natural


def competing_exits(survival: Array, hazards: Array) -> Exit:
    """One quarter of competing risks: S' = S·e^(−Σh); incidence of j grows by S·(1 − e^(−Σh))·h_j/Σh.

    hazards [3, F] of the quarter; the incidences and the survival sum to what survival was before.
    """
    total = jnp.maximum(hazards.sum(0), 1e-12)
    leaving = survival * -jnp.expm1(-total)
    return Exit(survival - leaving, leaving[None] * hazards / total[None])


def regime_end_chance(given_irregular: Array, given_other: Array, effect: Array, strain: Array) -> tuple[Array, Array]:
    """Chance that an exit ends the regime, by route: logit q' = logit q + β·z, z the strain in sd."""
    shift = effect * strain
    return sigmoid(logit(given_irregular) + shift), sigmoid(logit(given_other) + shift)
