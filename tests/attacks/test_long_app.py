"""The long attack, third part: the app. By name: pytest -s -m slow tests/attacks/test_long_app.py.

500 bodies at its interface, then ten users who click for two minutes, all at the real server with the real jobs.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from long import number, told
from test_attack_app import BODIES, FILLED

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
pytestmark = pytest.mark.slow
USERS, MINUTES, PATIENCE = 10, 2.0, 600.0
SENTENCE = "The minister said that Germany will spend 3.5% of GDP on defence by 2029."
QUESTION = "core_share(DEU, 2029) >= 3.5"
GOOD: dict[str, dict[str, Any]] = {
    "/api/check": {"text": SENTENCE, "name": "a.txt", "as_of": "now", "futures": 64, "seed": 1},
    "/api/ask": {"question": QUESTION, "as_of": "now", "futures": 64, "seed": 1},
    "/api/answer": {"name": "pledge", "ally": ["POL"], "year": 2030, "oil": 60.0, "futures": 64},
    "/api/explain": {"text": SENTENCE, "article": False, "by": "the minister", "date": "2026-03-01"},
}
VALUES = [
    None,
    True,
    -1,
    0,
    2**63,
    1e308,
    "",
    "\x00",
    "\ud800",
    "9" * 400,
    "9999-12-31",
    "2025-02-30",
    "../../etc/passwd",
    "<script>",
    "=1+1",
    "é" * 5_000,
    [],
    {},
    [[]],
    {"kind": "compare"},
    [None],
    "core_share(DEU",
    "core_share(DEU, 2029) >= 1e400",
    "((((" * 500,
    "oil(40)+oil(90)",
    "A" * 300,
    "[/red]",
    "1e400",
]


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    """The app as the command starts it; at the end it must still answer, and have told of no fault."""
    said = tmp_path_factory.mktemp("app") / "said.txt"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = free.getsockname()[1]
    command = [sys.executable, "-c", "from overstretch.cli import main; main()", "app", "--port", str(at)]
    with said.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out)
        until = time.monotonic() + 300
        while _health(at) != 200:
            assert server.poll() is None and time.monotonic() < until, said.read_text()
            time.sleep(0.5)
        yield at
        assert server.poll() is None and _health(at) == 200
        told(f"app: memory {_memory(server.pid):,} MB at the end")
        server.terminate()
        server.wait(60)
    assert "Traceback" not in said.read_text(), said.read_text()[-3_000:]


def _memory(process: int) -> int:
    found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) // 1024 if found else 0


def _health(at: int) -> int:
    try:
        return asked(at, "GET", "/api/health", None)[0]
    except OSError:
        return 0


def asked(at: int, method: str, path: str, body: bytes | None) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", at, timeout=PATIENCE)
    try:
        connection.request(method, path, body=body, headers={"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Type") or "", answer.read()
    finally:
        connection.close()


def right(path: str, answer: tuple[int, str, bytes]) -> int:
    """The status of an answer that is none of a fault of ours, whole, and JSON where JSON is due."""
    status, kind, data = answer
    assert status in (200, 400, 404, 405, 411, 413, 422, 429, 503), (path, answer)
    if path.startswith("/api/") or status != 200:
        assert "json" in kind, (path, answer)
        held = json.loads(data, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
        assert status == 200 or (list(held) == ["error"] and held["error"]), (path, answer)
    return status


def body(rng: random.Random) -> tuple[str, bytes]:
    """A path and a body: a kept one, or a good one with fields changed, taken out or put in, and one in four with its
    bytes damaged."""
    if rng.random() < 0.1:
        row = rng.choice(BODIES)
        text = row["json"]
        for name, filling in FILLED.items():
            text = text.replace(name, filling)
        return row["path"], text.encode()
    path = rng.choices(list(GOOD), (3, 3, 2, 4))[0]
    held = dict(GOOD[path])
    for _ in range(rng.randint(1, 3)):
        name = rng.choice([*held, "more"])
        if rng.random() < 0.2:
            held.pop(name, None)
        else:
            held[name] = rng.choice(VALUES)
    if path != "/api/explain" and rng.random() < 0.95:  # what is right by chance costs a job each
        held[rng.choice(["futures", "seed", "as_of"])] = rng.choice(
            [None, True, -1, 2**63, "", "9999-12-31", [], {}, "1e400"]
        )
    data = bytearray(json.dumps(held, ensure_ascii=rng.random() < 0.8).encode("utf-8", "surrogatepass"))
    if rng.random() < 0.25:
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
    return path, bytes(data)


def test_bodies_are_answered_as_json_of_one_form(port):
    rng, count = random.Random(6), Counter[int]()
    for at in range(number(500)):
        path, data = body(rng)
        count[right(path, asked(port, "POST", path, data))] += 1
        if at % 50 == 49:
            told(f"bodies: {at + 1}, by status {dict(sorted(count.items()))}")
    assert count.keys() - {429, 503}


def test_ten_users_click_at_once(port):
    """Whoever is not told to wait gets the same answer to the same question as everybody else."""
    count, faults, answers = Counter[str](), [], {}
    minutes = min(MINUTES, number(500) / 100)
    until = time.monotonic() + 60 * minutes

    def click(user: int) -> None:
        rng = random.Random(user)
        while time.monotonic() < until:
            path = rng.choice(
                [
                    "/",
                    "/russia",
                    "/guide",
                    "/api/health",
                    "/api/openapi.json",
                    "/results/none/report.html",
                    *GOOD,
                    *GOOD,
                ]
            )
            data = json.dumps(GOOD[path]).encode() if path in GOOD else None
            try:
                answer = asked(port, "POST" if data else "GET", path, data)
                status = right(path, answer)
                count[f"{path} {status}"] += 1
                if data and status == 200 and answers.setdefault(path, answer[2]) != answer[2]:
                    faults.append((path, "another answer to the same question"))
            except Exception as fault:
                faults.append((path, repr(fault)[:2_000]))
            time.sleep(rng.uniform(0.2, 2))

    users = [threading.Thread(target=click, args=(user,)) for user in range(USERS)]
    for one in users:
        one.start()
    for one in users:
        one.join()
    told(
        f"users: {USERS} for {minutes:g} minutes, {sum(count.values())} clicks, by page and status "
        f"{dict(sorted(count.items()))}"
    )
    assert not faults, faults[:3]
    assert answers
