"""Pieces that the pages with levers and those of tables share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from nicegui import ui

from overstretch.app.pages import frame

WAIT = 60.0  # seconds that a page may take to be made
Files = list[tuple[str, str]]
STATIC = "/static/levers"
STYLE = f'<link rel="stylesheet" href="{STATIC}/levers.css">'


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("overstretch.app", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


def template(name: str, **given: Any) -> str:
    """A template of the app, filled; every value is escaped."""
    return _environment().get_template(name).render(**given)


def files_of(what: str, query: str, kinds: tuple[str, ...]) -> Files:
    """A table of this room as files: what each is called, and its address."""
    names = {"csv": "CSV", "xlsx": "Excel", "md": "Markdown", "json": "JSON", "png": "PNG", "svg": "SVG"}
    return [(names[kind], f"/standing/{kind}/{what}{query}") for kind in kinds]


def shown(heading: str, lead: str) -> Any:
    """The frame with this room's style."""
    ui.add_head_html(STYLE)
    return frame.page(heading, lead)


def html(content: str) -> None:
    with ui.element("div").classes("ov w-full"):
        ui.html(content, sanitize=False).classes("w-full")


def form(about: str, fields: list[dict[str, Any]], does: str, reset: str) -> None:
    """A form whose fields stand in the page's address; `reset`: the address without them."""
    html(template("options.html.j2", about=about, fields=fields, does=does, reset=reset))


def listing(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Any]], files: Files) -> None:
    """A table with its files below. A cell is a text, or {words, link, more}."""
    html(template("table.html.j2", caption=caption, heads=heads, rows=rows, files=files))


def refusal(message: str, way: str) -> None:
    """What is wrong with an address, and the way out."""
    ui.label(message).props('role="alert"')
    ui.link("Back to the page without options", way)


def wrong(heading: str, message: str, way: str) -> None:
    """An address that cannot be: what is wrong, what is accepted, and the way out."""
    with shown(heading, "This address cannot be shown."), ui.element("div").classes("ov"):
        refusal(message, way)
