"""Figures in words: with the unit as people write it and no more digits than the series is printed with."""

from __future__ import annotations

from overstretch.questions import catalogue
from overstretch.questions.catalogue import unit_of
from overstretch.questions.data import Quantity

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
CURRENCIES = {
    "USD": "US dollars",
    "EUR": "euros",
    "RUB": "roubles",
    "GBP": "pounds",
    "CAD": "Canadian dollars",
    "UAH": "hryvnias",
    "PLN": "zlotys",
    "CZK": "Czech crowns",
    "DKK": "Danish crowns",
    "SEK": "Swedish crowns",
    "NOK": "Norwegian crowns",
    "HUF": "forints",
    "RON": "lei",
    "TRY": "Turkish liras",
    "BGN": "leva",
    "ALL": "leks",
    "MKD": "denars",
    "ISK": "Icelandic crowns",
    "USD of 2021": "US dollars of 2021",
}
MINUS = "\u2212"


def figure(value: float, q: Quantity) -> str:
    """A published value of a quantity: '3.50% of GDP', '2.1 trillion roubles', '59 dollars a barrel', '1.8 times'."""
    about = catalogue.all_series().get(q.series)
    decimals = about.decimals if about else 2
    return amount(value, unit_of(q), decimals if q.change is None and q.share_of is None else 1, fixed=True)


def said(value: float, q: Quantity) -> str:
    """A figure that a question names, as it was named: '3.5% of GDP'."""
    return amount(value, unit_of(q), 4)


def nearness(value: float, q: Quantity) -> str:
    """How near "about" is, to two digits: '5% of GDP', '3,200 persons'; empty where it is nothing that can be said."""
    rounded = float(f"{value:.2g}")
    return said(rounded, q) if value > 0 else ""


def amount(value: float, unit: str, decimals: int = 2, fixed: bool = False) -> str:
    """A value with its unit in words; `fixed` keeps trailing zeros of percentages."""
    if unit in CURRENCIES:
        size, name = next(((s, n) for s, n in SCALES if abs(value) >= s), (1.0, ""))
        return f"{_digits(value / size, 2)} {name + ' ' if name else ''}{CURRENCIES[unit]}"
    if unit == "persons":
        return f"{value:,.0f}".replace("-", MINUS) + " persons"
    if unit == "share":
        return f"{_digits(100 * value, 0)}%"
    if unit.startswith("%"):
        return _digits(value, decimals, fixed) + unit
    if unit == "times":
        return f"{_digits(value, 2 if abs(value) >= 0.1 else 4)} times"
    if unit in ("members", "pieces"):
        return f"{value:.0f} {unit}"
    return f"{_digits(value, decimals)} {plain_unit(unit)}".strip()


def plain_unit(unit: str) -> str:
    """A unit as people write it."""
    return {"USD a barrel": "dollars a barrel", "index": "", "ratio": "", "RUB per USD": "roubles for a dollar"}.get(
        unit, CURRENCIES.get(unit, unit)
    )


def _digits(value: float, decimals: int, fixed: bool = False) -> str:
    text = f"{value:,.{decimals}f}"
    if "." in text and not fixed:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)
