"""What the tables said at the cut-off: checks of stated facts, precedence, and the record beside a verdict."""

from __future__ import annotations

import numpy as np
import pandas as pd

from overstretch.claims.history import History
from overstretch.claims.template import Slots
from overstretch.facts import allies
from overstretch.facts.registry import variables as registered

PLEDGE_DAY = "2025-06-25"


def planned_before_pledge(past: History) -> tuple[str, str] | None:
    """Whether the cut for the next year stood in a plan published before the pledge that it is said to answer."""
    if past.known is None or not past.known.has("national_defence_plan", "RUS"):
        return None
    rows = past.known.history("national_defence_plan", "RUS")
    rows = rows[rows["known_from"] < np.datetime64(PLEDGE_DAY)]
    for edition, plan in rows.groupby("edition", sort=False):
        values = plan.set_index("period")["value"]
        this, following = str(past.as_of.year), str(past.as_of.year + 1)
        if this in values and following in values and values[following] < values[this]:
            day = str(plan["published"].iloc[0])
            return "not supported", (
                f"a cause comes first: the plan of {day} (edition {edition}), {_months(day, PLEDGE_DAY)} "
                "months before the pledge, already "
                f"set {values[following]:g} trillion roubles for {following} after {values[this]:g} for {this}"
            )
    return None


def check_fact(past: History, slots: Slots) -> tuple[str, str] | None:
    """A stated figure against the tables at the cut-off: supported or contradicted, or None where none is held.

    Where several definitions are published (a budget line, a wider total), a figure that fits one of them is right by that one.
    """
    readings = _readings(past, slots)
    relation, value = str(slots["relation"]), slots["value"]
    if relation in ("rises", "falls"):
        changes = [(held, before, words) for held, before, words in readings if before is not None]
        if not changes:
            return None
        held, before, words = changes[0]
        right = held > before if relation == "rises" else held < before
        return ("supported" if right else "contradicted"), f"{words}; {before:.3g} before"
    if not readings:
        return None
    said = float(value or 0)
    tolerance = max(0.15, 0.05 * abs(said))
    for held, _, words in readings:
        if {"about": abs(held - said) <= tolerance, "above": held > said, "below": held < said}[relation]:
            others = [other for _, _, other in readings if other != words]
            return "supported", "; by another definition ".join([words, *others])
    return "contradicted", "; ".join(words for _, _, words in readings)


def _readings(past: History, slots: Slots) -> list[tuple[float, float | None, str]]:
    """Every figure that the tables hold for it, by definition: (value, the one before, words)."""
    who, indicator, year = str(slots["who"]), str(slots["indicator"]), slots["year"]
    if indicator == "members":
        count = len(allies(past.as_of.isoformat()))
        return [(float(count), None, f"{count} members at the cut-off")]
    variables = {
        "core_share": ("core_share",), "military_share": ("military_spending_share", "national_defence_share_plan"),
        "growth": ("gdp_growth", "gdp_growth_reported"), "inflation": ("inflation_cpi", "cpi_yoy"),
        "key_rate": ("key_rate",),
        "fund": ("nwf_liquid",),
        "military_spending": ("military_spending_share",) if who == "RUS" else ("core_spending_usd_constant",),
    }[indicator]  # fmt: skip
    entity = "NATO_EUR_CAN" if who == "NATO" else who
    readings: list[tuple[float, float | None, str]] = []
    for variable in variables:
        if past.known is None or not past.known.has(variable, entity):
            continue
        series = past.known.series(variable, entity)
        kinds = series.attrs["kind"]
        series = series[[kinds[p] not in ("forecast", "plan") or variable.endswith("_plan") for p in series.index]]
        if year is not None and str(year) not in series.index:
            continue
        at = str(year) if year is not None else series.index[-1] if len(series) else None
        if at is None:
            continue
        place = list(series.index).index(at)
        before = float(series.iloc[place - 1]) if place else None
        reading = (
            float(series.iloc[place]),
            before,
            f"{_measured(series.iloc[place], series.attrs['unit'])} for {at} ({registered()[variable].description}, edition {series.attrs['edition']})",
        )
        readings.append(reading)
    return readings


def _measured(value: float, unit: str) -> str:
    """A figure with its unit, the percent sign beside it: '6.31% of GDP'."""
    return f"{value:g}{'' if unit.startswith('%') else ' '}{unit}"


def latest_words(past: History, which: str) -> str | None:
    """The last known state of a buffer, in words."""
    return past.words(
        past.known, "nwf_liquid", "the liquid part of the fund stood at {value:.2f} trillion roubles on {period}"
    )


def published_reconstitution(past: History) -> str | None:
    """Published times to reconstitution known at the cut-off: a check on the result, never an input."""
    if past.known is None:
        return None
    found = [e for v in ("reconstitution_years_from_statement_high",) for e in past.known.entities(v)]
    values = [x for e in found for x in past.known.frame("reconstitution_years_from_statement_high", e)["value"]]
    return (
        (
            f"published estimates from the day of the statement end at {min(values):g} to {max(values):g} "
            f"years ({len(values)} estimates)"
        )
        if values
        else None
    )


def soviet_words(past: History) -> str | None:
    """The Soviet record that the tables hold."""
    series = past.annual("burden_cow", "SUN")
    if series is None:
        return None
    late = series[(series.index >= 1960) & (series.index <= 1991)]
    if late.empty:
        return None
    points = (
        past.known.frame("burden_estimate", "SUN")["value"]
        if past.known and past.known.has("burden_estimate", "SUN")
        else pd.Series(dtype=float)
    )
    other = f"; point estimates from other sources {points.min():g} to {points.max():g}%" if len(points) else ""
    return (
        f"Soviet military burden {late.index[0]}-{late.index[-1]}: {late.min():.0f} to "
        f"{late.max():.0f}% of GDP ({past.edition('burden_cow', 'SUN')}){other}; one case, and no "
        "test that separates cause from coincidence"
    )


def _months(first: str, second: str) -> int:
    a, b = (pd.Timestamp(x if len(x) > 7 else f"{x}-01") for x in (first, second))
    return round((b - a).days / 30.4)
