"""A table as data: typed cells with units, bands and sources. Console, Markdown, JSON, CSV, Excel and pandas are
spellings of it."""

from __future__ import annotations

import html
import json
import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from overstretch import cited
from overstretch.cited import Source
from overstretch.errors import InputError
from overstretch.facts.cells import disarmed
from overstretch.whole import whole

if TYPE_CHECKING:
    import pandas as pd

FORMATS = {"xlsx": "Excel", "csv": "CSV", "md": "Markdown", "json": "JSON"}
LIMITS = ("", " 5%", " 95%")
LONGEST_LINK = 2079
NEEDS_EXCEL = "writing .xlsx needs a further package: pip install '.[excel]' in a checkout"


class Band(NamedTuple):
    """A middle with its 5-95%. text: as people read it."""

    value: float
    low: float | None
    high: float | None
    text: str


Cell = str | int | float | Band | None


@dataclass(frozen=True)
class Column:
    """head: as printed; unit: of its figures, empty for text; kind: text, number, chance (0-1) or band; a band takes
    three cells in a file.

    digits: decimals of a number as it is read; None for four significant digits.
    """

    head: str
    unit: str = ""
    kind: str = "text"
    digits: int | None = None

    @property
    def banded(self) -> bool:
        return self.kind in ("chance", "band")

    @property
    def labels(self) -> list[str]:
        """Heads of its cells in a file, with the unit."""
        unit = f" ({self.unit})" if self.unit not in ("", self.head) else ""
        return [f"{self.head}{limit}{unit}" for limit in LIMITS] if self.banded else [f"{self.head}{unit}"]

    def cells(self, cell: Cell) -> list[str | float | None]:
        """What a file holds of a cell: typed, a band as middle and ends."""
        if not self.banded:
            return [cell if not isinstance(cell, Band) else cell.value]
        if isinstance(cell, Band):
            return [cell.value, cell.low, cell.high]
        return [cell, None, None]


@dataclass(frozen=True)
class Table:
    """Columns and rows with a title, sentences that go with them (`notes`) and where the figures are from (`sources`).

    charted: heads of the columns that its chart draws, as lines over its first column or as a range each; known: to
    which day its figures reach.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    about: dict[str, Any] = field(default_factory=dict)
    charted: tuple[str, ...] = ()
    lines: bool = False
    known: str = ""

    @property
    def heads(self) -> list[str]:
        """Heads of a file's columns."""
        return [label for column in self.columns for label in column.labels]

    def flat(self) -> list[list[str | float | None]]:
        """The rows as a file holds them."""
        return [
            [cell for column, held in zip(self.columns, row, strict=True) for cell in column.cells(held)]
            for row in self.rows
        ]

    def read(self) -> list[list[str]]:
        """The rows as people read them."""
        return [
            [_read(cell, column.digits) for cell, column in zip(row, self.columns, strict=True)] for row in self.rows
        ]

    @property
    def reading_heads(self) -> list[str]:
        """Heads of the columns as people read them: a chance in hundredths, the unit of the others."""
        units = ["in 100" if c.kind == "chance" else c.unit for c in self.columns]
        return [f"{c.head}, {unit}" if unit else c.head for c, unit in zip(self.columns, units, strict=True)]

    def frame(self) -> pd.DataFrame:
        """The rows as a pandas table; `attrs` hold title, notes and sources."""
        import pandas as pd

        made = pd.DataFrame(self.flat(), columns=self.heads)
        made.attrs = {"title": self.title, "notes": list(self.notes), "sources": self._cited()}
        return made

    def record(self) -> dict[str, Any]:
        """For JSON: title, columns with unit and kind, rows of objects, notes, sources."""
        columns = [{"head": c.head, "unit": c.unit, "kind": c.kind} for c in self.columns]
        rows = [
            {
                c.head: {k: _finite(v) for k, v in cell._asdict().items()} if isinstance(cell, Band) else _finite(cell)
                for c, cell in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]
        return {
            "title": self.title,
            **self.about,
            "columns": columns,
            "rows": rows,
            "notes": list(self.notes),
            "sources": self._cited(),
        }

    def _cited(self) -> list[dict[str, str]]:
        return [one._asdict() for one in self.sources]

    def html(self) -> str:
        """The table for a notebook."""
        head = "".join(f"<th>{html.escape(text)}</th>" for text in self.reading_heads)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in self.read()
        )
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        sources = f"<p>Sources:</p>{cited.as_html(self.sources)}" if self.sources else ""
        return (
            f"<h4>{html.escape(self.title)}</h4><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            f"{notes}{sources}"
        )


def _finite(value: Any) -> Any:
    """None for what JSON has no number for."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _read(cell: Cell, digits: int | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Band):
        return cell.text
    if not isinstance(cell, float):
        return str(cell)
    shown = f"{cell:,.4g}" if digits is None else f"{round(cell, digits) + 0.0:,.{digits}f}"  # + 0.0: no minus zero
    return shown.replace("-", "−")


def to_markdown(table: Table) -> str:
    """What is said of the table, the table as people read it, its sources as a list."""
    lines = [f"## {table.title}", ""]
    lines += [*(f"- {note}" for note in table.notes), ""] if table.notes else []
    lines += _grid(table.reading_heads, table.read())
    lines += ["", "Sources:", "", *cited.markdown(table.sources)] if table.sources else []
    return "\n".join(lines) + "\n"


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    return [line(heads), "|" + "---|" * len(heads), *map(line, rows)]


def to_csv(table: Table) -> str:
    """One head line and plain figures; texts that a spreadsheet would take for a formula are disarmed."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([disarmed(head) for head in table.heads])
    writer.writerows([[disarmed(cell) if isinstance(cell, str) else cell for cell in row] for row in table.flat()])
    return out.getvalue()


def to_json(*tables: Table) -> str:
    """The table's record as JSON text, a list of them where there are several."""
    records = [table.record() for table in tables]
    return json.dumps(records if len(records) > 1 else records[0], ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def write_excel(tables: Sequence[Table], path: Path) -> None:
    """A workbook: a sheet a table with typed cells, and one of notes and sources. InputError without the extra
    `excel`."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment
    except ImportError:
        raise InputError(NEEDS_EXCEL) from None
    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _sheet(book.create_sheet(_sheet_name(table, len(book.worksheets))), table)
    about = book.create_sheet("Notes and sources")
    lines: list[tuple[str, str]] = []
    for table in tables:
        lines += [(text, "") for text in (table.title, *table.notes, *(["Sources:"] if table.sources else []))]
        lines += [
            (", ".join(filter(None, (one.kind, one.words))), one.address or cited.UNKNOWN) for one in table.sources
        ]
    for number, (text, address) in enumerate(lines, 1):
        _put(about.cell(number, 1), text)
        about.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
        if address:
            _address(about.cell(number, 2), address)
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 100, 80
    book.save(path)


def _address(cell: Any, address: str) -> None:
    """An address as a link of the workbook, never a formula; what is no address, or too long for a spreadsheet's link,
    as a text."""
    if address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK:
        cell.hyperlink, cell.style = address, "Hyperlink"
    _put(cell, address)


def _sheet_name(table: Table, place: int) -> str:
    kept = "".join(c for c in str(table.about.get("name", f"Table {place + 1}")) if c not in r"[]:*?/\'")
    return kept[:31] or f"Table {place + 1}"


def _sheet(sheet: Any, table: Table) -> None:
    """Heads in bold and frozen, figures as numbers with a format, texts as texts."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, head in enumerate(table.heads, 1):
        cell = sheet.cell(1, place)
        _put(cell, head)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    kinds = [c.kind for c in table.columns for _ in c.labels]
    for number, row in enumerate(table.flat(), 2):
        for place, (value, kind) in enumerate(zip(row, kinds, strict=True), 1):
            cell = sheet.cell(number, place)
            _put(cell, value)
            if isinstance(value, (int, float)):
                cell.number_format = "0%" if kind == "chance" else "0" if isinstance(value, int) else "#,##0.00"
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for place, head in enumerate(table.heads, 1):
        longest = max(
            [len(str(row[place - 1] or "")) for row in table.flat() if isinstance(row[place - 1], str)] or [0]
        )
        sheet.column_dimensions[get_column_letter(place)].width = max(12, min(60, max(longest, len(head) // 2)) + 2)


def _put(cell: Any, value: str | float | None) -> None:
    """A value; a text stays a text, whatever it begins with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def write(tables: Table | Sequence[Table], path: Path, option: str = "") -> None:
    """Write tables by the file's ending (xlsx, csv, md, json), whole or not at all. InputError: ending, folder, or
    several tables into a CSV."""
    several = [tables] if isinstance(tables, Table) else list(tables)
    kind = check_ending(path, option)
    where = f"{option} {path}".strip()
    if kind == "csv" and len(several) > 1:
        raise InputError(f"{where}: one table fits into a CSV; give an .xlsx or .md file for {len(several)}")
    try:
        with whole(path) as draft:
            if kind == "xlsx":
                write_excel(several, draft)
            else:
                text = (
                    to_json(*several)
                    if kind == "json"
                    else "\n".join(map({"csv": to_csv, "md": to_markdown}[kind], several))
                )
                draft.write_text(text, encoding="utf-8", newline="")
    except OSError as fault:
        raise InputError(f"{where}: cannot be written: {fault.strerror or fault}") from fault


def check_ending(path: Path, option: str = "") -> str:
    """The format that the file's ending names. Raises InputError unless it is one of FORMATS and the file's folder
    exists."""
    kind = path.suffix.lstrip(".").lower()
    if kind not in FORMATS:
        raise InputError(f"{option} {path}: the file's ending must be one of .{', .'.join(FORMATS)}".strip())
    check_folder(path, option)
    return kind


def check_folder(path: Path, option: str = "") -> None:
    """Raise InputError unless the file's folder exists, the path is no folder and, of a workbook, the extra `excel` is
    installed."""
    where = f"{option} {path}".strip()
    if not path.parent.is_dir():
        raise InputError(f"{where}: no such folder")
    if path.is_dir():
        raise InputError(f"{where}: is a folder; give a file")
    if path.suffix.lower() == ".xlsx" and find_spec("openpyxl") is None:
        raise InputError(f"{where}: {NEEDS_EXCEL}")


class Tabular(ABC):
    """What can be taken away as a table, and as a chart where its table names columns to draw."""

    @abstractmethod
    def as_table(self) -> Table:
        """The table."""

    def tables(self) -> tuple[Table, ...]:
        """All tables, the one of `as_table` first."""
        return (self.as_table(),)

    def table(self) -> pd.DataFrame:
        """The rows as a pandas table; its `attrs` hold title, notes and sources."""
        return self.as_table().frame()

    def to_excel(self, path: str | Path) -> None:
        """Write an .xlsx file (extra `excel`), a sheet a table. Raises InputError as `write`."""
        write(self.tables(), _ending(path, "xlsx"))

    def to_csv(self, path: str | Path) -> None:
        """Write the table as a .csv file."""
        write(self.as_table(), _ending(path, "csv"))

    def to_markdown(self) -> str:
        """The tables as Markdown."""
        return "\n".join(map(to_markdown, self.tables()))

    def plot(self) -> Any:
        """An altair chart of the table. Raises InputError where no figure is held."""
        from overstretch.drawing import chart

        return chart(self.as_table())

    def _repr_html_(self) -> str:
        return "".join(table.html() for table in self.tables())


def _ending(path: str | Path, kind: str) -> Path:
    made = Path(path)
    if made.suffix.lower() != f".{kind}":
        raise InputError(f"{made}: the file's ending must be .{kind}")
    return made
