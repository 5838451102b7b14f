"""The pages of standing questions, and their tables and charts to take away."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import Response

from overstretch.app import live, standing
from overstretch.app.desk import Desk
from overstretch.app.pages import answers, figures, ledger
from overstretch.app.walls import refused
from overstretch.app.work import Busy
from overstretch.errors import InputError


def add_pages(desk: Desk) -> None:
    """Register the pages; the desk's process answers."""
    answers.add_pages(desk)
    ledger.add_page()
    figures.add_page()


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
    return answers.file(standing.asked(name, query), kind, desk)
