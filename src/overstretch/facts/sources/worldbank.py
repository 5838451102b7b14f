"""World Bank indicators (JSON of the API, version 2)."""

from __future__ import annotations

import json
import re

import pandas as pd

from overstretch.facts import registry
from overstretch.facts.fetch import Download, FetchError, Limits, get, refuse_html
from overstretch.facts.periods import parse_day
from overstretch.facts.sources.form import in_form
from overstretch.facts.sources.grid import number, sheets

BASE = "https://api.worldbank.org/v2"
TERMS = "World Bank terms: attribution (CC BY 4.0)"
# indicator: (variable, divisor, countries: all of the project's, or Russia alone)
INDICATORS = {
    "NY.GDP.MKTP.CD": ("gdp_usd_world_bank", 1e9, "all"),
    "NY.GDP.MKTP.KD.ZG": ("gdp_growth_world_bank", 1.0, "RUS"),
    "FP.CPI.TOTL.ZG": ("cpi_world_bank", 1.0, "RUS"),
}


def fetch(limits: Limits, base: str = BASE) -> pd.DataFrame:
    """The current figures of the project's countries."""
    countries = _countries()
    parts = []
    for indicator, (_, _, scope) in INDICATORS.items():
        asked = ";".join(countries) if scope == "all" else scope
        address = f"{base}/country/{asked}/indicator/{indicator}?format=json&per_page=20000"
        parts.append(parse(get(address, limits).content, indicator, address))
    return pd.concat(parts, ignore_index=True)


def parse(content: bytes, indicator: str, address: str) -> pd.DataFrame:
    """Rows of one answer of the API in the one form."""
    refuse_html(content, address, "JSON")
    try:
        answer = json.loads(content)
    except ValueError as error:
        raise FetchError(f"{address}: no readable JSON ({error})") from None
    if not isinstance(answer, list) or len(answer) != 2 or not answer[1]:
        raise FetchError(f"{address}: no figures in the answer: {str(answer)[:200]}")
    about, figures = answer
    if about.get("pages") != 1:
        raise FetchError(f"{address}: the answer has {about.get('pages')} pages, one was expected")
    try:
        day = parse_day(about["lastupdated"])
        rows = [(f["countryiso3code"], f["date"], f["value"]) for f in figures if f["value"] is not None]
    except (KeyError, TypeError) as error:
        raise FetchError(f"{address}: a figure without {error}; the layout has changed") from None
    return _form(rows, indicator, day, address)


def parse_file(file: Download, published: str = "") -> pd.DataFrame:
    """Rows of a CSV as the World Bank's pages give it: lines about the file, then countries by year.

    The day is the file's "Last Updated Date", or `published` (ISO day). FetchError for other tables and indicators.
    """
    _, cells = sheets(file)[0]
    head = next((i for i, row in enumerate(cells) if row and str(row[0]).strip() == "Country Name"), None)
    if head is None:
        raise FetchError(
            f"{file.address}: no line that begins with 'Country Name'; a CSV of the World Bank is accepted"
        )
    stamp = [str(row[1]) for row in cells[:head] if len(row) > 1 and str(row[0]).strip() == "Last Updated Date"]
    day = published or (parse_day(stamp[0]) if stamp else "")
    if not day:
        raise FetchError(f"{file.address}: no 'Last Updated Date'; give the day with --published YYYY-MM-DD")
    names = [str(cell or "").strip() for cell in cells[head]]
    years = {i: name for i, name in enumerate(names) if re.fullmatch(r"\d{4}", name)}
    if not {"Country Code", "Indicator Code"} <= set(names):
        raise FetchError(f"{file.address}: no columns Country Code and Indicator Code; the layout has changed")
    country, code = names.index("Country Code"), names.index("Indicator Code")
    parts = []
    for indicator, (_, _, scope) in INDICATORS.items():
        asked = _countries() if scope == "all" else [scope]
        own = [row for row in cells[head + 1 :] if len(row) > code and row[code] == indicator and row[country] in asked]
        found = [
            (row[country], year, value)
            for row in own
            for place, year in years.items()
            if place < len(row) and (value := number(row[place])) is not None
        ]
        if found:
            parts.append(_form(found, indicator, day, file.address))
    if not parts:
        raise FetchError(f"{file.address}: no figures of {', '.join(INDICATORS)}")
    return pd.concat(parts, ignore_index=True)


def _countries() -> list[str]:
    return [code for code, e in registry.entities().items() if e.kind == "country" and code != "SUN"]


def _form(rows: list[tuple], indicator: str, day: str, address: str) -> pd.DataFrame:
    variable, divisor, _ = INDICATORS[indicator]
    frame = pd.DataFrame(rows, columns=["entity", "period", "value"]).assign(variable=variable, kind="actual")
    frame["value"] = frame["value"].astype(float) / divisor
    return in_form(frame, day, day, f"World Bank, World Development Indicators, {indicator}", address, TERMS)
