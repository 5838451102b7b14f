"""The twelve answers, the ledger and the status of figures: each state has an address, each table can be taken away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup
from nicegui import ui

from overstretch import cited
from overstretch.answers.spec import specs
from overstretch.app import live, standing, tasks
from overstretch.app.desk import Desk
from overstretch.app.pages import frame
from overstretch.app.pages.pieces import STYLE, table, template
from overstretch.app.standing import Asked, Shown
from overstretch.app.walls import refused
from overstretch.app.work import Busy, Job
from overstretch.app.worlds import Kept
from overstretch.errors import InputError
from overstretch.evidence import ledger
from overstretch.facts import ages
from overstretch.facts.links import link
from overstretch.questions import say
from overstretch.questions.check import understood
from overstretch.report import wording
from overstretch.tabular import Table

WAIT = 60.0  # seconds that a page may take to be made
_FOUND: Kept[Asked, Shown] = Kept(32)
_JOBS: dict[Asked, Job] = {}
Files = list[tuple[str, str]]


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

    @ui.page("/ledger", title="The ledger · Overstretch")
    def published(request: Request) -> None:
        _ledger(dict(request.query_params))

    @ui.page("/figures", title="Status of figures · Overstretch", response_timeout=WAIT)
    async def figures(request: Request) -> None:
        await _figures(dict(request.query_params))


def routes(desk: Desk) -> APIRouter:
    """The tables and charts of these pages as files."""
    router = APIRouter(prefix="/standing", include_in_schema=False)

    @router.get("/{kind}/{what:path}")
    async def file(kind: str, what: str, request: Request) -> Response:
        query = dict(request.query_params)
        try:
            content = await asyncio.get_running_loop().run_in_executor(None, _file, desk, kind, what, query)
        except InputError as fault:
            return refused(422, str(fault))
        except Busy as fault:
            return refused(429, str(fault))
        return live.download(content, f"{what.replace('/', '-')}.{kind}", kind)

    return router


def _file(desk: Desk, kind: str, what: str, query: dict[str, str]) -> bytes:
    section, _, name = what.partition("/")
    if section == "ledger":
        return live.written(standing.ledger_table(standing.ledger_lines(query)), kind)
    if section == "figures":
        return live.written(standing.status_table(*standing.status(query)), kind)
    if section != "answers":
        raise InputError(f"{what}: accepted: ledger, figures, answers/NAME")
    made = standing.asked(name, query)
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
    files = _files(f"answers/{made.name}", query, ("csv", "xlsx", "md", "json", "png", "svg"))
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


def _ledger(query: dict[str, str]) -> None:
    page = query.pop("page", "1")
    try:
        lines = standing.ledger_lines(query)
        if not page.isdigit() or not 1 <= int(page) <= max(1, -(-len(lines) // standing.ROWS)):
            raise InputError(f"page={page}: accepted: 1 to {-(-len(lines) // standing.ROWS)}")
    except InputError as fault:
        return wrong("The ledger", str(fault), "/ledger")
    at = int(page)
    kept = {name: query[name] for name in standing.FILTERS if query.get(name)}
    with shown(
        "The ledger", "Dated public claims drawn by rule, what the program gave for them on that day, and what came."
    ):
        every = ledger.held()
        fields = []
        for name in standing.FILTERS:
            values = sorted({getattr(one, name) for one in every})
            options = [("", "all"), *zip(values, values, strict=True)]
            fields.append(standing.form_field(name, query.get(name, ""), name.capitalize(), "", options))
        form("Which lines", fields, "Show", "/ledger")
        heads = ["kind", "lines", "program", "rival", "its score", "less rival (5–95%)"]
        listing("Brier scores of the part scored once: 0 is perfect, 1 the worst", heads, _scores(every), [])
        rows = [_line(one) for one in lines[standing.ROWS * (at - 1) : standing.ROWS * at]]
        files = _files("ledger", f"?{urlencode(kept)}" if kept else "", ("csv", "xlsx", "json"))
        heads = ["said", "claim", "given", "base rate", "as said", "came", "settled by"]
        listing(f"{len(lines):,} lines, the newest first; page {at}", heads, rows, files)
        html(_turn(at, -(-len(lines) // standing.ROWS), kept))


def _line(one: ledger.Line) -> list[Any]:
    sign = {"true": "✓", "false": "✕"}.get(one.outcome, "≈")
    about = f"{one.said_by}; {one.id}; {one.question}"
    claim = {"words": claimed(one.question), "link": link(one.address), "more": about}
    came = {"words": f"{sign} {one.outcome}", "link": "", "more": one.figure}
    chances = [wording.percent(chance) for chance in (one.probability, one.base_rate, one.as_said)]
    return [wording.long_date(one.said), claim, *chances, came, one.settled_by]


@lru_cache(1024)
def claimed(question: str) -> str:
    """A typed question in plain words."""
    return say.claim(understood(question))


def _scores(lines: Iterable[ledger.Line]) -> list[list[str]]:
    return [
        [
            score.kind,
            str(score.n),
            f"{score.brier:.3f}",
            f"{name} (n {n})",
            f"{theirs:.3f}",
            f"{gap.mean:+.3f} ({gap.lower:+.3f} to {gap.upper:+.3f})",
        ]
        for score in ledger.scores(lines, "scored once")
        for name, (n, theirs, gap) in score.rivals.items()
    ]


def _turn(at: int, last: int, kept: dict[str, str]) -> Markup:
    def to(page: int, words: str) -> Markup:
        return (
            Markup('<a href="/ledger?{}">{}</a> ').format(urlencode(kept | {"page": page}), words)
            if 1 <= page <= last
            else Markup("")
        )

    return Markup('<nav aria-label="Pages of the ledger">{}{}</nav>').format(to(at - 1, "newer"), to(at + 1, "older"))


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
            _refused(str(fault), "/figures")
        return
    place.clear()
    with place:
        _status(day, held)


def _refused(message: str, way: str) -> None:
    ui.label(message).props('role="alert"')
    ui.link("Back to the page without options", way)


def _status(day: str, held: list[ages.Input]) -> None:
    html(Markup("<p>As known on {}. {}</p>").format(wording.long_date(day), ages.in_short(held).line()))
    form("Day", [standing.form_field("as_of", day, "As known on", "date")], "Show", "/figures")
    rows = [[show(one) for show in INPUT.values()] for one in held]
    files = _files("figures", f"?as_of={day}", ("csv", "xlsx", "json"))
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


def _files(what: str, query: str, kinds: tuple[str, ...]) -> Files:
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
    html(table(caption, heads, rows, files))


def wrong(heading: str, message: str, way: str) -> None:
    """An address that cannot be: what is wrong, what is accepted, and the way out."""
    with shown(heading, "This address cannot be shown."), ui.element("div").classes("ov"):
        _refused(message, way)
