"""How statements turned out: facts published after the cut-off, used for outcomes alone and marked as later."""

from __future__ import annotations

from typing import Any

import numpy as np

from overstretch.claims.history import History
from overstretch.facts import Fact, allies


def macro_outcome(
    past: History, who: str, indicator: str, relation: str, value: float, year: int, tolerance: float
) -> str | None:
    """How a forecast figure turned out, with edition and date."""
    variables = {
        "growth": (("gdp_growth_reported", str(year)), ("gdp_growth", str(year))),
        "inflation": (("cpi_yoy", f"{year}-12"),),
        "deficit": (("budget_deficit_share", str(year)),), "debt": (("debt_gross", str(year)),),
    }.get(indicator, ())  # fmt: skip
    for variable, period in variables:
        fact = past.later_fact(variable, who, period)
        if fact is not None:
            about, above = abs(fact.value - value) <= tolerance, fact.value > value
            right = {"about": about, "above": above, "below": fact.value < value}[relation]
            return f"{'yes' if right else 'no'}: {fact.value:g}% ({_cite(fact)})"
    return None


def later_words(past: History, which: str) -> str | None:
    """The state of a buffer after the cut-off, marked as later."""
    return past.words(
        past.later,
        "nwf_liquid",
        (
            "so far: the liquid part of the fund stood at {value:.2f} trillion roubles on {period} "
            "(known after the cut-off)"
        ),
    )


def recession_outcome(past: History, who: str, definition: str, year: int) -> str | None:
    """Whether a recession by the definition has been published since the cut-off."""
    variable, limit = {
        "yoy": ("gdp_growth_yoy", 0.0), "two_quarters": ("gdp_growth_qoq", 0.0),
        "calendar": ("gdp_growth_reported", 0.0), "collapse": ("gdp_growth_reported", -5.0),
    }[definition]  # fmt: skip
    rows = past.since(variable, who)
    rows = rows[rows["period"].str[:4].astype(int) <= year] if rows is not None else None
    if rows is None or rows.empty:
        return None
    falls = rows[rows["value"] < limit]
    last = rows.iloc[-1]
    seen = f"{last['period']}: {last['value']:+g}% (published {last['published']}, known after the cut-off)"
    if definition == "two_quarters":
        marks = rows["value"].to_numpy() < 0
        happened = bool((marks[1:] & marks[:-1] & _adjacent(list(rows["period"]))).any())
    else:
        happened = not falls.empty
        seen = (
            (
                f"{falls.iloc[0]['period']}: {falls.iloc[0]['value']:+g}% (published "
                f"{falls.iloc[0]['published']}, known after the cut-off)"
            )
            if happened
            else seen
        )
    return f"yes: {seen}" if happened else f"open, not so far: {seen}"


def budget_outcome(past: History, year: int, against: int, direction: str) -> str | None:
    """The budget law after the cut-off for the two years."""
    first, second = (
        past.later_fact("national_defence_plan", "RUS", str(year)),
        past.any_fact("national_defence_plan", "RUS", str(against)),
    )
    if first is None or second is None:
        return None
    right = first.value < second.value if direction == "down" else first.value > second.value
    return (
        f"open; by the budget law {'yes' if right else 'no'}: {first.value:g} trillion roubles for "
        f"{year} ({_cite(first)}) against "
        f"{second.value:g} for {against}; executed amounts are not held"
    )


def share_outcome(past: History, who: str, year: int, level: float) -> str | None:
    """Core shares in the NATO edition published after the cut-off."""
    panel = past.panel("core_share", past.later)
    if panel is None or past.later is None:
        return None
    last = int(panel.index[-1])
    row = panel.loc[last].dropna()
    ours = row[[a for a in row.index if a in allies()]]
    edition = past.edition("core_share", "DEU", past.later)
    core = 3.5 if level >= 5 else level
    count = int((ours >= core - 0.005).sum())
    status = "open; " if year > last else ""
    own = f"{who} at {ours[who]:.2f}%; " if who in ours.index else ""
    return (
        f"{status}{own}{count} of {len(ours)} allies at {core:g}% core or more in {last} ({edition}, "
        "estimates, known after the cut-off)"
    )


def membership_outcome(past: History, grade: str) -> str | None:
    """Exits recorded after the cut-off."""
    rows = past.since("count_nato_exits", "NATO") if grade in ("exit", "dissolution") else None
    if rows is None or rows.empty:
        return None
    return f"open; {rows['value'].sum():g} exits recorded to {rows['period'].iloc[-1]}"


def growth_years_outcome(past: History, year: int) -> str | None:
    """Whether a calendar year of falling output has been published since the cut-off."""
    found = recession_outcome(past, "RUS", "calendar", year)
    if found is None:
        return None
    return found.replace("yes: ", "broken on growth: ").replace("open, not so far: ", "open, growth held so far: ")


def _cite(fact: Fact) -> str:
    return (
        f"{fact.source}, edition {fact.edition}, published {fact.published or 'without date'}, known after the cut-off"
    )


def _adjacent(periods: list[Any]) -> np.ndarray:
    """Whether each quarter follows the one before it; labels such as 2025Q4 or 2025-Q4."""
    order = np.array([int(p[:4]) * 4 + int(p[-1]) for p in periods])
    return np.diff(order) == 1
