"""Stored runs as xarray: named axes, units and meanings; quantiles and moments of what was counted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from overstretch.assumptions import AXES
from overstretch.defaults import QUANTILES
from overstretch.engine.layout import PACKED
from overstretch.engine.plan import BLOCK
from overstretch.engine.published import about, publish
from overstretch.engine.reduce import MOMENTS, Scale, join_moments, quantile
from overstretch.engine.store import Store
from overstretch.errors import InputError, a_path

REPLAYED = "replayed.nc"


def open(folder: str | Path, *, partial: bool = False, verify: bool = False) -> xr.DataTree:
    """A stored run as a tree of worlds, read as it is used.

    Each world holds the variables of engine.schema that every future kept (event times, yearly system series, headline
    series; in the base world parameters and variants) and, by block, the counts and moments of all others: see `fan`
    and `summary`. partial: accept a run that is not finished and leave the missing blocks out. verify: compare every
    chunk with its checksum first. Raises InputError where the run is not finished, damaged, or not there.
    """
    store = Store.open(a_path(folder, "folder"))
    done = store.done()
    if len(done) < len(store.blocks) and not partial:
        raise InputError(
            f"{folder}: holds {len(done)} of {len(store.blocks)} blocks; finish it with run ... --resume, or open it "
            "with partial=True"
        )
    if verify and (damaged := store.verify()):
        raise InputError(f"{folder}: damaged: {'; '.join(f'block {d.block}: {d.fault}' for d in damaged)}")
    store.check_arrays()
    try:
        nodes = {f"/{node}": _world(store, node, done) for node in store.worlds}
    except InputError:
        raise
    except (KeyError, ValueError, TypeError, IndexError, OSError) as fault:  # axes that fit no array
        raise InputError(f"{folder}: the manifest does not fit the arrays ({fault!r})") from fault
    tree = xr.DataTree.from_dict(nodes)
    settings, manifest = store.manifest["settings"], store.manifest
    tree.attrs = {
        "title": manifest["title"],
        "system": settings["system"],
        "as_of": settings["as_of"],
        "seed": settings["seed"],
        "futures": settings["futures"],
        "worlds": json.dumps(manifest["worlds"]),
        "off": json.dumps(settings["off"]),
        "fingerprint": " + ".join(sorted({r.fingerprint for r in store.records()})),
        "notes": json.dumps(manifest["notes"]),
    }
    return tree


def _world(store: Store, node: str, done: list[int]) -> xr.Dataset:
    packed = xr.open_zarr(store.folder, group=node, zarr_format=3, consolidated=False, chunks=None)
    axes = store.manifest["axes"]
    data: dict[str, xr.DataArray] = {}
    for array, axis in PACKED.items():
        data |= {name: _described(packed[array].isel({axis: k}), name) for k, name in enumerate(axes[axis])}
    data |= {name: _described(packed[name], name) for name in ("parameters", "variants") if name in packed}
    data |= {str(name): packed[name] for name in packed.data_vars if str(name).startswith(("counts_", "moments_"))}
    used = {dim for values in data.values() for dim in values.dims}
    futures = store.worlds[node]
    labels: dict = {axis: names for axis, names in axes.items() if axis in used}
    labels |= {"moment": list(MOMENTS), "future": np.arange(futures), "block": np.arange(-(-futures // BLOCK))}
    attributes = {"world": store.manifest["worlds"][node], "scales": json.dumps(store.manifest["scales"])}
    whole = xr.Dataset(data, labels, attributes)
    if "variants" in whole:
        whole["variants"].attrs["options"] = json.dumps({axis: list(options) for axis, options in AXES.items()})
    whole = publish(whole, store.manifest.get("names", {}), store.manifest.get("rival", "RUS"))
    if len(done) == len(store.blocks):
        return whole
    here = np.isin(np.arange(futures) // BLOCK, done)
    return whole.isel(future=np.flatnonzero(here), block=np.flatnonzero(np.isin(whole["block"].values, done)))


def _described(values: xr.DataArray, name: str, attributes: Mapping[str, Any] | None = None) -> xr.DataArray:
    known = about(name, attributes or {})
    return values.assign_attrs(units=known.unit, long_name=known.meaning) if known else values


def counted(world: xr.Dataset) -> dict[str, str]:
    """Counted variable → its group (the axis along which it is packed)."""
    groups = [str(name).removeprefix("counts_") for name in world.data_vars if str(name).startswith("counts_")]
    return {str(name): group for group in groups for name in world[group].values}


def _group(world: xr.Dataset, name: str) -> str:
    groups = counted(world)
    if name not in groups:
        raise InputError(f"{name}: is not counted in this store; counted: {', '.join(groups)}")
    return groups[name]


def fan(world: xr.Dataset, name: str, probabilities: tuple[float, ...] = QUANTILES) -> xr.DataArray:
    """Quantiles of a counted variable over all futures, [quantile, ...], to within a bin; NaN beyond the outermost
    bins."""
    return fans(world, (name,), probabilities)[name]


def fans(
    world: xr.Dataset, names: Iterable[str], probabilities: tuple[float, ...] = QUANTILES
) -> dict[str, xr.DataArray]:
    """`fan` of several counted variables; each chunk of counts is read once."""
    made = {}
    totals: dict[str, np.ndarray] = {}
    for name in names:
        group = _group(world, name)
        counts = world[f"counts_{group}"]
        if group not in totals:
            totals[group] = np.zeros(counts.shape[1:], np.int64)
            for k in range(counts.sizes["block"]):
                totals[group] += counts.isel(block=k).values
        total = totals[group][list(world[group].values).index(name)]
        scale = Scale(*json.loads(world.attrs["scales"])[name])
        axes = {axis: world[axis] for axis in counts.dims[2:-1]}
        values = quantile(total, scale, np.asarray(probabilities))
        fan = xr.DataArray(values, {"quantile": list(probabilities), **axes}, ("quantile", *axes), name=name)
        made[name] = _described(fan, name, world.attrs)
    return made


def summary(world: xr.Dataset, name: str) -> xr.Dataset:
    """Mean, standard deviation, least and largest of a counted variable over all futures (NaN where one is not
    finite)."""
    group = _group(world, name)
    moments = world[f"moments_{group}"].sel({group: name}, drop=True)
    sizes = np.bincount(world["future"].values // BLOCK)
    joined = join_moments(moments.values, sizes[sizes > 0].astype(np.float64))
    axes = {axis: world[axis] for axis in moments.dims[2:]}
    parts = {"mean": joined[0], "sd": np.sqrt(joined[1] / sizes.sum()), "min": joined[2], "max": joined[3]}
    return xr.Dataset(
        {part: _described(xr.DataArray(x, axes, moments.dims[2:]), name, world.attrs) for part, x in parts.items()}
    )
