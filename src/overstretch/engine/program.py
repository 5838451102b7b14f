"""The one compiled program: a block of futures from draws to summaries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
from jax import Array, lax, random

from overstretch.engine.device import compiler_options
from overstretch.engine.packing import Packing, unpack
from overstretch.engine.plan import BLOCK
from overstretch.engine.randomness import draw_shocks
from overstretch.engine.summaries import summarise
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

STRIP = 128  # futures computed together: the fastest of 64 to 1,024 on 512 kB of cache a core
Given = tuple[Controls, dict[str, Array], Array]  # controls, parameters, wills
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


_COMPILED = {"compiler_options": compiler_options()}


@partial(jax.jit, static_argnames=("quarters", "actors", "futures"), **_COMPILED)
def draw(seed: Array, block: Array, *, quarters: int, actors: int, futures: int = BLOCK) -> Shocks:
    """The shocks of a block, shared by all its worlds; key = seed, then block, then the name of the shock."""
    return draw_shocks(random.fold_in(random.key(seed), block), quarters, actors, futures)


def simulate(
    shocks: Shocks, base: Baseline, start: Start, controls: Controls, parameters: dict[str, Array], will: Array, *,
    roles: Roles, years_ahead: Array,
) -> dict[str, Array]:  # fmt: skip
    """All quarters of a block: outputs of the step by quarter [T, ...]. Not compiled here."""
    return _quarters(shocks, base, start, lambda: (controls, parameters, will), roles, years_ahead)


def _quarters(
    shocks: Shocks, base: Baseline, start: Start, given: Callable[[], Given], roles: Roles, years_ahead: Array,
    cut: Callable[[Array], Array] = lambda x: x,
) -> dict[str, Array]:  # fmt: skip
    """given: called anew in every quarter, so that the compiled program takes rows out where it needs them and spares
    hundreds of small copies. cut: takes the futures wanted out of the shocks, likewise."""
    controls, parameters, will = given()
    first = jax.tree.map(lambda x: x[0], base)
    state = initial_state(start, first, years_ahead, controls, parameters, will, jax.tree.map(cut, shocks), roles)

    def quarter(carry: State, x: tuple[Baseline, Array, Array]) -> tuple[State, dict[str, Array]]:
        at, t, y = x
        controls, parameters, _ = given()
        now = jax.tree.map(cut, quarter_shocks(shocks, t, y))
        return step(carry, at, now, start, controls, parameters, roles)

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


@partial(jax.jit, static_argnames=("packing", "roles", "past"), **_COMPILED)
def run_block(
    shocks: Shocks, base: Baseline, start: Start, packed: Array, years_ahead: Array, *, packing: Packing, roles: Roles, past: int,
) -> dict[str, Array]:  # fmt: skip
    """Summaries of one block, named and shaped as engine.schema says. past: quarters of the first year before the first.

    packed: controls, parameters and wills as `pack` makes them, [rows, F]. The block is computed in strips of futures
    whose state stays in the processor's caches.
    """

    def strip(first: Array) -> dict[str, Array]:
        def cut(x: Array) -> Array:
            return lax.dynamic_slice_in_dim(x, first, STRIP, -1)

        rows = cut(packed)
        outputs = _quarters(shocks, base, start, lambda: unpack(rows, packing), roles, years_ahead, cut)
        _, parameters, _ = unpack(rows, packing)
        return summarise(jax.tree.map(cut, shocks), outputs, base, start, parameters, roles, past)

    strip, held = jax.closure_convert(strip, jnp.int32(0))  # traced once, here
    shapes = jax.eval_shape(strip, jnp.int32(0), *held)

    def put(place: Array, whole: dict[str, Array]) -> dict[str, Array]:
        first = place * STRIP
        made = strip(first, *held)
        return {name: lax.dynamic_update_slice_in_dim(whole[name], x, first, -1) for name, x in made.items()}

    empty = {name: jnp.zeros((*x.shape[:-1], packed.shape[-1]), x.dtype) for name, x in shapes.items()}
    return lax.fori_loop(0, packed.shape[-1] // STRIP, put, empty)
