"""The JSON interface: answers, limits and messages."""

from __future__ import annotations

import json
import threading
import time

import pytest
from stand_in import Lasting

pytest.importorskip("nicegui", reason="the extra 'app' is not installed")
from fastapi.testclient import TestClient

import overstretch.app
from overstretch.app.orders import MOST_BYTES
from overstretch.app.server import build
from overstretch.app.work import Busy, Stopped, Workshop
from overstretch.errors import InputError
from overstretch.questions import question, to_json

TEXT = "The minister said that the army could be rebuilt within five years."


@pytest.fixture
def client(desk):
    with TestClient(build(desk, pages=False), base_url="http://127.0.0.1") as made:
        yield made


def test_health(client):
    assert client.get("/api/health").json()["status"] == "ok"


def test_check_returns_statements_and_verdicts_of_the_library(client, result):
    answer = client.post(
        "/api/check", json={"text": TEXT, "name": "a.txt", "futures": 64, "seed": 9, "as_of": "2025-07-03"}
    )
    assert answer.status_code == 200
    body = answer.json()
    assert body["verdicts"] == [json.loads(v.model_dump_json()) for v in result.verdicts]
    assert [s["id"] for s in body["statements"]] == [s.id for s in result.statements]
    called = body["run"]["called"]
    assert (called["text"], called["futures"], called["seed"], called["as_of"], called["said"]) == (
        TEXT,
        64,
        9,
        "2025-07-03",
        None,
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "text: Field required"),
        ({"text": "  "}, "text: is empty"),
        ({"text": TEXT, "futures": 0}, "futures 0: accepted here: 1 to 20,480"),
        ({"text": TEXT, "futures": "many"}, "futures: Input should be a valid integer"),
        ({"text": TEXT, "seed": -1}, "seed"),
        ({"text": TEXT, "as_of": "yesterday"}, "YYYY-MM-DD"),
        ({"text": TEXT, "name": "../../etc/passwd"}, "name '../../etc/passwd.txt': accepted"),
        ({"text": TEXT, "colour": "blue"}, "colour: Extra inputs are not permitted"),
        ({"text": "x" * (MOST_BYTES + 1)}, "1,000,001 bytes; accepted: up to 1,000,000"),
    ],
)
def test_bad_input_is_named(client, body, words):
    answer = client.post("/api/check", json=body)
    assert answer.status_code == 422
    assert words in answer.json()["error"]


def test_typed_questions_are_answered(client, result):
    text, form = "core_share(DEU, 2029) >= 3.5", to_json(question("happens(ceasefire, by 2027-12)"))
    answer = client.post("/api/ask", json={"question": [text, form], "futures": 64, "seed": 9})
    assert answer.status_code == 200 and len(answer.json()["verdicts"]) == len(result.verdicts)
    called = answer.json()["run"]["called"]
    assert [one["question"] for one in json.loads(called["register"])] == [text, form]
    assert (called["futures"], called["seed"]) == (64, 9)


def test_a_statement_is_answered(client):
    answer = client.post(
        "/api/ask", json={"text": "NATO could collapse", "by": "Ada Example", "date": "2025-07-03", "futures": 64}
    )
    called = answer.json()["run"]["called"]
    assert (called["text"], called["by"], called["said"]) == ("NATO could collapse", "Ada Example", "2025-07-03")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "give one of the two"),
        ({"question": "core_share(DEU, 2029) >= 3.5", "text": "x"}, "give one of the two"),
        ({"question": []}, "none given"),
        ({"question": "core_shore(DEU, 2029) >= 3.5"}, "core_share"),
        ({"question": {"kind": "nothing"}}, "accepted: compare"),
        ({"question": ["core_share(DEU, 2029) >= 3.5"] * 61}, "accepted: up to 60"),
    ],
)
def test_bad_questions_are_named(client, body, words):
    answer = client.post("/api/ask", json=body)
    assert answer.status_code == 422 and words in answer.json()["error"], answer.json()


def test_body_that_is_no_json(client):
    answer = client.post("/api/check", content=b"{", headers={"content-type": "application/json"})
    assert answer.status_code == 422 and "error" in answer.json()


def test_body_that_is_too_long_is_refused_unread(client):
    answer = client.post(
        "/api/check", content=b"x", headers={"content-length": "99000000", "content-type": "application/json"}
    )
    assert answer.status_code == 413


def test_text_in_the_form_of_another_site_is_refused(client):
    answer = client.post("/api/check", content=json.dumps({"text": TEXT}), headers={"content-type": "text/plain"})
    assert answer.status_code == 422


def test_another_host_name_is_refused(client):
    assert client.get("/api/health", headers={"host": "somewhere.example"}).status_code == 400


def test_unusable_article_is_told_as_the_library_tells_it(client):
    answer = client.post("/api/check", json={"text": "Refuse it."})
    assert answer.status_code == 422 and answer.json()["error"].endswith(
        "article.txt: is not English; --as-of takes a day"
    )


def test_full_queue_is_429_and_overdue_job_503(bench):
    gate = threading.Event()
    shop = Workshop(waiting=0, limit=0.2)
    with TestClient(build(Lasting((shop, bench), (shop, bench)), pages=False), base_url="http://127.0.0.1") as client:
        held = shop.submit(lambda progress: gate.wait(10))
        answer = client.post("/api/check", json={"text": TEXT})
        assert answer.status_code == 429 and answer.headers["retry-after"]
        gate.set()
        held.result.result(5)
        answer = client.post("/api/check", json={"text": "Wait for it."})
        assert answer.status_code == 503 and "try fewer futures" in answer.json()["error"]


def test_futures_beyond_the_memory_are_429_with_a_number_that_fits(client, monkeypatch):
    from overstretch.app import desk as desks

    monkeypatch.setattr(desks, "MOST_MEMORY", desks.memory_alone() + 1_300_000_000)
    answer = client.post("/api/check", json={"text": TEXT, "futures": 20_480})
    assert answer.status_code == 429 and "try 1,024 or fewer" in answer.json()["error"]
    assert client.post("/api/check", json={"text": TEXT, "futures": 1_024}).status_code == 200


def test_unknown_result_is_404(client):
    assert client.get("/results/none/report.html").status_code == 404


def test_jobs_run_one_at_a_time_in_order():
    workshop, order = Workshop(waiting=5), []
    running = threading.Lock()

    def work(number):
        def do(progress):
            assert running.acquire(blocking=False), "two jobs at once"
            time.sleep(0.01)
            order.append(number)
            running.release()
            return number

        return do

    made = [workshop.submit(work(number)) for number in range(5)]
    assert [job.result.result(5) for job in made] == list(range(5)) == order


def test_job_can_be_cancelled_and_frees_its_place():
    workshop, started, gate = Workshop(waiting=0), threading.Event(), threading.Event()

    def work(progress):
        started.set()
        gate.wait(5)
        progress("simulate", 0.5)

    job = workshop.submit(work)
    assert started.wait(5)
    with pytest.raises(Busy, match="1 jobs run or wait"):
        workshop.submit(work)
    job.cancel()
    gate.set()
    with pytest.raises(Stopped, match="cancelled"):
        job.result.result(5)
    assert workshop.open_jobs == 0
    assert workshop.submit(lambda progress: 3).result.result(5) == 3


def test_port_out_of_range_is_named():
    with pytest.raises(InputError, match="port 0: accepted: 1 to 65,535"):
        overstretch.app.serve(port=0)


@pytest.mark.parametrize(("article", "name"), [(False, "asked 1"), (True, "article.txt")])
def test_explain_returns_what_the_library_does(client, article, name):
    text = "Norway will spend 4% of GDP on defence by 2031, Anna Nowak said."
    answer = client.post("/api/explain", json={"text": text, "article": article, "date": "2025-07-03"})
    assert answer.status_code == 200, answer.text
    (one,) = [one for one in answer.json()["explained"] if one["asked"]]
    assert one["doc"] == name and one["speaker"] == "Anna Nowak"
    assert one["asked"][0]["question"] == "core_share(NOR, by 2031-12) >= 4"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "text: Field required"),
        ({"text": "Norway will spend more.", "date": "soon"}, "not a date"),
        ({"text": " ", "article": True}, "empty"),
    ],
)
def test_explain_names_bad_input(client, body, words):
    answer = client.post("/api/explain", json=body)
    assert answer.status_code == 422 and words in answer.json()["error"]


def test_explain_never_opens_what_a_text_names(client, tmp_path):
    """A text that is a path or an address is a text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Norway will spend 4% of GDP on defence by 2031.", encoding="utf-8")
    for text in (str(secret), "example", "-", "https://127.0.0.1/"):
        answer = client.post("/api/explain", json={"text": text})
        assert "NOR" not in answer.text and '"asked":[{' not in answer.text.replace(" ", "")


def test_one_of_the_twelve_is_answered_as_the_library_does(client):
    reply = client.post("/api/answer", json={"name": "pledge", "ally": ["DEU"], "year": 2032})
    assert reply.status_code == 200 and reply.json()["title"] == "A title"
    assert [reply.json()[key] for key in ("name", "ally", "year")] == ["pledge", ["DEU"], 2032]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"name": "pledg"}, "near: pledge"),
        ({"name": "pledge", "futures": 10**9}, "accepted here: 1 to 20,480"),
        ({"ally": ["DEU"]}, "name"),
        ({"name": "pledge", "year": "soon"}, "year"),
    ],
)
def test_what_the_twelve_do_not_take_is_named(client, body, words):
    reply = client.post("/api/answer", json=body)
    assert reply.status_code == 422 and words in reply.json()["error"]


def test_the_ledger_is_that_of_the_library(client):
    from dataclasses import asdict

    from overstretch.evidence import ledger

    held = ledger.held()
    body = client.get("/api/ledger", params={"count": 2, "first": 1}).json()
    assert body["total"] == len(held) and body["lines"] == [asdict(one) for one in held[1:3]]
    one = held[5]
    assert [line["id"] for line in client.get("/api/ledger", params={"id": one.id}).json()["lines"]] == [one.id]
    assert client.get("/api/ledger", params={"count": 501}).status_code == 422


def test_the_description_names_every_route_and_field(client):
    schema = client.get("/openapi.json").json()
    assert set(schema["paths"]) == {
        "/api/explain",
        "/api/ask",
        "/api/answer",
        "/api/check",
        "/api/ledger",
        "/api/health",
    }
    for path, methods in schema["paths"].items():
        for about in methods.values():
            assert about["summary"] and (path == "/api/health" or "422" in about["responses"])
    fields = schema["components"]["schemas"]["CheckRequest"]
    assert fields["required"] == ["text"] and {"futures", "seed", "as_of", "date", "horizon"} < set(
        fields["properties"]
    )
