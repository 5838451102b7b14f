"""The WEO's own file by countries: tab-separated text in UTF-16 (named .xls or .ashx), or the same columns as CSV."""

from __future__ import annotations

import re

import pandas as pd

from overstretch.facts import registry
from overstretch.facts.fetch import Download, FetchError
from overstretch.facts.sources import imf
from overstretch.facts.sources.grid import Cell, number, sheets

_SCALES = {"Billions": 1e9, "Millions": 1e6, "Thousands": 1e3, "Units": 1.0, "": 1.0}
_NEEDED = ("ISO", "WEO Subject Code", "Scale", "Estimates Start After")


def parse(file: Download, published: str = "") -> pd.DataFrame:
    """Rows in the one form, from 2000 on; `published` is the edition's day (ISO), which the file does not name.

    FetchError without a day, or where the columns are not the WEO's.
    """
    _, rows = sheets(file)[0]
    head = [str(cell or "").strip() for cell in rows[0]]
    if absent := [name for name in _NEEDED if name not in head]:
        raise FetchError(f"{file.address}: no column {', '.join(absent)}; the WEO's file by countries is accepted")
    if not published:
        edition = _edition(rows)
        raise FetchError(
            f"{file.address}: {edition or 'the edition'} names no day of publication; give it with --published "
            f"YYYY-MM-DD"
        )
    return imf.form(_observations(rows[1:], head, file.address), published, file.address)


def _observations(rows: list[list[Cell]], head: list[str], address: str) -> list[tuple]:
    """Observations as `imf.form` takes them."""
    country, subject, scale, last = (head.index(name) for name in _NEEDED)
    years = {i: name for i, name in enumerate(head) if re.fullmatch(r"\d{4}", name) and int(name) >= imf.FIRST_YEAR}
    wanted = {*registry.allies(), "RUS", "UKR"}
    found = []
    for row in rows:
        if len(row) <= scale or row[country] not in wanted or row[subject] not in imf.INDICATORS:
            continue
        magnitude = str(row[scale] or "").strip()
        if magnitude not in _SCALES:
            raise FetchError(
                f"{address}: scale {magnitude!r} is not one of {', '.join(_SCALES)}; the layout has changed"
            )
        actual = str(row[last] or "").strip() if last < len(row) else ""
        for place, year in years.items():
            value = number(row[place]) if place < len(row) else None
            if value is not None:
                found.append((row[country], row[subject], year, value * _SCALES[magnitude], actual))
    return found


def _edition(rows: list[list[Cell]]) -> str:
    """The edition as the last lines of the file name it, such as "World Economic Outlook Database, April 2026"."""
    for row in reversed(rows[-5:]):
        if match := re.search(r"World Economic Outlook[^,]*, \w+ \d{4}", str(row[0] or "")):
            return match[0]
    return ""
