"""The war against Ukraine as a Markov chain: 0 active, 1 ceasefire, 2 settled. Arrays [F]."""

from __future__ import annotations

import jax.numpy as jnp
from jax import Array


def quarterly(yearly: Array) -> Array:
    """Chance in a quarter from a yearly one: 1 − (1 − p)^¼."""
    return 1.0 - (1.0 - yearly) ** 0.25


def war_state(state: Array, draw: Array, ceasefire: Array, relapse: Array, settlement: Array, guarded: Array) -> Array:
    """Next state: active → ceasefire; ceasefire → active (unless guarded) or settled; settled stays.

    A quarter's chance is q = 1 − (1 − p)^¼ of the yearly p; `draw` is uniform; a small draw means escalation or peace in the fixed order below.
    """
    to_ceasefire = jnp.where(draw < quarterly(ceasefire), 1.0, 0.0)
    relapsing = jnp.where(guarded > 0.0, 0.0, quarterly(relapse))
    from_ceasefire = jnp.where(draw < relapsing, 0.0, jnp.where(draw > 1.0 - quarterly(settlement), 2.0, 1.0))
    return jnp.where(state == 0.0, to_ceasefire, jnp.where(state == 1.0, from_ceasefire, 2.0))


def forced(state: Array, guard: Array, now: Array, ceasefire: Array, war_ends: Array) -> tuple[Array, Array]:
    """Interventions: a ceasefire from a date that holds for four quarters, or a settlement for good.

    guard: further quarters without relapse; with the quarter it begins in they make a year.
    """
    begins = (ceasefire > 0.0) & (now >= ceasefire) & (now < ceasefire + 0.25)
    guard = jnp.where(begins, 3.0, jnp.maximum(0.0, guard - 1.0))
    state = jnp.where(begins, jnp.maximum(state, 1.0), state)
    return jnp.where((war_ends > 0.0) & (now >= war_ends), 2.0, state), guard
