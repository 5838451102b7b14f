"""Forces: losses counted and claimed, output, depots, personnel, estimates of reconstitution."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from tools.facts_build.codes import codes
from tools.facts_build.sheet import Sheet, full_day, half_years

CODES = codes("forces")
ORYX = CODES["oryx"]
CLAIMED = CODES["claimed"]
PAGES = frozenset(CODES["pages"].split())
RENAMED = {"troops_on_front_line": "frontline_troops", "killed_or_wounded": "total_casualties"}
ENTITIES = {"Russia": "RUS", "United States": "USA"}


def build(material: Path) -> Sheet:
    sheet = Sheet("forces")
    _oryx(sheet, pd.read_csv(material / "oryx_losses_monthly.csv"))
    _claims(sheet, pd.read_csv(material / "ukr_mod_claimed_russian_losses_monthly.csv"))
    pages = pd.read_csv(material / "russia/equipment_personnel_pages.csv", dtype=str, keep_default_na=False)
    for row in pages.to_dict("records"):
        _page(sheet, row)
    _reconstitution(
        sheet, pd.read_csv(material / "russia/reconstitution_estimates.csv", dtype=str, keep_default_na=False)
    )
    return sheet


def _oryx(sheet: Sheet, data: pd.DataFrame) -> None:
    origin = sheet.origin(
        "oryx",
        "",
        "",
        "Oryx, visually confirmed losses",
        "github:scarnecchia/oryx_data@a8624b4781666b73440fba89824133cb41531a72:totals_by_type.csv",
        "CC BY 4.0; credit to Oryx",
        "cumulative, last snapshot of the month; a lower bound of losses",
    )
    kept = data[data.equipment_type.isin(ORYX)].sort_values("snapshot_date")
    kept = kept.assign(month=kept.snapshot_date.str[:7], code=kept.equipment_type.map(ORYX)).drop_duplicates(
        ["country", "code", "month"], keep="last"
    )
    for row in kept.itertuples():
        sheet.add(
            {"Russia": "RUS", "Ukraine": "UKR"}[row.country],
            row.month,
            f"losses_{row.code}",
            row.type_total,
            "actual",
            origin,
            row.snapshot_date,
        )


def _claims(sheet: Sheet, data: pd.DataFrame) -> None:
    origin = sheet.origin(
        "ukr-general-staff",
        "",
        "",
        "General Staff of Ukraine, claimed Russian losses",
        "github:PetroIvaniuk/2022-Ukraine-Russia-War-Dataset@37655f8bbdd6806d2f94416253116b02a750c97b",
        "MIT",
        "cumulative claim of a belligerent; far above visually confirmed losses",
    )
    for row in data[data.category.isin(CLAIMED)].itertuples():
        sheet.add(
            "RUS",
            row.month,
            f"claimed_losses_{CLAIMED[row.category]}",
            row.cumulative_claimed,
            "claim",
            origin,
            row.date,
        )


def _page(sheet: Sheet, row: dict) -> None:
    if row["variable"] not in PAGES or row["entity"] not in ENTITIES or "year to date" in row["unit"]:
        return
    code = RENAMED.get(row["variable"], row["variable"])
    per = re.search(r"a (year|quarter|month)$", row["unit"])
    if per and not code.endswith("rate"):
        code = f"{code}_per_{per[1]}"
    elif row["variable"] in ("tanks_produced_and_restored", "ifv_apc_produced_and_restored"):
        code = f"{code}_per_year"
    kind = {
        "official claim": "claim",
        "decree": "plan" if row["period"] > full_day(row["as_of"])[0] else "actual",
        "count": "actual",
    }.get(row["kind"], "estimate")
    origin = sheet.page(row["source"], row["address"])
    period, published = half_years(row["period"]), row["as_of"]
    note = row["note"]
    match = re.fullmatch(r"([\d.]+)-([\d.]+)", row["value"])
    if match:
        for end, value in (("low", match[1]), ("high", match[2])):
            sheet.add(ENTITIES[row["entity"]], period, f"{code}_{end}", float(value), kind, origin, published, note)
        return
    value = row["value"].lstrip("<>")
    if value != row["value"]:
        note = "; ".join(part for part in (note, "upper bound: the page says less than this") if part)
    sheet.add(ENTITIES[row["entity"]], period, code, float(value), kind, origin, published, note)


def _reconstitution(sheet: Sheet, data: pd.DataFrame) -> None:
    """Years until Russia could act against NATO, as officials said; the clock starts at the statement or at the war's
    end."""
    for row in data.to_dict("records"):
        clock = "from_war_end" if row["clock_starts"].startswith("end") else "from_statement"
        origin = sheet.page(
            f"{row['speaker']} ({row['office_or_body']}): {row['capability']}; in {row['outlet']}", row["address"]
        )
        note = "; ".join(part for part in (row["conditions"], row["date_note"]) if part)
        period = row["date"]
        for end in ("low", "high"):
            sheet.add(
                "RUS",
                period,
                f"reconstitution_years_{clock}_{end}",
                float(row[f"years_{end}"]),
                "estimate",
                origin,
                row["date"],
                note,
            )
