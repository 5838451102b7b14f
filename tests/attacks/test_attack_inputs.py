"""What comes in: an article that cannot be read never ends the others, numbers stay numbers, files of the system stay
shut."""

from __future__ import annotations

import json
import os
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

import overstretch
from overstretch import jobs
from overstretch.claims.compiler import compile_statements
from overstretch.defaults import MOST_IN_MEMORY
from overstretch.engine.interventions import expand
from overstretch.errors import InputError
from overstretch.facts import load
from overstretch.facts.cells import cells_of
from overstretch.statements import read
from overstretch.statements.language_model.asking import load_answers
from overstretch.statements.output import export
from overstretch.statements.reading.by_hand import load_register
from overstretch.statements.sources.files import read_bytes

ROWS = tomllib.loads(Path(__file__).with_name("articles.toml").read_text("utf-8"))["article"]
NINES = "9" * 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for row in ROWS:
        (made / row["name"].replace("/", "-")).write_text(row["text"].replace("{400}", NINES), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def reading(folder):
    """All of the rows at once, among inputs that are no files at all."""
    strange = [
        str(folder / ("n" * 300)),
        "a\0b",
        "https://[::1/",
        "https://",
        "no such file.txt",
        "\udcff.txt",
        str(folder / "nnn"),
    ]
    return read([*strange, *(folder / row["name"].replace("/", "-") for row in ROWS)])


def test_no_article_ends_the_others(reading):
    by_name = {document.name: document for document in reading.documents}
    for row in ROWS:
        document = by_name[row["name"].replace("/", "-")]
        assert (row["skipped"] in document.skipped) if "skipped" in row else document.skipped is None, document.skipped
    assert sum(document.skipped is not None for document in reading.documents) == 7 + sum("skipped" in r for r in ROWS)


def test_what_is_written_of_them_is_json_in_utf8(reading):
    found = compile_statements(reading.statements, reading.documents)
    for text in (export.to_json(found), export.to_jsonl(found), export.to_jsonld(found, reading.documents)):
        text.encode("utf-8")
        for line in text.rstrip("\n").split("\n") if text.startswith('{"id"') else [text]:
            json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    for document in reading.documents:
        document.model_dump_json().encode("utf-8")


def test_a_number_out_of_range_is_said(reading):
    found = compile_statements([s for s in reading.statements if s.doc == "digits.txt"], reading.documents)
    reasons = {statement.not_testable_because or "" for statement in found}
    assert any("out of range" in reason for reason in reasons)
    assert all(abs(quantity.value) <= 1e18 for statement in found for quantity in statement.quantities)


def test_offsets_lead_to_the_words(reading):
    texts = {document.name: document.text for document in reading.documents}
    for statement in reading.statements:
        for start, end in statement.spans:
            assert 0 <= start < end <= len(texts[statement.doc])
        for quantity in statement.quantities:
            assert texts[statement.doc][slice(*quantity.span)].strip().split() == quantity.text.split()


@pytest.mark.parametrize("length", [101, 250, 255])
def test_the_name_of_a_copy_leaves_room_on_every_disk(tmp_path, length):
    text = "The minister said that Germany will spend 3.5% of GDP on defence by 2029."
    paths = [tmp_path / one / ("é" * ((length - 4) // 2) + ".txt") for one in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    names = [document.name for document in read(paths).documents]
    assert len(set(names)) == 2 and all(len(name.encode()) <= 210 and name.isprintable() for name in names)


@pytest.mark.parametrize("path", ["/proc/self/environ", "/proc/self/cmdline", "/sys/kernel/uevent_seqnum", "/dev/zero"])
def test_files_of_the_system_are_no_articles(path, tmp_path):
    if not Path(path).exists():
        pytest.skip("another system")
    link = tmp_path / "article.txt"
    link.symlink_to(path)
    for way in (path, link):
        with pytest.raises(InputError, match=r"not an article|not a file"):
            read_bytes(Path(way))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="not a file"):
        read_bytes(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    "given",
    [
        "hold_burden(1e400)",
        f"hold_burden({NINES})",
        f"oil({NINES})",
        "oil(inf)",
        "oil(nan)",
        f"spend(POL, -{NINES})",
        "oil(40)+oil(90)",
        "spend(POL,50)+spend(POL,50)+spend(POL,50)",
        "us_presses + no_us_pressure",
        "no_review + review(hold)",
        "rus_burden(2021) + sustain_rus_burden",
    ],
)
def test_interventions_out_of_range_or_against_each_other_are_refused(given):
    with pytest.raises(InputError, match=r"out of range|outside the range|set the same"):
        for one in expand(given, {}):
            from overstretch.engine.changes import within

            within(one.arguments[-1], 1.0, 500.0, "dollars")


@pytest.mark.parametrize(
    "options",
    [
        {"futures": "many"},
        {"futures": 64.0},
        {"futures": True},
        {"futures": None},
        {"seed": 1.5},
        {"seed": "1"},
        {"horizon": "2030"},
        {"off": "review"},
        {"off": 5},
        {"as_of": 5},
        {"as_of": None},
        {"as_of": "9999-12-31"},
        {"as_of": "0001-01-01"},
        {"facts_files": "a.csv"},
        {"as_of": datetime(2300, 1, 1)},
    ],
    ids=str,
)
def test_wrong_types_and_far_days_in_python_are_one_clear_error(options):
    with pytest.raises(InputError, match="accepted"):
        jobs.ask("Russia will cut defence spending in 2026", **options)


@pytest.mark.parametrize(
    "options", [{"do": "oil(40)"}, {"as_of": "9999-12-31"}, {"contrast_futures": "2"}, {"off": "war"}], ids=str
)
def test_a_run_refuses_them_alike(options):
    with pytest.raises(InputError, match="accepted"):
        jobs.run(futures=64, **options)


@pytest.mark.parametrize("limit", [0, -1, float("inf"), float("nan"), 1e300, "60"])
def test_a_limit_is_a_number_of_seconds(limit):
    with pytest.raises(InputError, match="time limit"):
        jobs.explain("example", limit=limit)


def test_no_day_makes_the_unknown_known():
    with pytest.raises(InputError, match="9999-12-31"):
        load().as_of("9999-12-31")


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x1c", "\x0b", "\x0c"], ids=ascii)
def test_a_line_of_json_or_of_a_table_ends_where_its_format_says(tmp_path, character):
    """Not at every character that ends a line of prose: an article may hold any of them."""
    text = f"Germany will spend{character}3.5% of GDP on defence by 2029."
    register, answers, table = (tmp_path / name for name in ("r.jsonl", "a.jsonl", "t.csv"))
    register.write_text(json.dumps({"text": text}, ensure_ascii=character < " ") + "\n", encoding="utf-8")
    answers.write_text(json.dumps({"id": "a", "answer": text}, ensure_ascii=character < " ") + "\n", encoding="utf-8")
    table.write_text(f"a,note\r\n1,{text}\r\n", encoding="utf-8", newline="")
    assert [entry.text for entry in load_register(register)] == [text]
    assert load_answers(answers) == {"a": text}
    assert cells_of(table, 1_000)[1] == [["1", text]]


WRONG = (5, None, 1.5, True, b"x", object(), [5], [None], float("nan"), "\0", "x" * 5_000, "\ud800", 10**400, -1)
CALLS = {
    "check articles": lambda v: jobs.check(v),
    "check out": lambda v: jobs.check("no such.txt", out=v),
    "check system": lambda v: jobs.check("no such.txt", system=v),
    "check facts": lambda v: jobs.check("no such.txt", facts_files=v),
    "check llm": lambda v: jobs.check("no such.txt", llm=v),
    "ask text": lambda v: jobs.ask(v, futures=0),
    "ask question": lambda v: jobs.ask(question=v, futures=0),
    "ask register": lambda v: jobs.ask(register=v, futures=0),
    "explain texts": lambda v: jobs.explain(v, limit=0),
    "explain parser": lambda v: jobs.explain("nothing.txt", parser=v),
    "explain register": lambda v: jobs.explain(register=v),
    "run system": lambda v: jobs.run(v, futures=64),
    "run out": lambda v: jobs.run(out=v, futures=MOST_IN_MEMORY + 1, system="no such"),
    "run do": lambda v: jobs.run(do=v, futures=0),
    "policy group": lambda v: jobs.policy(v, futures=0),
    "rerun": jobs.rerun,
    "answer": lambda v: overstretch.answer(v),
    "open": lambda v: overstretch.open(v),
    "known": lambda v: load().as_of(v),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_value_of_any_type_is_one_clear_error(call):
    for wrong in WRONG:
        with pytest.raises(InputError) as fault:
            CALLS[call](wrong)
        assert len(str(fault.value)) < 6_000
