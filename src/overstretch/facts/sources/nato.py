"""NATO's workbook of tables: layouts of 2024 (labels in columns B and C) to 2026 (labels in column A)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pandas as pd

from overstretch.facts import registry
from overstretch.facts.fetch import Download, FetchError, Limits, get
from overstretch.facts.sources.workbook import open_workbook

TOPIC = "https://www.nato.int/en/what-we-do/introduction-to-nato/defence-expenditures-and-natos-5-commitment"
TERMS = "public NATO document; attribution to NATO; not to be sold or used for advertising"
_LINK = re.compile(r"""href=["']([^"']*def-exp-(\d{4})[^"']*-en\.(?:pdf|xlsx))["']""", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})\s*(e?)", re.IGNORECASE)
_TABLE = re.compile(r"Table\s*(\d+[ab]?)\s*:", re.IGNORECASE)
_NAMES = {
    "Slovak Republic": "SVK", "Czech Republic": "CZE", "Turkey": "TUR", "Turkiye": "TUR",
    "NATO Total": "NATO_TOTAL", "NATO Europe and Canada": "NATO_EUR_CAN",
}  # fmt: skip
# (table, start of the block's heading): variable
_BLOCKS = (
    ("1", r"current prices", "core_spending_lcu"),
    ("2", r"current prices", "core_spending_usd_current"),
    ("2", r"constant \d{4} prices", "core_spending_usd_constant"),
    ("3", r"share of (real )?gdp", "core_share"),
    ("3", r"annual real change", "core_real_change"),
    ("5", r"current prices", "nato_gdp_usd_current"),
    ("5", r"constant \d{4} prices", "nato_gdp_usd_constant"),
    ("7", r"military personnel|thousands", "personnel"),
    ("8a", r"equipment", "equipment_share"),
    ("8a", r"personnel", "personnel_share"),
    ("8b", r"infrastructure", "infrastructure_share"),
    ("8b", r"other", "other_share"),
)
NEEDED = ("core_share", "core_spending_usd_current", "core_spending_usd_constant", "equipment_share", "personnel")


def fetch(limits: Limits, topic: str = TOPIC) -> pd.DataFrame:
    """The newest edition's tables: its link is read from NATO's topic page, the day from the file's date."""
    page = get(topic, limits)
    links = [
        (year, urljoin(page.address, link)) for link, year in _LINK.findall(page.content.decode("utf-8", "replace"))
    ]
    if not links:
        raise FetchError(f"{topic} links no tables named def-exp-YEAR-en: the page has changed")
    year = max(y for y, _ in links)
    candidates = [link for y, link in links if y == year]
    workbooks = [c for c in candidates if c.endswith(".xlsx")] or [c.removesuffix(".pdf") + ".xlsx" for c in candidates]
    return parse(get(workbooks[0], limits))


def parse(file: Download, published: str = "") -> pd.DataFrame:
    """Rows of a workbook in the one form; `published` (ISO day) overrides the file's date."""
    rows = [row for title, cells in _sheets(file) for row in _sheet_rows(title, cells)]
    day = published or file.modified
    if not day:
        raise FetchError(
            f"{file.address}: the workbook has no date of publication; give it with --published YYYY-MM-DD"
        )
    frame = pd.DataFrame(rows, columns=["variable", "heading", "label", "period", "estimate", "value"])
    frame["entity"] = frame["label"].map(_entity)
    _complete(frame, file.address)
    first, last = frame["period"].min(), frame["period"].max()
    basis = frame["heading"].str.extract(r"(\d{4}) prices", expand=False)
    constant = frame["variable"].str.contains("constant")
    units = frame["variable"].map(lambda code: registry.variable(code).unit)
    return pd.DataFrame(
        {
            "entity": frame["entity"], "period": frame["period"],
            "variable": frame["variable"], "value": frame["value"],
            "unit": units.where(~constant, units + ", " + basis.fillna("") + " prices"),
            "kind": frame["estimate"].map({True: "estimate", False: "actual"}), "edition": day[:7], "published": day,
            "source": f"NATO, Defence Expenditure of NATO Countries ({first}-{last})",
            "address": file.address, "terms": TERMS, "note": "",
        }
    )  # fmt: skip


def _sheets(file: Download) -> list[tuple[str, list[list]]]:
    book = open_workbook(file)
    return [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]


def _sheet_rows(title: str, cells: list[list]) -> Iterator[tuple]:
    """Rows of a sheet: variable, heading of the block, label, period, whether an estimate, value."""
    table, heading, years = _table(title, cells), "", []
    for row in cells:
        texts = [c.strip() for c in row[:4] if isinstance(c, str) and c.strip() and c.strip() != "#REF!"]
        if header := _header(row):
            years = header
            heading = texts[0] if texts and not _YEAR.fullmatch(texts[0]) else heading
        elif texts and not any(isinstance(c, int | float) for c in row[1:]):
            heading = texts[0]
        elif texts and years and (variable := _variable(table, heading)):
            for place, period, estimate in years:
                if place < len(row) and isinstance(row[place], int | float) and not isinstance(row[place], bool):
                    yield variable, heading, texts[0], period, estimate, float(row[place])


def _header(row: list) -> list[tuple[int, str, bool]]:
    """Place, year and whether an estimate of each cell, where the row is one of consecutive years; else nothing."""
    found = [(i, _YEAR.fullmatch(str(c).strip())) for i, c in enumerate(row) if c is not None]
    header = [(i, m[1], m[2] != "") for i, m in found if m]
    years = [int(year) for _, year, _ in header]
    return header if len(years) >= 5 and years == list(range(years[0], years[0] + len(years))) else []


def _table(title: str, cells: list[list]) -> str:
    for row in cells[:12]:
        for cell in row[:4]:
            if isinstance(cell, str) and (match := _TABLE.match(cell.strip())):
                return match[1].lower()
    match = re.search(r"(\d+[ab]?)$", title.strip(), re.IGNORECASE)
    return match[1].lower() if match else ""


def _variable(table: str, heading: str) -> str | None:
    return next((v for t, start, v in _BLOCKS if t == table and re.match(start, heading, re.IGNORECASE)), None)


def _entity(label: str) -> str | None:
    name = re.sub(r"\s*(\([^)]*\)|\*+)", "", label).strip()
    names = {e.name: code for code, e in registry.entities().items()} | _NAMES
    return names.get(name)


def _complete(frame: pd.DataFrame, address: str) -> None:
    """FetchError where the layout gave other than whole tables: unknown rows, missing tables, few allies."""
    unknown = sorted(frame.loc[frame["entity"].isna(), "label"].unique())
    if unknown:
        raise FetchError(f"{address}: rows of no known ally: {', '.join(unknown[:5])}; the layout has changed")
    absent = [v for v in NEEDED if frame.loc[frame["variable"] == v, "entity"].nunique() < 31]
    if absent:
        raise FetchError(f"{address}: no whole table of {', '.join(absent)}; the layout has changed")
    repeated = frame.duplicated(["variable", "entity", "period"])
    if repeated.any():
        first = frame[repeated].iloc[0]
        raise FetchError(
            f"{address}: {first['variable']} of {first['entity']} for {first['period']} twice; the layout has changed"
        )
