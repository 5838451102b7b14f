"""The app as one ASGI application: JSON interface and pages over one worker."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from overstretch.app.api import add_api
from overstretch.app.articles import Shelf, sweep
from overstretch.app.walls import Walls, is_loopback
from overstretch.app.work import Workshop
from overstretch.errors import InputError
from overstretch.terminal import say


def build(workshop: Workshop | None = None, *, pages: bool = True, token: str | None = None) -> FastAPI:
    """The application. `token`: what others than this machine must bring (None: loopback names only); `pages` False
    leaves the JSON interface."""
    sweep()
    workshop, shelf = workshop or Workshop(), Shelf()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        workshop.close()
        shelf.close()

    app = FastAPI(
        title="Overstretch", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    add_api(app, workshop, shelf)
    if pages:
        _add_pages(app, workshop, shelf)
    app.add_middleware(Walls, token=token)
    return app


def serve(host: str = "127.0.0.1", port: int = 8080, show: bool = False) -> None:
    """Serve the app until it is stopped; binds the loopback address unless another is given, which needs a token, printed once.

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


def _add_pages(app: FastAPI, workshop: Workshop, shelf: Shelf) -> None:
    from nicegui import ui

    from overstretch.app.pages import check, explore, guide

    check.add_page(workshop, shelf)
    explore.add_pages(workshop)
    guide.add_page()
    ui.run_with(app, title="Overstretch", show_welcome_message=False)
