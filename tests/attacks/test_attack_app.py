"""The app: every failure is JSON of one form, strangers and foreign pages stay outside, a refused click costs nobody a
result."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
import app_faults
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from overstretch.app import desk as desks
from overstretch.app.bench import Bench
from overstretch.app.desk import Desk, sweep
from overstretch.app.server import build
from overstretch.app.walls import is_loopback
from overstretch.app.work import Workshop

BODIES = tomllib.loads(Path(__file__).with_name("bodies.toml").read_text("utf-8"))["body"]
FILLED = {"{surrogate}": "\\ud800", "{deep}": "[" * 30_000, "{400}": "9" * 400}
HERE = "http://127.0.0.1:8080"
TOKEN = "the-token-of-this-test"


@pytest.fixture(scope="module")
def client():
    shop = Workshop(), Bench(app_faults.prepare)
    app = build(Desk(shop, shop), pages=False)
    with pytest.MonkeyPatch.context() as patch, TestClient(app, base_url=HERE, raise_server_exceptions=False) as made:
        patch.setattr(desks, "MOST_MEMORY", 2**40)  # the tests hold more than the app may
        yield made


@pytest.fixture
def guarded():
    with TestClient(build(pages=False, token=TOKEN), base_url="http://192.0.2.7:8080") as made:
        yield made


@pytest.mark.parametrize("row", BODIES, ids=lambda row: row["json"][:60])
def test_every_refusal_is_json_of_one_form(client, row):
    body = row["json"]
    for name, text in FILLED.items():
        body = body.replace(name, text)
    answer = client.post(row["path"], content=body.encode(), headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text[:300]
    assert list(answer.json()) == ["error"] and answer.json()["error"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/api/nothing", 404),
        ("GET", "/api/", 404),
        ("GET", "/api/check", 405),
        ("POST", "/results/a/b/c", 404),
        ("PUT", "/results/a", 404),
    ],
)
def test_an_address_of_nothing_is_json(method, path, status):
    with TestClient(build(pages=False), base_url=HERE) as made:
        answer = made.request(method, path)
    assert answer.status_code == status and list(answer.json()) == ["error"]


def test_a_fault_of_ours_is_json_of_the_same_form_and_tells_no_more(client):
    answer = client.post("/api/check", json={"text": "The minister said so."})
    assert answer.status_code == 500
    assert answer.json() == {"error": "an error inside the program (RuntimeError)"}


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("[::1]:8080", True),
        ("127.8.9.1", True),
        ("LOCALHOST:1", True),
        ("rebound.example:8080", False),
        ("127.0.0.1.example", False),
        ("localhost.example", False),
        ("[::2]", False),
        ("", False),
        ("[", False),
        ("192.0.2.7", False),
    ],
)
def test_the_name_is_checked_for_every_loopback_address(client, host, ours):
    assert (client.get("/api/health", headers={"Host": host}).status_code == 200) is ours


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://[::1", "https://127.0.0.1"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_another_site_is_refused(client, origin, method):
    assert client.request(method, "/api/health", headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize(("origin", "refused"), [("https://evil.example", True), ("null", True), (HERE, False)])
def test_the_socket_takes_its_own_origin_only(client, origin, refused):
    """The wall answers before any route does: what it lets through finds no socket in an app without pages, and is told
    so otherwise."""
    path, given = "/_nicegui_ws/socket.io/?EIO=4&transport=websocket", {"Origin": origin, "Host": "127.0.0.1:8080"}
    with pytest.raises(WebSocketDisconnect) as ended, client.websocket_connect(path, headers=given):
        pass
    assert (ended.value.code == 1008) is refused


def test_nobody_frames_the_app(client):
    for path in ("/api/health", "/results/none/report.html", "/nothing"):
        held = client.get(path).headers
        assert held["content-security-policy"] == "frame-ancestors 'none'" and held["x-frame-options"] == "DENY"


def test_a_stranger_needs_the_token(guarded):
    assert guarded.get("/api/health").status_code == 401
    for wrong in ("x", TOKEN[:-1], "\u00e9"):
        assert guarded.get("/api/health", params={"token": wrong}).status_code == 401
        assert guarded.get("/api/health", headers={"Authorization": f"Bearer {wrong}".encode()}).status_code == 401
    assert guarded.get("/api/health", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    opened = guarded.get("/api/health", params={"token": TOKEN}, follow_redirects=False)
    assert opened.status_code == 303 and TOKEN not in opened.headers["location"]
    assert "HttpOnly" in opened.headers["set-cookie"] and "SameSite=strict" in opened.headers["set-cookie"]
    assert guarded.get("/api/health").status_code == 200


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("127.0.0.2", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
    ],
)
def test_another_address_than_loopback_gets_a_token_printed_once(monkeypatch, capsys, host, ours):
    import uvicorn

    from overstretch.app import server

    built = []
    monkeypatch.setattr(server, "build", lambda token: built.append(token))
    monkeypatch.setattr(uvicorn, "run", lambda *_, **__: None)
    server.serve(host, 8080)
    printed = capsys.readouterr().out
    assert is_loopback(host) is ours
    assert (built == [None] and not printed) if ours else (len(built[0]) >= 32 and printed.count(built[0]) == 1)


def test_what_a_killed_app_left_is_removed_at_the_next_start(tmp_path, monkeypatch):
    monkeypatch.setattr(desks.tempfile, "gettempdir", lambda: str(tmp_path))
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    )
    left, own = tmp_path / f"overstretch-app-{dead.stdout.strip()}-x", tmp_path / f"overstretch-app-{os.getpid()}-x"
    other = tmp_path / "overstretch-app-notes"
    for folder in (left, own, other):
        folder.mkdir()
        (folder / "article.txt").write_text("text")
    sweep()
    assert not left.exists() and own.exists() and other.exists()
