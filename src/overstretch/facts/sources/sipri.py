"""SIPRI's workbook of military expenditure, of any year: it stays on the user's machine (non-commercial use, with
credit)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pandas as pd

from overstretch import shipped
from overstretch.facts import registry
from overstretch.facts.fetch import Download, FetchError, Limits, get
from overstretch.facts.sources.workbook import open_workbook, stamped

PAGE = "https://www.sipri.org/databases/milex"
TERMS = "SIPRI: non-commercial use of small parts with credit to SIPRI; not to be passed on as a table"
_LINK = re.compile(r"""href=["']([^"']*SIPRI-Milex-data-(\d{4})-(\d{4})[^"']*\.xlsx)["']""", re.IGNORECASE)
_TABLES = shipped.rows("facts", "sources/sipri.toml")
_FED = ("RUS", "UKR")
_BLUE, _RED = "0000FF", "FF0000"


def fetch(limits: Limits, page: str = PAGE) -> pd.DataFrame:
    """The newest workbook linked on SIPRI's page."""
    text = get(page, limits)
    links = [
        (end, urljoin(text.address, link)) for link, _, end in _LINK.findall(text.content.decode("utf-8", "replace"))
    ]
    if not links:
        raise FetchError(f"{page} links no workbook named SIPRI-Milex-data: the page has changed")
    return parse(get(max(links)[1], limits))


def parse(file: Download, published: str = "") -> pd.DataFrame:
    """Rows of the workbook for the project's countries; `published` (ISO day) overrides the file's own date."""
    book = open_workbook(file)
    rows = [row for sheet in _TABLES["sheet"] for row in _sheet(book, **sheet, address=file.address)]
    frame = pd.DataFrame(rows, columns=["variable", "unit", "entity", "period", "value", "kind", "note"])
    last_year = int(frame["period"].max()) if len(frame) else 0
    day = published or file.modified or stamped(book, file.address, last_year + 1, last_year + 1)
    if (
        frame.groupby("variable")["entity"]
        .nunique()
        .reindex([one["variable"] for one in _TABLES["sheet"]])
        .fillna(0)
        .lt(30)
        .any()
    ):
        raise FetchError(
            f"{file.address}: sheets with fewer than 30 of the project's countries; the layout has changed"
        )
    frame = pd.concat([frame, *(_fed(frame, **row) for row in _TABLES["feed"])], ignore_index=True)
    span = f"{frame['period'].min()}-{frame['period'].max()}"
    return frame.assign(
        edition=day[:7],
        published=day,
        source=f"SIPRI Military Expenditure Database, {span}",
        address=file.address,
        terms=TERMS,
    )


def _fed(frame: pd.DataFrame, source: str, variable: str, scale: float) -> pd.DataFrame:
    rows = frame[(frame["variable"] == source) & frame["entity"].isin(_FED)]
    return rows.assign(variable=variable, unit=registry.variable(variable).unit, value=rows["value"] * scale)


def _sheet(book: Any, start: str, variable: str, scale: float, address: str) -> Iterator[tuple]:
    """Rows of one sheet: (variable, unit, entity, year, value, kind, note); blue cells are estimates, red uncertain."""
    title = next((t for t in book.sheetnames if t.startswith(start)), None)
    if title is None:
        raise FetchError(f"{address}: no sheet named {start!r}; sheets: {', '.join(book.sheetnames)}")
    unit = registry.variable(variable).unit
    if basis := re.search(r"\((\d{4})\)", title):
        unit = f"{unit}, {basis[1]} prices"
    names = {e.name: code for code, e in registry.entities().items() if e.kind == "country"} | _TABLES["names"]
    years: dict[int, str] = {}
    for row in book[title].iter_rows():
        label = str(row[0].value or "").strip() if row else ""
        if label == "Country":
            years = {i: str(c.value) for i, c in enumerate(row) if re.fullmatch(r"\d{4}", str(c.value or ""))}
        elif years and label in names:
            for place, year in years.items():
                value = row[place].value if place < len(row) else None
                if isinstance(value, int | float) and not isinstance(value, bool):
                    kind, note = _certainty(row[place])
                    yield variable, unit, names[label], year, float(value) * scale, kind, note
    if not years:
        raise FetchError(f"{address}: sheet {title!r} has no row of years after 'Country'; the layout has changed")


def _certainty(cell: Any) -> tuple[str, str]:
    """Kind and note by the colour of a cell's figure (given as such or by its place in the old palette)."""
    from openpyxl.styles.colors import COLOR_INDEX

    color = cell.font.color if cell.font else None
    if color is None or color.type not in ("rgb", "indexed"):
        return "actual", ""
    shade = (color.rgb if color.type == "rgb" else COLOR_INDEX[color.indexed])[-6:]
    if shade == _RED:
        return "estimate", "highly uncertain (SIPRI)"
    return ("estimate", "") if shade == _BLUE else ("actual", "")
