"""Run a plan in memory: blocks of 1,024 futures, the base world for all, contrast worlds paired on the first ones."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from datetime import date

import numpy as np
import xarray as xr

from overstretch.assumptions import AXES
from overstretch.defaults import CONTRAST_FUTURES, DEFAULT_FUTURES, DEFAULT_SEED, MOST_FUTURES
from overstretch.engine.blocks import Piece, Simulator, block_count, tasks_of, wanted_futures
from overstretch.engine.device import fingerprint
from overstretch.engine.draws import draw_names
from overstretch.engine.plan import BLOCK, Plan, World
from overstretch.engine.published import publish, published
from overstretch.engine.schema import DRAWN, VARIABLES
from overstretch.errors import InputError
from overstretch.progress import Progress
from overstretch.systems import Prepared, System
from overstretch.systems.lacks import Lack


def run(
    prepared: Prepared,
    plan: Plan,
    futures: int = DEFAULT_FUTURES,
    seed: int = DEFAULT_SEED,
    off: tuple[str, ...] = (),
    progress: Progress | None = None,
    contrast_futures: int = CONTRAST_FUTURES,
    base: xr.Dataset | None = None,
) -> xr.DataTree:
    """Futures of the plan's worlds (engine.schema), in memory (24 kB a future). Blocks are whole; the first `futures`
    are kept.

    off: mechanisms switched off (model.registry.SWITCHES); base: the base world where it has been simulated already.
    Raises InputError for a number of futures out of range or an unknown intervention.
    """
    check_futures(futures)
    wanted = wanted_futures(plan, futures, contrast_futures)
    done = {World(): base} if base is not None else {}
    done |= worlds(prepared, {w: n for w, n in wanted.items() if w not in done}, seed, off, progress)
    tree = xr.DataTree.from_dict({f"/{node_of(world)}": done[world] for world in wanted})
    tree.attrs = run_attributes(prepared, seed, futures, tuple(wanted), off)
    return tree


def worlds(
    prepared: Prepared,
    wanted: dict[World, int],
    seed: int,
    off: tuple[str, ...] = (),
    progress: Progress | None = None,
    before_compiling: Callable[[], None] = lambda: None,
) -> dict[World, xr.Dataset]:
    """The first futures of each world, in memory. wanted: world → number of futures; before_compiling: see
    executables."""
    tasks = list(tasks_of(wanted, range(block_count(max(wanted.values(), default=0)))))
    kept: dict[World, dict[str, np.ndarray]] = {world: {} for world in wanted}
    lock = threading.Lock()

    def keep(piece: Piece) -> None:
        """On one of several threads: the piece's arrays to their place in the world's."""
        first, last = piece.block * BLOCK, min((piece.block + 1) * BLOCK, wanted[piece.world])
        with lock:
            whole = kept[piece.world]
            for name, values in piece.arrays.items():
                if name not in whole:
                    whole[name] = np.empty((*values.shape[:-1], wanted[piece.world]), values.dtype)
        for name, values in piece.arrays.items():
            whole[name][..., first:last] = values[..., : last - first]

    for done, _ in enumerate(Simulator(prepared, seed, off, None, before_compiling).results(tasks, keep), 1):
        if progress:
            progress("simulate", done / len(tasks))
    return {world: dataset(prepared, world, kept.pop(world)) for world in wanted}


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
        "title": prepared.system.title,
        "system": prepared.system.name,
        "as_of": prepared.as_of.isoformat(),
        "seed": seed,
        "futures": futures,
        "worlds": json.dumps({node_of(w): w.name for w in worlds}),
        "off": json.dumps(sorted({*off, *prepared.off})),
        "fingerprint": fingerprint(),
        "notes": json.dumps(list(prepared.notes)),
        "lacking": json.dumps([asdict(lack) for lack in prepared.lacks]),
    }


def no_futures(system: System, as_of: date, seed: int, off: tuple[str, ...], lack: Lack) -> xr.DataTree:
    """What a run returns where a figure that every law needs was not held: no world, and what is lacking."""
    tree = xr.DataTree()
    tree.attrs = {
        "title": system.title,
        "system": system.name,
        "as_of": as_of.isoformat(),
        "seed": seed,
        "futures": 0,
        "worlds": json.dumps({}),
        "off": json.dumps(sorted({*off, *system.off})),
        "fingerprint": fingerprint(),
        "notes": json.dumps([f"nothing was simulated: {lack.words}"]),
        "lacking": json.dumps([asdict(lack)]),
    }
    return tree


def dataset(prepared: Prepared, world: World, arrays: dict[str, np.ndarray]) -> xr.Dataset:
    """A world's arrays, future axis last, with units, meanings and axes from the schema."""
    futures = arrays["parameters"].shape[-1]
    data = {
        name: (about.axes, arrays[name], {"units": about.unit, "long_name": about.meaning})
        for name, about in VARIABLES.items()
    }
    whole = xr.Dataset(data, coordinates(prepared) | {"future": np.arange(futures)}, {"world": world.name})
    whole["variants"].attrs["options"] = json.dumps({axis: list(options) for axis, options in AXES.items()})
    assert set(DRAWN) <= set(whole)
    return publish(whole, published(prepared.system), prepared.system.roles.rival)


def coordinates(prepared: Prepared) -> dict[str, list]:
    """Labels of every axis but `future`."""
    return {
        "actor": list(prepared.actors),
        "year": list(prepared.years),
        "quarter": list(prepared.quarters),
        "parameter": list(draw_names(prepared)),
        "axis": list(AXES),
    }
