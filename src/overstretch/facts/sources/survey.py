"""The Bank of Russia's survey of analysts: a table of indicators by year, means with the last survey's in brackets."""

from __future__ import annotations

import re

import pandas as pd

from overstretch.facts.fetch import Download, FetchError
from overstretch.facts.sources.form import in_form
from overstretch.facts.sources.grid import Cell, decimal_commas, number, sheets

ROWS = (
    (r"ввп|\bgdp\b", r"номин|nominal|потенц|potential|долгосроч|long", "gdp_growth_forecast_survey"),
    (r"ключевая ставка|key rate", r"$^", "key_rate_forecast_survey"),
)
TERMS = "Bank of Russia: public, source to be named"


def is_survey(file: Download) -> bool:
    """Whether the file is a table of indicators by year rather than one of days."""
    return any(_years(rows) is not None for _, rows in sheets(file))


def parse(file: Download, published: str) -> pd.DataFrame:
    """Means of the survey published on `published` (ISO day) for its year and later ones.

    FetchError without a day, or where the table has no row of years or no known indicator.
    """
    if not published:
        raise FetchError(f"{file.address}: the survey names no day of publication; give it with --published YYYY-MM-DD")
    found = []
    for _, rows in sheets(file):
        years, commas = _years(rows), decimal_commas(_first_figures(rows))
        if years is None:
            continue
        for row in rows:
            variable = _variable(str(row[0] or "")) if row else None
            for place, year in years if variable else ():
                value = number(_first(row[place]), commas) if place < len(row) else None
                if value is not None and year >= published[:4]:
                    found.append((variable, year, value))
    frame = pd.DataFrame(found, columns=["variable", "period", "value"]).drop_duplicates(["variable", "period"])
    if frame.empty:
        raise FetchError(f"{file.address}: no mean of GDP growth or the key rate by year; the layout has changed")
    rows = frame.assign(entity="RUS", kind="forecast")
    return in_form(rows, published, published, "Bank of Russia, macroeconomic survey", file.address, TERMS)


def _years(rows: list[list[Cell]]) -> list[tuple[int, str]] | None:
    """Places and years of the first row that names three consecutive years or more."""
    for row in rows:
        found = [
            (i, m[1]) for i, cell in enumerate(row) if (m := re.match(r"\s*((?:19|20)\d\d)\b(?!-)", str(cell or "")))
        ]
        years = [int(year) for _, year in found]
        if len(years) >= 3 and years == list(range(years[0], years[0] + len(years))):
            return found
    return None


def _first(cell: Cell) -> Cell:
    """A cell without the last survey's mean in brackets."""
    return cell.partition("(")[0] if isinstance(cell, str) else cell


def _first_figures(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [[_first(cell) for cell in row] for row in rows]


def _variable(label: str) -> str | None:
    text = label.lower()
    return next((code for name, other, code in ROWS if re.search(name, text) and not re.search(other, text)), None)
