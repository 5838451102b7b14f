"""The chart of an answer: ranges of a row each, or lines over years, from the figures of its table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from overstretch.errors import InputError
from overstretch.report.charts import FONT, GRID, HUES, INK, MUTED
from overstretch.tabular import Band, Table

if TYPE_CHECKING:
    from overstretch.answers.answering import Answer

WIDTH, ROW, HEIGHT = 430, 15, 260
SHADES = [HUES["allies"], HUES["russia"], "#6b8f3a", "#8a6fb0", HUES["neutral"]]
DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3]]
SHAPES = ["circle", "square", "diamond", "triangle-up", "cross"]


def chart(answer: Answer) -> Any:
    """The altair chart: a middle with its 5-95%, a mark of its own for each column. Raises InputError where no figure is held."""
    data = _figures(answer)
    made = (_lines if answer.lines else _ranges)(data, answer)
    title = alt.TitleParams(
        answer.title,
        subtitle=answer.known.split(". ")[0],
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


def _figures(answer: Answer) -> pd.DataFrame:
    """One row a mark: row, column, value, low, high; chances in hundredths."""
    table = _of_one_unit(answer.as_table())
    heads = [column.head for column in table.columns]
    rows = []
    for name in answer.charted:
        place = heads.index(name)
        scale = 100.0 if table.columns[place].kind == "chance" else 1.0
        for order, row in enumerate(table.rows):
            cell = row[place]
            if isinstance(cell, Band):
                low, high = (scale * (cell.value if end is None else end) for end in (cell.low, cell.high))
                rows.append(
                    {
                        "row": str(row[0]),
                        "order": order,
                        "column": name,
                        "value": scale * cell.value,
                        "low": low,
                        "high": high,
                        "unit": table.columns[place].unit,
                    }
                )
    if not rows:
        raise InputError(f"{answer.name}: nothing to draw; no figure of {', '.join(answer.charted)} is held")
    return pd.DataFrame(rows)


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


def _ranges(data: pd.DataFrame, answer: Answer) -> Any:
    names, rows = list(dict.fromkeys(data["column"])), list(dict.fromkeys(data["row"]))
    y = alt.Y("row:N", sort=rows, title=None, axis=alt.Axis(labelLimit=300, labelColor=INK, domain=False, ticks=False))
    offset = alt.YOffset("column:N", sort=names)
    colour = alt.Color(
        "column:N",
        sort=names,
        scale=alt.Scale(domain=names, range=SHADES[: len(names)]),
        legend=alt.Legend() if len(names) > 1 else None,
    )
    shape = alt.Shape(
        "column:N",
        sort=names,
        scale=alt.Scale(domain=names, range=SHAPES[: len(names)]),
        legend=alt.Legend() if len(names) > 1 else None,
    )
    title = _unit(data) if len(names) > 1 else ", ".join(t for t in (names[0], _unit(data)) if t)
    x = alt.X("low:Q", title=title, scale=alt.Scale(zero=True, nice=True))
    base = alt.Chart(data)
    bars = base.mark_rule(strokeWidth=2.2, opacity=0.55).encode(y, x, alt.X2("high:Q"), offset, colour)
    dots = base.mark_point(filled=True, size=42, opacity=1).encode(y, alt.X("value:Q"), offset, colour, shape)
    return alt.layer(bars, dots).properties(width=WIDTH, height=max(120, ROW * max(1, len(names)) * len(rows)))


def _lines(data: pd.DataFrame, answer: Answer) -> Any:
    names = list(dict.fromkeys(data["column"]))
    x = alt.X("row:O", title=answer.as_table().columns[0].head, axis=alt.Axis(labelAngle=0))
    colour = alt.Color(
        "column:N", sort=names, scale=alt.Scale(domain=names, range=SHADES[: len(names)]), legend=alt.Legend()
    )
    dash = alt.StrokeDash(
        "column:N", sort=names, scale=alt.Scale(domain=names, range=DASHES[: len(names)]), legend=alt.Legend()
    )
    base = alt.Chart(data)
    area = base.mark_area(opacity=0.16).encode(x, alt.Y("low:Q", title=_unit(data)), alt.Y2("high:Q"), colour)
    line = base.mark_line(strokeWidth=2.4, point=len(set(data["row"])) == 1).encode(x, alt.Y("value:Q"), colour, dash)
    return alt.layer(area, line).properties(width=WIDTH, height=HEIGHT)


def draw(answer: Answer, path: Path) -> None:
    """Write the chart as SVG or PNG, by the file's ending. Raises InputError for another ending."""
    import vl_convert as vlc

    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise InputError(f"{path}: the file's ending must be .svg or .png")
    spec = chart(answer).to_dict()
    if kind == ".svg":
        path.write_text(vlc.vegalite_to_svg(spec), encoding="utf-8")
    else:
        path.write_bytes(vlc.vegalite_to_png(spec, scale=2))
