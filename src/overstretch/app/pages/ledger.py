"""The ledger of public claims: its scores, and its lines by page, filtered by the address."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from markupsafe import Markup
from nicegui import ui

from overstretch.app import standing
from overstretch.app.pages.pieces import files_of, form, html, listing, shown, wrong
from overstretch.errors import InputError
from overstretch.evidence import ledger
from overstretch.facts.links import link
from overstretch.questions import say
from overstretch.questions.check import understood
from overstretch.report import wording


def add_page() -> None:
    """Register the page."""

    @ui.page("/ledger", title="The ledger · Overstretch")
    def published(request: Request) -> None:
        _ledger(dict(request.query_params))


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
        files = files_of("ledger", f"?{urlencode(kept)}" if kept else "", ("csv", "xlsx", "json"))
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
