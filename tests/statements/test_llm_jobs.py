"""`check` and `ask` with the language-model reader: off unless asked for, hand-written statements never lost, repeatable."""

from __future__ import annotations

import pytest
from test_llm import GOOD, TEXT, answering, endpoint, server  # noqa: F401
from typer.testing import CliRunner

from overstretch import cli, jobs
from overstretch.errors import InputError
from overstretch.statements import read
from overstretch.statements.by_hand import Entry, read_entries
from overstretch.statements.llm import recorded, reread


def test_without_an_endpoint_the_reading_stays_and_nothing_is_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    reading, kept = read([path]), {}
    assert reread(reading, None, kept) is reading and kept == {}


def test_a_record_repeats_the_models_reading_without_asking_again(server, tmp_path):  # noqa: F811
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    answering(server, [*GOOD, {"content": "not there"}])
    kept = {}
    made = reread(read([path]), endpoint(server), kept)
    assert [s.content for s in made.statements] == ["NATO could collapse by 2035", "Spending will rise to 5% of GDP"]
    assert kept["refused_of_model"] == {"its content is not in the text": 1} and len(server.asked) == 1
    again = recorded(read([path]), {**kept, "language_model": made.model})
    assert again.statements == made.statements and again.model == made.model and len(server.asked) == 1
    assert "secret" not in str(kept)
    with pytest.raises(InputError, match="cannot be used"):
        recorded(read([path]), {"read_by_model": [{"id": 3}], "language_model": {}})


def test_statements_by_hand_keep_their_speaker_and_none_is_lost(server):  # noqa: F811
    entries = [
        Entry(text="Spending will rise to 5% of GDP", speaker="Ada Example", date="2025-07-01"),
        Entry(text="Russia will cut defence spending in 2026"),
    ]
    answering(server, [{"content": "Spending will rise to 5% of GDP", "modality": "will"}])
    kept = {}
    made = reread(read_entries(entries), endpoint(server), kept, entries)
    assert [(s.doc, s.content) for s in made.statements] == [
        ("asked 1", "Spending will rise to 5% of GDP"),
        ("asked 2", "Russia will cut defence spending in 2026"),
    ]
    first, second = made.statements
    assert first.speaker.canonical == "Ada Example" and first.said_at.date == "2025-07-01"
    assert second.speaker is None and len(server.asked) == 2


@pytest.mark.parametrize("command", [["check", "example"], ["ask", "Russia will cut defence spending in 2026"]])
def test_the_commands_hand_the_endpoint_on_only_when_told(command, monkeypatch):
    given = []

    def take(*_, llm=None, **__):
        given.append(llm)
        raise InputError("far enough")

    monkeypatch.setattr(jobs, command[0], take)
    monkeypatch.setenv("OVERSTRETCH_LLM_KEY", "from the environment")
    if not any(info.name == "ask" for info in cli.app.registered_commands):
        cli._mount()
    for more in ([], ["--llm", "http://127.0.0.1:9/v1", "--llm-model", "small"]):
        result = CliRunner().invoke(cli.app, [*command, *more])
        assert "far enough" in str(result.exception)
    assert given[0] is None
    assert (given[1].url, given[1].model, given[1].key) == ("http://127.0.0.1:9/v1", "small", "from the environment")
    for wrong in (["--llm", "http://127.0.0.1:9/v1"], ["--llm", "http://10.0.0.1/v1", "--llm-model", "small"]):
        result = CliRunner().invoke(cli.app, [*command, *wrong])
        assert isinstance(result.exception, InputError) and len(given) == 2


@pytest.mark.slow
def test_a_check_by_the_model_is_repeated_to_the_bit(server, tmp_path):  # noqa: F811
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    answering(server, GOOD)
    result = jobs.check(path, futures=64, out=tmp_path / "out", llm=endpoint(server))
    assert [s.content for s in result.statements] == [s["content"] for s in reversed(GOOD)]
    assert result.run["language_model"]["name"] == "small"
    assert all(jobs.rerun(tmp_path / "out" / "run.json").values()) and len(server.asked) == 1
