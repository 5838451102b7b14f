"""The review of the pledge: 0 hold, 1 ease, 2 tighten, 3 re-scope. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array

SHORTFALL_UNIT = 0.2
THREAT_UNIT = 0.5


def result(
    shortfall: Array, threat: Array, gumbel: Array, ease: Array, tighten: Array, rescope: Array, response: Array,
    rescope_response: Array, shortfall_driven: Array, threat_driven: Array,
) -> Array:  # fmt: skip
    """Draw of a multinomial logit; the variant decides whether shortfall or threat moves the odds.

    u = (0, ease + a − b, tighten − a + b, re-scope + ψ·a), a = r·shortfall/0.2 or 0, b = r·threat/0.5 or 0, by the variant.
    shortfall: mean log gap to the path; threat: log deviation of the perceived threat; gumbel [4, F]. `response` is the
    log odds of one unit of either: a shortfall of 0.2 or a threat of 0.5, in logs.
    """
    by_shortfall = response * (shortfall / SHORTFALL_UNIT) * shortfall_driven
    by_threat = response * (threat / THREAT_UNIT) * threat_driven
    utility = jnp.stack([
        jnp.zeros_like(ease), ease + by_shortfall - by_threat, tighten - by_shortfall + by_threat, rescope + rescope_response * by_shortfall,
    ])  # fmt: skip
    return jnp.argmax(utility + gumbel, axis=0).astype(ease.dtype)


def target_change(outcome: Array, step: Array) -> Array:
    """Log change of the core target: −step when eased, +step when tightened."""
    return jnp.where(outcome == 1.0, -step, jnp.where(outcome == 2.0, step, 0.0))
