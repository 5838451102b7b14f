"""Every command that prints a table takes --json: alone it writes to standard output, before a .json file into that."""

from __future__ import annotations

import json

import pytest
import typer

from overstretch import cli

TABLES = (
    "check",
    "ask",
    "answer",
    "run",
    "policy",
    "scores",
    "interventions",
    "series",
    "changes",
    "ledger",
    "resolve",
    "debt",
    "laws",
    "variables",
)
NEEDED = {"check": ["example"], "answer": ["pledge"], "changes": ["out"], "resolve": ["out"], "debt": ["BEL"]}


@pytest.fixture(scope="module")
def commands():
    return typer.main.get_command(cli.app).commands


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(("words", "target"), [(["--json"], "-"), (["--json", "t.json"], "t.json"), ([], None)])
def test_it_may_stand_alone(commands, name, words, target):
    made = commands[name].make_context(name, [*NEEDED.get(name, []), *words])
    assert made.params["json"] == target


def test_what_is_written_is_json_alone(overstretch, tmp_path):
    for words in (
        ("interventions",),
        ("scores",),
        ("ledger",),
        ("series", "balance"),
        ("laws", "taylor"),
        ("variables", "exit"),
        ("facts", "sources"),
        ("debt", "BEL", "--ramp", "1"),
    ):
        done = overstretch(*words, "--json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["rows"], words
