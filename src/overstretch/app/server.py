"""The app as one ASGI application: JSON interface and pages over one worker."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from overstretch.app.api import add_api
from overstretch.app.articles import Shelf
from overstretch.app.work import Workshop
from overstretch.errors import InputError

LOOPBACK = ("127.0.0.1", "localhost")


def build(workshop: Workshop | None = None, *, pages: bool = True, hosts: tuple[str, ...] = LOOPBACK) -> FastAPI:
    """The application. `hosts`: names under which it answers ('*' for any); `pages` False leaves the JSON interface."""
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
    # a page elsewhere must not reach a server on this machine through a name of its own
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return app


def serve(host: str = "127.0.0.1", port: int = 8080, show: bool = False) -> None:
    """Serve the app until it is stopped; binds the loopback address unless another is given.

    `show` opens a browser. Raises InputError where the extra `app` is not installed or the port is out of range.
    """
    if not 1 <= port <= 65_535:
        raise InputError(f"--port {port}: accepted: 1 to 65,535")
    import uvicorn

    hosts = LOOPBACK if host in LOOPBACK else ("*",)
    app = build(hosts=hosts)
    if show:
        import threading
        import webbrowser

        threading.Timer(1.5, webbrowser.open, [f"http://{host}:{port}/"]).start()
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _add_pages(app: FastAPI, workshop: Workshop, shelf: Shelf) -> None:
    from nicegui import ui

    from overstretch.app.pages import check, explore, guide

    check.add_page(workshop, shelf)
    explore.add_pages(workshop)
    guide.add_page()
    ui.run_with(app, title="Overstretch", show_welcome_message=False)
