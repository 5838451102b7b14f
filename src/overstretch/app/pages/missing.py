"""What an address shows at which no page lies."""

from __future__ import annotations

from fastapi import Request, Response
from nicegui import Client, app, ui
from nicegui.page import page

from overstretch.app.pages import frame
from overstretch.app.walls import refused


def add_page() -> None:
    """Register the page, in place of the framework's own."""

    @app.exception_handler(404)
    async def missing(request: Request, fault: Exception) -> Response:
        if request.url.path.startswith("/api/"):
            return refused(404, "there is no such route; /openapi.json names them all")
        client = Client(page("", title="No such page · Overstretch"), request=request)
        with client, frame.page("There is no such page", "The address may have been cut off on its way to you."):
            ui.link("To the first page", "/")
            ui.link("What can be asked, and where", "/guide")
        return client.build_response(request, 404)
