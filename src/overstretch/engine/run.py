"""Run a plan in memory: blocks of 1,024 futures, the base world for all, contrast worlds paired on the first ones."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import xarray as xr

from overstretch.assumptions import AXES
from overstretch.engine.blocks import Simulator, block_count, tasks_of, wanted_futures
from overstretch.engine.device import fingerprint
from overstretch.engine.draws import draw_names
from overstretch.engine.plan import Plan, World
from overstretch.engine.published import publish, published
from overstretch.engine.schema import DRAWN, VARIABLES
from overstretch.errors import InputError
from overstretch.systems import Prepared

CONTRAST_FUTURES = 2048
MOST_FUTURES = 1_048_576
Progress = Callable[[str, float], None]


def run(
    prepared: Prepared, plan: Plan, futures: int = 10_240, seed: int = 1, off: tuple[str, ...] = (), progress: Progress | None = None,
    contrast_futures: int = CONTRAST_FUTURES,
) -> xr.DataTree:  # fmt: skip
    """Futures of the plan's worlds (engine.schema), in memory (24 kB a future). Blocks are whole; the first `futures` are kept.

    off: mechanisms switched off (model.structures.SWITCHES). Raises InputError for a number of futures out of range or an
    unknown intervention.
    """
    check_futures(futures)
    wanted = wanted_futures(plan, futures, contrast_futures)
    tasks = list(tasks_of(wanted, range(block_count(futures))))
    collected: dict[World, list[dict[str, np.ndarray]]] = {world: [] for world in wanted}
    for done, piece in enumerate(Simulator(prepared, seed, off).pieces(tasks), 1):
        collected[piece.world].append(piece.arrays)
        if progress:
            progress("simulate", done / len(tasks))
    nodes = {f"/{node_of(w)}": dataset(prepared, w, collected.pop(w), n) for w, n in wanted.items()}
    tree = xr.DataTree.from_dict(nodes)
    tree.attrs = run_attributes(prepared, seed, futures, tuple(wanted), off)
    return tree


def check_futures(futures: int) -> None:
    if not 1 <= futures <= MOST_FUTURES:
        raise InputError(f"futures must lie between 1 and {MOST_FUTURES:,}, not {futures}")


def node_of(world: World) -> str:
    """A world's name as a node of the tree."""
    return world.name.replace("/", "-")


def run_attributes(
    prepared: Prepared, seed: int, futures: int, worlds: tuple[World, ...], off: tuple[str, ...]
) -> dict[str, str | int]:
    return {
        "title": prepared.system.title, "system": prepared.system.name, "as_of": prepared.as_of.isoformat(), "seed": seed, "futures": futures,
        "worlds": json.dumps({node_of(w): w.name for w in worlds}), "off": json.dumps(sorted({*off, *prepared.off})),
        "fingerprint": fingerprint(), "notes": json.dumps(list(prepared.notes)),
    }  # fmt: skip


def dataset(prepared: Prepared, world: World, blocks: list[dict[str, np.ndarray]], futures: int) -> xr.Dataset:
    """Blocks joined along the future axis, with units, meanings and axes from the schema. Empties the blocks."""
    data = {}
    for name, about in VARIABLES.items():
        joined = np.concatenate([b.pop(name) for b in blocks], axis=-1)[..., :futures]
        data[name] = (about.axes, joined, {"units": about.unit, "long_name": about.meaning})
    whole = xr.Dataset(data, coordinates(prepared) | {"future": np.arange(futures)}, {"world": world.name})
    whole["variants"].attrs["options"] = json.dumps({axis: list(options) for axis, options in AXES.items()})
    assert set(DRAWN) <= set(whole)
    return publish(whole, published(prepared.system), prepared.system.roles.rival)


def coordinates(prepared: Prepared) -> dict[str, list]:
    """Labels of every axis but `future`."""
    return {
        "actor": list(prepared.actors), "year": list(prepared.years), "quarter": list(prepared.quarters),
        "parameter": list(draw_names(prepared)), "axis": list(AXES),
    }  # fmt: skip
