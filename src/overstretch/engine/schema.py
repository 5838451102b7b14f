"""The futures: every variable that a run returns, with its axes, unit and meaning.

A run returns an `xarray.DataTree`: `/base` (all futures) and one node per contrast world (its first futures, paired
with the base world's by position). All nodes hold the variables below with the same axes:

- `future`: 0..n-1;  `actor`: ISO 3166 alpha-3 codes;  `year`: calendar years from the first simulated one;
- `quarter`: labels such as "2025Q2";  `parameter`: names of the drawn parameters;  `axis`: structural axes.

Event times are decimal years (the end of the quarter in which it first happened, e.g. 2027.25 = end of 2027Q1), NaN
when it did not happen by the end of the run. Cumulative hazards are integrals up to the end of the year, so that
P(event by year) = mean over futures of 1 - exp(-H). The ruler's routes compete: each hazard is its own, and another
route that comes first ends the question.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple


class Variable(NamedTuple):
    """A row of variables.csv. law: without which it says nothing, where there is one.

    kept: of a quarterly variable, whether stores and futures.nc hold it for every future; else quantiles alone.
    bins: low, high and perhaps the unit of the histogram that a store holds (engine.reduce.Scale).
    """

    axes: tuple[str, ...]
    unit: str
    meaning: str
    law: str | None = None
    kept: bool = False
    bins: tuple[float, ...] = ()


def _read() -> dict[str, Variable]:
    rows = csv.DictReader(files("overstretch.engine").joinpath("variables.csv").read_text("utf-8").splitlines())
    return {
        row["name"]: Variable(
            (*row["axes"].split(), "future"),
            row["unit"],
            row["meaning"],
            row["law"] or None,
            row["kept"] == "yes",
            tuple(map(float, row["bins"].split())),
        )
        for row in rows
    }


def _along(*axes: str) -> dict[str, Variable]:
    return {name: about for name, about in VARIABLES.items() if about.axes == (*axes, "future")}


VARIABLES = _read()
ACTOR_YEAR, YEAR, QUARTER, EVENT = _along("actor", "year"), _along("year"), _along("quarter"), _along()
DRAWN = _along("parameter") | _along("axis")
KEPT = tuple(name for name, about in QUARTER.items() if about.kept)
