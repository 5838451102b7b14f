"""What the pages with levers show: the library's own answers, first answers that come near them, tables to take
away."""

from __future__ import annotations

import ast
import io
import shlex

import numpy as np
import pytest

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
from fastapi import FastAPI
from fastapi.testclient import TestClient
from toy_worlds import DAY, FUTURES, toy

from overstretch.app import explore, live, tables, worlds
from overstretch.app.address import pages, state
from overstretch.app.pages import standing as standing_pages
from overstretch.questions.check import understood
from overstretch.questions.futures.answer import Worlds, answered


@pytest.fixture(scope="module")
def held():
    return toy()


@pytest.fixture
def client(held, monkeypatch):
    monkeypatch.setattr(worlds, "held", lambda *run: held)
    monkeypatch.setattr(worlds, "is_held", lambda *run: True)
    live.forget()
    app = FastAPI()
    app.include_router(live.router)
    with TestClient(app, base_url="http://127.0.0.1") as made:
        yield made
    live.forget()


@pytest.mark.parametrize("name", list(pages()))
def test_rows_are_the_answers_of_the_typed_questions(held, name):
    made = state(name, [], {"oil": "40", "as_of": DAY.isoformat()})
    shown = explore.full(made, held)
    bench, data = held.changed(made.world)
    assert shown["world"] == "oil(40)" and len(shown["rows"]) == len(made.questions(2025))
    for row in shown["rows"]:
        if row["before"]["value"] is None:
            assert row["before"].get("why") or row["before"].get("settled")
            continue
        question = understood(f"({row['text']}) given oil(40)")
        found = answered(
            question, Worlds(held.bench.worlds.futures, held.bench.published).beside(held.pair("oil(40)")[1], data)
        )
        assert row["difference"]["value"] == pytest.approx(found.difference.mean(), abs=1e-9)
        assert row["after"]["low"] <= row["after"]["value"] <= row["after"]["high"]
    assert bench.futures == FUTURES


def test_charts_hold_the_quantiles_of_the_futures(held):
    made = state("ally", ["POL"], {"oil": "40"})
    chart = explore.full(made, held)["charts"][0]
    values = held.base["core_share"].sel(actor="POL", year=2035)
    at = chart["base"]["at"].index(2035)
    assert chart["base"]["q50"][at] == pytest.approx(float(values.median()), rel=1e-4)
    assert chart["base"]["q05"][at] == pytest.approx(float(values.quantile(0.05)), rel=1e-4)
    assert chart["past"] and chart["sources"] and chart["sources"][0]["published"] and chart["level"] == 3.5
    assert chart["changed"]["at"] == chart["base"]["at"] and chart["base"]["at"][-1] == 2035


def test_what_came_after_the_cut_off_stands_apart_from_what_was_known(held):
    made = state("ally", ["POL"], {"as_of": DAY.isoformat()})
    shown = explore.full(made, held)
    chart = shown["charts"][0]
    assert chart["came"] and min(at for at, _ in chart["came"]) > chart["past"][-1][0]
    heads = tables.table(made, shown, "0").heads
    came = [row[heads.index("published since the cut-off (% of GDP)")] for row in tables.table(made, shown, "0").flat()]
    assert [value for value in came if value is not None] == [value for _, value in chart["came"]]


def test_a_first_answer_is_the_base_moved_by_the_paired_difference_of_a_few(held):
    made = state("ally", ["POL"], {"spend": "2"})
    first, full = explore.first(made, held), explore.full(made, held)
    assert set(first["chances"]) == {row["text"] for row in full["rows"]}
    after = {row["text"]: row["after"]["value"] for row in full["rows"]}
    for text, words in first["chances"].items():
        printed = float(words.strip("<>%").split()[0]) / 100 if "%" in words else None
        assert printed is None or printed == pytest.approx(after[text], abs=0.2)
    moved, whole = np.array(first["charts"]["0"]["q50"]), np.array(full["charts"][0]["changed"]["q50"])
    assert np.abs(moved - whole).max() < 0.5


def test_without_a_change_nothing_is_simulated_again(held):
    before = list(held.preview.asked)
    shown = explore.full(state("russia"), held)
    assert shown["world"] == "" and all(row["after"] is None for row in shown["rows"])
    assert all(chart["changed"] is None for chart in shown["charts"]) and held.preview.asked == before


def test_lines_name_what_is_shown():
    made = state("ally", ["POL"], {"oil": "40", "futures": "1024", "seed": "3", "as_of": "2025-07-03"})
    lines = explore.lines(made, DAY)
    ask, run = (node.value for node in ast.parse(lines["python"]).body if isinstance(node, ast.Assign))
    given = {word.arg: ast.literal_eval(word.value) for word in ask.keywords}
    texts = made.questions(2025)
    assert given.pop("question") == [*texts, *(f"({text}) given oil(40)" for text in texts)]
    assert given == {"futures": 1024, "seed": 3, "as_of": "2025-07-03"}
    assert {word.arg: ast.literal_eval(word.value) for word in run.keywords} == given | {"do": ["oil(40)"]}
    asking, running = lines["command"].splitlines()
    assert shlex.split(asking).count("--question") == 2 * len(texts)
    assert shlex.split(running)[:4] == ["overstretch", "run", "--do", "oil(40)"]


def test_ranking_orders_by_the_median_and_marks_plans(held):
    made = state("allies", [], {"pledge": "held"})
    shown = explore.full(made, held)["ranking"]
    medians = [row["changed"][2] for row in shown["rows"]]
    assert len(medians) == 31 and medians == sorted(medians, reverse=True)
    assert any(row["plan"] for row in shown["rows"]) and all(row["last"] for row in shown["rows"])
    for row in shown["rows"][:3]:  # as in the answer with its difference, which no ranking shows
        whole = explore.answer(row["core"]["text"], held, made.world)
        assert whole.pop("difference") and row["core"] == whole


@pytest.mark.parametrize("kind", ["csv", "xlsx", "txt"])
@pytest.mark.parametrize("key", ["answers", "0", "ranking"])
def test_files_hold_what_is_shown(client, kind, key):
    where = "/allies?oil=40" if key == "ranking" else "/ally/POL?oil=40"
    reply = client.get(f"/levers/file/{kind}/{key}{where}")
    assert reply.status_code == 200 and f".{kind}" in reply.headers["content-disposition"]
    if kind == "csv":
        assert reply.text.splitlines()[0].count(",") >= 4 and len(reply.text.splitlines()) > 5
    if kind == "txt":
        assert "given oil(40)" in reply.text and "overstretch ask" in reply.text
    if kind == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(io.BytesIO(reply.content))
        assert len(book.worksheets) == 2 and "oil=40" in str([c.value for c in book.worksheets[1]["A"]])


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("csv", b"ally,"), ("xlsx", b"PK"), ("md", b"## A title"), ("json", b"{"), ("png", b"\x89PNG"), ("svg", b"<svg")],
)
def test_an_answer_is_taken_away_as_any_file(desk, kind, begins):
    app = FastAPI()
    app.include_router(standing_pages.routes(desk))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        reply = client.get(f"/standing/{kind}/answers/pledge?year=2035")
    assert reply.status_code == 200 and reply.content.startswith(begins)
    assert reply.headers["content-disposition"] == f'attachment; filename="answers-pledge.{kind}"'
    assert reply.headers["content-type"] not in ("application/octet-stream", "")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/levers/full/ally/POL?oil=9999", 422, "oil=9999: accepted: 20 to 120"),
        ("/levers/full/nowhere", 422, "no page with levers"),
        ("/levers/first/ally/XYZ", 422, "no ally with forces"),
        ("/levers/file/csv/99/ally/POL", 422, "no such table here"),
        ("/levers/file/exe/answers/ally/POL", 422, "accepted"),
    ],
)
def test_an_address_that_cannot_be_is_named(client, path, status, words):
    reply = client.get(path)
    assert reply.status_code == status and words in reply.text.replace("&#x27;", "'"), reply.text[:300]


def test_a_fault_of_the_program_is_told_without_its_words(client, monkeypatch):
    monkeypatch.setattr(explore, "full", lambda *given: 1 / 0)
    reply = client.get("/levers/full/russia?oil=33")
    assert reply.status_code == 500 and reply.json() == {"error": "An error inside the program (ZeroDivisionError)."}


def test_what_is_asked_twice_is_made_once():
    made, kept = [], worlds.Kept(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get_or_make(key, lambda key=key: made.append(key) or key)
    assert made == ["a", "b", "c", "b"]
