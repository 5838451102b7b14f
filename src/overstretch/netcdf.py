"""NetCDF-4 written straight through h5py: ten times quicker than through xarray where variables are many and small."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import xarray as xr


def write_groups(datasets: Mapping[str, xr.Dataset], path: Path, about: Mapping[str, str]) -> None:
    """Each dataset as a group of a new file, `about` as attributes of its root. Every dimension must have its labels as
    a coordinate.

    A dimension is an HDF5 dimension scale with a number of its own in the file, as the NetCDF-4 format asks.
    """
    with h5py.File(path, "w", track_order=True) as file:
        _set(file, about)
        number = 0
        for node, dataset in datasets.items():
            group = file.create_group(node, track_order=True)
            _set(group, dataset.attrs)
            for name, labels in dataset.coords.items():
                scale = _write(group, str(name), labels)
                scale.make_scale(str(name))
                scale.attrs["_Netcdf4Dimid"] = np.int32(number)
                number += 1
            for name, values in dataset.data_vars.items():
                made = _write(group, str(name), values)
                for place, dim in enumerate(values.dims):
                    made.dims[place].attach_scale(group[str(dim)])
                if values.dims:
                    made.attrs["_Netcdf4Dimid"] = group[str(values.dims[0])].attrs["_Netcdf4Dimid"]


def root_attributes(run: Mapping[Any, Any], command: str) -> dict[str, str]:
    """What the root of a file says of a run (Attribute Convention for Data Discovery 1.3). run: the attributes of its
    tree; command: what made it."""
    from datetime import UTC, datetime

    from overstretch import __version__

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    creator = f"Overstretch {__version__}"
    return {
        "Conventions": "ACDD-1.3",
        "title": f"{run.get('title', run.get('system', ''))}: simulated futures",
        "summary": f"{run.get('futures')} paired futures of the system {run.get('system')} from figures known on "
        f"{run.get('as_of')}, seed {run.get('seed')}; a group for each world.",
        "source": f"{creator}, simulated; figures published up to {run.get('as_of')}",
        "history": f"{now}: {command} ({creator})",
        "creator_name": creator,
        "creator_type": "software",
        "date_created": now,
    }


def _write(group: h5py.Group, name: str, values: xr.DataArray) -> h5py.Dataset:
    array = values.values
    if array.dtype.kind in "OUT":
        made = group.create_dataset(name, data=array.astype(object), dtype=h5py.string_dtype())
    else:
        made = group.create_dataset(name, data=array)
        if array.dtype.kind == "f":
            made.attrs["_FillValue"] = np.array([np.nan], array.dtype)
    _set(made, values.attrs)
    return made


def _set(place: h5py.Group | h5py.Dataset, attributes: Mapping) -> None:
    for key, value in attributes.items():
        place.attrs[str(key)] = value
