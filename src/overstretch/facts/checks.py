"""Checks of the facts against themselves: sums, identities, ratios, dates; and differences between sources.

Each check returns a table with one row per figure compared and a column `gap`; `LIMITS` says how large a gap may be.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from overstretch.facts import registry
from overstretch.facts.known import tidy
from overstretch.facts.store import Facts

SUMMED = ("core_spending_usd_current", "core_spending_usd_constant", "personnel")
# Largest gap accepted. NATO's totals are rounded to the unit of the table; derived rates to four decimals.
LIMITS = {
    "sums": (0.05, "% of NATO's published totals"),
    "shares": (1.0, "% of NATO's real amounts"),
    "net_rate": (0.001, "% of GDP"),
    "debt_dsa": (0.01, "points of GDP"),
    "debt_sources": (8.0, "points of GDP between WEO and DSA debt"),
}
DIFFERENCES = (
    ("debt_gross", "debt_gross_dsa", "points of GDP"),
    ("gdp_growth", "gdp_growth_dsa", "points"),
    ("balance_overall", "balance_overall_dsa", "points of GDP"),
    ("balance_primary", "balance_primary_dsa", "points of GDP"),
    ("net_effective_rate", "effective_interest_rate", "points"),
    ("gdp_usd", "gdp_usd_world_bank", "%"),
    ("gdp_growth", "gdp_growth_world_bank", "points"),
    ("inflation_cpi", "cpi_world_bank", "points"),
)


def edition_panel(facts: Facts, variable: str, edition: str) -> pd.DataFrame:
    """Annual values of one edition: index year (int), one column per entity."""
    rows = facts.rows[((facts.rows["variable"] == variable) & (facts.rows["edition"] == edition)).to_numpy()]
    rows = rows[rows["period"].astype(str).str.fullmatch(r"\d{4}").to_numpy()]
    wide = rows.astype({"period": str, "entity": str}).pivot(index="period", columns="entity", values="value")
    return wide.set_index(wide.index.astype(int)).rename_axis(index="year")


def sums(facts: Facts) -> pd.DataFrame:
    """Sums over the allies that were members in each year against NATO's published totals, for every edition.

    Columns: edition, variable, entity (the total), year, published, summed, gap (percent). NATO_EUR_CAN leaves out the
    United States.
    """
    joined = {code: int(registry.entity(code).member_from[:4]) for code in registry.allies()}
    found = []
    for variable in SUMMED:
        for edition in _editions(facts, variable):
            panel = edition_panel(facts, variable, edition)
            for year, row in panel.iterrows():
                members = [c for c, since in joined.items() if since <= year and c in panel.columns]
                for total, left_out in (("NATO_TOTAL", ()), ("NATO_EUR_CAN", ("USA",))):
                    summed = row[[c for c in members if c not in left_out]].sum()
                    found.append((edition, variable, total, year, row[total], summed))
    table = pd.DataFrame(found, columns=["edition", "variable", "entity", "year", "published", "summed"])
    return table.assign(gap=100 * (table["summed"] / table["published"] - 1))


def shares(facts: Facts) -> pd.DataFrame:
    """Share times the same edition's real GDP against its real amounts (editions that print GDP); gap in percent."""
    found = []
    for edition in _editions(facts, "nato_gdp_usd_constant"):
        share = edition_panel(facts, "core_share", edition)
        implied = share * edition_panel(facts, "nato_gdp_usd_constant", edition) / 100
        amounts = edition_panel(facts, "core_spending_usd_constant", edition)
        gap = (100 * (implied / amounts - 1)).stack().dropna()
        gap.index.names = ["year", "entity"]
        found.append(gap.rename("gap").reset_index().assign(edition=edition))
    return pd.concat(found, ignore_index=True)


def net_rate(facts: Facts) -> pd.DataFrame:
    """Derived net effective rate times last year's debt in money against net interest in money; gap in % of GDP.

    The identity debt(t) = debt(t-1) - overall balance + stock-flow adjustment gives the adjustment `sfa` (% of GDP).
    """
    found = []
    for edition in _editions(facts, "net_effective_rate"):
        names = ("net_effective_rate", "debt_gross", "gdp_lcu", "balance_primary", "balance_overall")
        rate, debt, gdp, primary, overall = (edition_panel(facts, name, edition) for name in names)
        growth = gdp / gdp.shift(1)
        gap = rate / 100 * debt.shift(1) / growth - (primary - overall)
        adjustment = debt - debt.shift(1) / growth + overall
        table = pd.DataFrame({"gap": gap.stack(), "sfa": adjustment.stack()}).rename_axis(["year", "entity"])
        found.append(table.dropna(subset=["gap"]).reset_index().assign(edition=edition))
    return pd.concat(found, ignore_index=True)


def debt_dsa(facts: Facts) -> pd.DataFrame:
    """The debt identity in the DSA inputs, 2025-2026: debt, implicit rate, growth, deflator, balance, adjustment.

    gap = d - d(-1)(1+i)/((1+g)(1+p)) + pb - sfa/Y, in points of GDP.
    """
    names = (
        "debt_gross_dsa",
        "effective_interest_rate",
        "gdp_growth_dsa",
        "gdp_deflator_growth_dsa",
        "balance_primary_dsa",
        "stock_flow_adjustment",
        "gdp_lcu_dsa",
    )
    debt, rate, growth, deflator, primary, adjustment, gdp = (edition_panel(facts, n, "2025-05") for n in names)
    nominal = (1 + growth / 100) * (1 + deflator / 100)
    gap = debt - debt.shift(1) * (1 + rate / 100) / nominal + primary - 100 * adjustment / gdp
    table = gap.stack().rename("gap").rename_axis(["year", "entity"]).reset_index()
    return table.dropna()


def differences(facts: Facts) -> pd.DataFrame:
    """Differences between sources that speak of one thing: one row per pair, entity and year common to both.

    Newest editions held; columns: first, second, unit, entity, year, value_first, value_second, gap (second less first,
    in the unit; percent of the first where the unit is %).
    """
    found = []
    for first, second, unit in DIFFERENCES:
        left, right = (_newest_panel(facts, name) for name in (first, second))
        years, entities = left.index.intersection(right.index), left.columns.intersection(right.columns)
        a, b = left.loc[years, entities], right.loc[years, entities]
        gap = 100 * (b / a - 1) if unit == "%" else b - a
        table = pd.DataFrame({"value_first": a.stack(), "value_second": b.stack(), "gap": gap.stack()}).dropna()
        table = table.rename_axis(["year", "entity"]).reset_index()
        found.append(table.assign(first=first, second=second, unit=unit))
    order = ["first", "second", "unit", "entity", "year", "value_first", "value_second", "gap"]
    return pd.concat(found, ignore_index=True)[order]


def dates(facts: Facts) -> pd.DataFrame:
    """Rows whose dates cannot be: an actual figure published before its period began, or an edition without a name."""
    rows = tidy(facts.rows)
    start = facts.rows["end"].to_numpy() - np.timedelta64(366, "D")
    early = (facts.rows["known_from"].to_numpy() < start) & rows["kind"].isin(["actual", "estimate", "claim"])
    return rows[early | rows["edition"].isin(["", registry.EDITION])]


def unordered_editions(facts: Facts) -> list[str]:
    """Variables whose editions do not come out in the order of their names (YYYY-MM and the like)."""
    rows = tidy(facts.rows)
    found = []
    for variable, group in rows.groupby("variable"):
        if registry.variable(str(variable)).vintage != registry.EDITION:
            continue
        first = group.groupby("edition")["known_from"].max().sort_index()
        if not first.is_monotonic_increasing:
            found.append(str(variable))
    return found


def _editions(facts: Facts, variable: str) -> list[str]:
    rows = facts.rows[(facts.rows["variable"] == variable).to_numpy()]
    return sorted(rows["edition"].astype(str).unique())


def _newest_panel(facts: Facts, variable: str) -> pd.DataFrame:
    """The newest edition that holds more than a few states."""
    rows = tidy(facts.rows, variable)
    states = rows.groupby("edition")["entity"].nunique()
    return edition_panel(facts, variable, max(states.index[states >= states.max() / 2]))


class Result(NamedTuple):
    """One check: its name, the number of figures compared, the largest gap, the gap accepted, and yes or no."""

    check: str
    figures: int
    largest: str
    accepted: str
    holds: str


def report(facts: Facts) -> list[Result]:
    """All checks, each with its largest gap and whether it is within its limit."""
    table = differences(facts)
    gaps = {
        "sums": sums(facts)["gap"],
        "shares": shares(facts)["gap"],
        "net_rate": net_rate(facts)["gap"],
        "debt_dsa": debt_dsa(facts)["gap"],
        "debt_sources": table.loc[table["second"] == "debt_gross_dsa", "gap"],
    }
    results = []
    for name, (limit, unit) in LIMITS.items():
        largest = float(gaps[name].abs().max())
        holds = "yes" if largest <= limit else "no"
        results.append(Result(name, len(gaps[name]), f"{largest:.4f}", f"{limit:g} {unit}", holds))
    early, unordered = dates(facts), unordered_editions(facts)
    results.append(Result("dates", len(facts.rows), f"{len(early)} rows", "none", "no" if len(early) else "yes"))
    count = len(registry.variables())
    results.append(Result("editions in order", count, f"{len(unordered)} series", "none", "no" if unordered else "yes"))
    return results
