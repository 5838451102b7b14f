"""How figures are printed: one place for percentages, intervals, signs and names, for every table, card and chart."""

from __future__ import annotations

import math
from datetime import date
from typing import NamedTuple

from overstretch.claims import labels

MISSING = "–"
MINUS = "\u2212"


class Mark(NamedTuple):
    """How a verdict word is shown: a sign that survives a black-and-white print, and a name for the style sheet."""

    sign: str
    style: str


VERDICT_MARKS: dict[str, Mark] = {
    "supported": Mark("●", "supported"),
    "weak": Mark("◐", "weak"),
    "not supported": Mark("○", "not-supported"),
    "contradicted": Mark("✕", "contradicted"),
    "undecided": Mark("?", "undecided"),
    "void": Mark("–", "void"),
}

UNITS: dict[str, str] = {
    "1": "index",
    "sd": "standard deviations",
    "trn RUB": "trillion roubles",
    "trn RUB at 2025 prices": "trillion roubles at 2025 prices",
    "bn 2021 USD": "billion US dollars of 2021",
    "bn 2021 USD, military PPP": "billion US dollars of 2021, military purchasing power",
    "1 = February 2022": "February 2022 = 1",
    "USD a barrel": "US dollars a barrel",
}

GRADES: dict[str, str] = {
    "A": "scored out of sample: better than the best naive baseline wherever there are 30 cases or more",
    "B": "scored out of sample: better than the best naive baseline at least once, worse never",
    "C": "neither better nor worse than the naive baselines, or too few cases to say",
    "D": "worse than a naive baseline, or not tested at all (the card says which): it rests on judgement",
}


def percent(probability: float | None) -> str:
    """A probability (0-1) as a percentage: one decimal below 10% and above 99%, never a bare 0 or 100."""
    if probability is None or math.isnan(probability):
        return MISSING
    if not -1e-12 <= probability <= 1 + 1e-12:
        raise ValueError(f"a probability lies in 0-1, not {probability!r}")
    figure = 100 * probability
    if figure < 0.1:
        return "<0.1%"
    if figure > 99.9:
        return ">99.9%"
    if round(figure, 1) < 10 or figure > 99:
        return f"{figure:.1f}%"
    return f"{figure:.0f}%"


def interval(limits: tuple[float, float] | None) -> str:
    """An interval of probabilities: '3.1% to 14%'."""
    if limits is None or any(math.isnan(limit) for limit in limits):
        return MISSING
    low, high = (percent(limit) for limit in limits)
    return low if low == high else f"{low} to {high}"


def points(difference: float | None) -> str:
    """A difference of probabilities (-1 to 1) in percentage points, with its sign."""
    if difference is None or math.isnan(difference):
        return MISSING
    return f"{signed(100 * difference)} points"


def points_interval(limits: tuple[float, float] | None) -> str:
    """An interval of differences of probabilities: '-0.1 to +3.0 points'."""
    if limits is None or any(math.isnan(limit) for limit in limits):
        return MISSING
    return f"{signed(100 * limits[0])} to {signed(100 * limits[1])} points"


def effect(value: float | None, unit: str | None) -> str:
    """A paired difference with its sign: of probabilities in percentage points, of anything else in its unit."""
    if value is None or math.isnan(value):
        return MISSING
    return points(value) if unit in (None, "probability") else f"{signed(value)}{_gap(unit)}{unit}"


def effect_interval(limits: tuple[float, float] | None, unit: str | None) -> str:
    """The interval of a paired difference, in the same unit."""
    if limits is None or any(math.isnan(limit) for limit in limits):
        return MISSING
    if unit in (None, "probability"):
        return points_interval(limits)
    return f"{signed(limits[0])} to {signed(limits[1])}{_gap(unit)}{unit}"


def _gap(unit: str | None) -> str:
    """The percent sign stands beside its figure, any other unit a space apart."""
    return "" if (unit or "").startswith("%") else " "


def signed(value: float) -> str:
    """A number with its sign and a true minus: one decimal, two below a tenth, 'about 0' below a two-hundredth."""
    if 0 < abs(value) < 0.005:
        return "about 0"
    text = f"{value:+.2f}" if 0 < abs(value) < 0.095 else f"{value:+.1f}"
    return "0.0" if value == 0 else text.replace("-", MINUS)


def number(value: float | None, digits: int = 2) -> str:
    """A plain number with up to `digits` decimals and a true minus; large numbers grouped."""
    if value is None or math.isnan(value):
        return MISSING
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    text = f"{value:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def significant(value: float) -> str:
    """A plain number with three significant digits: for parameters, whose sizes differ by orders of magnitude."""
    if value == 0 or math.isinf(value):
        return number(value)
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return number(value, min(digits, 8))


def plain_name(name: str) -> str:
    """A code as words: 'core_share' becomes 'core share'."""
    return labels.plain(name)


def long_date(iso: str | None) -> str | None:
    """'2025-07-03' as '3 July 2025'; other granularities ('2025-07', '2029') are returned as they are."""
    if iso is None:
        return None
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"


def count(quantity: int, singular: str, plural: str | None = None) -> str:
    """'1 statement', '12 statements', '10,240 futures'."""
    return f"{quantity:,} {singular if quantity == 1 else plural or singular + 's'}"
