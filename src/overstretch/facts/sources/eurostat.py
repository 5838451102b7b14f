"""Eurostat's tab-separated tables: long-term government bond yields (irt_lt_mcby_a), annual means."""

from __future__ import annotations

import re

import pandas as pd

from overstretch.facts.fetch import Download, FetchError, Limits, get
from overstretch.facts.sources.form import in_form
from overstretch.facts.sources.grid import number, sheets

ADDRESS = "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/irt_lt_mcby_a?format=TSV&compressed=false"
TERMS = "Eurostat: reuse with attribution (CC BY 4.0)"
# Eurostat's codes of places; two differ from the usual two letters.
_CODES = (
    "AL=ALB BE=BEL BG=BGR CZ=CZE DE=DEU DK=DNK EE=EST EL=GRC ES=ESP FI=FIN FR=FRA HR=HRV HU=HUN "
    "IT=ITA LT=LTU LU=LUX LV=LVA NL=NLD PL=POL PT=PRT RO=ROU SE=SWE SI=SVN SK=SVK UK=GBR"
)
PLACES = dict(pair.split("=") for pair in _CODES.split())
# What the first column must hold besides the place: (code, variable)
SERIES = (("MCBY", "yield_10y"),)


def fetch(limits: Limits, address: str = ADDRESS) -> pd.DataFrame:
    """Annual means of long-term yields of EU members."""
    return parse(get(address, limits))


def parse(file: Download, published: str = "") -> pd.DataFrame:
    """Rows of a table whose first column joins dimensions by commas, the place last; flags after figures are dropped.

    FetchError for another table or without a day of publication (the file's own or `published`, an ISO day).
    """
    day = published or file.modified
    if not day:
        raise FetchError(f"{file.address}: the table names no day of publication; give it with --published YYYY-MM-DD")
    _, rows = sheets(file)[0]
    head = [str(cell or "").strip() for cell in rows[0]]
    if not re.search(r"geo\\TIME_PERIOD$", head[0]):
        raise FetchError(f"{file.address}: no first column ending in geo\\TIME_PERIOD; a TSV of Eurostat is accepted")
    years = {i: name for i, name in enumerate(head) if re.fullmatch(r"\d{4}", name)}
    found = []
    for row in rows[1:]:
        keys = str(row[0] or "").strip().split(",")
        variable = next((code for key, code in SERIES if key in keys), None)
        if variable is None or keys[-1] not in PLACES:
            continue
        for place, year in years.items():
            value = number(str(row[place] or "").split(" ")[0]) if place < len(row) else None
            if value is not None:
                found.append((PLACES[keys[-1]], year, variable, value))
    if not found:
        accepted = ", ".join(f"{key} ({code})" for key, code in SERIES)
        raise FetchError(f"{file.address}: no annual figures of {accepted}; other tables of Eurostat feed nothing")
    frame = pd.DataFrame(found, columns=["entity", "period", "variable", "value"])
    kinds = (frame["period"] < day[:4]).map({True: "actual", False: "estimate"})
    source = "Eurostat, EMU convergence criterion bond yields (irt_lt_mcby_a)"
    return in_form(frame.assign(kind=kinds), day, day[:7], source, file.address, TERMS)
