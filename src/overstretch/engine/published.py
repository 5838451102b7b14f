"""What a system publishes of engine.schema, and under which names.

The program computes the same arrays for every system. A variable of a law that is not part of the system says nothing
and is left out; the rival's variables carry its own code instead of `rus`, the allies' no longer that of NATO or
Europe.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import xarray as xr

from overstretch.engine.reduce import COUNTED
from overstretch.engine.schema import VARIABLES, Variable
from overstretch.systems import System


def published(system: System) -> dict[str, str | None]:
    """Variable of engine.schema → its name in this system's futures, None where it is left out. Only what changes."""
    prefix = f"{system.roles.rival.lower()}_"
    names: dict[str, str | None] = {}
    for name, variable in VARIABLES.items():
        if variable.law and variable.law not in system.laws:
            names[name] = None
        elif name.startswith("rus_") and prefix != "rus_":
            names[name] = prefix + name.removeprefix("rus_")
        elif "pledge" not in system.laws and name.startswith(("nato_", "europe_")):
            names[name] = "allies_" + name.split("_", 1)[1]
    return names


def publish(futures: xr.Dataset, names: dict[str, str | None], rival: str) -> xr.Dataset:
    """The dataset with the system's own names, of its variables and along the axes of what is counted."""
    if not names:
        return futures
    for axis in COUNTED:
        if axis in futures.coords:
            labels = [str(label) for label in futures[axis].values]
            futures = futures.isel({axis: [k for k, label in enumerate(labels) if names.get(label, label)]})
            futures = futures.assign_coords(
                {axis: [names.get(str(label)) or str(label) for label in futures[axis].values]}
            )
    if "scales" in futures.attrs:
        scales = {names.get(name, name): scale for name, scale in json.loads(futures.attrs["scales"]).items()}
        futures.attrs["scales"] = json.dumps({name: scale for name, scale in scales.items() if name})
    futures.attrs |= {"names": json.dumps(names), "rival": rival}
    held = {name: new for name, new in names.items() if name in futures}
    shown = futures.drop_vars([name for name, new in held.items() if new is None])
    shown = shown.rename_vars({name: new for name, new in held.items() if new})
    for name in shown.data_vars:
        if "long_name" in shown[name].attrs:
            shown[name].attrs["long_name"] = _spoken_of(str(shown[name].attrs["long_name"]), rival)
    return shown


def about(name: str, attributes: Mapping[str, Any]) -> Variable | None:
    """Unit and meaning of a published name, from the attributes of its dataset; None for one that is not of
    engine.schema."""
    shown = {new: old for old, new in json.loads(attributes.get("names", "{}")).items() if new}
    found = VARIABLES.get(shown.get(name, name))
    return found and found._replace(meaning=_spoken_of(found.meaning, attributes.get("rival", "RUS")))


def _spoken_of(meaning: str, rival: str) -> str:
    if rival == "RUS":
        return meaning
    for old, new in (
        ("Russia's", f"{rival}'s"),
        ("Russian ", f"{rival}'s "),
        ("Russia:", f"{rival}:"),
        ("RUS, UKR", rival),
    ):
        meaning = meaning.replace(old, new)
    return meaning
