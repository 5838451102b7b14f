"""The app as one ASGI application: JSON interface and pages over the same queues."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from overstretch import __version__
from overstretch.app import tasks
from overstretch.app.api import DESCRIPTION, add_api
from overstretch.app.bench import Bench
from overstretch.app.desk import Desk, sweep
from overstretch.app.walls import Walls
from overstretch.app.work import Workshop
from overstretch.errors import InputError
from overstretch.fetching import is_loopback
from overstretch.terminal import say


def build(desk: Desk | None = None, *, pages: bool = True, token: str | None = None) -> FastAPI:
    """The application. `token`: what others than this machine must bring (None: loopback names only); `pages` False
    leaves the
    JSON interface."""
    sweep()
    desk = desk or made_desk()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        desk.begin()
        yield
        desk.close()

    app = FastAPI(
        title="Overstretch",
        version=__version__,
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    add_api(app, desk)
    if pages:
        _add_pages(app, desk)
    app.add_middleware(Walls, token=token)
    return app


def made_desk() -> Desk:
    """Readings and answers, each with a queue and a process, so that nobody waits for a simulation to see what was
    understood."""
    return Desk(
        (Workshop(waiting=7, limit=90.0), Bench(tasks.prepare_reading)), (Workshop(), Bench(tasks.prepare_answering))
    )


def serve(host: str = "127.0.0.1", port: int = 8080, show: bool = False) -> None:
    """Serve the app until it is stopped; binds the loopback address unless another is given, which needs a token,
    printed once.

    `show` opens a browser. Raises InputError where the extra `app` is not installed or the port is out of range.
    """
    if not 1 <= port <= 65_535:
        raise InputError(f"--port {port}: accepted: 1 to 65,535")
    import uvicorn

    token = None if is_loopback(host) else secrets.token_urlsafe(24)
    app = build(token=token)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/" + (f"?token={token}" if token else "")
    if token:
        say(f"Others can reach this app, unencrypted; they need the token. Open {address}")
    if show:
        import threading
        import webbrowser

        threading.Timer(1.5, webbrowser.open, [address]).start()
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _add_pages(app: FastAPI, desk: Desk) -> None:
    from nicegui import ui

    from overstretch.app.pages import check, explore, guide, interface, job, learn, missing, read, standing

    for each in (check, read, job):
        each.add_page(desk)
    explore.add_pages()
    standing.add_pages(desk)
    app.include_router(standing.routes(desk))
    learn.add_page()
    guide.add_page()
    interface.add_page(app)
    missing.add_page()
    ui.run_with(app, title="Overstretch", language="en-US", show_welcome_message=False)
