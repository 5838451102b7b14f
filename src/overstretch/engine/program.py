"""The one compiled program: a block of futures from draws to summaries."""

from __future__ import annotations

from functools import partial

import jax
import jax.numpy as jnp
from jax import Array, lax, random

from overstretch.engine.plan import BLOCK
from overstretch.engine.randomness import draw_shocks
from overstretch.engine.summaries import summarise
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

_BY_QUARTER = (
    "world",
    "europe",
    "demand",
    "inflation",
    "oil",
    "cohesion",
    "doubt",
    "remarks",
    "war",
    "inauguration",
    "key_rate",
)
_BY_YEAR = ("share", "share_common", "turnover", "will")


@partial(jax.jit, static_argnames=("quarters", "actors", "futures"))
def draw(seed: Array, block: Array, *, quarters: int, actors: int, futures: int = BLOCK) -> Shocks:
    """The shocks of a block, shared by all its worlds; key = seed, then block, then the name of the shock."""
    return draw_shocks(random.fold_in(random.key(seed), block), quarters, actors, futures)


def simulate(
    shocks: Shocks, base: Baseline, start: Start, controls: Controls, parameters: dict[str, Array], will: Array, *,
    roles: Roles, years_ahead: Array,
) -> dict[str, Array]:  # fmt: skip
    """All quarters of a block: outputs of the step by quarter [T, ...]. Not compiled here."""
    first = jax.tree.map(lambda x: x[0], base)
    state = initial_state(start, first, years_ahead, controls, parameters, will, shocks, roles)

    def quarter(carry: State, x: tuple[Baseline, Array, Array]) -> tuple[State, dict[str, Array]]:
        at, t, y = x
        return step(carry, at, quarter_shocks(shocks, t, y), start, controls, parameters, roles)

    year = years_of(base)
    _, outputs = lax.scan(quarter, state, (base, jnp.arange(len(year)), year))
    return outputs


def years_of(base: Baseline) -> Array:
    """Place of each quarter's next vote among the yearly shocks, [T]; 0 is the vote before the first quarter."""
    return jnp.concatenate([jnp.zeros(1, int), jnp.cumsum(base.fourth[:-1]).astype(int)]) + 1


def quarter_shocks(shocks: Shocks, quarter: Array | int, year: Array) -> Shocks:
    """What one step takes of a block's shocks."""
    return shocks._replace(
        **{name: getattr(shocks, name)[quarter] for name in _BY_QUARTER},
        **{name: getattr(shocks, name)[year] for name in _BY_YEAR},
    )


@partial(jax.jit, static_argnames=("roles", "past"))
def run_block(
    shocks: Shocks, base: Baseline, start: Start, controls: Controls, parameters: dict[str, Array], will: Array, *,
    roles: Roles, years_ahead: Array, past: int,
) -> dict[str, Array]:  # fmt: skip
    """Summaries of one block, named and shaped as engine.schema says. past: quarters of the first year before the first."""
    outputs = simulate(shocks, base, start, controls, parameters, will, roles=roles, years_ahead=years_ahead)
    return summarise(shocks, outputs, base, start, parameters, roles, past)
