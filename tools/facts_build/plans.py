"""What allies said that they would spend, % of GDP: plans, promises for the year under way, aspirations, opt-outs, past
plans.

One variable for each kind, so that no reader takes one for another: past plans serve the error of plans only.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from overstretch.facts import entity
from overstretch.facts.periods import month_end
from tools.facts_build.codes import codes
from tools.facts_build.sheet import Sheet

CODES = codes("plans")
VARIABLES = CODES["variables"]
KIND_WORDS = {"in-year": "for the year under way", "opt_out": "opt-out", "past": "past plan"}
# Days that no page shows: the end of the month, or of the season, in which the plan was reported.
LATE_BOUND = CODES["late_bound"]
# Left out: a share that was reckoned elsewhere; a page at odds with NATO's table and without a day; a goal without a
# year (stated_core_share_goal); the Wales declaration, of which no page was read.
LEFT_OUT = {("FRA", "2026-01-15"), ("CZE", "2026-06-15"), ("NLD", "2025-06-13"), ("ALL", "2014-09-05")}
UNDATED = {("DEU", "2025-10-01")}  # the only page that carries it shows no day
RANGES = {("LTU", "2025-01-17"): range(2026, 2031)}  # "5 to 6% a year from 2026 to 2030"


def add_plans(sheet: Sheet, material: Path) -> None:
    """Rows of all kinds but the alliance's pledge, which has its own variables."""
    data = pd.read_csv(material / "2026-11/plans.csv", dtype=str, keep_default_na=False)
    for row in data.to_dict("records"):
        place = (row["ally"], row["stated_on"])
        if row["kind"] != "pledge" and place not in LEFT_OUT:
            _add(sheet, row, place)


def _add(sheet: Sheet, row: dict, place: tuple[str, str]) -> None:
    name = "NATO" if row["ally"] == "ALL" else row["ally"]
    day, note = _day(row, place)
    definition, kind = row["definition"], row["kind"]
    # A count wider than NATO's, stated beside NATO's for the same year, is a series of its own.
    national = (name, row["target_year"], definition) == ("GBR", "2027", "NATO share of GDP incl. intelligence")
    variable = "plan_national_share" if national else VARIABLES[kind]
    publisher = "NATO, Secretary General" if name == "NATO" else f"Government of {entity(name).name}"
    source = f"{publisher}, {KIND_WORDS.get(kind, kind)} stated on {day or 'a day not shown'}"
    origin = sheet.page(source, _address(row["source_address"]), edition=day, publisher=publisher)
    years = RANGES.get(place, [int(row["target_year"])])
    if definition not in ("NATO share of GDP", "NATO share of GDP, core"):
        note = "; ".join(part for part in (f"definition: {definition}", note) if part)
    for year in years:
        period = f"{day}/{year}" if kind == "opt_out" else str(year)
        sheet.add(name, period, variable, float(row["target_share"]), "plan", origin, day, note)


def _day(row: dict, place: tuple[str, str]) -> tuple[str, str]:
    """The day from which the row counts, and what must be said of it."""
    if place in UNDATED:
        return "", "day not found: stays out"
    if " ".join(place) in LATE_BOUND:
        return LATE_BOUND[" ".join(place)], "day not on the page: a late bound is taken"
    if "day approximate" in row["note"] or "approximate" in row["note"].split(";")[-1]:
        year, month = (int(part) for part in row["stated_on"].split("-")[:2])
        return month_end(year, month), "day approximate: the end of its month is taken"
    return row["stated_on"], ""


def _address(text: str) -> str:
    """Addresses that were read, without remarks and without pages that stand on a bare number."""
    text = text.replace("LPM 2019-25 (quoted ", "").replace("275713: 2% between 2025 and 2027)", "275713")
    parts = [re.sub(r"\s*\(.*", "", part).strip() for part in text.split(" ; ")]
    return " ; ".join(part for part in parts if not re.match(r"https?://\d+\.", part))
