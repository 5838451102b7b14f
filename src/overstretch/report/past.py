"""Past figures for the charts, from the facts known at the cut-off."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Any

import pandas as pd

from overstretch.facts.periods import frequency, period_end

OBSERVED = ("actual", "estimate")
STEPS = ("key_rate",)


def decimal_year(day: str) -> float:
    """An ISO day as a decimal year, counted to its end: 2025-06-30 is 2025.5."""
    at = date.fromisoformat(day)
    first, following = date(at.year, 1, 1), date(at.year + 1, 1, 1)
    return at.year + ((at - first).days + 1) / (following - first).days


def past_figures(
    facts: Any, variable: str, entity: str, first: int, *, calendar_years: bool = False
) -> pd.DataFrame | None:
    """Observed figures (actual or estimate, no forecast, plan or claim) of a series from the year `first`.

    Returns the columns `at`, `value` and `run`, or None where the facts hold no such figure. `at` is the end of the
    period as a decimal year, or with `calendar_years` the year itself, the axis of annual charts: then annual figures
    alone count, else those of a quarter, month or day. `run` numbers the stretches without a gap: a line joins the
    figures of one stretch only. A rate dated by the day it changed holds until the next change or the facts’ day.
    """
    if not facts.has(variable, entity):
        return None
    series = facts.series(variable, entity)
    kinds = series.attrs["kind"]
    accepted = ("year",) if calendar_years else ("quarter", "month", "day")
    rows = [
        (float(period) if calendar_years else decimal_year(period_end(period)), float(value))
        for period, value in series.items()
        if kinds[period] in OBSERVED and frequency(period) in accepted
    ]
    if variable in STEPS:
        rows = _held_until_next(rows, decimal_year(facts.day))
    kept = pd.DataFrame([row for row in sorted(rows, key=itemgetter(0)) if row[0] >= first], columns=["at", "value"])
    if kept.empty:
        return None
    widest = 1.01 if calendar_years else 0.26
    kept["run"] = 0 if variable in STEPS else (kept["at"].diff() > widest).cumsum().astype(int)
    return kept


def _held_until_next(rows: list[tuple[float, float]], until: float) -> list[tuple[float, float]]:
    """Days of change as the corners of a staircase, up to `until`."""
    corners = []
    for (at, value), following in zip(rows, [*(at for at, _ in rows[1:]), until], strict=True):
        corners += [(at, value), (following, value)]
    return corners


def edition(facts: Any, variable: str, entity: str) -> str:
    """The edition that a series' past figures come from, for the caption."""
    attributes = facts.series(variable, entity).attrs
    named = [] if attributes["edition"] in ("running", "points") else [f"edition {attributes['edition']}"]
    return ", ".join([attributes["source"].replace(" | ", "; "), *named])
