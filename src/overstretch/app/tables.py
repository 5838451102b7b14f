"""What a page with levers shows as tables to take away: answers, a chart's figures, the ranking."""

from __future__ import annotations

from typing import Any

from overstretch.app.address import State
from overstretch.cited import Source
from overstretch.errors import InputError
from overstretch.tabular import Band, Column, Table


def table(state: State, shown: dict[str, Any], key: str) -> Table:
    """The table of a key: "answers", "ranking" or a chart's number. Raises InputError for another."""
    notes = (
        f"{shown['futures']:,} futures, figures known up to {shown['as_of']}",
        f"With the change: {shown['world']}" if shown["world"] else "No lever is moved",
        f"Address: {state.address}",
    )
    if key == "answers":
        return _answers(shown, notes)
    if key == "ranking" and "ranking" in shown:
        return _ranking(shown, notes)
    charts = {one["key"]: one for one in shown["charts"]}
    if key not in charts:
        raise InputError(f"{key}: no such table here; accepted: answers, {', '.join(charts)}")
    return _chart(charts[key], notes)


def questions(shown: dict[str, Any]) -> str:
    """The questions as they can be typed, and the lines that give the page's figures."""
    return f"{shown['lines']['python']}\n{shown['lines']['command']}\n"


def _answers(shown: dict[str, Any], notes: tuple[str, ...]) -> Table:
    columns = [Column("claim"), Column("question"), Column("no change", "chance", "chance")]
    if shown["world"]:
        columns += [Column("with the change", "chance", "chance"), Column("difference", "chance", "band")]
    rows = []
    for row in shown["rows"]:
        cells = [row["claim"], row["text"], _band(row["before"])]
        if shown["world"]:
            cells += [_band(row["after"]), _band(row.get("difference"))]
        rows.append(tuple(cells))
    sources = [one["settled"] for row in shown["rows"] for one in (row["before"],) if "settled" in one]
    found = tuple(Source(f"{s['figure']}: {s['source']}", s["link"]) for s in sources)
    return Table("Answers", tuple(columns), tuple(rows), notes, found, {"name": "answers"})


def _band(found: dict[str, Any] | None) -> Band | None:
    if found is None or found.get("value") is None:
        return None
    return Band(found["value"], found.get("low"), found.get("high"), found["words"])


def _chart(one: dict[str, Any], notes: tuple[str, ...]) -> Table:
    columns = [
        Column("at", "year" if one["yearly"] else "end of the quarter", "number"),
        Column("past figure", one["unit"], "number"),
    ]
    if one["came"]:
        columns.append(Column("published since the cut-off", one["unit"], "number"))
    none = [None] * (len(columns) - 2)
    columns.append(Column("no change", one["unit"], "band"))
    if one["changed"]:
        columns.append(Column("with the change", one["unit"], "band"))
    blank = [None] * (2 if one["changed"] else 1)
    rows: list[tuple[Any, ...]] = [(at, value, *none, *blank) for at, value, _ in one["past"]]
    rows += [(at, None, value, *blank) for at, value in one["came"]]
    for place, at in enumerate(one["base"]["at"]):
        worlds = [world for world in (one["base"], one["changed"]) if world]
        rows.append((at, None, *none, *(Band(w["q50"][place], w["q05"][place], w["q95"][place], "") for w in worlds)))
    sources = tuple(Source(", ".join(filter(None, (s["words"], s["published"]))), s["link"]) for s in one["sources"])
    return Table(one["title"], tuple(columns), tuple(rows), notes, sources, {"name": one["variable"]})


def _ranking(shown: dict[str, Any], notes: tuple[str, ...]) -> Table:
    now = "changed" if shown["world"] else "base"
    asked = "after" if shown["world"] else "before"
    rows = []
    for row in shown["ranking"]["rows"]:
        spent, last, plan = row[now], row["last"] or (None, None), row["plan"] or (None, None)
        chances = (_band(row["core"][asked]), _band(row["total"][asked]))
        rows.append(
            (row["name"], row["code"], *chances, Band(spent[2], spent[0], spent[4], ""), *last[::-1], *plan[::-1])
        )
    title = f"All allies in {shown['ranking']['year']}"
    return Table(title, RANKING, tuple(rows), notes, (), {"name": "ranking"})


SHARE = "% of GDP"
RANKING = (
    Column("ally"),
    Column("code"),
    Column("core level", "chance", "chance"),
    Column("with related", "chance", "chance"),
    Column("core spending", SHARE, "band"),
    Column("last figure", SHARE, "number"),
    Column("of", "year", "number"),
    Column("dated plan", SHARE, "number"),
    Column("by", "year", "number"),
)
