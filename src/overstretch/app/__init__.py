"""The web app and its JSON interface: the same functions as the library, on this machine only unless told otherwise."""

from __future__ import annotations


def serve(host: str = "127.0.0.1", port: int = 8080, show: bool = False) -> None:
    """Serve the app until it is stopped. Raises InputError where the extra `app` is not installed."""
    from importlib.util import find_spec

    from overstretch.errors import InputError

    if find_spec("nicegui") is None:
        raise InputError("the web app needs the extra 'app': pip install '.[app]' in a checkout")
    from overstretch.app.server import serve as serve_app

    serve_app(host, port, show)
