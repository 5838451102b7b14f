"""Tables on the console and as JSON: lists where a table does not fit, figures never cut."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from overstretch.errors import InputError
from overstretch.terminal import console, escaped, say

if TYPE_CHECKING:
    import pandas as pd

    from overstretch.tabular import Cell, Column, Table

_FIGURE = re.compile(r"[*+\-−]?[\d][\d.,]*(-\d\d)*")
_WIDEST_WORD = 24
_WIDEST_TEXT = 28
_FIGURES = re.compile(r"[+−]?\d|[·─●]|about|under|over")


def write_json(rows: pd.DataFrame | list[dict[str, Any]], target: str, **about: Any) -> None:
    """Rows as JSON with what they are about, to a file or, for `-`, to standard output. InputError: it cannot be
    written."""
    records = rows if isinstance(rows, list) else json.loads(rows.to_json(orient="records", date_format="iso"))
    text = json.dumps({**about, "rows": records}, ensure_ascii=False, indent=1, allow_nan=False)
    if target == "-":
        say(escaped(text))
        return
    from overstretch.whole import whole

    path = Path(target)
    try:
        with whole(path) as draft:
            draft.write_text(text + "\n", encoding="utf-8")
    except OSError as fault:
        raise InputError(f"--json {target}: cannot be written: {fault.strerror or fault}") from fault
    say(f"{path}: {len(records)} rows", err=True)


def take_json(table: Table, target: str | None) -> None:
    """A table as JSON to a file or, for `-`, to standard output; nothing for None. InputError: no such folder."""
    from overstretch.tabular import to_json, write

    if target == "-":
        say(escaped(to_json(table)).rstrip("\n"))
    elif target is not None:
        write(table, Path(target), "--json")
        say(f"Written to {target}", err=True)


def take_away(tables: Table | Sequence[Table], files: Mapping[str, Path | None]) -> None:
    """Tables to the files of options such as --xlsx. InputError names the option."""
    from overstretch.tabular import write

    for option, path in files.items():
        if path is not None:
            write(tables, path, option)
            say(f"Written to {path}", err=True)


def strip(column: Column, cells: Sequence[Cell], wide: int) -> tuple[str, list[str]]:
    """Bands drawn in characters on one scale, with the scale's ends: '0   ├──●──┤   100'."""
    from overstretch.tabular import Band

    bands = [cell for cell in cells if isinstance(cell, Band)]
    ends = [end for b in bands for end in (b.value, b.low, b.high) if end is not None]
    low, high = (0.0, 1.0) if column.kind == "chance" else (min([0.0, *ends]), max([0.0, *ends]))
    span = (high - low) or 1.0

    def at(value: float) -> int:
        return round((value - low) / span * (wide - 1))

    def drawn(cell: Cell) -> str:
        if not isinstance(cell, Band):
            return ""
        marks = ["·"] * wide
        if cell.low is not None and cell.high is not None:
            for place in range(at(cell.low), at(cell.high) + 1):
                marks[place] = "─"
        marks[at(cell.value)] = "●"
        return "".join(marks)

    scale = (
        "0 to 100" if column.kind == "chance" else f"{float(f'{low:.2g}'):,g} to {float(f'{high:.2g}'):,g}"
    ).replace("-", "−")
    unit = f" {column.unit}" if column.unit and column.kind != "chance" else ""
    return f"{column.head}: {scale}{unit}", [drawn(cell) for cell in cells]


def width() -> int:
    """Columns of the console."""
    return console().width


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str) -> None:
    """Print a table, or each row as a list where the table does not fit without cutting a word or figure."""
    cells = [[str(cell) for cell in row] for row in rows]
    by_column = [[column, *(row[i] for row in cells)] for i, column in enumerate(columns)]
    widths = _widths(by_column, width() - 3 * len(columns) - 1)
    if widths is None:
        print_lists(columns, cells, title)
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", show_lines=False)
    for column, wide in zip(columns, widths, strict=True):
        table.add_column(Text(column), overflow="fold", width=wide)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def titled(title: str, *heads: str, wide: bool = True) -> Any:
    """A table of folding texts under a title at the left; wide: as the console."""
    from rich.table import Table

    return Table(*heads, title=title, title_justify="left", header_style="bold", expand=wide)


def _widths(columns: list[list[str]], room: int) -> list[int] | None:
    """Widths of columns that fit into `room` without cutting a word or figure, or None; the narrowest wish first."""
    widths = [_narrowest(cells) for cells in columns]
    room -= sum(widths)
    if room < 0:
        return None
    wishes = [max(len(cell) for cell in cells) - wide for cells, wide in zip(columns, widths, strict=True)]
    for left, place in zip(range(len(widths), 0, -1), sorted(range(len(widths)), key=lambda i: wishes[i]), strict=True):
        more = min(wishes[place], room // left)
        widths[place] += max(more, 0)
        room -= max(more, 0)
    return widths


def print_read(table: Table, begin: str = "") -> None:
    """A table as people read it, a text in the second column naming its rows too; then its notes, each begun so."""
    print_parts(table.reading_heads, table.read(), table.title, 2 if table.columns[1].kind == "text" else 1)
    for note in table.notes:
        say(wrapped(note, " " * len(begin), begin))


def print_parts(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str, keys: int = 1) -> None:
    """Print a table of figures with each row on a line: columns that do not fit go into a further table with the same
    first columns.

    keys: how many first columns name a row. Where these and one more do not fit, each row is a list.
    """
    cells = [[str(cell) for cell in row] for row in rows]
    wide = [_whole([column, *(row[i] for row in cells)]) for i, column in enumerate(columns)]
    if len(wide) > keys and sum(one + 2 for one in wide[:keys]) + max(wide[keys:]) > width():
        print_lists(columns, cells, title)
        return
    say(wrapped(title, ""))
    named = list(range(keys))
    part = [*named]
    for place in range(keys, len(columns)):
        if len(part) > keys and sum(wide[k] + 2 for k in part) + wide[place] > width():
            _print_part(columns, cells, part, wide)
            part = [*named]
        part.append(place)
    _print_part(columns, cells, part, wide)


def _whole(column: Sequence[str]) -> int:
    """Width of a column whose figures stay on one line; long texts and heads fold."""
    long = [min(len(cell), _WIDEST_TEXT) if not _FIGURES.match(cell) else len(cell) for cell in column[1:]]
    words = [min(len(word), _WIDEST_WORD) for word in column[0].split()]
    return max([1, *words, *long, min(len(column[0]), 12)])


def _print_part(
    columns: Sequence[str], rows: Sequence[Sequence[str]], part: Sequence[int], wide: Sequence[int]
) -> None:
    """Heads at the bottom of their lines, a rule, the rows; texts fold inside their column."""

    def lines(cells: Sequence[str], up: bool) -> None:
        folded = [
            textwrap.wrap(cell, wide[place], break_on_hyphens=False) for cell, place in zip(cells, part, strict=True)
        ]
        tall = max(map(len, folded), default=0)
        for number in range(tall):
            at = [number - (tall - len(cell)) if up else number for cell in folded]
            texts = [cell[k] if 0 <= k < len(cell) else "" for cell, k in zip(folded, at, strict=True)]
            say("  ".join(text.ljust(wide[place]) for text, place in zip(texts, part, strict=True)).rstrip())

    lines([columns[place] for place in part], up=True)
    say("─" * (sum(wide[place] for place in part) + 2 * (len(part) - 1)))
    for row in rows:
        lines([row[place] for place in part], up=False)
    say()


def print_sources(table: Table) -> None:
    """Where a table's figures are from, each with its address on a line of its own."""
    from overstretch.cited import listed

    if table.sources:
        say("Sources")
    for words, deep in listed(table.sources):
        say(wrapped(words, "  " * (deep + 1)))
    if table.sources:
        say()


def print_lists(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    """Each row as its first cell and, indented, the others by their column's name."""
    say(title)
    for row in rows:
        say(row[0])
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                say(wrapped(f"{column}: {cell}", "    "))


def wrapped(text: str, indent: str, first: str | None = None) -> str:
    """Text in lines of the console's width, indented (the first line by `first`); words and figures stay whole."""
    begin = indent if first is None else first
    return textwrap.fill(
        text, width(), initial_indent=begin, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _narrowest(cells: list[str]) -> int:
    """Least width of a column: its longest figure, or word up to a limit (addresses may fold)."""
    words = [word for cell in cells for word in cell.split()]
    figures = [len(word) for word in words if _FIGURE.fullmatch(word)]
    return max([1, *figures, *(min(len(word), _WIDEST_WORD) for word in words)])
