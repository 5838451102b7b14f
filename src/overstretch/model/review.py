"""The review of the pledge: 0 hold, 1 ease, 2 tighten, 3 re-scope. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def result(
    shortfall: Array, threat: Array, gumbel: Array, ease: Array, tighten: Array, rescope: Array, response: Array,
    shortfall_driven: Array, threat_driven: Array,
) -> Array:  # fmt: skip
    """Draw of a multinomial logit; the variant decides whether shortfall or threat moves the odds.

    shortfall: mean log gap to the path; threat: log deviation of the perceived threat; gumbel [4, F].
    """
    by_shortfall = response * 5.0 * shortfall * shortfall_driven
    by_threat = response * 2.0 * threat * threat_driven
    utility = jnp.stack([
        jnp.zeros_like(ease), ease + by_shortfall - by_threat, tighten - by_shortfall + by_threat, rescope + 0.5 * by_shortfall,
    ])  # fmt: skip
    return jnp.argmax(utility + gumbel, axis=0).astype(ease.dtype)


def target_change(outcome: Array, step: Array) -> Array:
    """Log change of the core target: −step when eased, +step when tightened."""
    return jnp.where(outcome == 1.0, -step, jnp.where(outcome == 2.0, step, 0.0))
