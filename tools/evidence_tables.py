"""Rebuild the compact tables of `src/overstretch/evidence/tables` from the publishers' raw files.

    python tools/evidence_tables.py DATA [OUT]

DATA is a folder with the raw files named in RAW below (leaders of Archigos 4.1, alliance spells made from ATOP 5
dyad-years, SIPRI's workbook as a long table). The raw sets are not
part of this project: only counts, exposures and moments derived from them are, and those of the rows used.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

RAW = {
    "leaders": "russia/leaders_archigos.csv",
    "alliances": "russia/atop_dyad_spells.csv",
    "spending": "sipri_milex_1949_2024.csv",
    "members": "nato_members.csv",
}
OUT = Path(__file__).parents[1] / "src/overstretch/evidence/tables"
EXITS = {
    "Regular": "regular",
    "Retired Due to Ill Health": "regular",
    "Irregular": "irregular",
    "Natural Death": "natural",
    "Foreign": "foreign",
}
TENURE, AGE = [0, 5, 15, 200], [0, 60, 70, 200]
LEADER_PERIODS = {"1946-1990": (1946, 1991), "1991-2015": (1991, 2016)}
ALLIANCE_AGE = [0, 10, 20, 40, 500]
ALLIANCE_PERIODS = {"1946-1989": (1946, 1989), "1990-2017": (1990, 2017)}


def decimal_year(date: pd.Series) -> pd.Series:
    day = pd.to_datetime(date)
    return day.dt.year + (day.dt.day_of_year - 1) / 365.25


def leader_cells(leaders: pd.DataFrame) -> pd.DataFrame:
    """Leader-years and exits by state, period, tenure and age band. A birth year counts as mid-year."""
    start, end = decimal_year(leaders.startdate), decimal_year(leaders.enddate) + 1 / 365.25
    kind = leaders.exit.map(EXITS)
    rows = []
    for period, (first, last) in LEADER_PERIODS.items():
        for t0, t1 in itertools.pairwise(TENURE):
            for a0, a1 in itertools.pairwise(AGE):
                enters = np.maximum.reduce([start + t0, leaders.yrborn + 0.5 + a0, np.full(len(start), float(first))])
                leaves = np.minimum.reduce(
                    [start + t1, leaders.yrborn + 0.5 + a1, end, np.full(len(start), float(last))]
                )
                cell = pd.DataFrame({"state": leaders.gwcode, "exposure": np.clip(leaves - enters, 0, None)})
                here = (cell.exposure > 0) & (leaves == end)
                for name in ("regular", "irregular", "natural", "foreign"):
                    cell[name] = (here & (kind == name)).astype(int)
                total = cell[cell.exposure > 0].groupby("state").sum().reset_index()
                rows.append(total.assign(period=period, tenure=t0, age=a0))
    table = pd.concat(rows)[
        ["state", "period", "tenure", "age", "exposure", "regular", "irregular", "natural", "foreign"]
    ]
    return table.sort_values(["state", "period", "tenure", "age"]).round({"exposure": 3})


def signing(spells: pd.DataFrame) -> pd.Series:
    """A stand-in for the treaty: pairs that began in one year and are linked through common members."""
    label = pd.Series(np.arange(len(spells)), index=spells.index)
    for _, group in spells.groupby("start_year"):
        component: dict[int, int] = {}
        for row in group.itertuples():
            joined = {component.get(row.ccode1, row.ccode1), component.get(row.ccode2, row.ccode2)}
            root = min(joined)
            for state, old in list(component.items()):
                if old in joined:
                    component[state] = root
            component[row.ccode1] = component[row.ccode2] = root
        for row in group.itertuples():
            label[row.Index] = int(row.start_year) * 1000 + component[row.ccode1]
    return label


def alliance_cells(spells: pd.DataFrame) -> pd.DataFrame:
    """Years in force and ends of shared defence obligations by signing, period and age of the spell.

    The end of a state (not a choice to leave) closes the spell without an event. The last observed year, 2018, can show
    no end, so exposure stops with 2017.
    """
    defence = spells[spells.obligation == "atop_defense"].copy()
    defence["signing"] = signing(defence)
    ended = (defence.censored == 0) & (defence.state_end_in_last_year == 0)
    rows = []
    for period, (first, last) in ALLIANCE_PERIODS.items():
        for a0, a1 in itertools.pairwise(ALLIANCE_AGE):
            enters = np.maximum(defence.start_year + a0, first)
            leaves = np.minimum.reduce([defence.start_year + a1 - 1, defence.last_year, np.full(len(defence), last)])
            years = np.clip(leaves - enters + 1, 0, None)
            event = (years > 0) & ended & (leaves == defence.last_year)
            cell = pd.DataFrame({"signing": defence.signing, "exposure": years, "ends": event.astype(int)})
            total = cell[cell.exposure > 0].groupby("signing").sum().reset_index()
            rows.append(total.assign(period=period, age=a0))
    table = pd.concat(rows)[["signing", "period", "age", "exposure", "ends"]]
    return table.sort_values(["signing", "period", "age"])


def shock_history(spending: pd.DataFrame, members: pd.DataFrame, last: int = 2014) -> pd.DataFrame:
    """Student-t scale of yearly log changes of the military share of GDP by ally, 1995 to `last`.

    One number of degrees of freedom for all (20 changes of one ally do not identify its own), by profile likelihood
    with each ally's own location and scale; its 90% interval is that of the likelihood ratio.
    """
    share = spending[
        (spending.variable == "milex_share_gdp") & spending.year.between(1994, last) & (spending.value > 0)
    ]
    wide = share.pivot(index="year", columns="iso3", values="value").reindex(range(1994, last + 1))
    change = np.log(wide).diff().iloc[1:]
    allies = [i for i in sorted(set(members.iso3) & set(change.columns)) if change[i].notna().sum() >= 15]
    samples = {i: change[i].dropna().to_numpy() for i in allies}
    grid = np.arange(2.5, 40.5, 0.5)
    profile = np.array([sum(fit_student(x, df)[2] for x in samples.values()) for df in grid])
    inside = grid[profile > profile.max() - 1.353]
    df = float(grid[profile.argmax()])
    rows = [
        (i, len(x), *fit_student(x, df)[:2], x.std(ddof=1), df, inside.min(), inside.max()) for i, x in samples.items()
    ]
    return pd.DataFrame(rows, columns=["iso3", "n", "location", "scale", "sd", "df", "df_lower", "df_upper"]).round(5)


def fit_student(x: np.ndarray, df: float) -> tuple[float, float, float]:
    """Location, scale and log-likelihood of a Student-t sample at given degrees of freedom (EM)."""
    location, scale = float(np.median(x)), float(x.std())
    for _ in range(200):
        weight = (df + 1) / (df + ((x - location) / scale) ** 2)
        location = float((weight * x).sum() / weight.sum())
        scale = float(np.sqrt((weight * (x - location) ** 2).mean()))
    return location, scale, float(stats.t.logpdf(x, df, location, scale).sum())


def main() -> None:
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    data, out = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else OUT
    missing = [name for name in RAW.values() if not (data / name).is_file()]
    if missing:
        raise SystemExit(f"not found under {data}: {', '.join(missing)}")
    raw = {name: pd.read_csv(data / path) for name, path in RAW.items()}
    tables = {
        "leader_cells": leader_cells(raw["leaders"].dropna(subset=["yrborn"])),
        "alliance_cells": alliance_cells(raw["alliances"]),
        "shock_history": shock_history(raw["spending"], raw["members"]),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        table.to_csv(out / f"{name}.csv", index=False, lineterminator="\n")
        print(f"{name}.csv: {len(table)} rows")


if __name__ == "__main__":
    main()
