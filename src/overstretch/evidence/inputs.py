"""What the backtests read: facts by edition, and the project's own tables of counts and moments."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import pandas as pd

from overstretch import facts
from overstretch.errors import InputError

CUTOFF = "2025-07-03"
NATO_KNOWN, NATO_LATER = "2024-06", "2026-07"
OUTLOOKS = ("2023-10", "2024-04", "2024-10", "2025-04")
OUTLOOK_LATEST = "2025-10"


class Pledges(NamedTuple):
    """Shares known (% of GDP, index year, column per ally), shares of the later edition, year of accession by ally,
    plans
    (columns ally, year, share: waypoints and the lines between them), shock scales before 2014
    (tables/shock_history.csv)."""

    known: pd.DataFrame
    later: pd.DataFrame
    members: pd.Series
    plans: pd.DataFrame
    history: pd.DataFrame


@cache
def loaded() -> facts.Facts:
    return facts.load()


def table(name: str) -> pd.DataFrame:
    """One of the project's own tables of counts and moments (tables/README.md says how each was derived)."""
    return pd.read_csv(files("overstretch.evidence").joinpath("tables", f"{name}.csv").open(encoding="utf-8"))


def _rows(variable: str) -> pd.DataFrame:
    """All rows of a variable, every edition, with plain text columns."""
    facts.variable(variable)
    rows = loaded().rows
    rows = rows[rows["variable"] == variable]
    return rows.assign(**{c: rows[c].astype(str) for c in ("entity", "period", "edition")})


def edition(variable: str, name: str) -> pd.DataFrame:
    """Annual figures of one edition: index year, a column per entity."""
    rows = _rows(variable)
    rows = rows[(rows["edition"] == name) & rows["period"].str.fullmatch(r"\d{4}")]
    if rows.empty:
        raise InputError(f"no edition {name} of {variable} is held")
    wide = rows.pivot(index="period", columns="entity", values="value")
    return wide.set_axis(wide.index.astype(int), axis=0).sort_index()


def pledges() -> Pledges:
    """Inputs of the two pledge backtests; the figures of 2024 and the plans are those known at the default cut-off."""
    allies = [a for a in facts.allies() if a != "ISL"]
    joined = pd.Series({a: int(facts.entity(a).member_from[:4]) for a in allies})
    known = edition("core_share", NATO_KNOWN)[allies]
    known.loc[known.index[-1]] = loaded().as_of(CUTOFF).panel("core_share").loc[known.index[-1], allies]
    return Pledges(known, edition("core_share", NATO_LATER)[allies], joined, own_plans(), table("shock_history"))


ANNOUNCED = ("plan_core_share", "in_year_core_share")


def announcers() -> list[str]:
    """The allies, and the alliance, of whom a plan or promise was known at the cut-off."""
    known = loaded().as_of(CUTOFF)
    return sorted({e for v in ANNOUNCED for e in known.panel(v).columns if known.has(v, e)})


def own_plans(without: Collection[str] = ()) -> pd.DataFrame:
    """What allies had announced by the cut-off: columns ally, year, share (% of GDP), the lines between waypoints
    included.

    without: allies whose plans and promises are taken to be unknown.
    """
    from overstretch.systems import load_system, prepare

    rows = loaded().rows
    hidden = rows["variable"].isin(ANNOUNCED) & rows["entity"].isin(list(without))
    known = facts.Facts(rows[~hidden.to_numpy()], loaded().digest).as_of(CUTOFF)
    start = prepare(load_system("nato-russia"), known, date.fromisoformat(CUTOFF))
    rows = []
    for k, actor in enumerate(start.actors):
        for now, reach, share in zip(start.base.now, start.base.reach[:, k], start.base.path[:, k], strict=True):
            if reach >= 0:
                rows.append((actor, int(now), 100.0 * float(share)))
    return pd.DataFrame(rows, columns=["ally", "year", "share"]).drop_duplicates(["ally", "year"])


def rival_outlays() -> pd.DataFrame:
    """COW outlays: actor, year, milex_thousand_usd; Soviet figures end before their revaluation of 1989."""
    rows = _rows("milex_cow")
    rows = rows[rows["entity"].isin(("USA", "SUN", "GRC", "TUR", "IND", "PAK"))]
    out = pd.DataFrame(
        {"actor": rows["entity"], "year": rows["period"].astype(int), "milex_thousand_usd": rows["value"]}
    )
    keep = (out["year"] >= 1948) & (out["milex_thousand_usd"] > 0) & ~((out["actor"] == "SUN") & (out["year"] > 1988))
    return out[keep]


def dollar_prices() -> pd.Series:
    """US consumer prices by year."""
    return table("us_consumer_prices").set_index("year")["index"]


def outlooks(variable: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Older vintages (iso3, year, vintage, value) and the latest one (index year, column per state) of a WEO series."""
    parts = []
    for name in OUTLOOKS:
        stacked = edition(variable, name).stack().rename("value").rename_axis(["year", "iso3"]).reset_index()
        parts.append(stacked.assign(vintage=name))
    return pd.concat(parts, ignore_index=True), edition(variable, OUTLOOK_LATEST)


def series(variable: str, entity: str) -> pd.Series:
    """All held periods of a series, newest figure of each, whatever the day: for scoring."""
    rows = _rows(variable)
    rows = rows[rows["entity"] == entity].sort_values("known_from", kind="stable")
    if rows.empty:
        raise InputError(f"{variable} of {entity} is not held")
    newest = rows.drop_duplicates("period", keep="last").sort_values("period")
    return pd.Series(newest["value"].to_numpy(), index=newest["period"].to_numpy())


def key_rate_by_quarter() -> pd.Series:
    """Mean key rate of each complete quarter from the dated changes, % a year."""
    changes = series("key_rate", "RUS")
    daily = pd.Series(changes.to_numpy(), index=pd.to_datetime(changes.index)).resample("D").ffill()
    quarters = daily.resample("QE").agg(["mean", "size"])
    return quarters.loc[quarters["size"] >= 89, "mean"]


def soviet() -> tuple[pd.Series, pd.Series]:
    """ln of the COW-based burden (% of GDP) and growth of Maddison GDP (%) by year; never joined to CIA shares."""
    burden, gdp = series("burden_cow", "SUN"), series("gdp_maddison", "SUN")
    burden.index, gdp.index = burden.index.astype(int), gdp.index.astype(int)
    return np.log(burden), 100 * np.log(gdp).diff().dropna()
