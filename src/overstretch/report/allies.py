"""The allies: probabilities of the two levels by year, names, and where each stands on the tile map."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import xarray as xr

from overstretch.errors import InputError
from overstretch.facts.registry import entity
from overstretch.report.summaries import LEVEL_YEARS, level_probabilities, meeting, world

NOT_ALLIES = ("RUS", "UKR")
NOT_APPLICABLE = "not applicable"

# Column and row of each ally on a schematic map of the alliance, west to east and north to south.
TILES: dict[str, tuple[int, int]] = {
    "CAN": (1, 2), "USA": (1, 3), "ISL": (3, 1), "NOR": (6, 1), "SWE": (7, 1), "FIN": (8, 1), "GBR": (4, 3),
    "DNK": (6, 2), "EST": (9, 2), "NLD": (5, 3), "DEU": (6, 3), "POL": (7, 3), "LTU": (8, 3), "LVA": (9, 3),
    "BEL": (5, 4), "LUX": (6, 4), "CZE": (7, 4), "SVK": (8, 4), "FRA": (4, 4), "HUN": (8, 5), "ROU": (9, 5),
    "PRT": (3, 5), "ESP": (4, 5), "ITA": (6, 5), "SVN": (7, 5), "HRV": (7, 6), "MNE": (8, 6), "BGR": (9, 6),
    "ALB": (8, 7), "MKD": (9, 7), "GRC": (9, 8), "TUR": (10, 7),
}  # fmt: skip


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
