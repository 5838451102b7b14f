"""NATO's workbook of tables: layouts of 2024 (labels in columns B and C) to 2026 (labels in column A)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pandas as pd

from overstretch import shipped
from overstretch.facts import registry
from overstretch.facts.fetch import Download, FetchError, Limits, get
from overstretch.facts.sources.form import in_form
from overstretch.facts.sources.workbook import open_workbook, stamped

TOPIC = "https://www.nato.int/en/what-we-do/introduction-to-nato/defence-expenditures-and-natos-5-commitment"
TERMS = "public NATO document; attribution to NATO; not to be sold or used for advertising"
_LINK = re.compile(r"""href=["']([^"']*def-exp-(\d{4})[^"']*-en\.(?:pdf|xlsx))["']""", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})\s*(e?)", re.IGNORECASE)
_TITLE = re.compile(r"Table\s*\d+\s*[ab]?\s*[:.]\s*(.*)", re.IGNORECASE)
_UNIT = re.compile(r"million.*(us dollars|national currency)", re.IGNORECASE)
_TABLES = shipped.rows("facts", "sources/nato.toml")
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
    """Rows of a workbook in the one form; `published` (ISO day) overrides the file's date.

    Without either the workbook's own stamp counts where it is of the last year of the tables; FetchError where it is
    not (the file was saved again), or where the layout is unknown.
    """
    book = open_workbook(file)
    rows = [row for sheet in book for row in _sheet_rows([list(cells) for cells in sheet.iter_rows(values_only=True)])]
    frame = pd.DataFrame(rows, columns=["variable", "heading", "label", "period", "estimate", "value"])
    frame = frame[~frame["label"].map(_plain).isin(_TABLES["left_out"])]
    frame["entity"] = frame["label"].map(_entity)
    last_year = int(frame["period"].max()) if len(frame) else 0
    day = published or file.modified or stamped(book, file.address, last_year, last_year)
    _complete(frame, file.address, day)
    first, last = frame["period"].min(), frame["period"].max()
    basis = frame["heading"].str.extract(r"(\d{4}) prices", expand=False)
    constant = frame["variable"].str.contains("constant")
    frame["kind"] = frame["estimate"].map({True: "estimate", False: "actual"})
    source = f"NATO, Defence Expenditure of NATO Countries ({first}-{last})"
    made = in_form(frame, day, day[:7], source, file.address, TERMS)
    return made.assign(unit=made["unit"].where(~constant, made["unit"] + ", " + basis.fillna("") + " prices"))


def _sheet_rows(cells: list[list]) -> Iterator[tuple]:
    """Rows of a sheet: variable, heading of the block, label, period, whether an estimate, value."""
    table, heading, years = _table(cells), "", []
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


def _table(cells: list[list]) -> str:
    """What a sheet holds, "title | unit", from its first rows; "" where it names no table."""
    texts = [cell.strip() for row in cells[:20] for cell in row[:4] if isinstance(cell, str)]
    title = next((match[1].strip() for text in texts if (match := _TITLE.match(text))), "")
    unit = next((match[0] for text in texts if (match := _UNIT.search(text))), "")
    return f"{title} | {unit}"


def _variable(table: str, heading: str) -> str | None:
    for one in _TABLES["block"]:
        if re.search(one["title"], table, re.IGNORECASE) and re.match(one["heading"], heading, re.IGNORECASE):
            return one["variable"]
    return None


def _plain(label: str) -> str:
    return re.sub(r"\s*(\([^)]*\)|\*+)", "", label).strip()


def _entity(label: str) -> str | None:
    names = {e.name: code for code, e in registry.entities().items()} | _TABLES["names"]
    return names.get(_plain(label))


def _complete(frame: pd.DataFrame, address: str, day: str) -> None:
    """FetchError where the layout gave other than whole tables: unknown rows, missing tables, few allies."""
    unknown = sorted(frame.loc[frame["entity"].isna(), "label"].unique())
    if unknown:
        raise FetchError(f"{address}: rows of no known ally: {', '.join(unknown[:5])}; the layout has changed")
    members = len(registry.allies(day)) - 1  # Iceland has no forces and no row
    absent = [v for v in NEEDED if frame.loc[frame["variable"] == v, "entity"].nunique() < members]
    if absent:
        raise FetchError(f"{address}: no whole table of {', '.join(absent)}; the layout has changed")
    repeated = frame.duplicated(["variable", "entity", "period"])
    if repeated.any():
        first = frame[repeated].iloc[0]
        raise FetchError(
            f"{address}: {first['variable']} of {first['entity']} for {first['period']} twice; the layout has changed"
        )
