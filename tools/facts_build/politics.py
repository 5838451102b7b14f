"""Pledges, plans, clauses, loans, membership, opinion: dated facts that are absent before their date."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from overstretch.facts import entities, entity
from tools.facts_build.codes import codes
from tools.facts_build.members import accessions
from tools.facts_build.plans import add_plans
from tools.facts_build.sheet import Sheet

NAMES = {
    "NATO": "NATO",
    "Turkey": "TUR",
    "Czech Republic": "CZE",
    "NATO, 32 members": "NATO",
    "NATO, 31 members": "NATO",
    "13 members, median": "NATO_POLLED_13",
    "16 members, median": "NATO_POLLED_16",
    "NATO Europe and Canada": "NATO_EUR_CAN",
    "NATO total": "NATO_TOTAL",
}
CODES = codes("politics")
OPINION = CODES["opinion"]
POLL_DATES = {"Pew Research Center (AP)": "", "NATO pre-summit survey 2024": "2024-07-31"}


def build(material: Path) -> Sheet:
    sheet = Sheet("politics")
    statements = pd.read_csv(material / "pledge_statements.csv", dtype=str, keep_default_na=False)
    _pledges(sheet, statements)
    _undated(sheet, statements, pd.read_csv(material / "2026-11/plans.csv", dtype=str, keep_default_na=False))
    add_plans(sheet, material)
    _clause(sheet, pd.read_csv(material / "eu_national_escape_clause.csv", dtype=str, keep_default_na=False))
    for row in pd.read_csv(material / "eu_safe_allocations.csv", dtype=str, keep_default_na=False).itertuples():
        sheet.add(
            row.iso3,
            "2025/2030",
            "safe_loan",
            float(row.safe_tentative_allocation_eur_m),
            "plan",
            sheet.page("SAFE tentative allocations (European Commission), press", row.source, edition="2025-09-09"),
            row.date,
            row.value_basis.replace("_", " "),
        )
    _members(sheet, pd.read_csv(material / "russia/nato_membership_events.csv", dtype=str, keep_default_na=False))
    _opinion(sheet, pd.read_csv(material / "russia/nato_opinion_spending.csv", dtype=str, keep_default_na=False))
    return sheet


def _pledges(sheet: Sheet, data: pd.DataFrame) -> None:
    """The alliance's pledge, totals, and goals without a year; dated plans of core spending come from `plans`."""
    for row in data.to_dict("records"):
        year, share, day = row["target_year"], row["target_pct_gdp"], row["date"]
        if row["iso3"] != "ALL" and (share == "" or (row["component"] == "core" and year) or row["kind"] == "opt_out"):
            continue
        who = "NATO" if row["iso3"] == "ALL" else f"Government of {entity(row['iso3']).name}"
        what = "declaration of The Hague" if who == "NATO" else "statement"
        origin = sheet.page(f"{who}, {what} of {day}", row["source"], edition=day, publisher=who)
        if who == "NATO":
            sheet.add("NATO", year, f"pledge_{row['component']}", float(share), "plan", origin, day)
            if row["component"] == "total":
                sheet.add("NATO", 2029, "pledge_review_year", 2029, "plan", origin, day)
        elif year:
            sheet.add(row["iso3"], year, "plan_total_share", float(share), "plan", origin, day)
        else:
            sheet.add(
                row["iso3"], day, "stated_core_share_goal", float(share), "plan", origin, day, "no target year given"
            )


def _undated(sheet: Sheet, data: pd.DataFrame, plans: pd.DataFrame) -> None:
    """Shares that were stated on a page without a day and that no dated plan repeats: kept, listed, admitted on no
    day."""
    held = set(zip(plans["ally"], plans["target_year"], plans["target_share"].astype(float), strict=True))
    core = data[(data["component"] == "core") & (data["date"] == "") & data["target_year"].str.fullmatch(r"\d{4}")]
    for row in core.itertuples():
        share = float(row.target_pct_gdp)
        if (row.iso3, row.target_year, share) not in held:
            who = f"Government of {entity(row.iso3).name}"
            origin = sheet.page(f"{who}, statement", row.source, publisher=who)
            variable = "in_year_core_share" if row.target_year == "2025" else "plan_core_share"
            sheet.add(row.iso3, row.target_year, variable, share, "plan", origin, "", "day not found: stays out")


def _clause(sheet: Sheet, data: pd.DataFrame) -> None:
    for row in data.itertuples():
        day, note = row.activation_date, ""
        if row.iso3 == "AUT":
            continue
        if row.iso3 == "DEU":
            day, note = (
                "2026-02-17",
                "activated between 2025-07-08 and this day, exact day not found; requested by 2025-04-30",
            )
        origin = sheet.page("national escape clause for defence, Council of the EU, press", row.source, edition=day)
        sheet.add(row.iso3, "2025/2028", "escape_clause", float(row.max_flexibility_pct_gdp), "plan", origin, day, note)


def _members(sheet: Sheet, data: pd.DataFrame) -> None:
    codes = {e.name: code for code, e in entities().items()} | NAMES
    for one in accessions(data):
        origin = sheet.page(one.source, one.address, publisher=one.publisher)
        sheet.add(one.code, one.period, "nato_accession", 1, "actual", origin, one.day, one.note)
    for row in data[
        data.event.isin(["withdrawal from integrated command", "return to integrated command"])
    ].itertuples():
        name = "nato_command_withdrawal" if row.event.startswith("withdrawal") else "nato_command_return"
        sheet.add(
            codes[row.entity], row.date, name, 1, "actual", sheet.page(row.event, row.address), row.date, row.detail
        )


def _opinion(sheet: Sheet, data: pd.DataFrame) -> None:
    codes = {e.name: code for code, e in entities().items()} | NAMES
    for row in data.to_dict("records"):
        if row["variable"] not in OPINION:
            continue
        published = (
            "2025-08-28" if "2025-08-28" in row["source"] else ("2025-06-23" if "2025/06/23" in row["address"] else "")
        )
        origin = sheet.page(row["source"], row["address"])
        kind = "estimate" if row["note"] == "estimate" or row["variable"] == "members_at_2_percent" else "actual"
        note = row["note"] if row["note"] != "estimate" else ""
        sheet.add(
            codes[row["entity"]],
            row["period"],
            OPINION[row["variable"]],
            float(row["value"]),
            kind,
            origin,
            published,
            note,
        )
