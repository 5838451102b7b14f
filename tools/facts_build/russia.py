"""Russia's war economy: rates, funds, reserves, oil, budget plans and outcomes, growth, labour; single cited
figures."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from tools.facts_build.codes import codes
from tools.facts_build.sheet import Sheet, full_day, half_years

CBR_TERMS = "Bank of Russia: public, source to be named; copy in a public repository"
CODES = codes("russia")
MONTHLY = CODES["monthly"]  # variable: (code, scale, origin, note kept)
BUDGET = frozenset(CODES["budget"].split())
SHORT = CODES["short"]
POINTS = CODES["points"]  # variable on the page: code
IN_YEAR = ("national_defence", "national_defence_share")  # said within the budget year: by the law as it then stood
FORECASTERS = CODES["forecasters"]
SIPRI = "SIPRI Military Expenditure Database, release of 2025 (single cited figure)"
SIPRI_FIGURES = CODES["sipri_figures"]


def build(material: Path) -> Sheet:
    sheet = Sheet("russia")
    _monthly(sheet, pd.read_csv(material / "russia/russia_macro_monthly.csv", keep_default_na=False))
    pages = pd.read_csv(material / "russia/russia_war_economy_pages.csv", dtype=str, keep_default_na=False)
    for row in pages[pages.entity == "Russia"].to_dict("records"):
        _page_row(sheet, row)
    _annual(sheet, pd.read_csv(material / "russia/russia_macro_annual.csv", keep_default_na=False))
    _stated(sheet, pd.read_csv(material / "russia/statements.csv", dtype=str, keep_default_na=False), pages)
    _sipri(sheet, pd.read_csv(material / "sipri_milex_1949_2024.csv"))
    return sheet


def _monthly(sheet: Sheet, data: pd.DataFrame) -> None:
    for row in data.itertuples():
        if row.variable not in MONTHLY or str(row.note).startswith("last day in file"):
            continue
        code, scale = MONTHLY[row.variable]
        terms = CBR_TERMS if "Bank of Russia" in row.source else "public figures; copy in a public repository"
        origin = sheet.page(row.source, row.address, terms)
        incomplete = "month incomplete" in row.note
        kind = "estimate" if incomplete or "estimate" in row.source else "actual"
        published = row.date if code == "key_rate" else ""
        entity = "WLD" if code == "brent_price" else "RUS"
        note = (
            "month incomplete in the file"
            if incomplete
            else ("first business day listed at this rate" if code == "key_rate" else "")
        )
        sheet.add(entity, row.date, code, float(row.value) * scale, kind, origin, published, note)


def _page_row(sheet: Sheet, row: dict) -> None:
    """One figure read from a page: its code, kind and date, or nothing where no series of the project uses it."""
    if row["variable"] == "urals_price" and row["period"] >= "2025":
        return  # the full series from a better copy stands in `recent`
    row["period"] = half_years(row["period"]).replace("2025-2027", "2025/2027")
    if row["variable"] == "budget_surplus_share_gdp":
        row |= {
            "variable": "budget_deficit_share_gdp",
            "value": str(-float(row["value"])),
            "note": "surplus, sign turned",
        }
    value, bound = _value(row["value"])
    row["note"] = "; ".join(part for part in (row["note"], bound) if part)
    if row["variable"] in BUDGET:
        _budget(sheet, row, value)
    elif row["variable"] in ("gdp_growth", "key_rate_average") or row["kind"] == "forecast":
        _forecast(sheet, row)
    elif row["variable"] in ("military_spending_total", "military_spending_share_gdp"):
        _military(sheet, row, value)
    elif (
        row["variable"] in POINTS
        and value is not None
        and row["source"] != "Finance Ministry (Moscow Times), news report"
    ):
        code = POINTS[row["variable"]]
        if row["variable"] == "gdp_growth_quarter_on_quarter":
            row["note"] = (
                "seasonal adjustment not named on the page; only an adjusted figure can be this small in a first "
                "quarter"
            )
        if code == "urals_price" and "/" in row["period"]:
            code = "urals_price_average"
        kind = {"preliminary": "estimate", "survey": "actual"}.get(row["kind"], row["kind"])
        edition = row["as_of"] if code.endswith("_plan") or code == "urals_budget_assumption" else ""
        published = row["as_of"] if len(row["as_of"]) > 4 or code.endswith("_plan") or kind == "estimate" else ""
        sheet.add(
            "RUS",
            row["period"],
            code,
            value,
            kind,
            sheet.page(row["source"], row["address"], edition=edition),
            published,
            row["note"],
        )


def _value(text: str) -> tuple[float | None, str]:
    if text.startswith(">"):
        return float(text[1:]), "lower bound: the page says more than this"
    if text.startswith("<"):
        return float(text[1:]), "upper bound: the page says less than this"
    try:
        return float(text), ""
    except ValueError:
        return None, ""


def _budget(sheet: Sheet, row: dict, value: float | None) -> None:
    if value is None or row["source"].startswith("Grokipedia"):
        return
    code = SHORT.get(row["variable"], row["variable"])
    planned = row["kind"] in ("plan", "forecast")
    if planned:
        within = code in IN_YEAR and row["period"] == row["as_of"][:4] and len(row["as_of"]) > 4
        code, kind, edition = f"in_year_{code}" if within else f"{code}_plan", "plan", full_day(row["as_of"])[0]
    else:
        kind, edition = ("actual" if row["kind"] == "actual" else "estimate"), ""
        if "/" in row["period"] or "Q" in row["period"]:
            code, row["period"] = f"{code}_ytd", _from_january(row["period"])
        elif len(row["period"]) == 7:
            code = f"{code}_month"
    origin = sheet.page(row["source"], row["address"], edition=edition)
    sheet.add("RUS", row["period"], code, value, kind, origin, row["as_of"], row["note"])


def _stated(sheet: Sheet, statements: pd.DataFrame, pages: pd.DataFrame) -> None:
    """The line of the year under way as the president gave it, and the lines of a draft that were quoted in euros
    alone."""
    row = statements[statements.id == "4"].iloc[0]
    amount, share = re.search(r"([\d.]+) trillion roubles, ([\d.]+) percent of GDP", row.claim).groups()  # type: ignore[union-attr]
    source = f"{row.speaker}, press conference in Minsk ({row.outlet})"
    origin = sheet.page(source, row.address, edition=row.date, publisher=row.office)
    note = "said in the month in which the law was amended; the amended law's own line is not held"
    for code, value in (("in_year_national_defence", amount), ("in_year_national_defence_share", share)):
        sheet.add("RUS", row.date[:4], code, float(value), "plan", origin, row.date, note)
    for row in pages[pages.variable == "national_defence_chapter_eur"].itertuples():
        origin = sheet.page(row.source, row.address, edition=row.as_of)
        sheet.add("RUS", row.period, "national_defence_eur_plan", float(row.value), "plan", origin, row.as_of, row.note)


def _from_january(period: str) -> str:
    """Write 2025Q1 as 2025-01/2025-03, so that sums since January share one form."""
    match = re.fullmatch(r"(\d{4})Q1", period)
    return f"{match[1]}-01/{match[1]}-03" if match else period


def _forecast(sheet: Sheet, row: dict) -> None:
    """Forecasts by institution; annual growth that was reported goes to its own series."""
    if row["variable"] == "gdp_growth" and row["kind"] != "forecast":
        kind = "estimate" if row["kind"] == "preliminary" else "actual"
        sheet.add(
            "RUS",
            row["period"],
            "gdp_growth_reported",
            float(row["value"]),
            kind,
            sheet.page(row["source"], row["address"]),
            row["as_of"],
            row["note"],
        )
        return
    names = {
        "gdp_growth": "gdp_growth_forecast",
        "cpi_year_on_year": "cpi_yoy_forecast",
        "key_rate_average": "key_rate_forecast",
        "brent_assumption": "brent_budget_assumption",
        "rub_per_usd": "rub_per_usd_budget_assumption",
    }
    code = names.get(row["variable"])
    if code is None:
        return
    if "assumption" not in code:
        issuer = next(
            (slug for name, slug in FORECASTERS.items() if row["source"].startswith(name) or name in row["source"]),
            None,
        )
        if issuer is None:
            raise ValueError(f"no issuer known for {row}")
        code = f"{code}_{issuer}"
    day = full_day(row["as_of"])[0]
    origin = sheet.page(row["source"], row["address"], edition=day)
    kind = "plan" if "assumption" in code else "forecast"
    match = re.fullmatch(r"(-?[\d.]+)(?:-| to )(-?[\d.]+)", row["value"])
    if match:
        for end, value in (("low", match[1]), ("high", match[2])):
            sheet.add("RUS", row["period"], f"{code}_{end}", float(value), kind, origin, row["as_of"], row["note"])
    else:
        sheet.add("RUS", row["period"], code, float(row["value"]), kind, origin, row["as_of"], row["note"])


def _military(sheet: Sheet, row: dict, value: float | None) -> None:
    name = "military_spending_share" if row["variable"].endswith("gdp") else "military_spending_total"
    suffix = "" if row["source"].startswith("SIPRI") else "_iiss"
    sheet.add(
        "RUS",
        row["period"],
        name + suffix,
        value,
        "plan" if "planned" in row["source"] else "estimate",
        sheet.page(row["source"], row["address"]),
        row["as_of"],
        row["note"],
    )


def _annual(sheet: Sheet, data: pd.DataFrame) -> None:
    codes = {
        "gdp_growth": "gdp_growth_world_bank",
        "cpi_annual_average": "cpi_world_bank",
        "gdp_deflator_change": "gdp_deflator_growth_world_bank",
    }
    data = data[(data.entity == "Russia") & data.variable.isin(codes)]
    last = data.groupby("variable")["date"].max()
    for row in data.itertuples():
        terms = "World Bank terms: attribution; copy in a public repository"
        origin = sheet.page(row.source, row.address, terms, edition=f"to-{last[row.variable]}")
        sheet.add("RUS", row.date, codes[row.variable], float(row.value), "actual", origin, "", row.note)


def _sipri(sheet: Sheet, data: pd.DataFrame) -> None:
    origin = sheet.origin(
        "sipri-2025-single",
        "2025-04",
        "2025-04-30",
        SIPRI,
        "github:jacobvoss/geopolitical-dashboard@a6a6f6ca379a283e9ced303ca79e675e258009d8:data/SIPRI-Milex-da"
        "ta-1949-2024_2.xlsx",
        "SIPRI: non-commercial use of small parts with credit; single figures cited, the tables stay out",
        "published: month only, its last day taken",
    )
    for iso3, year, what in SIPRI_FIGURES:
        variable = "milex_share_gdp" if what == "share" else "milex_lcu"
        row = data[(data.iso3 == iso3) & (data.year == year) & (data.variable == variable)].iloc[0]
        code = "military_spending_share" if what == "share" else "military_spending_total"
        value = row.value if what == "share" else row.value / 1e12
        sheet.add(iso3, year, code, value, "estimate" if row.flag == "e" else "actual", origin)
