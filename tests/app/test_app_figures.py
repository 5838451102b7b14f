"""The Python and the command line that a page prints give the very figures of its files, read from both."""

from __future__ import annotations

import json
import runpy

import pytest
from typer.testing import CliRunner

from overstretch import cli
from overstretch.app import orders, tasks
from overstretch.app.orders import Given, Order
from overstretch.statements.reading.by_hand import Entry

CLAIM = "Germany will spend 3.5% of GDP on defence by 2029"
GIVEN = [
    Given("sentence", CLAIM, by="Ada Example", said="2025-07-03"),
    Given("article", data=f"{CLAIM}, Ada Example said.".encode(), said="2025-07-03"),
    Given("register", entries=(Entry(text=CLAIM, question="core_share(DEU, by 2029-12) >= 3.6", date="2025-07-03"),)),
]


@pytest.fixture(scope="module")
def program():
    return cli.app


@pytest.mark.parametrize("given", GIVEN, ids=lambda one: one.kind)
def test_the_printed_lines_give_the_pages_figures(given, program, tmp_path, monkeypatch):
    order = Order(given, futures=64, seed=3, as_of="now")
    tasks.put_down(given, tmp_path)
    tasks.answer(order, tmp_path, tell=lambda kind, value: None)
    verdicts = json.loads((tmp_path / "out" / "verdicts.json").read_text("utf-8"))
    page = [(v["question"], v["probability"]) for v in verdicts]
    assert page and all(0 < p < 1 for _, p in page)

    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.py").write_text(orders.python_lines(order), encoding="utf-8")
    held = runpy.run_path(str(tmp_path / "lines.py"))
    assert [(v.question, v.probability) for v in held["result"].verdicts] == page

    words = orders.command_line(order).removeprefix("overstretch ")
    ran = CliRunner(env={"COLUMNS": "200", "TERM": "dumb"}).invoke(program, f"{words} --json cli.json")
    assert ran.exit_code == 0, ran.output
    rows = json.loads((tmp_path / "cli.json").read_text("utf-8"))["rows"]
    assert [(row["question"], row["chance"]["value"]) for row in rows] == page
