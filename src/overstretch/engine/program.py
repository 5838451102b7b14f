"""The one compiled program: a block of futures from draws to summaries."""

from __future__ import annotations

from functools import partial

import jax
import jax.numpy as jnp
from jax import Array, lax

from overstretch.engine.randomness import draw_shocks
from overstretch.engine.summaries import summarise
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start

BLOCK = 1024

_BY_QUARTER = ("world", "europe", "demand", "inflation", "oil", "cohesion", "doubt", "remarks", "war", "inauguration")
_BY_YEAR = ("share", "turnover", "will")


def simulate(
    key: Array, base: Baseline, start: Start, controls: Controls, parameters: dict[str, Array], will: Array, *, roles: Roles,
    years_ahead: int, dtype=jnp.float32,
) -> tuple[Shocks, dict[str, Array]]:  # fmt: skip
    """All quarters of a block: (shocks, outputs by quarter [T, ...]). Not compiled here."""
    quarters, actors = base.real.shape
    futures = will.shape[1]
    shocks = draw_shocks(key, quarters, actors, futures, base.fourth, dtype)
    state = initial_state(
        start, jax.tree.map(lambda x: x[0], base), years_ahead, controls, parameters, will, shocks, roles
    )
    year = jnp.concatenate([jnp.zeros(1, int), jnp.cumsum(base.fourth[:-1]).astype(int)]) + 1

    def quarter(carry, x):
        at, t, y = x
        now = shocks._replace(
            **{name: getattr(shocks, name)[t] for name in _BY_QUARTER},
            **{name: getattr(shocks, name)[y] for name in _BY_YEAR},
        )
        return step(carry, at, now, start, controls, parameters, roles)

    _, outputs = lax.scan(quarter, state, (base, jnp.arange(quarters), year))
    return shocks, outputs


@partial(jax.jit, static_argnames=("roles", "years_ahead", "past"))
def run_block(
    key: Array, base: Baseline, start: Start, controls: Controls, parameters: dict[str, Array], will: Array, *, roles: Roles,
    years_ahead: int, past: int,
) -> dict[str, Array]:  # fmt: skip
    """Summaries of one block, named and shaped as engine.schema says. past: quarters of the first year before the first."""
    shocks, outputs = simulate(
        key, base, start, controls, parameters, will, roles=roles, years_ahead=years_ahead, dtype=will.dtype
    )
    return summarise(shocks, outputs, base, start, parameters, roles, past)
