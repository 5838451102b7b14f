"""`overstretch series`: what can be asked, of whom, in which units and years, with an example of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from overstretch.cli.options import Json
from overstretch.cli.tables import write_json
from overstretch.errors import InputError
from overstretch.terminal import say

INDENT = 2


def series_command(
    name: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="A series, event, special question or group; or a word that names some."),
    ] = "",
    json: Json = None,
) -> None:
    """List what can be asked (`overstretch ask --question`): series, events with their routes, special questions,
    groups.

    Examples:

        overstretch series

        overstretch series core_share

        overstretch series deficit
    """
    from overstretch.cli.askable import records

    every = records()
    exact = [record for record in every if record["name"].lower() == name.lower()]
    found = exact or [record for record in every if _named_by(name, record)]
    if not found:
        from overstretch.questions.catalogue import near

        raise InputError(
            f"nothing that can be asked is named '{name}'{near(name, [r['name'] for r in every])}; 'overstretch "
            "series' lists all"
        )
    if json is not None:
        write_json(found, json)
    elif name and len(found) == 1:
        show_one(found[0])
    else:
        show_list(found)


def _named_by(text: str, record: dict[str, Any]) -> bool:
    return any(text.lower() in held.lower() for held in (record["name"], record["label"], *record.get("words", ())))


HEADINGS = {
    "series": "Series: a figure of somebody at some time",
    "event": "Events: what may come about by a date",
    "special": "Special questions",
    "group": "Groups, wherever a party is named",
}


def show_list(found: list[dict[str, Any]]) -> None:
    """A few lines for each record, under the heading of its kind; nothing is cut."""
    for kind, heading in HEADINGS.items():
        rows = [record for record in found if record["kind"] == kind]
        if rows:
            _line(heading, style="bold", above=True)
        for record in rows:
            _line(record["name"], record["label"], style="bold cyan")
            for text in _details(record):
                _line(text, style="dim", indent=2 * INDENT)
    _line(
        "Simulated from the cut-off on. overstretch series NAME shows one of them whole, with an example.", above=True
    )


def _details(record: dict[str, Any]) -> list[str]:
    match record["kind"]:
        case "series":
            return [f"{' or '.join(record['units'])}; of {_whom(record)}", f"{_simulated(record)}; {_tables(record)}"]
        case "event":
            routes = [f"routes: {', '.join(record['routes'])}"] if record["routes"] else []
            return [f"of {_whom(record)}; {_simulated(record)}", *routes]
        case "special":
            return [_slots(record)] if record["slots"] else []
        case _:
            return [_members(record["members"])]


def _members(codes: list[str]) -> str:
    return ", ".join(codes) if len(codes) <= 20 else f"{len(codes)} allies"


def _slots(record: dict[str, Any]) -> str:
    return "; ".join(f"{name}: {', '.join(accepted)}" for name, accepted in record["slots"].items())


def _whom(record: dict[str, Any]) -> str:
    from overstretch.questions.catalogue import person

    names = [
        "any ally" if code == "allies" else "nobody in particular" if code == "world" else f"{person(code)} ({code})"
        for code in record["of"]
    ]
    return ", ".join([*names, *(["groups"] if record.get("groups") else [])])


def _simulated(record: dict[str, Any]) -> str:
    quarters = ", quarters too" if record.get("quarters") else ""
    return f"simulated {record['simulated']}{quarters}" if record["simulated"] else "not simulated"


def _tables(record: dict[str, Any]) -> str:
    held = [table for table in record["tables"] if table["from"]]
    if not held:
        return "in no table" if not record["tables"] else "in tables"
    return f"tables {min(t['from'] for t in held)[:4]} to {max(t['to'] for t in held)[:4]}"


def show_one(record: dict[str, Any]) -> None:
    """One record whole."""
    _line(record["name"], record["label"], style="bold cyan")
    for name, texts in _whole(record):
        for k, text in enumerate(texts):
            _line(name if k == 0 else "", text, indent=INDENT, width=13)
    say(f"\n  overstretch ask --question '{record['example']}'")  # one line, to copy


def _whole(record: dict[str, Any]) -> Iterable[tuple[str, list[str]]]:
    yield "means", [record["definition"]]
    if record["kind"] == "group":
        yield "members", [", ".join(record["members"])]
        return
    if record["kind"] == "special":
        yield "slots", [_slots(record) or "none"]
        return
    yield "of", [_whom(record)]
    if record["kind"] == "series":
        yield "units", [f"{' or '.join(record['units'])}; the first where none is named"]
    else:
        yield "routes", [_route(name, route, record) for name, route in record["routes"].items()]
    yield "years", [_simulated(record)]
    if record["kind"] == "series":
        yield "tables", list(dict.fromkeys(_table(table) for table in record["tables"])) or ["none"]
    yield (
        "left open",
        [
            f"by default {record['default']}"
            if not record["default"].startswith("+")
            else f"by default {record['default'][1:]} years ahead"
        ],
    )
    if record.get("only"):
        yield "limits", [record["only"]]
    if record["words"]:
        yield "named by", [", ".join(record["words"])]


def _route(name: str, route: dict[str, Any], record: dict[str, Any]) -> str:
    whose = f" (of {', '.join(route['of'])} alone)" if route["of"] != record["of"] else ""
    return f"{name}: {route['label']}{whose}"


def _table(table: dict[str, Any]) -> str:
    whose = ", ".join("allies" if code == "allies" else code for code in table["of"])
    held = f", {table['from']} to {table['to']}" if table["from"] else ""
    return f"{table['definition']} ({whose}){held}{', a plan' if table['plan'] else ''}"


def _line(name: str, text: str = "", style: str = "", indent: int = 0, width: int = 22, above: bool = False) -> None:
    """A name and what it is, wrapped under itself."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from overstretch.cli.show import console

    if above:
        console.print()
    if not text:
        console.print(Padding(Text(name, style=style), (0, 0, 0, indent)))
        return
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=width, overflow="fold")
    grid.add_column(overflow="fold")
    grid.add_row(Text(name, style=style), Text(text))
    console.print(Padding(grid, (0, 0, 0, indent)))
