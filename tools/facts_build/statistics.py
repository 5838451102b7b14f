"""Defence and macroeconomic statistics: NATO, IMF WEO, DSA inputs, yields, World Bank."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from overstretch.facts import allies, derive
from tools.facts_build.codes import codes
from tools.facts_build.debt import add_paths
from tools.facts_build.sheet import Sheet

NATO_TERMS = "public NATO document; attribution to NATO"
IMF_TERMS = "IMF terms of use: attribution; copy in an MIT-licensed repository"
CODES = codes("statistics")
NATO_CODES = CODES["nato_codes"]
DOCUMENTS = {"2025-04": "NATO, Secretary General's Annual Report 2024"}
# Totals of the edition of August 2025, of which single figures are held.
TOTALS_PAGE = "https://news.az/news/european-nato-allies-to-meet-2-defense-spending-goal-together-for-the-first-time"
TOTALS_OF_2025 = (("NATO_EUR_CAN", 2024, 1.99), ("NATO_EUR_CAN", 2025, 2.27), ("NATO_TOTAL", 2025, 2.76))
WEO_CODES = CODES["weo_codes"]
WEO_EDITIONS = CODES["weo_editions"]
WEO_FROM = 2000
DSA_CODES = CODES["dsa_codes"]
# What the Commission's forecast itself holds, with the rate that its balances imply; the rest comes from other
# documents.
SPRING_FORECAST = frozenset(CODES["spring_forecast"].split())
DSA_FILE = (
    "github:lennardwelslau/eu-debt-sustainability-analysis@8f9668b82dcf4aadf2e709f305393e965fc1309e:data/"
    "InputData/deterministic_data_2025_10.csv"
)
SPRING = "https://euobserver.com/green-economy/ar3d96c642"
STRUCTURE_CODES = CODES["structure_codes"]


def nato(material: Path) -> Sheet:
    sheet = Sheet("nato")
    sheet.origin(
        "nato-2024-06",
        "2024-06",
        "2024-06-17",
        "NATO, Defence Expenditure of NATO Countries (2014-2024)",
        "github:jacobvoss/geopolitical-dashboard@a6a6f6ca379a283e9ced303ca79e675e258009d8:data/240617-def-exp"
        "-2024-TABLES-en.xlsx",
        NATO_TERMS,
    )
    sheet.origin(
        "nato-2026-07",
        "2026-07",
        "2026-07-10",
        "NATO, Defence Expenditure of NATO Countries (2014-2026), core defence expenditure",
        "github:aiutononesistonousername/leave-the-gun-take-the-cannoli@366dedbbf761c480cfe91ca2da7c28a3a0798"
        "10d:data/processed/nato_defence.csv",
        NATO_TERMS,
        "transcribed from a stored copy of a parse of NATO's workbook; sums agree with NATO's totals",
    )
    data = pd.read_csv(material / "nato_defence_expenditure.csv")
    for row in data.itertuples():
        unit = {
            "def_exp_usd_2015_m": "USD million, 2015 prices",
            "gdp_usd_2015_m": "USD million, 2015 prices",
            "core_usd_2021_m": "USD million, 2021 prices",
        }.get(row.variable, "")
        kind = "estimate" if row.estimate == "e" else "actual"
        sheet.add(row.iso3, row.year, NATO_CODES[row.variable], row.value, kind, f"nato-{row.edition}", unit=unit)
    _vintages(sheet, pd.read_csv(material / "2026-11/nato_share_vintages.csv"))
    return sheet


def _vintages(sheet: Sheet, data: pd.DataFrame) -> None:
    """Editions of the share that are held in part: as a page or a repository gave them, each with its day.

    Years before 2014 stay out: the whole editions begin there, and no older level may be joined on.
    """
    for row in data[~data.edition.isin(["2024-06", "2026-07"]) & (data.year >= 2014)].itertuples():
        document = DOCUMENTS.get(row.edition, "NATO, Defence Expenditure of NATO Countries")
        address = "copy of NATO's table (its address is not recorded)" if "public copy" in row.source else row.source
        kind = "estimate" if row.flag == "e" else "actual"
        note = "name lost on the page: assigned by elimination" if (row.iso3, row.edition) == ("HRV", "2025-04") else ""
        for part in address.split(" ; "):
            named = re.match(r"((?:[A-Z]{3}, )*[A-Z]{3}): ", part)
            if (row.iso3 in named[1]) if named else True:
                chosen = part[named.end() :] if named else part
        place = re.sub(r" \((?!PR).*", "", chosen)
        origin = sheet.page(f"{document}, {row.edition}", place, NATO_TERMS, row.edition, "NATO", "copy")
        sheet.add(row.iso3, row.year, "core_share", row.value, kind, origin, row.published, note)
    for entity, year, value in TOTALS_OF_2025:
        origin = sheet.page(
            "NATO, Defence Expenditure of NATO Countries, 2025-08", TOTALS_PAGE, NATO_TERMS, "2025-08", "NATO", "quoted"
        )
        sheet.add(entity, year, "core_share", value, "estimate", origin, "2025-08-28")


def weo(material: Path) -> Sheet:
    sheet = Sheet("weo")
    for edition, (day, address, file) in WEO_EDITIONS.items():
        sheet.origin(
            f"weo-{edition}",
            edition,
            day,
            f"IMF World Economic Outlook, {edition}",
            f"github:mitsuoxv/imf-weo:data/{file}",
            IMF_TERMS,
            f"day of release: {address}",
        )
        sheet.origin(
            f"weo-{edition}-derived",
            edition,
            day,
            f"derived from IMF World Economic Outlook, {edition}",
            f"github:mitsuoxv/imf-weo:data/{file}",
            IMF_TERMS,
            "net interest = primary less overall balance; rate = net interest in money over last year's gross debt in "
            "money; net of interest income, so lower than a gross rate",
        )
    old = pd.read_csv(material / "imf_weo_older_vintages.csv")
    new = pd.read_csv(material / "imf_weo_2025_10.csv").assign(vintage="2025-10")
    data = pd.concat([old, new])
    wanted = {*allies(), "RUS", "UKR"}
    data = data[data.iso3.isin(wanted) & data.variable.isin(WEO_CODES) & (data.year >= WEO_FROM)]
    last_growth = data[data.variable == "NGDP"].groupby(["vintage", "iso3"]).last_actual.first()
    for row in data.itertuples():
        last = row.last_actual if row.last_actual == row.last_actual else last_growth[row.vintage, row.iso3]
        kind = "actual" if row.year <= last else "forecast"
        sheet.add(row.iso3, row.year, WEO_CODES[row.variable], row.value, kind, f"weo-{row.vintage}")
    _net_rates(sheet, data)
    _oil(sheet, material)
    return sheet


def _net_rates(sheet: Sheet, data: pd.DataFrame) -> None:
    """Net interest (% of GDP) and net effective rate (%) of each edition, from balances, debt and nominal GDP."""
    wide = data.pivot(index=["vintage", "iso3", "year"], columns="variable", values="value").sort_index()

    def panel(code: str) -> pd.DataFrame:
        return wide[code].unstack(["vintage", "iso3"])

    primary, overall = panel("GGXONLB_NGDP"), panel("GGXCNL_NGDP")
    interest = derive.net_interest(primary, overall).unstack().dropna()
    rate = derive.net_effective_rate(primary, overall, panel("GGXWDG_NGDP"), panel("NGDP")).unstack().dropna()
    last = data[data.variable == "GGXCNL_NGDP"].groupby(["vintage", "iso3"]).last_actual.first()
    for name, values in (("net_interest", interest), ("net_effective_rate", rate)):
        for (vintage, iso3, year), value in values.items():
            kind = "estimate" if year <= last[vintage, iso3] else "forecast"
            sheet.add(iso3, year, name, round(value, 4), kind, f"weo-{vintage}-derived")


def _oil(sheet: Sheet, material: Path) -> None:
    data = pd.read_csv(material / "imf_weo_commodity_prices_2025_10.csv")
    for code, name in (("POILAPSP", "oil_price_weo"), ("POILBRE", "brent_price_weo")):
        for row in data[(data.variable == code) & (data.year >= WEO_FROM)].itertuples():
            sheet.add("WLD", row.year, name, row.value, "actual" if row.year <= 2024 else "forecast", "weo-2025-10")


def fiscal(material: Path) -> Sheet:
    sheet = Sheet("fiscal")
    terms = "public repository, licence not opened; official figures behind it; no market columns taken"
    sheet.origin(
        "dsa-2025-05",
        "2025-05",
        "2025-05-19",
        "European Commission, spring forecast of 2025, as held in EU debt sustainability inputs",
        DSA_FILE,
        terms,
        f"the file's growth of Germany (-0.03, 1.10) is that of the spring forecast; day of release: {SPRING}; rounded "
        "to four decimals",
    )
    sheet.origin(
        "dsa-2025-10",
        "2025-10",
        "2025-10-31",
        "EU debt sustainability inputs, October 2025",
        DSA_FILE,
        terms,
        "inputs of a public replication of the Commission's method; published: month of the file, its last day taken; "
        "rounded to four decimals",
    )
    data = pd.read_csv(material / "eu_dsa_inputs_2025_10.csv")
    for row in data.to_dict("records"):
        for column, name in DSA_CODES.items():
            if row[column] == row[column]:
                sheet.add(
                    row["iso3"],
                    int(row["year"]),
                    name,
                    row[column],
                    "actual" if row["year"] <= 2024 else "forecast",
                    "dsa-2025-05" if name in SPRING_FORECAST else "dsa-2025-10",
                )
    structure = pd.read_csv(material / "eu_dsa_debt_structure.csv")
    for row in structure.to_dict("records"):
        for column, name in STRUCTURE_CODES.items():
            if row[column] == row[column]:
                sheet.add(row["iso3"], 2024, name, row[column], "estimate", "dsa-2025-10")
        for name in ("potential_growth", "ageing_cost"):
            for year in (2030, 2035):
                value = row[f"{name}_{year}_pct" + ("_gdp" if name == "ageing_cost" else "")]
                if value == value:
                    sheet.add(row["iso3"], year, name, value, "forecast", "dsa-2025-10")
    add_paths(sheet)
    _yields(sheet, material)
    _world_bank(sheet, material)
    return sheet


def _yields(sheet: Sheet, material: Path) -> None:
    sheet.origin(
        "yield-usa",
        "to-2025",
        "",
        "US Treasury 10-year yield, annual mean of monthly values",
        "github:datasets/bond-yields-us-10y@d7a459ca265d7c051de35c2617b9ebe33518a0f9",
        "public data package; US government figures are public domain",
    )
    sheet.origin(
        "yield-gbr",
        "to-2025",
        "",
        "United Kingdom 10-year yield, annual mean",
        "github:datasets/bond-yields-uk-10y@41612a2cf095c2ace20b9f27889ea72bab3387d0",
        "public data package",
    )
    data = pd.read_csv(material / "bond_yields_10y_us_uk.csv")
    for row in data[(data.year >= 1990) & (data.year <= 2025)].itertuples():
        sheet.add(row.iso3, row.year, "yield_10y", row.yield_10y_pct, "actual", f"yield-{row.iso3.lower()}")
    origin = sheet.origin(
        "yield-ecb",
        "2025-10",
        "2025-10-31",
        "ECB, harmonised long-term interest rates (convergence), annual mean, as held in EU debt sustainability inputs",
        "github:lennardwelslau/eu-debt-sustainability-analysis@8f9668b82dcf4aadf2e709f305393e965fc1309e:data/"
        "InputData/deterministic_data_2025_10.csv",
        "ECB: reuse with the source named",
        "the repository's code takes its benchmark rates from the ECB Data Portal (code/data_pipeline/sources.py) and "
        "only forward rates and swaps from a closed vendor; 2025 is a part of the year; published: month of the "
        "edition, its last day taken",
    )
    inputs = pd.read_csv(material / "eu_dsa_inputs_2025_10.csv")
    held = inputs[
        inputs.year.isin([2024, 2025]) & ~inputs.iso3.isin(["GBR", "NOR"]) & inputs.market_rate_10y_pct.notna()
    ]
    for row in held.itertuples():
        sheet.add(
            row.iso3,
            row.year,
            "yield_10y",
            row.market_rate_10y_pct,
            "actual" if row.year == 2024 else "estimate",
            origin,
        )
    _short_yields(sheet, inputs)


def _short_yields(sheet: Sheet, inputs: pd.DataFrame) -> None:
    origin = sheet.origin(
        "yield-short-ecb",
        "2025-10",
        "2025-10-31",
        "ECB, government finance statistics: mean yield of short-term public debt, as held in EU debt sustainability "
        "inputs",
        "github:lennardwelslau/eu-debt-sustainability-analysis@8f9668b82dcf4aadf2e709f305393e965fc1309e:data/"
        "InputData/deterministic_data_2025_10.csv",
        "ECB: reuse with the source named",
        "the repository's code takes it from the ECB Data Portal (code/data_pipeline/sources.py); last month held of "
        "the year; states without one have the euro area's; published: month of the edition, its last day taken",
    )
    held = inputs[
        inputs.year.isin([2024, 2025]) & ~inputs.iso3.isin(["GBR", "NOR"]) & inputs.market_rate_short_pct.notna()
    ]
    for row in held.itertuples():
        kind = "actual" if row.year == 2024 else "estimate"
        sheet.add(row.iso3, row.year, "yield_short", row.market_rate_short_pct, kind, origin)


def _world_bank(sheet: Sheet, material: Path) -> None:
    address = "github:datasets/gdp@822019c80142c162e4ca4eb1a63699ae36075078:data/gdp.csv"
    sheet.origin(
        "wdi-gdp",
        "to-2023",
        "",
        "World Bank, GDP in current US dollars (NY.GDP.MKTP.CD)",
        address,
        "World Bank terms: attribution",
        "day of the copy unknown: admitted by the lag; an older edition than the WEO",
    )
    data = pd.read_csv(material / "worldbank_gdp_current_usd.csv")
    wanted = {*allies(), "RUS", "UKR", "IND", "KOR"}
    for row in data[data.iso3.isin(wanted) & (data.year >= 1960)].itertuples():
        sheet.add(row.iso3, row.year, "gdp_usd_world_bank", row.gdp_current_usd / 1e9, "actual", "wdi-gdp")
