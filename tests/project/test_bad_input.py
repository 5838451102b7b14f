"""Bad input ends in one clear message and exit code 2; nothing is written."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

UNTESTABLE = """A quiet day at the seaside

HASTINGS, July 1, 2025 - The mayor said that the new bench on the pier looked splendid. "My grandmother would have loved
this colour," he said. Visitors said that the ice cream had never tasted better, and that the gulls were in a good mood.
"""
FRENCH = (
    "Le ministre a déclaré que les dépenses de la défense seront plus élevées dans les années qui viennent, et que "
    "le pays ne pourra pas les payer sans une réforme des retraites que personne ne veut. "
) * 5


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with one file for each way in which an article cannot be used, and one that can but says nothing
    testable."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(random.Random(1).randbytes(5_000))
    (folder / "huge.txt").write_text("The minister said that spending rose. " * 30_000, encoding="utf-8")
    (folder / "french.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "untestable.txt").write_text(UNTESTABLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "missing.txt"),
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("huge.txt", "1,000,000"),
        ("french.txt", "French"),
    ],
)
def test_an_unusable_article_alone_is_an_error(refused, files, name, words):
    message = refused("check", files / name, "--futures", "64")
    assert name in message and words in message
    assert "ccepted" in message


def test_among_others_it_is_a_row_with_the_reason(overstretch, files, tmp_path):
    names = ["untestable.txt", "missing.txt", "empty.txt", "binary.txt", "huge.txt", "french.txt"]
    done = overstretch("check", *(files / n for n in names), "--futures", "64", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in names[1:]:
        assert f"{name}: not read" in done.stdout
    # An article without anything to test still yields its statements and a report that says so.
    out = tmp_path / "out"
    statements = json.loads((out / "statements.json").read_text("utf-8"))
    assert statements and {s["doc"] for s in statements} == {"untestable.txt"}
    assert all(s["proposition"] is None and s["not_testable_because"] for s in statements)
    assert json.loads((out / "verdicts.json").read_text("utf-8")) == []
    assert "No claim could be tested" in done.stdout
    assert "not testable" in (out / "report.html").read_text("utf-8").lower()
    skipped = {a["name"]: a["skipped"] for a in json.loads((out / "run.json").read_text("utf-8"))["articles"]}
    assert skipped["untestable.txt"] is None and all(skipped[name] for name in names[1:])


@pytest.mark.parametrize(
    ("option", "value", "accepted"),
    [
        ("--futures", "0", "1 to 1,048,576"),
        ("--futures", "many", "valid integer"),
        ("--seed", "-1", "0 to"),
        ("--horizon", "1990", "2024 to 2040"),
        ("--horizon", "2041", "2024 to 2040"),
        ("--as-of", "nonsense", "YYYY-MM-DD"),
        ("--facts", "none.csv", "none.csv"),
    ],
)
def test_an_unusable_value_is_refused_with_what_is_accepted(refused, option, value, accepted):
    message = refused("check", "example", option, value)
    assert option in message or value in message
    assert accepted in message


def test_an_unknown_option_is_refused(refused):
    assert "--colour" in refused("check", "example", "--colour", "red")


def test_out_must_not_be_a_file(refused, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    assert "is a file" in refused("check", "example", "--out", "taken")


def test_out_must_not_hold_other_files(refused, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.png").write_bytes(b"cat")
    assert "not an earlier output" in refused("check", "example", "--out", "photos")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("run", "moon-and-mars"), ("moon-and-mars", "nato-russia")),
        (("run", "--do", "abolish_war()"), ("abolish_war", "keep_pledge")),
        (("run", "--do", "oil()"), ("oil", "1 argument")),
        (("run", "--do", "spend(ATL, 1)"), ("ATL", "POL")),
        (("run", "--off", "gravity"), ("gravity", "free_riding")),
        (("rerun", "nowhere/run.json"), ("nowhere", "run.json of an earlier check")),
    ],
)
def test_other_commands_refuse_alike(refused, arguments, words):
    message = refused(*arguments)
    for word in words:
        assert word in message


def test_an_unknown_mechanism_is_refused_with_those_that_exist(refused):
    for command in (("check", "example"), ("ask", "Russia will cut defence spending in 2026")):
        message = refused(*command, "--off", "nonsense")
        assert "--off nonsense" in message and "alliance_strain" in message
