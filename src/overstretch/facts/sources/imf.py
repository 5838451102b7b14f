"""IMF World Economic Outlook over SDMX 2.1 (structure-specific data), read with sdmx1."""

from __future__ import annotations

import io
import logging
import re
from typing import Any
from xml.etree import ElementTree

import pandas as pd

from overstretch import shipped
from overstretch.facts import derive, registry
from overstretch.facts.fetch import FetchError, Limits, get, refuse_html
from overstretch.facts.sources.form import in_form

BASE = "https://api.imf.org/external/sdmx/2.1/data/IMF.RES,WEO,+"
TERMS = "IMF terms of use: attribution"
# indicator: (variable, divisor); the IMF sends full units.
INDICATORS: dict[str, tuple[str, float]] = {
    row["indicator"]: (row["variable"], row["divisor"]) for row in shipped.rows("facts", "sources/imf.toml")["series"]
}
FIRST_YEAR = 2000
_NONE = (None, "", "NaN")


def fetch(limits: Limits, base: str = BASE) -> pd.DataFrame:
    """The current edition for the allies, Russia and Ukraine, from 2000 on, with the derived rates."""
    countries = "+".join([*registry.allies(), "RUS", "UKR"])
    address = f"{base}/{countries}.{'+'.join(INDICATORS)}.A?startPeriod={FIRST_YEAR}"
    file = get(address, limits, headers={"Accept": "application/vnd.sdmx.structurespecificdata+xml;version=2.1"})
    return parse(file.content, base)


def parse(content: bytes, address: str) -> pd.DataFrame:
    """Rows of an SDMX message in the one form, actual up to the series' last actual year, forecast after it."""
    refuse_html(content, address, "SDMX data")
    published = re.search(rb'PUBLICATION_DATE="(\d{4}-\d{2}-\d{2})', content)
    if not published:
        raise FetchError(f"{address}: the message names no PUBLICATION_DATE; the layout has changed")
    return form(_observations(content, address), published[1].decode(), address)


def form(rows: list[tuple], day: str, address: str) -> pd.DataFrame:
    """Rows in the one form of observations (country, indicator, year, value in full units, last actual year).

    Actual up to the series' last actual year, forecast after it, with the derived rates. FetchError where indicators
    are absent.
    """
    frame = pd.DataFrame(rows, columns=["entity", "indicator", "period", "value", "last"])
    absent = sorted(set(INDICATORS) - set(frame["indicator"]))
    if absent:
        raise FetchError(f"{address}: no figures of {', '.join(absent)}")
    codes = frame["indicator"].map({k: v for k, (v, _) in INDICATORS.items()})
    divisors = frame["indicator"].map({k: d for k, (_, d) in INDICATORS.items()})
    frame = frame.assign(variable=codes, value=frame["value"] / divisors, note="")
    frame["kind"] = (frame["period"] <= frame["last"]).map({True: "actual", False: "forecast"})
    frame = pd.concat([frame, _derived(frame)], ignore_index=True)
    return in_form(frame, day, day[:7], f"IMF World Economic Outlook, {day[:7]}", address, TERMS)


def _observations(content: bytes, address: str) -> list[tuple]:
    """Observations as (country, indicator, year, value in full units, last actual year).

    The message's groups (attributes shared by several series) are read here and taken out before sdmx1 reads the rest:
    it compares every observation with every group, which takes minutes on a whole edition.
    """
    try:
        import sdmx
    except ImportError:
        raise FetchError("reading SDMX needs further packages: pip install '.[update]' in a checkout") from None
    logging.getLogger("sdmx").setLevel(logging.ERROR)
    try:
        root = ElementTree.fromstring(content)
        last = _last_actual(root)
        message: Any = sdmx.read_sdmx(io.BytesIO(ElementTree.tostring(root)))
    except Exception as error:  # the reader raises many types; all mean that the message cannot be read
        raise FetchError(f"{address}: no readable SDMX message ({type(error).__name__})") from None
    if not message.data:
        raise FetchError(f"{address}: the SDMX message holds no data set")
    known, rows = registry.entities(), []
    for series, observations in message.data[0].series.items():
        keys = {name: key.value for name, key in series.values.items()}
        if not {"COUNTRY", "INDICATOR"} <= keys.keys():
            raise FetchError(f"{address}: series without COUNTRY and INDICATOR; the layout has changed")
        country, indicator = keys["COUNTRY"], keys["INDICATOR"]
        if indicator not in INDICATORS or country not in known:
            continue
        year = last.get((country, indicator), _year(keys.get("LATEST_ACTUAL_ANNUAL_DATA", "")))
        for one in observations:
            if one.value not in _NONE:
                rows.append((country, indicator, one.dimension["TIME_PERIOD"].value, float(one.value), year))
    return rows


def _last_actual(root: ElementTree.Element) -> dict[tuple[str, str], str]:
    """Last actual year by country and indicator, from the groups, which are removed from the message."""
    last = {}
    for data in [e for e in root.iter() if e.tag.split("}")[-1] == "DataSet"]:
        for group in [e for e in data if e.tag.split("}")[-1] == "Group"]:
            named = group.attrib.get("LATEST_ACTUAL_ANNUAL_DATA")
            if named is not None and {"COUNTRY", "INDICATOR"} <= group.attrib.keys():
                last[group.attrib["COUNTRY"], group.attrib["INDICATOR"]] = _year(named)
            data.remove(group)
    return last


def _year(text: str) -> str:
    """A year as text: `2024`, or the year in which a fiscal year (`FY2024/25`) ends; '' where none is named."""
    if match := re.fullmatch(r"FY(\d{2})\d{2}/(\d{2})", text):
        return match[1] + match[2]
    return text if re.fullmatch(r"\d{4}", text) else ""


def _derived(frame: pd.DataFrame) -> pd.DataFrame:
    wide = {
        name: group.pivot(index="period", columns="entity", values="value") for name, group in frame.groupby("variable")
    }
    primary, overall = wide["balance_primary"], wide["balance_overall"]
    last = frame[frame["variable"] == "balance_overall"].groupby("entity")["last"].first()
    parts = []
    for name, values in (
        ("net_interest", derive.net_interest(primary, overall)),
        ("net_effective_rate", derive.net_effective_rate(primary, overall, wide["debt_gross"], wide["gdp_lcu"])),
    ):
        long = values.stack().dropna().rename("value").reset_index().assign(variable=name)
        long["kind"] = (long["period"] <= long["entity"].map(last)).map({True: "estimate", False: "forecast"})
        parts.append(long.assign(note="derived: net interest = primary less overall balance"))
    return pd.concat(parts, ignore_index=True)
