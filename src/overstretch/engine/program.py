"""The one compiled program: a block of futures from draws to summaries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
from jax import Array, lax, random

from overstretch.engine.device import compiler_options
from overstretch.engine.packing import Packing, unpack
from overstretch.engine.plan import BLOCK
from overstretch.engine.randomness import BY_QUARTER, BY_YEAR, draw_shocks
from overstretch.engine.schema import DRAWN, QUARTER, VARIABLES
from overstretch.engine.span import Span
from overstretch.engine.summaries import OF_A_YEAR, before_first, events, finite, of_quarter, of_year
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Controls, Roles, Shocks, Start, State

STRIP = 128  # futures computed together: the fastest of 64 to 1,024 on 512 kB of cache a core
Given = tuple[Controls, dict[str, Array], Array]  # controls, parameters, wills
_COMPILED = {"compiler_options": compiler_options()}


@partial(jax.jit, static_argnames=("room", "actors", "futures"), **_COMPILED)
def draw(seed: Array, block: Array, quarters: Array, *, room: int, actors: int, futures: int = BLOCK) -> Shocks:
    """The shocks of a block, shared by all its worlds; key = seed, then block, then the name of the shock."""
    return draw_shocks(random.fold_in(random.key(seed), block), room, quarters, actors, futures)


def simulate(
    shocks: Shocks,
    base: Baseline,
    start: Start,
    controls: Controls,
    parameters: dict[str, Array],
    will: Array,
    *,
    span: Span,
    roles: Roles,
    years_ahead: Array,
) -> tuple[dict[str, Array], dict[str, Array]]:
    """A block at once: all outputs of the step by quarter [T, ...], and the summaries. Not compiled here."""
    results = _empty(len(base.now), len(start.share), will.shape[-1], will.dtype)
    given: Given = (controls, parameters, will)
    return _futures(shocks, base, start, lambda: given, results, span, roles, years_ahead, keep=lambda out: out)


def _empty(quarters: int, actors: int, futures: int, dtype: Any) -> dict[str, Array]:
    """Room for the summaries of a block, named and shaped as engine.schema says."""
    sizes = {"actor": actors, "year": quarters // 4, "quarter": quarters, "future": futures}
    return {
        n: jnp.zeros([sizes[axis] for axis in about.axes], dtype) for n, about in VARIABLES.items() if n not in DRAWN
    }


def _futures(
    shocks: Shocks,
    base: Baseline,
    start: Start,
    given: Callable[[], Given],
    results: dict[str, Array],
    span: Span,
    roles: Roles,
    years_ahead: Array,
    first: Array | int = 0,
    cut: Callable[[Array], Array] = lambda x: x,
    keep: Callable[[dict[str, Array]], dict[str, Array]] = lambda out: {},
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Some futures of a block from start to end: what `keep` takes of each quarter's outputs, and `results` with their
    summaries put in from place `first` on.

    given: called anew in every quarter, so that the compiled program takes rows out where it needs them and spares
    hundreds of small copies. cut: takes the futures wanted out of the shocks, likewise.
    """
    controls, parameters, will = given()
    opening = jax.tree.map(lambda x: x[0], base)
    state = initial_state(start, opening, years_ahead, controls, parameters, will, jax.tree.map(cut, shocks), roles)

    def step_at(state: State, t: Array, year: Array) -> tuple[State, dict[str, Array], dict[str, Array]]:
        controls, parameters, _ = given()
        at = jax.tree.map(lambda x: lax.dynamic_index_in_dim(x, t, keepdims=False), base)
        now = jax.tree.map(cut, quarter_shocks(shocks, t, year + 1))
        state, out = step(state, at, now, start, controls, parameters, roles)
        return state, keep(out) | of_quarter(out, roles), {name: out[name] for name in OF_A_YEAR}

    step_at, held = jax.closure_convert(step_at, state, jnp.int32(0), jnp.int32(0))  # traced once, here
    _, *shapes = jax.eval_shape(step_at, state, jnp.int32(0), jnp.int32(0), *held)
    series, of_a_year = (
        {name: jnp.zeros((rows, *x.shape), x.dtype) for name, x in kept.items()}
        for rows, kept in zip((len(base.now), 4), shapes, strict=True)
    )
    earlier = before_first(start, span.past, state.real_lags[0])

    def year(y: Array, carry: tuple) -> tuple:
        *held_over, earlier, good, results = carry
        past = jnp.where(y == 0, span.past, 0)

        def quarter(q: Array, carry: tuple) -> tuple:
            state, series, of_a_year = carry
            t = 4 * y + q - span.past
            state, kept, for_year = step_at(state, t, y, *held)
            return state, _put(series, kept, t), _put(of_a_year, for_year, q)

        state, series, of_a_year = lax.fori_loop(past, 4, quarter, tuple(held_over))
        figures, earlier = of_year(of_a_year, earlier, start, roles, past, y == 0)
        whole = {name: lax.dynamic_update_slice(results[name], *_at(x, y, first)) for name, x in figures.items()}
        return state, series, of_a_year, earlier, good & finite(figures), results | whole

    good = jnp.ones(will.shape[-1], bool)
    begin = (state, series, of_a_year, earlier, good, results)
    state, series, _, _, good, results = lax.fori_loop(0, span.years, year, begin)
    growth = lax.dynamic_slice_in_dim(results["growth"][roles.rival], first, will.shape[-1], -1)
    last = events(jax.tree.map(cut, shocks), series, growth, base, start, parameters, span.quarters)
    last |= {name: x for name, x in series.items() if name in QUARTER} | {"review_result": state.review_result}
    good &= finite({name: x for name, x in last.items() if not name.startswith("event_")})
    last["nonfinite"] = 1.0 - good
    results |= {
        name: lax.dynamic_update_slice_in_dim(results[name], x.astype(will.dtype), first, -1)
        for name, x in last.items()
    }
    return series, results


def _at(figure: Array, year: Array, first: Array | int) -> tuple[Array, tuple[Array, ...]]:
    """A year's figure [..., F] as a part of all years' and futures' [..., Y, F], and where it begins there."""
    return jnp.expand_dims(figure, -2), (*(jnp.int32(0),) * (figure.ndim - 1), jnp.int32(year), jnp.int32(first))


def _put(rows: dict[str, Array], row: dict[str, Array], place: Array) -> dict[str, Array]:
    return {name: lax.dynamic_update_index_in_dim(rows[name], x, place, 0) for name, x in row.items()}


def quarter_shocks(shocks: Shocks, quarter: Array | int, year: Array | int) -> Shocks:
    """What one step takes of a block's shocks. year: 1 in the first calendar year; 0 are the votes before it."""
    return shocks._replace(
        **{name: getattr(shocks, name)[quarter] for name in BY_QUARTER},
        **{name: getattr(shocks, name)[year] for name in BY_YEAR},
    )


@partial(jax.jit, static_argnames=("packing", "roles"), **_COMPILED)
def run_block(
    shocks: Shocks,
    base: Baseline,
    start: Start,
    packed: Array,
    years_ahead: Array,
    span: Span,
    *,
    packing: Packing,
    roles: Roles,
) -> dict[str, Array]:
    """Summaries of one block, named and shaped as engine.schema says, with room for as many quarters as the baseline
    has.

    packed: controls, parameters and wills as `pack` makes them, [rows, F]. The block is computed in strips of futures
    whose state stays in the processor's caches.
    """

    def strip(place: Array, results: dict[str, Array]) -> dict[str, Array]:
        first = place * STRIP

        def cut(x: Array) -> Array:
            return lax.dynamic_slice_in_dim(x, first, STRIP, -1)

        rows = cut(packed)
        return _futures(
            shocks, base, start, lambda: unpack(rows, packing), results, span, roles, years_ahead, first, cut
        )[1]

    futures = packed.shape[-1]
    return lax.fori_loop(0, futures // STRIP, strip, _empty(len(base.now), len(start.share), futures, packed.dtype))
