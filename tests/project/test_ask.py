"""`overstretch ask`: statements written by hand go the whole way, and the run can be repeated."""

from __future__ import annotations

import json

QUESTION = "core_share(DEU, 2029) >= 3.5"


def test_ask_answers_and_repeats(overstretch, tmp_path):
    done = overstretch(
        "ask",
        "The tea was good.",
        "--question",
        QUESTION,
        "--by",
        "Ada Example",
        "--date",
        "2025-07-01",
        "--futures",
        "64",
        "--out",
        "out",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "Ada Example" in done.stdout and "Not testable" in done.stdout and " in 100" in done.stdout
    out = tmp_path / "out"
    (verdict,) = json.loads((out / "verdicts.json").read_text("utf-8"))
    assert verdict["question"] == QUESTION and verdict["state"] == "open" and verdict["statements"] == ["asked-2"]
    tea, typed = json.loads((out / "statements.json").read_text("utf-8"))
    assert typed["proposition"]["question"] == QUESTION and tea["not_testable_because"]
    run = json.loads((out / "run.json").read_text("utf-8"))
    assert [entry["question"] for entry in run["asked"]] == [None, QUESTION]
    again = overstretch("rerun", "out", cwd=tmp_path)
    assert again.returncode == 0 and "are the same to the bit" in again.stdout, again.stdout + again.stderr


def test_what_cannot_be_asked_is_refused(refused, tmp_path):
    assert "No statement was given" in refused("ask")
    assert "speaker" in refused("ask", "--register", "x.toml", "--by", "Ada Example")
    assert "not a date" in refused("ask", "Russia will cut defence spending", "--date", "soon")
    bad = tmp_path / "articles.toml"
    assert "cannot be read" in refused("ask", "--register", bad)
