"""The twelve answers: each with its options in its address, its table, its chart and the lines that give the same."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from markupsafe import Markup
from nicegui import ui

from overstretch import cited
from overstretch.answers.spec import specs
from overstretch.app import live, standing, tasks
from overstretch.app.desk import Desk
from overstretch.app.pages import frame
from overstretch.app.pages.pieces import WAIT, files_of, form, html, listing, shown, wrong
from overstretch.app.standing import Asked, Shown
from overstretch.app.work import Busy, Job
from overstretch.app.worlds import Kept
from overstretch.errors import InputError
from overstretch.tabular import Table

_FOUND: Kept[Asked, Shown] = Kept(32)
_JOBS: dict[Asked, Job] = {}


def add_pages(desk: Desk) -> None:
    """Register the pages; the desk's process answers."""

    @ui.page("/answers", title="Twelve answers · Overstretch")
    def twelve() -> None:
        with shown(
            "Twelve answers", "Standing questions of the arms race, each with its table, its chart and what drives it."
        ):
            rows = Markup("").join(
                Markup('<li><a href="/answers/{}">{}. {}</a></li>').format(name, about.number, about.plain_title)
                for name, about in specs().items()
            )
            html(Markup('<ol class="st-twelve">{}</ol>').format(rows))

    @ui.page("/answers/{name}", title="Answer · Overstretch", response_timeout=WAIT)
    async def one(name: str, request: Request) -> None:
        try:
            made = standing.asked(name, dict(request.query_params))
            title = await asyncio.to_thread(lambda: made.title)  # its first call reads the figures
        except InputError as fault:
            return wrong("Twelve answers", str(fault), "/answers")
        with shown(title, f"Question {specs()[name].number} of the twelve."):
            form("What is asked", standing.fields(specs()[name], made), "Answer", f"/answers/{name}")
            _follow(made, desk)


def file(made: Asked, kind: str, desk: Desk) -> bytes:
    """An answer's table, or its chart, as a file of a kind. Raises Busy, InputError."""
    if made not in _FOUND:
        _FOUND[made] = _job(made, desk).result.result()
    found = _FOUND[made].found
    return standing.picture(found, kind) if kind in ("svg", "png") else live.written(found.as_table(), kind)


def _job(made: Asked, desk: Desk) -> Job:
    """The job that answers, the same for all who ask the same. Raises Busy, InputError."""
    if made not in _JOBS or _JOBS[made].finished:
        _JOBS[made] = desk.standing(made.order, tasks.shown_of_twelve)
    return _JOBS[made]


def _follow(made: Asked, desk: Desk) -> None:
    """Show the answer, or the progress of the job that makes it, refreshed or not."""
    stage = ui.label().props('role="status"')
    bar = ui.linear_progress(0, show_value=False).props('aria-label="Progress"')
    place = ui.column().classes("w-full")

    def done(found: Shown) -> None:
        _FOUND[made] = found
        _JOBS.pop(made, None)
        bar.set_visibility(False)
        stage.set_visibility(False)
        with place:
            _answer(made, found)

    def failed(message: str) -> None:
        _JOBS.pop(made, None)
        bar.set_visibility(False)
        stage.props('role="alert"').text = message

    if made in _FOUND:
        return done(_FOUND[made])
    try:
        job = _job(made, desk)
    except (Busy, InputError) as fault:
        return failed(str(fault))

    def told(words: str, part: float) -> None:
        stage.text, bar.value = f"{words}: some seconds.", part

    frame.follow(job, told, done, failed)


def _answer(made: Asked, shown: Shown) -> None:
    found = shown.found
    query = f"?{urlencode(made.options)}" if made.options else ""
    files = files_of(f"answers/{made.name}", query, ("csv", "xlsx", "md", "json", "png", "svg"))
    held = found.as_table()
    html(listed("st-said", found.sentences))
    listing(held.title, held.reading_heads, folded(held), files)
    html(listed("st-notes", [note for note in held.notes if note not in found.sentences]))
    figure = '<figure class="st-drawn" role="img" tabindex="0" aria-label="{}">{}</figure>'
    html(Markup(figure).format(f"Chart of the table: {held.title}", Markup(shown.svg)))
    html(f"<h2>Sources</h2>{cited.as_html(held.sources)}")
    html(Markup("<h2>The same figures from Python or the command line</h2>"))
    frame.code(made.python)
    frame.code(made.command)


def listed(style: str, lines: Sequence[str]) -> Markup:
    """Lines of text as a list; nothing of none."""
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup('<ul class="{}">{}</ul>').format(style, items) if lines else Markup("")


def folded(held: Table) -> list[list[Any]]:
    """The rows as people read them, the ends of a band on a line of their own so that no figure is cut."""
    return [
        [cell(text) if column.banded else text for text, column in zip(row, held.columns, strict=True)]
        for row in held.read()
    ]


def cell(text: str) -> str | dict[str, str]:
    middle, opened, ends = text.partition(" (")
    return {"words": middle, "link": "", "more": ends.removesuffix(")").replace(" ", "\u00a0")} if opened else text
