"""The routes behind the pages with levers: a first answer, the whole answer, files. All computed off the event loop."""

from __future__ import annotations

import asyncio
import json
import logging
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from overstretch import tabular
from overstretch.app import explore, tables, worlds
from overstretch.app.address import State, pages, state
from overstretch.app.walls import refused
from overstretch.engine.executables import give_back_memory
from overstretch.errors import InputError

# First answers go before whole ones, and two users' whole answers beside each other; a run that is made new holds up
# neither.
_FIRST = ThreadPoolExecutor(2, "first")
_WHOLE = ThreadPoolExecutor(2, "whole")
_ANSWERS: worlds.Kept[str, bytes] = worlds.Kept(64)
_KINDS = {
    "csv": "text/csv",
    "txt": "text/plain",
    "md": "text/markdown",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_LOG = logging.getLogger(__name__)
_GONE = 0.1  # seconds between looks whether the asker is still there
router = APIRouter(prefix="/levers", include_in_schema=False)


class Gone(Exception):
    """Nobody waits for the answer any more."""


def whole(asked: State, wanted: Callable[[], bool] = lambda: True) -> bytes:
    """All that a page shows at a state as JSON, kept for the next who asks. Raises Gone where it is not wanted when its
    turn comes."""

    def make() -> bytes:
        if not wanted():
            raise Gone
        made = _json(explore.full(asked, worlds.held(*asked.run)))
        give_back_memory()
        return made

    return _ANSWERS.get_or_make(asked.address, make)


def first(asked: State) -> bytes:
    """What few futures say; nothing where the run is not held yet."""
    if not worlds.is_held(*asked.run):
        return _json({"stage": "first", "world": ""})
    return _json(explore.first(asked, worlds.held(*asked.run)))


def _json(shown: dict[str, Any]) -> bytes:
    return json.dumps(shown, ensure_ascii=False, allow_nan=False).encode()


def forget() -> None:
    """Drop what is kept of answers."""
    _ANSWERS.clear()


def read(path: str, request: Request) -> State:
    """The state of an address. Raises InputError."""
    name, *codes = [part for part in path.split("/") if part]
    if name not in pages():
        raise InputError(f"/{name}: no page with levers; accepted: {', '.join(pages())}")
    return state(name, codes, dict(request.query_params))


@router.get("/first/{path:path}")
async def first_answer(path: str, request: Request) -> Response:
    return await _answered(request, path, _FIRST, lambda asked, wanted: first(asked))


@router.get("/full/{path:path}")
async def whole_answer(path: str, request: Request) -> Response:
    return await _answered(request, path, _WHOLE, whole)


@router.get("/file/{kind}/{key}/{path:path}")
async def file(kind: str, key: str, path: str, request: Request) -> Response:
    def make(asked: State, wanted: Callable[[], bool]) -> Response:
        shown = json.loads(whole(asked, wanted))
        content = tables.questions(shown).encode() if kind == "txt" else written(tables.table(asked, shown, key), kind)
        return download(content, f"{'-'.join([asked.page.name, *asked.allies, _name(shown, key)])}.{kind}", kind)

    return await _answered(request, path, _WHOLE, make)


def _name(shown: dict[str, Any], key: str) -> str:
    return next((one["variable"] for one in shown["charts"] if one["key"] == key), key)


def download(content: bytes, name: str, kind: str) -> Response:
    """A file that the browser saves under a name."""
    return Response(content, media_type=_KINDS[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'})


def written(table: tabular.Table, kind: str) -> bytes:
    """A table as a file of a kind. Raises InputError for an unknown one."""
    if kind not in tabular.FORMATS:
        raise InputError(f"{kind}: accepted: {', '.join(tabular.FORMATS)}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table.{kind}"
        tabular.write(table, path)
        return path.read_bytes()


async def _answered(
    request: Request, path: str, pool: ThreadPoolExecutor, make: Callable[[State, Callable[[], bool]], bytes | Response]
) -> Response:
    """What `make` gives, as JSON; bad input 422. Given up where the asker goes away before its turn."""
    gone = threading.Event()
    try:
        asked = read(path, request)
        work = asyncio.get_running_loop().run_in_executor(pool, lambda: make(asked, lambda: not gone.is_set()))
        while not (await asyncio.wait({work}, timeout=_GONE))[0]:
            if await request.is_disconnected():
                gone.set()
        found = work.result()
    except InputError as fault:
        return refused(422, str(fault))
    except Gone:
        return refused(499, "no longer asked for")
    except Exception as fault:  # ours, not the asker's; the log has it whole
        _LOG.error("an answer failed", exc_info=fault)
        return refused(500, f"An error inside the program ({type(fault).__name__}).")
    return found if isinstance(found, Response) else Response(found, media_type="application/json")
