"""The reference system in double precision: every state and output of a few futures, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from overstretch.engine.blocks import scene_of
from overstretch.engine.controls import controls_of
from overstretch.engine.draws import draws_of_block
from overstretch.engine.interventions import parse
from overstretch.engine.plan import World
from overstretch.engine.program import simulate
from overstretch.engine.randomness import BY_QUARTER, BY_YEAR, draw_shocks
from overstretch.engine.span import Span, filled, room_of, shown, span_of
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Controls, Shocks, Start, State


class Inputs(NamedTuple):
    """All that a simulation takes, double precision."""

    shocks: Shocks
    base: Baseline
    start: Start
    controls: Controls
    parameters: dict[str, jnp.ndarray]
    will: jnp.ndarray


class Path(NamedTuple):
    """What came out: `before` and `after` each quarter the state (after: with the vote), and the outputs; [T, ...]."""

    inputs: Inputs
    before: State
    after: State
    out: dict[str, np.ndarray]


@partial(jax.jit, static_argnames=("roles", "years_ahead"))
def _path(inputs: Inputs, *, roles, years_ahead):
    shocks, base, start, controls, parameters, will = inputs
    first = jax.tree.map(lambda x: x[0], base)
    state = initial_state(start, first, years_ahead, controls, parameters, will, shocks, roles)
    year = jnp.concatenate([jnp.zeros(1, int), jnp.cumsum(base.fourth[:-1]).astype(int)]) + 1

    def quarter(carry, x):
        at, t, y = x
        now = shocks._replace(
            **{name: getattr(shocks, name)[t] for name in BY_QUARTER},
            **{name: getattr(shocks, name)[y] for name in BY_YEAR},
        )
        after, out = step(carry, at, now, start, controls, parameters, roles)
        return after, (carry, after, out)

    return lax.scan(quarter, state, (base, jnp.arange(len(year)), year))[1]


@partial(jax.jit, static_argnames="roles")
def _simulate(inputs: Inputs, years_ahead, span: Span, *, roles):
    return simulate(*inputs, span=span, roles=roles, years_ahead=years_ahead)


def _double(tree):
    return jax.tree.map(lambda x: jnp.asarray(x, jnp.float64 if np.asarray(x).dtype.kind == "f" else None), tree)


class Laboratory:
    """Runs of `futures` futures of a prepared system."""

    def __init__(self, prepared, futures: int = 24) -> None:
        self.prepared, self.futures = prepared, futures
        self.static = {"roles": prepared.roles, "years_ahead": prepared.years_ahead}

    def inputs(self, seed: int = 1, off: Iterable[str] = (), do: str = "") -> Inputs:
        """Draws of a seed. off: switches; do: interventions joined by "+"."""
        p, n = self.prepared, self.futures
        draws = draws_of_block(p, seed, 0)
        world = World(tuple(parse(text) for text in do.split("+") if text.strip()))
        variants = {axis: index[:n] for axis, index in draws.variants.items()}
        key = jax.random.fold_in(jax.random.key(seed), 0)
        shocks = draw_shocks(key, room_of(p), len(p.quarters), len(p.actors), n, jnp.float64)
        controls = controls_of(world, variants, scene_of(p), tuple(off))
        parameters = {name: values[:n] for name, values in draws.laws().items()}
        return _double(Inputs(shocks, p.base, p.start, controls, parameters, draws.will[:, :n]))

    def follow(self, inputs: Inputs) -> Path:
        before, after, out = jax.tree.map(np.asarray, _path(inputs, **self.static))
        return Path(inputs, before, after, out)

    def run(self, seed: int = 1, off: Iterable[str] = (), do: str = "") -> Path:
        return self.follow(self.inputs(seed, off, do))

    def simulate(self, inputs: Inputs) -> dict[str, np.ndarray]:
        """The outputs of the engine's own loop."""
        return {name: np.asarray(x)[: len(self.prepared.quarters)] for name, x in self._simulated(inputs)[0].items()}

    def summaries(self, inputs: Inputs) -> dict[str, np.ndarray]:
        """What the engine keeps of them."""
        return shown(self._simulated(inputs)[1], self.prepared)

    def _simulated(self, inputs: Inputs) -> tuple[dict, dict]:
        p = self.prepared
        whole = _double(inputs._replace(base=filled(inputs.base, room_of(p))))
        return _simulate(whole, float(p.years_ahead), span_of(p), roles=p.roles)

    def at(self, actor: str) -> int:
        return self.prepared.actors.index(actor)
