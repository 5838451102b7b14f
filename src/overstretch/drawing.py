"""The chart of a table: ranges of a row each, or lines over years."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd

from overstretch.colours import FONT, GRID, HUES, INK, MUTED
from overstretch.errors import InputError
from overstretch.tabular import Band, Cell, Column, Table
from overstretch.whole import whole

WIDTH, ROW, HEIGHT = 430, 15, 260
LABEL, LINE = 48, 12  # characters of a row's name on a line, and the line's height
SHADES = [HUES["allies"], HUES["russia"], "#6b8f3a", "#8a6fb0", HUES["neutral"]]
DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3]]
SHAPES = ["circle", "square", "diamond", "triangle-up", "cross"]


def chart(table: Table) -> Any:
    """The altair chart of a table's `charted` columns: a middle with its 5-95%, a mark of its own for each column.
    InputError: no figure."""
    data = _figures(table)
    data["row"] = ["\n".join(textwrap.wrap(name, LABEL)) for name in data["row"]]
    made = (_lines if table.lines else _ranges)(data, table)
    title = alt.TitleParams(
        table.title,
        subtitle=table.known.split(". ")[0],
        anchor="start",
        color=INK,
        subtitleColor=MUTED,
        fontSize=13,
        limit=640,
    )
    return (
        made.properties(title=title)
        .configure(background="white", font=FONT, padding=8)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=MUTED,
            gridColor=GRID,
            domainColor=MUTED,
            tickColor=MUTED,
            titleColor=MUTED,
            titleFontWeight="normal",
        )
        .configure_legend(orient="bottom", labelLimit=320, title=None, columns=2)
    )


def _figures(given: Table) -> pd.DataFrame:
    """One row a mark: row, column, value, low, high; chances in hundredths."""
    table = _of_one_unit(given)
    heads = [column.head for column in table.columns]
    rows = []
    for name in table.charted:
        place = heads.index(name)
        for order, row in enumerate(table.rows):
            if (ends := _ends(row[place], table.columns[place])) is not None:
                rows.append((str(row[0]), order, name, *ends, table.columns[place].unit))
    if not rows:
        columns = f" of {', '.join(table.charted)}" if table.charted else ""
        raise InputError(f"{table.about.get('name', table.title)}: nothing to draw; no figure{columns} is held")
    return pd.DataFrame(rows, columns=["row", "order", "column", "value", "low", "high", "unit"])


def _ends(cell: Cell, column: Column) -> tuple[float, float, float] | None:
    """Middle and ends of a figure as it is drawn; a plain number has no width."""
    scale = 100.0 if column.kind == "chance" else 1.0
    if isinstance(cell, Band):
        low, high = (cell.value if end is None else end for end in (cell.low, cell.high))
        return scale * cell.value, scale * low, scale * high
    return (scale * cell,) * 3 if isinstance(cell, (int, float)) else None


def _of_one_unit(table: Table) -> Table:
    """Of a table whose rows have several units those with the most usual one: they share an axis."""
    heads = [column.head for column in table.columns]
    if "unit" not in heads:
        return table
    place = heads.index("unit")
    usual = Counter(str(row[place]) for row in table.rows).most_common(1)[0][0]
    columns = tuple(replace(c, unit=usual) if c.banded else c for c in table.columns)
    return replace(table, columns=columns, rows=tuple(row for row in table.rows if row[place] == usual))


def _unit(data: pd.DataFrame) -> str:
    units = [u for u in dict.fromkeys(data["unit"]) if u]
    if units == ["chance"]:
        return "chance, in 100"
    return units[0] if len(units) == 1 else ""


def _apart(channel: Any, names: list[str], looks: list[Any], legend: alt.Legend | None) -> Any:
    """The columns told apart by their looks in one channel."""
    return channel("column:N", sort=names, scale=alt.Scale(domain=names, range=looks[: len(names)]), legend=legend)


def _ranges(data: pd.DataFrame, table: Table) -> Any:
    names, rows = list(dict.fromkeys(data["column"])), list(dict.fromkeys(data["row"]))
    y = alt.Y(
        "row:N",
        sort=rows,
        title=None,
        axis=alt.Axis(labelLimit=400, labelExpr="split(datum.label, '\\n')", labelColor=INK, domain=False, ticks=False),
    )
    offset = alt.YOffset("column:N", sort=names)
    legend = alt.Legend() if len(names) > 1 else None
    colour, shape = _apart(alt.Color, names, SHADES, legend), _apart(alt.Shape, names, SHAPES, legend)
    title = _unit(data) if len(names) > 1 else ", ".join(t for t in (names[0], _unit(data)) if t)
    x = alt.X("low:Q", title=title, scale=alt.Scale(zero=True, nice=True))
    base = alt.Chart(data)
    tall = max(ROW * len(names), max(LINE * (1 + row.count("\n")) + 4 for row in rows))
    bars = base.mark_rule(strokeWidth=2.2, opacity=0.55).encode(y, x, alt.X2("high:Q"), offset, colour)
    dots = base.mark_point(filled=True, size=42, opacity=1).encode(y, alt.X("value:Q"), offset, colour, shape)
    return alt.layer(bars, dots).properties(width=WIDTH, height=max(120, tall * len(rows)))


def _lines(data: pd.DataFrame, table: Table) -> Any:
    names = list(dict.fromkeys(data["column"]))
    x = alt.X("row:O", title=table.columns[0].head, axis=alt.Axis(labelAngle=0))
    legend = alt.Legend()
    colour, dash = _apart(alt.Color, names, SHADES, legend), _apart(alt.StrokeDash, names, DASHES, legend)
    base = alt.Chart(data)
    area = base.mark_area(opacity=0.16).encode(x, alt.Y("low:Q", title=_unit(data)), alt.Y2("high:Q"), colour)
    line = base.mark_line(strokeWidth=2.4, point=len(set(data["row"])) == 1).encode(x, alt.Y("value:Q"), colour, dash)
    return alt.layer(area, line).properties(width=WIDTH, height=HEIGHT)


def draw(table: Table, path: Path) -> None:
    """Write the chart as SVG or PNG, by the file's ending. Raises InputError for another ending."""
    import vl_convert as vlc

    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise InputError(f"{path}: the file's ending must be .svg or .png")
    spec = chart(table).to_dict()
    with whole(path) as draft:
        if kind == ".svg":
            draft.write_text(vlc.vegalite_to_svg(spec), encoding="utf-8")
        else:
            draft.write_bytes(vlc.vegalite_to_png(spec, scale=2))
