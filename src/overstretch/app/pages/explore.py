"""The pages with levers: form and places for the answer from the rows of data; the browser asks, draws and keeps the
address."""

from __future__ import annotations

from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse
from nicegui import app, ui

from overstretch.app import live
from overstretch.app.address import Page, State, allies, common, pages, state
from overstretch.app.pages import frame
from overstretch.app.pages.pieces import STATIC, STYLE, template, wrong
from overstretch.errors import InputError
from overstretch.report.allies import TILES

OPEN = 3  # groups of levers that are open at first


def add_pages() -> None:
    """Register the pages with levers and the routes behind them."""
    if live.router not in _ADDED:
        _ADDED.append(live.router)
        app.include_router(live.router)
        app.add_static_files(STATIC, str(files("overstretch.app").joinpath("static")))
    for page in pages().values():
        _add(page)


_ADDED: list[Any] = []


def _add(page: Page) -> None:
    path = "/".join(["", page.name, *(f"{{{name}}}" for name in ("ally", "other")[: len(page.default)])])

    async def show(request: Request) -> None:
        codes = [request.path_params[name] for name in ("ally", "other") if name in request.path_params]
        try:
            asked = state(page.name, codes, dict(request.query_params))
        except InputError as fault:
            _refuse(page, str(fault))
            return
        _show(asked)

    ui.page(path, title=f"{page.title} · Overstretch")(show)
    if page.default:

        def lead(request: Request) -> RedirectResponse:
            """An address without allies, or with one in its query, leads to the one that names them in its path."""
            query = dict(request.query_params)
            codes = [code for code in (query.pop("ally", ""), query.pop("with", "")) if code] or list(page.default)
            target = "/".join(["", page.name, *codes])
            return RedirectResponse(str(request.url.replace(path=target, query="")).split("?")[0] + _query(query))

        app.add_api_route(f"/{page.name}", lead, methods=["GET"], include_in_schema=False)


def _query(query: dict[str, str]) -> str:
    return f"?{urlencode(query)}" if query else ""


def _refuse(page: Page, message: str) -> None:
    """An address that cannot be: what is wrong, what is accepted, and the way out."""
    wrong(page.title, message, f"/{page.name}")


def _show(asked: State) -> None:
    words = asked.words(0)
    ui.add_head_html(STYLE)
    with frame.page(asked.page.heading.format(**words), asked.page.lead), ui.element("div").classes("ov w-full"):
        ui.html(form(asked), sanitize=False).classes("w-full")
    ui.add_body_html(f'<script type="module">{_START % f"{STATIC}/levers.js"}</script>')


# the form is put into the page by the framework: the script starts once it is there
_START = """const ready = () => document.getElementById("levers-page") ? import("%s") : requestAnimationFrame(ready); ready();"""


def form(asked: State) -> str:
    """The levers with their values, and the places that the browser fills."""
    moved = dict(asked.moved)
    groups: dict[str, list[Any]] = {}
    for lever in asked.page.own:
        groups.setdefault(lever.group, []).append(lever)
    blank = State(asked.page, asked.allies)
    shown: list[dict[str, Any]] = [
        {"name": name, "levers": held, "moved": any(one.name in moved for one in held)} for name, held in groups.items()
    ]
    # what is asked stands before what all pages share
    shown.sort(
        key=lambda group: all(one.name in common() for one in group["levers"]) and group["name"] != "What is asked"
    )
    return template(
        "levers.html.j2",
        page=asked.page,
        state=asked,
        groups=shown,
        open=OPEN,
        moved=moved,
        starts={one.name: blank.value(one.name) for one in asked.page.own},
        allies=allies() if asked.allies else {},
        tiles=TILES if asked.page.ranks else {},
    )
