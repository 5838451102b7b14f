"""The status of figures: every input of a run with its age, and whether a newer one should be out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from fastapi import Request
from markupsafe import Markup
from nicegui import ui

from overstretch.app import standing
from overstretch.app.pages.pieces import WAIT, files_of, form, html, listing, refusal, shown
from overstretch.errors import InputError
from overstretch.facts import ages
from overstretch.facts.links import link
from overstretch.report import wording


def add_page() -> None:
    """Register the page."""

    @ui.page("/figures", title="Status of figures · Overstretch", response_timeout=WAIT)
    async def figures(request: Request) -> None:
        await _figures(dict(request.query_params))


async def _figures(query: dict[str, str]) -> None:
    lead = "Every input of a run: figure, edition, age, and whether a newer one should be out."
    with shown("Status of figures", lead):
        place = ui.column().classes("w-full")
        with place:
            ui.label("Reading what a run starts from: some seconds.").props('role="status"')
    await ui.context.client.connected()
    try:
        day, held = await asyncio.to_thread(standing.status, query)
    except InputError as fault:
        place.clear()
        with place:
            refusal(str(fault), "/figures")
        return
    place.clear()
    with place:
        _status(day, held)


def _status(day: str, held: list[ages.Input]) -> None:
    html(Markup("<p>As known on {}. {}</p>").format(wording.long_date(day), ages.in_short(held).line()))
    form("Day", [standing.form_field("as_of", day, "As known on", "date")], "Show", "/figures")
    rows = [[show(one) for show in INPUT.values()] for one in held]
    files = files_of("figures", f"?as_of={day}", ("csv", "xlsx", "json"))
    listing("A newer figure should be out where one is older than usual", list(INPUT), rows, files)


# the columns of an input of a run: what each shows
INPUT: dict[str, Callable[[ages.Input], Any]] = {
    "input": lambda one: {"words": one.name, "link": link(one.address), "more": one.publication},
    "period": lambda one: one.period,
    "figure": lambda one: one.figure,
    "edition": lambda one: one.edition,
    "published": lambda one: f"{wording.long_date(one.published)}{'' if one.dated else ' (about)'}",
    "age, days": lambda one: f"{one.age}",
    "usual, days": lambda one: f"{one.usual or ''}",
    "state": lambda one: "✕ older than usual" if one.stale else "✓",
    "next": lambda one: wording.long_date(one.next) or "",
    "laws": lambda one: ", ".join(one.laws),
}
