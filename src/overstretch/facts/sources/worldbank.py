"""World Bank indicators (JSON of the API, version 2)."""

from __future__ import annotations

import json

import pandas as pd

from overstretch.facts import registry
from overstretch.facts.fetch import FetchError, Limits, get, refuse_html
from overstretch.facts.periods import parse_day

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
    countries = [code for code, e in registry.entities().items() if e.kind == "country" and code != "SUN"]
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
    variable, divisor, _ = INDICATORS[indicator]
    frame = pd.DataFrame(rows, columns=["entity", "period", "value"])
    frame["value"] = frame["value"].astype(float) / divisor
    return frame.assign(
        variable=variable, unit=registry.variable(variable).unit, kind="actual", edition=day, published=day,
        source=f"World Bank, World Development Indicators, {indicator}", address=address, terms=TERMS, note="",
    )  # fmt: skip
