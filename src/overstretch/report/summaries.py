"""Numbers out of futures: quantiles, probabilities of events and of levels. Nothing here draws or writes."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import xarray as xr

from overstretch.defaults import QUANTILES
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.data import Count
from overstretch.questions.futures.outcome import members_meeting
from overstretch.questions.futures.series import View
from overstretch.questions.tables.past import Published
from overstretch.questions.text import parse

QUANTILE_NAMES = ("q05", "q25", "q50", "q75", "q95")
LEVEL_YEARS = (2029, 2032, 2035)
ALL = "ALLIES"  # as questions name them
LEVELS = {
    "core": "core_share({year}) >= 3.5",
    "pledge": "total_share({year}) >= 5",
}  # name → the comparison that each ally is put to


def world(futures: xr.DataTree, name: str = "base") -> xr.Dataset:
    """The data of one world of a run; an unknown world is an error that lists those that were run."""
    if name not in futures.children:
        held = ", ".join(sorted(futures.children)) or "none"
        raise InputError(f"these futures hold no world {name!r}; they hold: {held}")
    return futures[name].to_dataset()


def quarter_ends(labels: np.ndarray) -> np.ndarray:
    """Labels such as '2025Q2' as decimal years at the end of the quarter (2025.5)."""
    return np.array([int(str(label)[:4]) + int(str(label)[5]) / 4 for label in labels])


def fan(values: xr.DataArray, last: float = np.inf) -> pd.DataFrame:
    """Quantiles over the futures of a variable with axes (year or quarter, future).

    Returns the columns `at` (decimal year: the calendar year, or the end of the quarter) and q05 to q95, in the
    variable's unit, up to `last`. Years or quarters without a single number are left out.
    """
    axis = "quarter" if "quarter" in values.dims else "year"
    at = quarter_ends(values[axis].values) if axis == "quarter" else values[axis].values.astype(float)
    kept = at <= last
    table = np.asarray(values.transpose(axis, "future").values, dtype=float)[kept]
    finite = np.isfinite(table)
    some = finite.any(axis=1)
    quantile = np.quantile if finite.all() else np.nanquantile  # the second takes five times as long
    bands = quantile(table[some], QUANTILES, axis=1).T
    frame = pd.DataFrame(bands, columns=list(QUANTILE_NAMES))
    frame.insert(0, "at", at[kept][some])
    return frame


def ally_fans(base: xr.Dataset, variable: str, last: int) -> dict[str, pd.DataFrame]:
    """The fans of all allies with forces of a variable with axes (actor, year, future), in one pass."""
    kept = (
        base[variable]
        .sel(actor=list(catalogue.armed(ALL)))
        .sel(year=slice(None, last))
        .transpose("actor", "year", "future")
    )
    bands = np.quantile(np.asarray(kept.values, dtype=float), QUANTILES, axis=2)
    at = kept["year"].values.astype(float)
    codes = kept["actor"].values
    return {
        str(code): pd.DataFrame({"at": at} | {q: bands[k, i] for k, q in enumerate(QUANTILE_NAMES)})
        for i, code in enumerate(codes)
    }


def level_probabilities(base: xr.Dataset) -> pd.DataFrame:
    """P(core >= 3.5%) and P(core and related >= 5%) per ally, each as the question that a user can type.

    Index: actor; columns: 'core_2029', ..., 'pledge_2029', ... (0-1); NaN where the pledge does not apply: Iceland,
    which has no forces, and the actors that are no allies.
    """
    actors = pd.Index(base["actor"].values.astype(str), name="actor")
    codes = list(catalogue.armed(ALL))
    columns = {
        f"{name}_{year}": pd.Series(meeting(base, name, year).mean(axis=1), index=codes).reindex(actors)
        for name in LEVELS
        for year in LEVEL_YEARS
    }
    return pd.DataFrame(columns, index=actors)


def meeting(base: xr.Dataset, level: str, year: int) -> np.ndarray:
    """1 where an ally with forces stands at a level of LEVELS in the year, [ally in alphabetical order of codes,
    future]."""
    question = parse(f"count({ALL}: {LEVELS[level].format(year=year)}) > 0")
    assert isinstance(question, Count)
    return members_meeting(question, View(base, Published(None, date(int(base["year"].values[0]), 1, 1))))


def state_shares(states: xr.DataArray, labels: tuple[str, ...], last: float = np.inf) -> pd.DataFrame:
    """Share of futures in each state at the end of each quarter: columns `at`, `state`, `share` (0-1)."""
    at = quarter_ends(states["quarter"].values)
    kept = at <= last
    table = np.asarray(states.transpose("quarter", "future").values)[kept]
    frames = [
        pd.DataFrame({"at": at[kept], "state": label, "share": (table == code).mean(axis=1), "order": code})
        for code, label in enumerate(labels)
    ]
    return pd.concat(frames, ignore_index=True)
