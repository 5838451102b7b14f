"""Pieces that the pages with levers and those of tables share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

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


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Any]], files: Sequence[tuple[str, str]]) -> str:
    """A table with its files below. A cell is a text, or {words, link, more}."""
    return template("table.html.j2", caption=caption, heads=heads, rows=rows, files=files)
