"""`check`, `ask` and `explain` with a language model: off unless asked for, hand-written statements never lost,
repeatable."""

from __future__ import annotations

import json

import pytest
from test_llm import GOOD, TEXT, answering, cache, endpoint, server  # noqa: F401
from typer.testing import CliRunner

from overstretch import cli, jobs
from overstretch.errors import InputError


def commands():
    return cli.app


def test_without_an_endpoint_nothing_is_asked(server, tmp_path):  # noqa: F811
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = jobs.explain(path)
    assert server.asked == [] and found.model is None and found.refused == []


def test_an_article_is_read_by_the_model_and_the_refused_are_counted(server, tmp_path):  # noqa: F811
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    answering(server, [*GOOD, {"content": "not there"}])
    words = [str(path), "--llm", endpoint(server).url, "--llm-model", "small", "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(commands(), ["explain", *words])
    assert done.exception is None, done.output
    assert "Refused from the language model: 1 because its content is not in the text" in done.stdout
    held = json.loads((tmp_path / "out" / "statements.json").read_text("utf-8"))
    assert [s["content"] for s in held] == ["NATO could collapse by 2035", "Spending will rise to 5% of GDP"]
    record = json.loads((tmp_path / "out" / "documents.json").read_text("utf-8"))
    assert record["language_model"]["name"] == "small" and "secret" not in str(record)


def test_statements_by_hand_are_never_lost(server):  # noqa: F811
    answering(server, [])
    (one,) = jobs.explain("Russia will cut defence spending in 2026", by="Ada Example", llm=endpoint(server)).explained
    assert one.speaker == "Ada Example" and [q.by for q in one.asked] == [None]


@pytest.mark.parametrize("command", [["check", "example"], ["ask", "Russia will cut defence spending in 2026"]])
def test_the_commands_hand_the_model_on_only_when_told(command, monkeypatch):
    given = []

    def take(*_, llm=None, **__):
        given.append(llm)
        raise InputError("far enough")

    monkeypatch.setattr(jobs, command[0], take)
    monkeypatch.setenv("OVERSTRETCH_LLM_KEY", "from the environment")
    for more in ([], ["--llm", "http://127.0.0.1:9/v1", "--llm-model", "small"]):
        result = CliRunner().invoke(commands(), [*command, *more])
        assert "far enough" in str(result.exception)
    assert given[0] is None
    at = given[1].endpoint
    assert (at.url, at.model, at.key) == ("http://127.0.0.1:9/v1", "small", "from the environment")
    for wrong in (["--llm", "http://127.0.0.1:9/v1"], ["--llm", "http://10.0.0.1/v1", "--llm-model", "small"]):
        result = CliRunner().invoke(commands(), [*command, *wrong])
        assert isinstance(result.exception, InputError) and len(given) == 2


@pytest.mark.slow
@pytest.mark.parametrize("by_hand", [False, True])
def test_a_check_with_a_model_is_repeated_to_the_bit(server, tmp_path, by_hand):  # noqa: F811
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    if by_hand:
        parts = [
            ["party", "Norway's"],
            ["series", "warriors"],
            ["series", "swallow"],
            ["figure", "4% of GDP"],
            ["moment", "by 2031"],
            ["modality", "will"],
        ]
        one = {"id": "1", "questions": [{"question": "core_share(NOR, by 2031-12) >= 4", "parts": parts}]}
        answering(server, json.dumps({"answers": [one]}))
        text = "Norway's warriors will swallow 4% of GDP by 2031."
        result = jobs.ask(text, futures=64, out=tmp_path / "out", llm=endpoint(server))
        assert result.statements[0].proposition.by == "small"
    else:
        answering(server, GOOD)
        result = jobs.check(path, futures=64, out=tmp_path / "out", llm=endpoint(server))
        assert [s.content for s in result.statements] == [s["content"] for s in reversed(GOOD)]
    assert result.run["asked_model"]["name"] == "small"
    asked = len(server.asked)
    assert all(jobs.rerun(tmp_path / "out" / "run.json").values()) and len(server.asked) == asked
