"""`overstretch answer` as a process: its files, its JSON, and what it refuses before it simulates."""

from __future__ import annotations

import json

FUTURES, DAY = "128", "2026-10-15"


def test_the_command_writes_what_is_asked_for(overstretch, tmp_path):
    done = overstretch(
        "answer",
        "leader",
        "--futures",
        FUTURES,
        "--as-of",
        DAY,
        "--json",
        "--xlsx",
        "l.xlsx",
        "--markdown",
        "l.md",
        "--svg",
        "l.svg",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["name"] == "leader" and len(record["rows"]) == 6 and record["sources"]
    assert {path.name for path in tmp_path.iterdir()} == {"l.xlsx", "l.md", "l.svg"}
    assert (tmp_path / "l.svg").read_text("utf-8").startswith("<svg")


def test_what_cannot_be_written_is_refused_before_anything_is_simulated(refused):
    assert "--xlsx none/x.xlsx: no such folder" in refused("answer", "leader", "--xlsx", "none/x.xlsx")
    assert "near: leader" in refused("answer", "leder")
