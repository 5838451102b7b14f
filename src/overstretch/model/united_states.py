"""The protector's (the United States') stance: 0 strong, 1 transactional, 2 withdrawn; it changes at inaugurations. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array
from jax.nn import sigmoid
from jax.scipy.special import logit


def stance(
    state: Array, draw: Array, shortfall: Array, to_withdrawn: Array, to_strong: Array, strong_leaves: Array,
    withdrawn_returns: Array, gap_effect: Array,
) -> Array:  # fmt: skip
    """Stance after an inauguration; the allies' shortfall from the path raises the odds of withdrawal.

    From transactional: withdrawn if u < p_w, strong if u > 1 − p_s; strong and withdrawn fall back to transactional.
    """
    withdraw = sigmoid(logit(to_withdrawn) + gap_effect * shortfall)
    from_transactional = jnp.where(
        draw < withdraw, 2.0, jnp.where(draw > 1.0 - jnp.minimum(to_strong, 1.0 - withdraw), 0.0, 1.0)
    )
    from_strong = jnp.where(draw < strong_leaves, 1.0, 0.0)
    from_withdrawn = jnp.where(draw < withdrawn_returns, 1.0, 2.0)
    return jnp.where(state == 1.0, from_transactional, jnp.where(state == 0.0, from_strong, from_withdrawn))


def pledge_hold(state: Array, effect: Array, strong: Array, forced: Array) -> Array:
    """Hold of the pledge, P = 1 + u·(pressure − 1): pressure 1 in the transactional state, `strong` in the strong one,
    0 withdrawn (nobody presses), or as forced (0 none, 2 harder)."""
    pressure = jnp.where(state == 1.0, 1.0, jnp.where(state == 0.0, strong, 0.0))
    pressure = jnp.where(forced >= 0.0, forced, pressure)
    return jnp.clip(1.0 + effect * (pressure - 1.0), 0.0, 1.5)


def drawdown_hazard(state: Array, strong: Array, transactional: Array, withdrawn: Array) -> Array:
    """Hazard in a quarter of troops in Europe at least 25% below the cut-off: −ln(1 − p)/4 of the yearly chance."""
    yearly = jnp.where(state == 1.0, transactional, jnp.where(state == 0.0, strong, withdrawn))
    return -jnp.log1p(-yearly) / 4.0
