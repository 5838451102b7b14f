"""Tables with a column of days or months (Bank of Russia, Finance Ministry of Russia, FRED): columns by
`dated.toml`."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from overstretch import shipped
from overstretch.facts.fetch import Download, FetchError, Limits, get
from overstretch.facts.sources.form import in_form
from overstretch.facts.sources.grid import Cell, day_or_month, decimal_commas, number, sheets

FRED = "https://fred.stlouisfed.org/graph/fredgraph.csv?id=MCOILBRENTEU"
TERMS = "public figures; the publisher is to be named"
_MAGNITUDES = ((r"трлн|trillion|\btrn", 1e12), (r"млрд|billion|\bbn", 1e9), (r"млн|million|\bmln", 1e6))
_HEADINGS = 3  # rows of headings above the first day that are read


def fetch_brent(limits: Limits, address: str = FRED) -> pd.DataFrame:
    """Monthly means of the Brent spot price (EIA) as FRED serves them."""
    return parse(get(address, limits), "brent")


def parse(file: Download, source: str) -> pd.DataFrame:
    """Rows in the one form of every known column. FetchError where no column of days and no known heading is found."""
    wanted = [one for one in shipped.rows("facts", "sources/dated.toml")["series"] if one["source"] == source]
    parts = []
    for _, rows in sheets(file):
        first = next((i for i, row in enumerate(rows) if row and day_or_month(row[0])), None)
        if first is None:
            continue
        headings = _headings(rows[max(0, first - _HEADINGS) : first])
        for one in wanted:
            place = next((i for i, h in enumerate(headings) if i and re.search(one["column"], h, re.IGNORECASE)), None)
            if place is not None:
                parts.append(_column(rows[first:], place, one, headings[place], file.address))
    parts = [part for part in parts if len(part)]
    if not parts:
        columns = ", ".join(dict.fromkeys(f"{one['variable']} ({one['column']})" for one in wanted))
        raise FetchError(f"{file.address}: no column of days beside one of: {columns}; the layout has changed")
    return pd.concat(parts, ignore_index=True).drop_duplicates(["variable", "period"], keep="last")


def _headings(rows: list[list[Cell]]) -> list[str]:
    """The headings of each column, lines joined; a heading over several columns counts for each of them."""
    wide = max((len(row) for row in rows), default=0)
    lines = []
    for row in rows:
        texts, last = [], ""
        filled = [str(cell).strip() if isinstance(cell, str) else "" for cell in [*row, *[None] * (wide - len(row))]]
        for place, text in enumerate(filled):
            last = text or (last if place > 1 and len([t for t in filled if t]) > 1 else "")
            texts.append(last)
        lines.append(texts)
    return [" ".join(line[i] for line in lines if line[i]) for i in range(wide)]


def _column(rows: list[list[Cell]], place: int, one: dict[str, Any], heading: str, address: str) -> pd.DataFrame:
    commas, scale = decimal_commas(rows), 1.0
    if "in" in one:
        scale = _magnitude(heading, address) / one["in"]
    found = []
    for row in rows:
        period = day_or_month(row[0]) if row else ""
        value = number(row[place], commas) if place < len(row) else None
        if period and value is not None and (one["period"] == "month" or len(period) == 10):
            found.append((period[:7] if one["period"] == "month" else period, value * scale))
    frame = pd.DataFrame(found, columns=["period", "value"]).sort_values("period", kind="stable")
    if one.get("changes"):
        frame = changes(frame)
    published = frame["period"] if one.get("changes") else ""
    frame = frame.assign(entity=one["entity"], variable=one["variable"], kind="actual")
    return in_form(frame, published, "running", one["publisher"], address, TERMS)


def changes(frame: pd.DataFrame) -> pd.DataFrame:
    """The first day of each new figure, and the last day held, on which it still stood."""
    first = frame["value"] != frame["value"].shift(1)
    first.iloc[-1:] = True
    return frame[first]


def _magnitude(heading: str, address: str) -> float:
    for pattern, magnitude in _MAGNITUDES:
        if re.search(pattern, heading, re.IGNORECASE):
            return magnitude
    raise FetchError(f"{address}: column {heading!r} names no million, billion or trillion; the layout has changed")
