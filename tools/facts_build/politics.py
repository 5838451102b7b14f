"""Pledges, plans, clauses, loans, membership, opinion: dated facts that are absent before their date."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from overstretch.facts import entities
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
OPINION = {
    "favourable_to_nato": "nato_favourable", "unfavourable_to_nato": "nato_unfavourable", "favourable_to_nato_change_on_2024": "nato_favourable_change",
    "would_use_force_to_defend_ally_yes": "would_defend_ally", "would_use_force_to_defend_ally_no": "would_not_defend_ally", "would_vote_to_remain": "would_vote_to_remain",
    "would_vote_to_leave": "would_vote_to_leave", "should_defend_ally": "should_defend_ally", "keep_or_raise_defence_spending": "keep_or_raise_defence_spending",
    "raise_defence_spending": "raise_defence_spending", "unfavourable_to_russia": "unfavourable_to_russia", "defence_share_gdp": "core_share_reported", "members_at_2_percent": "members_at_2_percent",
}  # fmt: skip
POLL_DATES = {"Pew Research Center (AP)": "", "NATO pre-summit survey 2024": "2024-07-31"}


def build(material: Path) -> Sheet:
    sheet = Sheet("politics")
    _pledges(sheet, pd.read_csv(material / "pledge_statements.csv", dtype=str, keep_default_na=False))
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
    for row in data.to_dict("records"):
        said = row["note"].replace("will not match", "does not intend to match").replace("in excerpt", "given")
        origin = sheet.page(f"{row['kind'].replace('_', ' ')}: {said}", row["source"], edition=row["date"])
        if row["iso3"] == "ALL":
            sheet.add(
                "NATO",
                row["target_year"],
                f"pledge_{row['component']}",
                float(row["target_pct_gdp"]),
                "plan",
                origin,
                row["date"],
            )
            if row["component"] == "total":
                sheet.add("NATO", 2029, "pledge_review_year", 2029, "plan", origin, row["date"])
        elif row["target_pct_gdp"] == "":
            continue
        elif row["kind"] == "opt_out":
            sheet.add(
                row["iso3"],
                row["date"],
                "opt_out_core_share",
                float(row["target_pct_gdp"]),
                "plan",
                origin,
                row["date"],
            )
        elif row["target_year"] == "":
            sheet.add(
                row["iso3"],
                row["date"],
                "stated_core_share_goal",
                float(row["target_pct_gdp"]),
                "plan",
                origin,
                row["date"],
                "no target year given",
            )
        elif "-" in row["target_year"]:
            for year in range(int(row["target_year"][:4]), int(row["target_year"][5:]) + 1):
                sheet.add(
                    row["iso3"],
                    year,
                    "plan_core_share",
                    float(row["target_pct_gdp"].split("-")[0]),
                    "plan",
                    origin,
                    row["date"],
                    f"lower end of {row['target_pct_gdp']} a year",
                )
        else:
            name = "plan_core_share" if row["component"] == "core" else "plan_total_share"
            sheet.add(
                row["iso3"],
                row["target_year"],
                name,
                float(row["target_pct_gdp"]),
                "plan",
                origin,
                row["date"],
                "" if row["date"] else "day not found: stays out",
            )


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
    for row in data[data.event == "accession"].itertuples():
        sheet.add(
            codes[row.entity],
            row.date,
            "nato_accession",
            1,
            "actual",
            sheet.page("accession to NATO", row.address),
            row.date,
            row.detail,
        )
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
        edition = "2025-08" if row["variable"] == "defence_share_gdp" else ""
        origin = sheet.page(row["source"], row["address"], edition=edition)
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
