"""Tables on the console and as JSON: lists where a table does not fit, figures never cut."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from overstretch.errors import InputError
from overstretch.terminal import console, escaped, say

if TYPE_CHECKING:
    import pandas as pd

Json = Annotated[
    str | None,
    typer.Option("--json", metavar="[FILE.json]", help="Write the table as JSON, to standard output without a file."),
]
_FIGURE = re.compile(r"[*+\-−]?[\d][\d.,]*(-\d\d)*")
_WIDEST_WORD = 24


class JsonCommand(TyperCommand):
    """A command whose `--json` may stand alone: what follows is its file only where it ends in .json."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `-` (standard output) after a `--json` without a file."""
        given: list[str] = []
        for place, word in enumerate(args):
            given.append(word)
            following = args[place + 1] if place + 1 < len(args) else ""
            if word == "--json" and not following.endswith(".json"):
                given.append("-")
        return super().parse_args(ctx, given)


def write_json(rows: pd.DataFrame | list[dict[str, Any]], target: str, **about: Any) -> None:
    """Rows as JSON with what they are about, to a file or, for `-`, to standard output. InputError: no such folder."""
    records = rows if isinstance(rows, list) else json.loads(rows.to_json(orient="records", date_format="iso"))
    text = json.dumps({**about, "rows": records}, ensure_ascii=False, indent=1, allow_nan=False)
    if target == "-":
        say(escaped(text))
        return
    path = Path(target)
    if not path.parent.is_dir():
        raise InputError(f"--json {target}: no such folder")
    path.write_text(text + "\n", encoding="utf-8")
    say(f"{path}: {len(records)} rows", err=True)


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
