"""Run a plan: blocks of 1,024 futures, the base world for all, contrast worlds paired on the first ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

import jax
import numpy as np
import xarray as xr
from scipy.special import expit, logit

from overstretch.assumptions import AXES, draw_parameters, draw_variants
from overstretch.engine.controls import controls_of
from overstretch.engine.device import fingerprint, prepare_device
from overstretch.engine.interventions import Scene
from overstretch.engine.plan import BASE, Plan, World
from overstretch.engine.program import BLOCK, draw, run_block
from overstretch.engine.schema import DRAWN, VARIABLES
from overstretch.errors import InputError
from overstretch.model.structures import Baseline, Shocks, Start
from overstretch.systems import Prepared

CONTRAST_FUTURES = 2048
MOST_FUTURES = 1_048_576
Progress = Callable[[str, float], None]


class Draws(NamedTuple):
    """One block's parameters (with every ally's will, 0 to 1) and variants."""

    parameters: dict[str, np.ndarray]
    variants: dict[str, np.ndarray]
    will: np.ndarray


def draws_of_block(prepared: Prepared, seed: int, block: int) -> Draws:
    allies = prepared.system.groups.allies
    parameters = draw_parameters(seed, block, BLOCK, prepared.as_of, allies, prepared.counted)
    spread = parameters["will_spread"]
    will = np.empty((len(prepared.actors), BLOCK), np.float32)
    will[:] = prepared.will_mean[:, None]
    for k, ally in enumerate(allies):
        will[k] = expit(logit(prepared.will_mean[k]) + spread * parameters[f"will_{ally}"])
        parameters[f"will_{ally}"] = will[k]
    return Draws(parameters, draw_variants(seed, block, BLOCK), will)


def run(
    prepared: Prepared, plan: Plan, futures: int = 10_240, seed: int = 1, off: tuple[str, ...] = (), progress: Progress | None = None,
    contrast_futures: int = CONTRAST_FUTURES,
) -> xr.DataTree:  # fmt: skip
    """Futures of the plan's worlds (engine.schema). Blocks are whole; the first `futures` are kept.

    off: mechanisms switched off (model.structures.SWITCHES). Raises InputError for a number of futures out of range or an
    unknown intervention.
    """
    if not 1 <= futures <= MOST_FUTURES:
        raise InputError(f"futures must lie between 1 and {MOST_FUTURES:,}, not {futures}")
    prepare_device()
    fixed = _device_arrays(prepared)
    worlds = list(dict.fromkeys([World(), *plan.contrasts]))
    wanted = {w.name: futures if w.name == BASE else min(futures, contrast_futures) for w in worlds}
    total = sum(-(-n // BLOCK) for n in wanted.values())
    collected: dict[str, list[dict[str, np.ndarray]]] = {w.name: [] for w in worlds}
    done = 0
    for block in range(-(-futures // BLOCK)):
        draws = draws_of_block(prepared, seed, block)
        shocks = draw(seed, block, quarters=len(prepared.quarters), actors=len(prepared.actors))
        for world in worlds:
            if block * BLOCK >= wanted[world.name]:
                continue
            collected[world.name].append(_block(prepared, fixed, world, draws, shocks, off))
            done += 1
            if progress:
                progress("simulate", done / total)
    nodes = {f"/{_node(w.name)}": _dataset(prepared, w, collected.pop(w.name), wanted[w.name]) for w in worlds}
    tree = xr.DataTree.from_dict(nodes)
    tree.attrs = {
        "title": prepared.system.title, "as_of": prepared.as_of.isoformat(), "seed": seed, "futures": futures,
        "worlds": json.dumps({_node(w.name): w.name for w in worlds}), "off": json.dumps(sorted(off)),
        "fingerprint": fingerprint(), "notes": json.dumps(list(prepared.notes)),
    }  # fmt: skip
    return tree


def _node(name: str) -> str:
    return name.replace("/", "-")


def _device_arrays(prepared: Prepared) -> tuple[Baseline, Start]:
    return jax.tree.map(lambda x: jax.numpy.asarray(x, jax.numpy.float32), (prepared.base, prepared.start))


def scene_of(prepared: Prepared) -> Scene:
    start = prepared.start
    span = (float(prepared.base.now[0]), float(prepared.base.now[-1]))
    return Scene(prepared.actors, start.ally, start.share, start.share_2021, prepared.roles.rus, span)


def _block(
    prepared: Prepared, fixed: tuple[Baseline, Start], world: World, draws: Draws, shocks: Shocks, off: tuple[str, ...]
) -> dict[str, np.ndarray]:
    base, start = fixed
    controls = controls_of(world, draws.variants, scene_of(prepared), off)
    parameters = {
        name: x for name, x in draws.parameters.items() if not name.startswith("will_") or name in _SCALAR_WILL
    }
    result = run_block(
        shocks, base, start, controls, parameters, draws.will, roles=prepared.roles, years_ahead=prepared.years_ahead,
        past=prepared.past,
    )  # fmt: skip
    kept = {name: np.asarray(value) for name, value in result.items()}
    kept["parameters"] = np.stack(list(draws.parameters.values()))
    kept["variants"] = np.stack([draws.variants[axis] for axis in AXES]).astype(np.int8)
    return kept


_SCALAR_WILL = {"will_common", "will_correlation", "will_spread", "will_turnover"}


def _dataset(prepared: Prepared, world: World, blocks: list[dict[str, np.ndarray]], futures: int) -> xr.Dataset:
    """Blocks joined along the future axis, with units, meanings and axes from the schema."""
    data = {}
    for name, about in VARIABLES.items():
        joined = np.concatenate([b.pop(name) for b in blocks], axis=-1)[..., :futures]
        data[name] = (about.axes, joined, {"units": about.unit, "long_name": about.meaning})
    names = list(draw_names(prepared))
    dataset = xr.Dataset(
        data,
        coords={
            "actor": list(prepared.actors), "year": list(prepared.years), "quarter": list(prepared.quarters),
            "parameter": names, "axis": list(AXES), "future": np.arange(futures),
        },
        attrs={"world": world.name},
    )  # fmt: skip
    dataset["variants"].attrs["options"] = json.dumps({axis: list(options) for axis, options in AXES.items()})
    assert set(DRAWN) <= set(dataset)
    return dataset


def draw_names(prepared: Prepared) -> Iterator[str]:
    from overstretch.assumptions import load_priors

    yield from load_priors()
    yield from (f"will_{ally}" for ally in prepared.system.groups.allies)
