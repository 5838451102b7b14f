"""Single futures again, from (seed, block, index): their full trajectories, or a search for the first non-finite
number."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import xarray as xr
from jax import Array

from overstretch.engine.blocks import Simulator
from overstretch.engine.device import compiler_options
from overstretch.engine.packing import Packing, unpack
from overstretch.engine.plan import BLOCK, World
from overstretch.engine.program import quarter_shocks, run_block, simulate
from overstretch.engine.schema import EVENT, VARIABLES
from overstretch.engine.span import Span, shown
from overstretch.errors import InputError
from overstretch.model.initial import initial_state
from overstretch.model.step import step
from overstretch.model.structures import Baseline, Roles, Shocks, Start
from overstretch.systems import Prepared


class Place(NamedTuple):
    """A future's place: block, and index within it."""

    block: int
    within: int

    @property
    def future(self) -> int:
        return self.block * BLOCK + self.within


class Difference(NamedTuple):
    """An event of a replayed future that came out otherwise than in the run."""

    place: Place
    event: str
    run: float
    replayed: float

    def __str__(self) -> str:
        return (
            f"{self.place.block}:{self.place.within} {self.event}: {self.run:g} in the run, {self.replayed:g} replayed"
        )


class NonFinite(NamedTuple):
    """The first non-finite number of a future. quarter: its label, 'draws' or 'start'; actor None where it has none."""

    variable: str
    actor: str | None
    quarter: str


def parse_places(text: str, futures: int) -> list[Place]:
    """'0:17,3:5' → places. Raises InputError where one is malformed or outside the run's futures."""
    places = []
    for part in text.split(","):
        block, _, index = part.strip().partition(":")
        if not (block.isdecimal() and index.isdecimal()) or int(index) >= BLOCK:
            raise InputError(f"{part!r}: accepted: BLOCK:INDEX with INDEX from 0 to {BLOCK - 1}, e.g. 0:17")
        place = Place(int(block), int(index))
        if place.future >= futures:
            last = Place(*divmod(futures - 1, BLOCK))
            raise InputError(f"{part!r}: the run has {futures:,} futures, the last is {last.block}:{last.within}")
        places.append(place)
    return list(dict.fromkeys(places))


@partial(jax.jit, static_argnames=("packing", "roles"), compiler_options=compiler_options())
def _full(
    shocks: Shocks,
    base: Baseline,
    start: Start,
    packed: Array,
    years_ahead: Array,
    span: Span,
    *,
    packing: Packing,
    roles: Roles,
) -> tuple[dict[str, Array], dict[str, Array]]:
    given = unpack(packed, packing)
    return simulate(shocks, base, start, *given, span=span, roles=roles, years_ahead=years_ahead)


def replay(
    prepared: Prepared, world: World, seed: int, places: Iterable[Place], off: tuple[str, ...] = ()
) -> tuple[xr.Dataset, list[Difference]]:
    """Full trajectories of chosen futures of one world, and the events that differ from the run's.

    Each whole block runs again twice: through the run's own program, and through one that also returns every quarter's
    outputs. Two programs may round differently, so a rare event may fall otherwise: such events are returned.
    The dataset has an axis `replayed`; trajectories of the step lead with `quarter`.
    """
    simulator = Simulator(prepared, seed, off)
    by_block: dict[int, list[Place]] = {}
    for place in places:
        by_block.setdefault(place.block, []).append(place)
    found: list[dict[str, np.ndarray]] = []
    differences: list[Difference] = []
    for block, chosen in sorted(by_block.items()):
        at = np.array([place.within for place in chosen])
        plain, outputs, summaries = _both(simulator, world, block, at)
        differences += _different(chosen, plain, summaries)
        found.append({f"step_{name}": x for name, x in outputs.items()} | summaries)
    order = [place for _, chosen in sorted(by_block.items()) for place in chosen]
    joined = {name: np.concatenate([part[name] for part in found], axis=-1) for name in found[0]}
    return _dataset(prepared, world, joined, order), differences


def _both(
    simulator: Simulator, world: World, block: int, at: np.ndarray
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray], dict[str, np.ndarray]]:
    arguments, options = simulator.arguments(block, world, simulator.draws(block), simulator.shocks(block))

    quarters = len(simulator.prepared.quarters)

    def chosen(results: dict[str, Array]) -> dict[str, np.ndarray]:
        return {name: x[..., at] for name, x in shown(results, simulator.prepared).items()}

    outputs, summaries = _full(*arguments, **options)
    course = {name: np.asarray(x)[:quarters][..., at] for name, x in outputs.items()}
    return chosen(run_block(*arguments, **options)), course, chosen(summaries)


def _different(places: list[Place], run: dict[str, np.ndarray], replayed: dict[str, np.ndarray]) -> list[Difference]:
    return [
        Difference(place, name, float(run[name][k]), float(replayed[name][k]))
        for name in EVENT
        for k, place in enumerate(places)
        if not np.array_equal(run[name][k], replayed[name][k], equal_nan=True)
    ]


def _dataset(prepared: Prepared, world: World, joined: dict[str, np.ndarray], places: list[Place]) -> xr.Dataset:
    data: dict[str, Any] = {}
    for name, values in joined.items():
        if about := VARIABLES.get(name):
            dims: tuple[str, ...] = (*about.axes[:-1], "replayed")
            data[name] = (dims, values, {"units": about.unit, "long_name": about.meaning})
        else:
            inner = [
                "actor" if size == len(prepared.actors) else f"{name}_{k}" for k, size in enumerate(values.shape[1:-1])
            ]
            data[name] = (
                ("quarter", *inner, "replayed"),
                values,
                {"source": "output of model.step, in the laws' units"},
            )
    labels = {
        "actor": list(prepared.actors),
        "year": list(prepared.years),
        "quarter": list(prepared.quarters),
        "future": ("replayed", [place.future for place in places]),
        "block": ("replayed", [p.block for p in places]),
        "index": ("replayed", [p.within for p in places]),
    }
    return xr.Dataset(data, labels, {"world": world.name})


def first_nonfinite(
    prepared: Prepared, world: World, seed: int, place: Place, off: tuple[str, ...] = ()
) -> NonFinite | None:
    """Replay one future operation by operation and name the first non-finite number, in the order of computation.

    None where all is finite: draws, state and outputs of every quarter, and the summaries of the compiled program.
    """
    simulator = Simulator(prepared, seed, off)
    draws, shocks = simulator.draws(place.block), simulator.shocks(place.block)
    arguments, options = simulator.arguments(place.block, world, draws, shocks)

    def cut(x: Any) -> Array:
        return jnp.asarray(x)[..., place.within : place.within + 1]

    shocks, packed = jax.tree.map(cut, (arguments[0], arguments[3]))
    controls, parameters, will = unpack(packed, options["packing"])
    drawn = {f"parameter {name}": x for name, x in parameters.items()} | {"will": will}
    drawn |= {f"shock {name}": x for name, x in shocks._asdict().items()}
    if found := _find(prepared, drawn, "draws"):
        return found
    with jax.disable_jit():
        found = _step_through(
            prepared, (shocks, *arguments[1:3], controls, parameters, will), options["roles"], arguments[4]
        )
    if found:
        return found
    results = shown(run_block(*arguments, **options), prepared)
    summaries = {n: x[..., place.within, None] for n, x in results.items() if not n.startswith("event_")}
    return _find(prepared, summaries, "summaries")


def _step_through(prepared: Prepared, arguments: tuple, roles: Roles, years_ahead: Array) -> NonFinite | None:
    shocks, base, start, controls, parameters, will = arguments
    first = jax.tree.map(lambda x: x[0], base)
    state = initial_state(start, first, years_ahead, controls, parameters, will, shocks, roles)
    if found := _find(prepared, state._asdict(), "start"):
        return found
    for t, quarter in enumerate(prepared.quarters):
        now = quarter_shocks(shocks, t, (prepared.past + t) // 4 + 1)
        state, outputs = step(state, jax.tree.map(lambda x, t=t: x[t], base), now, start, controls, parameters, roles)
        if found := _find(prepared, {**outputs, **state._asdict()}, quarter):
            return found
    return None


def _find(prepared: Prepared, values: dict[str, Any], quarter: str) -> NonFinite | None:
    for name, array in values.items():
        bad = ~np.isfinite(np.asarray(array, np.float64))
        if bad.any():
            place = np.argwhere(bad)[0]
            actor = next(
                (prepared.actors[i] for i, size in zip(place, bad.shape, strict=True) if size == len(prepared.actors)),
                None,
            )
            return NonFinite(name, actor, quarter)
    return None
