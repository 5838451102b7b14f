"""Shared by the tests of the facts: the base, the user's folder, tables of the user's own, a server on this machine."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from facts_tools import ROW, send

from overstretch import facts
from overstretch.facts.store import from_embedded


@pytest.fixture(scope="session")
def base() -> facts.Facts:
    return from_embedded()


@pytest.fixture(autouse=True)
def user_folder(tmp_path, monkeypatch) -> Path:
    """An empty folder for the user's data, so that no test reads or writes the real one."""
    monkeypatch.setenv("OVERSTRETCH_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def table(tmp_path) -> Callable[..., Path]:
    """Write a table of the user's own: one row per dictionary of what differs from `ROW`."""

    def write(*changes: dict, name: str = "mine.csv", columns: list[str] | None = None) -> Path:
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, columns or list(ROW), extrasaction="ignore")
            writer.writeheader()
            writer.writerows(ROW | change for change in changes)
        return path

    return write


class Server:
    """A web server on this machine: `routes` maps a path (without query) to bytes or to a function of the handler."""

    def __init__(self) -> None:
        self.routes: dict[str, bytes | Callable] = {}
        self.asked: list[tuple[str, str, bytes]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outer.asked.append((self.command, self.path, body))
                answer = outer.routes.get(self.path.split("?")[0])
                if callable(answer):
                    answer(self, body)
                elif answer is None:
                    self.send_error(404)
                else:
                    send(self, answer)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()


@pytest.fixture
def server():
    running = Server()
    yield running
    running.http.shutdown()
    running.http.server_close()
