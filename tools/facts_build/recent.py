"""Figures gathered in November 2026: prices, budgets, aid, force decisions, market prices, events, the survey of analysts.

Only what a publisher can be named for. Wording is the project's own.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from tools.facts_build.sheet import Sheet

UNRECORDED = "copy of the publisher's figures (its address is not recorded)"
COPY = "public figures; copy in a public repository"
CITED = "single figures cited"
KIEL = "Kiel Institute: the tracker asks to be cited; terms of the copy not stated"
POLYMARKET = "prices of a public market, single figures cited; never an input of a law"
USUAL = "day of publication by the usual lag"


class Rule(NamedTuple):
    """How a gathered series enters: variable, kind, publisher, document, terms, factor, and what must be said."""

    variable: str
    kind: str
    publisher: str
    source: str
    terms: str = COPY
    scale: float = 1.0
    note: str = ""
    dated: bool = False  # editions by day


_MINFIN = "Finance Ministry of Russia"
_BUDGET = f"{_MINFIN}, preliminary execution of the federal budget"
_DRAFT = f"{_MINFIN}, draft budget or budget law"
_SIPRI_TERMS = "SIPRI: non-commercial use of small parts with credit; single figures cited, the tables stay out"
RULES = {
    "urals_price": Rule("urals_price", "actual", "Economy Ministry of Russia", "Economy Ministry of Russia, Urals price for taxation", note=USUAL),
    "cpi_yoy": Rule("cpi_yoy", "estimate", "Rosstat", "Rosstat, monthly consumer prices chained over twelve months", note=f"chained from monthly changes; {USUAL}"),
    "cpi_mom": Rule("cpi_mom", "actual", "Rosstat", "Rosstat, consumer prices of the month", note=USUAL),
    "budget_revenue_ytd": Rule("budget_revenue_ytd", "estimate", _MINFIN, _BUDGET),
    "budget_expenditure_ytd": Rule("budget_expenditure_ytd", "estimate", _MINFIN, _BUDGET),
    "budget_deficit_ytd": Rule("budget_deficit_ytd", "estimate", _MINFIN, _BUDGET),
    "oil_gas_revenue_ytd": Rule("oil_gas_revenue_ytd", "estimate", _MINFIN, _BUDGET),
    "non_oil_gas_revenue_ytd": Rule("non_oil_gas_revenue_ytd", "estimate", _MINFIN, _BUDGET),
    "national_defence_plan": Rule("national_defence_plan", "plan", _MINFIN, f"{_MINFIN}, draft budget 2026-2028", CITED, dated=True),
    "fiscal_rule_price": Rule("fiscal_rule_price", "plan", _MINFIN, _DRAFT, CITED, dated=True),
    "rub_per_usd_budget_assumption": Rule("rub_per_usd_budget_assumption", "plan", _MINFIN, _DRAFT, CITED, dated=True),
    "urals_budget_assumption": Rule("urals_budget_assumption", "plan", _MINFIN, _DRAFT, CITED, dated=True),
    "key_rate": Rule("key_rate", "actual", "Bank of Russia", "Bank of Russia key rate", "Bank of Russia: public, source to be named; copy in a public repository", note="last day read, no change since the row before; later decisions were not found"),
    "rub_per_usd": Rule("rub_per_usd_day", "actual", "Bank of Russia", "Bank of Russia official rate", "Bank of Russia: public, source to be named; copy in a public repository"),
    "brent_price_daily": Rule("brent_price_day", "actual", "US Energy Information Administration", "US Energy Information Administration, Brent of the day"),
    "gdp_growth": Rule("gdp_growth", "forecast", "IMF", "IMF World Economic Outlook", "IMF terms of use: attribution; single figures cited"),
    "military_spending_share": Rule("military_spending_share", "estimate", "SIPRI", "SIPRI Military Expenditure Database, release of 2026 (single cited figure)", _SIPRI_TERMS),
    "special_fund_paid_out": Rule("special_fund_paid_out", "actual", "Defence Ministry of Germany", "Defence Ministry of Germany, answer to parliament", CITED),
    "plan_national_share": Rule("plan_national_share", "plan", "Finance Ministry of Poland", "Finance Ministry of Poland, budget or draft budget", CITED, note="national definition, above NATO's core share", dated=True),
    "safe_loan_signed": Rule("safe_loan_signed", "actual", "Finance Ministry of Poland", "Finance Ministry of Poland, loan agreement under SAFE", CITED),
    "us_force_cut_ordered": Rule("us_force_cut_ordered", "plan", "US Department of Defense", "US Department of Defense, order to withdraw troops from Germany", CITED, note="within six to twelve months"),
    "market_ceasefire_agreement_by": Rule("market_ceasefire_by", "forecast", "Polymarket", "Polymarket, price of a ceasefire agreement by the day", POLYMARKET),
    "market_nato_russia_clash_by": Rule("market_nato_russia_clash_by", "forecast", "Polymarket", "Polymarket, price of a military clash of NATO and Russia by the day", POLYMARKET),
    "ukraine_aid_military_allocated": Rule("ukraine_aid_military", "estimate", "Kiel Institute", "Kiel Institute, Ukraine Support Tracker, release 30", KIEL, note="month of publication inferred"),
    "ukraine_aid_total_allocated": Rule("ukraine_aid_total", "estimate", "Kiel Institute", "Kiel Institute, Ukraine Support Tracker, release 30", KIEL, note="month of publication inferred"),
}  # fmt: skip
GERMAN_BUDGET = {  # period as gathered: (year, variable, what it is)
    "2026": ("2026", "defence_budget", "defence chapter of the budget passed"),
    "2026 special fund": ("2026", "defence_special_fund", "spending from the special fund"),
    "2026 as reported to NATO": ("2026", "defence_spending_as_reported", "as reported to NATO; 2.69% of GDP"),
    "2029": ("2029", "defence_budget", "planned; 3.5% of GDP by the ministry"),
}
EVENTS = {  # (gathered series, day): (variable, entity, publisher, what happened, in own words)
    ("us_force_cut", "2025-10-29"): ("event_force_posture", "USA", "US Army Europe and Africa", "a brigade in Romania goes home without relief: about 1,000 of 1,700 soldiers stay"),
    ("summit", "2026-07-08"): ("event_alliance", "NATO", "NATO", "summit of Ankara: the declaration stands by Article 5; its text was not read"),
    ("head_of_government", "2026-04-12"): ("event_election", "HUN", "Associated Press", "parliamentary election: Tisza before Fidesz in the first counts; the final result was not read"),
    ("peace_and_sanctions", "2026-01-23"): ("event_diplomacy", "RUS", "RBC", "first talks of three sides in Abu Dhabi"),
    ("peace_and_sanctions", "2026-02-04"): ("event_diplomacy", "RUS", "RBC", "second talks of three sides in Abu Dhabi"),
    ("peace_and_sanctions", "2026-03-19"): ("event_diplomacy", "RUS", "Gazeta.ru", "talks interrupted by the war in the Middle East"),
    ("peace_and_sanctions", "2026-05-22"): ("event_diplomacy", "RUS", "EADaily", "the US Secretary of State: talks of three sides are interrupted"),
    ("peace_and_sanctions", "2026-07-28"): ("event_diplomacy", "RUS", "E1.ru", "the presidents of the United States and of Ukraine meet in Washington"),
    ("peace_and_sanctions", "2026-08-07"): ("event_sanctions", "RUS", "CNBC", "the US Senate passes tariffs on buyers of Russian oil"),
}  # fmt: skip
# Left out: SIPRI's dollars, which nothing uses; a head of government on one unnamed list; a cabinet decision dated before
# it was taken; a share that stands among NATO's editions.
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
    """The Bank of Russia's survey of analysts: mean forecasts by day of the survey, which is taken as that of its publication."""
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
