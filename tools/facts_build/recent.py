"""Figures gathered in November 2026: prices, budgets, aid, force decisions, market prices, events, the survey of
analysts.

Only what a publisher can be named for. Wording is the project's own.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from tools.facts_build.sheet import FOLDER, Sheet

UNRECORDED = "copy of the publisher's figures (its address is not recorded)"
CITED = "single figures cited"


class Rule(NamedTuple):
    """How a gathered series enters: `scale` is a factor, `dated` says that its editions go by day."""

    variable: str
    kind: str
    publisher: str
    source: str
    terms: str
    scale: float
    note: str
    dated: bool


def _rows(name: str) -> list[list[str]]:
    return list(csv.reader((FOLDER / name).read_text(encoding="utf-8").splitlines()))[1:]


RULES = {
    series: Rule(*words, float(scale), note, dated == "yes")
    for series, *words, scale, note, dated in _rows("recent_series.csv")
}
GERMAN_BUDGET = {  # period as gathered: (year, variable, what it is)
    "2026": ("2026", "defence_budget", "defence chapter of the budget passed"),
    "2026 special fund": ("2026", "defence_special_fund", "spending from the special fund"),
    "2026 as reported to NATO": ("2026", "defence_spending_as_reported", "as reported to NATO; 2.69% of GDP"),
    "2029": ("2029", "defence_budget", "planned; 3.5% of GDP by the ministry"),
}
EVENTS = {(series, day): about for series, day, *about in _rows("recent_events.csv")}
LEFT_OUT = {
    ("sipri_usd_current", "DEU"),
    ("sipri_usd_current", "POL"),
    ("head_of_government", "GBR"),
    ("draft_budget_approved", "DEU"),
    ("core_share", "POL"),
}


def build(material: Path) -> Sheet:
    """All rows of `new_facts.csv` that a publisher can be named for, the survey, and where the war stood."""
    sheet = Sheet("recent")
    data = pd.read_csv(material / "2026-11/new_facts.csv", dtype=str, keep_default_na=False)
    for row in data.to_dict("records"):
        if (row["series"], row["actor"]) in LEFT_OUT:
            continue
        if row["series"] == "defence_budget":
            _german(sheet, row)
        elif row["series"] == "war_state":
            _isw(sheet, row)
        elif (row["series"], row["period"]) in EVENTS:
            _event(sheet, row)
        else:
            _figure(sheet, row, RULES[row["series"]])
    _survey(sheet, pd.read_csv(material / "2026-11/cbr_survey.csv"))
    _war(sheet, pd.read_csv(material / "ukr_mod_claimed_russian_losses_monthly.csv"))
    _rulers(sheet, pd.read_csv(material / "russia/leaders_reign_1950_2021.csv"))
    return sheet


def _figure(sheet: Sheet, row: dict, rule: Rule) -> None:
    edition = row["published"] if rule.dated else ""
    source, note = rule.source, rule.note
    if rule.variable == "gdp_growth":
        edition = row["published"][:7]
        source = f"{source}, {'update of ' if edition == '2026-01' else ''}{edition}"
    if rule.variable.startswith("ukraine_aid"):
        edition = "release-30"
    if rule.variable == "national_defence_plan":
        note = "the page prints 12.9" if row["period"] == "2026" else "lower bound: the page says more than this"
    origin = _page(sheet, row, source, rule, edition)
    value = float(row["value"]) * rule.scale
    sheet.add(row["actor"], row["period"], rule.variable, value, rule.kind, origin, row["published"], note)
    if amount := re.search(r"([\d.]+) bn PLN", row["source"]):  # the page prints the sum beside its share
        sheet.add(row["actor"], row["period"], "defence_budget", float(amount[1]), "plan", origin, row["published"])


def _page(sheet: Sheet, row: dict, source: str, rule: Rule, edition: str) -> str:
    address = (
        UNRECORDED if row["address"] == "read in a public copy" else row["address"].split(" (via ")[-1].rstrip(")")
    )
    return sheet.page(source, address, rule.terms, edition, rule.publisher)


def _german(sheet: Sheet, row: dict) -> None:
    year, variable, note = GERMAN_BUDGET[row["period"]]
    publisher = "Defence Ministry of Germany"
    origin = sheet.page(f"{publisher} and Bundestag, budget of 2026", UNRECORDED, CITED, row["published"], publisher)
    sheet.add(row["actor"], year, variable, float(row["value"]), "plan", origin, row["published"], note)


def _event(sheet: Sheet, row: dict) -> None:
    variable, entity, publisher, what = EVENTS[(row["series"], row["period"])]
    copied = "(via github:" in row["address"]
    address = "github:" + row["address"].split("(via github:")[1].rstrip(")") if copied else row["address"]
    if publisher in ("NATO", "Associated Press"):  # named where the report was read, not opened itself
        address = UNRECORDED
    origin = sheet.page(
        f"{publisher}, report of the day",
        address,
        CITED,
        "",
        publisher,
        "copy" if copied or address == UNRECORDED else "quoted",
    )
    sheet.add(entity, row["period"], variable, 1, "actual", origin, row["published"], what)


def _isw(sheet: Sheet, row: dict) -> None:
    publisher = "Institute for the Study of War"
    origin = sheet.page(f"{publisher}, assessment of the day", row["address"], CITED, "", publisher)
    sheet.add(row["actor"], row["period"], "war_state", 0, "estimate", origin, row["published"], "active")


def _survey(sheet: Sheet, data: pd.DataFrame) -> None:
    """The Bank of Russia's survey of analysts: mean forecasts by day of the survey, which is taken as that of its
    publication."""
    names = {"key_rate_mean": "key_rate_forecast_survey", "gdp_growth": "gdp_growth_forecast_survey"}
    publisher = "Bank of Russia"
    for row in data.itertuples():
        note, address = "", row.source.split(" (")[0].split(" ; ")[-1]
        if address.startswith("brackets"):
            later = data[data.survey_date > row.survey_date].iloc[:, :].sort_values("survey_date").iloc[0]
            note, address = "as the next survey repeats it", later.source.split(" (")[0].split(" ; ")[-1]
        status = (
            "original"
            if "cbr.ru" in address
            else ("quoted" if "tass" in address or "kvartirant" in address else "copy")
        )
        source = f"{publisher}, macroeconomic survey of {row.survey_date}"
        terms = "Bank of Russia: public, source to be named"
        origin = sheet.page(source, address, terms, row.survey_date, publisher, status)
        sheet.add("RUS", row.year, names[row.variable], row.value, "forecast", origin, row.survey_date, note)


def _war(sheet: Sheet, data: pd.DataFrame) -> None:
    """War state at the end of each half-year from 2022: active where claimed losses rose within the month."""
    address = "github:PetroIvaniuk/2022-Ukraine-Russia-War-Dataset@37655f8bbdd6806d2f94416253116b02a750c97b"
    publisher = "General Staff of Ukraine"
    origin = sheet.page(f"{publisher}, daily reports of fighting", address, "MIT", "", publisher)
    losses = data[data.category == "personnel"].sort_values("date").reset_index(drop=True)
    rising = losses[losses.cumulative_claimed.diff() > 0]
    for row in rising[rising.month.str[-2:].isin(["06", "12"])].itertuples():
        note = "active: losses claimed rose in the month"
        sheet.add("UKR", row.date, "war_state", 0, "estimate", origin, row.date, note)


def _rulers(sheet: Sheet, data: pd.DataFrame) -> None:
    """Since when the rulers of the two states at war have held office."""
    for row in data[data.stateabb.isin(["RUS", "UKR"]) & data.eyear.isna()].itertuples():
        day = f"{row.syear}-{row.smonth:02d}-{row.sdate:02d}"
        origin = sheet.page("REIGN, list of leaders", row.address, "none seen", "", "REIGN (One Earth Future)")
        note = f"{row.leader}; in office when the list ends in March 2021"
        sheet.add(row.stateabb, day, "leader_since", 1, "actual", origin, day, note)
