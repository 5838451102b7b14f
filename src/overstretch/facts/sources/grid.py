"""A publisher's table as rows of cells, from a workbook or from text in any usual encoding and with any usual marks."""

from __future__ import annotations

import csv
import re
from datetime import date, datetime

from overstretch.facts.fetch import Download, FetchError, refuse_html
from overstretch.facts.sources.workbook import open_workbook

Cell = str | float | date | None
_ENCODINGS = ("utf-8-sig", "cp1251", "latin-1")
_GROUPS = r"[\s\u00a0\u202f']"
_POINT = re.compile(r"[+\-−]?\d{1,3}(?:[,\s\u00a0\u202f']\d{3})*(?:\.\d+)?|[+\-−]?\d+(?:\.\d+)?")
_COMMA = re.compile(r"[+\-−]?\d{1,3}(?:[.\s\u00a0\u202f']\d{3})*(?:,\d+)?|[+\-−]?\d+(?:,\d+)?")
_SURE_COMMA = re.compile(rf"[+\-−]?\d{{1,3}}(?:{_GROUPS}?\d{{3}})*,(?:\d{{1,2}}|\d{{4,}})")
_MONTHS = {
    name: place
    for names in (
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        ("", "", "", "", "мая", "", "", "", "", "", "", ""),
    )
    for place, name in enumerate(names, start=1)
    if name
}


def sheets(file: Download) -> list[tuple[str, list[list[Cell]]]]:
    """(name, rows of cells) of each sheet of a workbook, or of the one table of a text file.

    Text may be UTF-16, UTF-8 or Windows-1251, with tabs, semicolons or commas between cells. FetchError for a web page
    or an empty file.
    """
    if file.content.startswith(b"PK\x03\x04"):
        return [(s.title, [[*row] for row in s.iter_rows(values_only=True)]) for s in open_workbook(file)]
    refuse_html(file.content, file.address, "a table")
    if file.content.startswith(b"\xd0\xcf\x11\xe0"):
        raise FetchError(f"{file.address}: an old Excel file (.xls); save it as .xlsx or .csv")
    text = _decoded(file.content)
    if not text.strip():
        raise FetchError(f"{file.address}: the file is empty")
    lines = text.splitlines()
    mark = max("\t;,", key=lambda m: sum(line.count(m) for line in lines[:40]))
    return [("", [[*row] for row in csv.reader(lines, delimiter=mark)])]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content[1:200:2].count(0) > 40:
        return content.decode("utf-16-le", "replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 reads any bytes")


def decimal_commas(rows: list[list[Cell]]) -> bool:
    """Whether a table writes decimals with commas: some cells can be read in no other way."""
    return any(isinstance(cell, str) and _SURE_COMMA.fullmatch(cell.strip()) for row in rows for cell in row)


def number(cell: Cell, commas: bool = False) -> float | None:
    """A cell's number, with groups of thousands and signs as printed; None where it holds none (n/a, .., :, --)."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, int | float):
        return float(cell) if cell == cell else None
    text = cell.strip().rstrip("%").strip()
    if not (_COMMA if commas else _POINT).fullmatch(text):
        return None
    text = re.sub(_GROUPS, "", text).replace("−", "-")
    return float(text.replace(".", "").replace(",", ".") if commas else text.replace(",", ""))


def day_or_month(cell: Cell) -> str:
    """A cell's day (`2026-07-01`) or month (`2026-07`) as a period, from the usual ways of writing; '' where
    neither."""
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    text = str(cell or "").strip().lower()
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", text):
        return match[0]
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})( г\.?)?", text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := re.fullmatch(r"(\d{4})[-m](\d\d)", text):
        return f"{match[1]}-{match[2]}"
    if match := re.fullmatch(r"(\d{1,2})[./](\d{4})", text):
        return f"{match[2]}-{int(match[1]):02d}"
    if (match := re.fullmatch(r"([a-zа-я]{3,9})\.?,? (\d{4})( г\.?)?", text)) and match[1][:3] in _MONTHS:
        return f"{match[2]}-{_MONTHS[match[1][:3]]:02d}"
    return ""
