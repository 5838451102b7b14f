"""A stored run as one NetCDF-4 file, written a few blocks at a time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import xarray as xr

from overstretch.engine.plan import BLOCK
from overstretch.engine.reading import counted, fans, open, summary
from overstretch.errors import InputError
from overstretch.netcdf import root_attributes
from overstretch.whole import whole

_AT_A_TIME = 32 * BLOCK


def export_netcdf(folder: str | Path, file: str | Path) -> None:
    """Write a store to NetCDF-4, one group per world: what every future kept whole, all else as quantiles, mean and sd.

    Raises InputError where the run is not finished, the file exists, or it cannot be written.
    """
    target = Path(file)
    if target.exists():
        raise InputError(f"{target}: exists; give another name")
    tree = open(folder)
    try:
        with whole(target) as draft:
            about = root_attributes(tree.attrs, "overstretch export")
            xr.Dataset(attrs=about).to_netcdf(draft, mode="w", engine="h5netcdf")
            for node, child in tree.children.items():
                _write_world(child.to_dataset(), draft, node, tree.attrs)
    except OSError as fault:
        raise InputError(f"{target}: cannot be written: {fault.strerror or fault}") from fault


def _write_world(world: xr.Dataset, path: Path, node: str, attributes: dict) -> None:
    """Small variables and axes through xarray, those with futures appended in pieces."""
    import h5netcdf

    per_future = [str(name) for name, values in world.data_vars.items() if "future" in values.dims]
    used = {dim for name in per_future for dim in world[name].dims}
    labels = {name: values for name, values in world.coords.items() if name in used}
    small = xr.Dataset(coords=labels, attrs=attributes | world.attrs)
    for name, fan in fans(world, counted(world)).items():
        parts = summary(world, name)
        small[name] = fan.astype(np.float32).assign_attrs(fan.attrs)
        small[f"{name}_mean"], small[f"{name}_sd"] = parts["mean"], parts["sd"]
    small.to_netcdf(path, mode="a", group=node, engine="h5netcdf")
    with h5netcdf.File(path, "a") as whole:
        group = whole[node]
        for name in per_future:
            values = world[name]
            chunks = (*values.shape[:-1], min(BLOCK, values.shape[-1]))
            made = group.create_variable(
                str(name), values.dims, values.dtype, chunks=chunks, compression="gzip", compression_opts=1
            )
            for key, text in values.attrs.items():
                made.attrs[key] = text
            for begin in range(0, values.shape[-1], _AT_A_TIME):
                made[..., begin : begin + _AT_A_TIME] = values[..., begin : begin + _AT_A_TIME].values
