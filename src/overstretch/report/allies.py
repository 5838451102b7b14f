"""The allies: probabilities of the two levels by year, names, and where each stands on the tile map."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from overstretch.errors import InputError
from overstretch.facts.registry import entity
from overstretch.report.summaries import LEVEL_YEARS, level_probabilities, meeting, world

NOT_ALLIES = ("RUS", "UKR")

# A schematic map of the alliance, west to east and north to south.
MAP = """
·   ·   ISL ·   ·   NOR SWE FIN ·   ·
CAN ·   ·   ·   ·   DNK ·   ·   EST ·
USA ·   ·   GBR NLD DEU POL LTU LVA ·
·   ·   ·   FRA BEL LUX CZE SVK ·   ·
·   ·   PRT ESP ·   ITA SVN HUN ROU ·
·   ·   ·   ·   ·   ·   HRV MNE BGR ·
·   ·   ·   ·   ·   ·   ·   ALB MKD TUR
·   ·   ·   ·   ·   ·   ·   ·   GRC ·
"""
TILES = {
    code: (across, down)
    for down, row in enumerate(MAP.strip().splitlines(), 1)
    for across, code in enumerate(row.split(), 1)
    if code != "·"
}


def allies_frame(futures: xr.DataTree) -> pd.DataFrame:
    """P(core >= 3.5%) and P(core and related >= 5%) of every ally in 2029, 2032 and 2035, in the base world.

    Index: ISO 3166 alpha-3 code. Columns: `name`; `core_2029`, `core_2032`, `core_2035`, `pledge_2029`, ... (0-1,
    calendar-year level, NaN where not applicable: Iceland has no forces); `median_2035`, the median core share in 2035
    (% of GDP). InputError where the futures do not reach 2035.
    """
    base = world(futures)
    table = level_probabilities(base)
    core = base["core_share"].sel(year=LEVEL_YEARS[-1])
    table[f"median_{LEVEL_YEARS[-1]}"] = core.median("future").values
    table = table.drop(index=[code for code in NOT_ALLIES if code in table.index])
    table.insert(0, "name", [ally_name(code) for code in table.index])
    table.index.name = "ally"
    return table.sort_values("name")


def level_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The levels of each ally as the table of allies shows them, from `allies_frame`."""
    columns = [f"{level}_{year}" for level in ("core", "pledge") for year in LEVEL_YEARS]
    return [
        {"name": row["name"], "applicable": applicable(row[columns[0]]), "probabilities": [row[c] for c in columns]}
        for _, row in frame.iterrows()
    ]


def met_target(base: xr.Dataset, year: int) -> np.ndarray:
    """How many allies (of 31) stand at 3.5% core or more in the year: [future]."""
    return meeting(base, "core", year).sum(axis=0)


def ally_name(code: str) -> str:
    """The name of an actor by its code; an unknown code is an error that suggests near ones."""
    return entity(code).name


def applicable(probability: float) -> bool:
    """False where a level does not apply to an ally."""
    return not math.isnan(probability)


def tile(code: str) -> tuple[int, int]:
    """Column and row on the tile map."""
    if code not in TILES:
        raise InputError(f"the tile map has no place for {code!r}; it holds: {', '.join(sorted(TILES))}")
    return TILES[code]
