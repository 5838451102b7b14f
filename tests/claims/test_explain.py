"""`explain`: the words of each part, the claim, the question, or what could not be placed. Own sentences; nothing is
simulated."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from rich.console import Console
from typer.testing import CliRunner

from overstretch import cli, jobs
from overstretch.claims.explain import marks
from overstretch.cli.understood import show
from overstretch.errors import InputError
from overstretch.questions import from_json, parse
from overstretch.statements.record import Read

NORWAY = "Norway will not spend more than 4% of GDP on defence by 2031 if oil falls to 40 dollars"


@pytest.fixture(scope="module")
def app():
    return cli.app


def run(app, *words):
    done = CliRunner().invoke(app, ["explain", *map(str, words)])
    if isinstance(done.exception, Exception):
        raise done.exception
    return done.stdout


def parts(text: str, **options) -> dict[str, tuple[list[str], str | None]]:
    (one,) = jobs.explain(text, **options).explained
    (asked,) = one.asked
    return {mark.part: (mark.words, mark.value) for mark in asked.marks}


def test_the_words_of_each_part_are_marked():
    found = parts(NORWAY)
    assert found["party"] == (["Norway"], "NOR")
    assert found["series"][1] == "core_share" and "defence" in found["series"][0]
    assert found["figure"] == (["4% of GDP"], None)
    assert found["moment"] == (["by 2031"], "by 2031-12")
    assert found["comparator"][0] == ["more than"] and found["negation"][0] == ["not"]
    assert found["condition"][0] == ["if oil falls to 40 dollars"] and found["modality"][0] == ["will"]


def test_quantifier_change_and_cause_are_marked():
    assert parts("Fewer than twelve allies will spend 3.5% of GDP on defence in 2032.")["quantifier"][0] == [
        "Fewer than twelve allies"
    ]
    assert parts("Polish defence spending will double by 2030.")["change"][0] == ["double"]
    cause = parts("The rise in the allies' spending could lead to the collapse of the alliance by 2033.")
    assert "The rise in the allies' spending" in cause["cause"][0] and cause["event"][1] == "alliance_dissolution"


def test_claim_question_defaults_and_what_was_set_aside():
    (one,) = jobs.explain("NATO, which has seen worse, could fall apart", said="2026-02-01", by="Ada Example").explained
    (asked,) = one.asked
    assert (one.speaker, one.date, asked.asks) == ("Ada Example", "2026-02-01", "possible")
    assert asked.question == "happens(alliance_dissolution, by 2035-12, default)"
    assert "dissolved" in asked.claim and asked.asked.endswith("?")
    assert asked.defaults == ["the moment: by the end of 2035"]
    assert [left.part for left in asked.set_aside] == ["an aside"]
    assert from_json(asked.form) == parse(asked.question)


def test_what_cannot_be_asked_says_why_and_what_is_nearest():
    (one,) = jobs.explain("A ceasefire in Ukraine will come one day.").explained
    assert not one.asked and "no date" in one.because and one.nearest.startswith("happens(ceasefire")


def test_a_word_inside_another_part_is_marked_once():
    read = [Read(part="figure", text="3% of GDP", span=(5, 14)), Read(part="series", text="GDP", span=(11, 14))]
    made = marks(read, parse("core_share(DEU, 2030) >= 3"), date(2025, 7, 3))
    assert [(m.part, m.words) for m in made] == [("figure", ["3% of GDP"])]


def test_context_day_and_speaker_fill_what_the_sentence_leaves_out(tmp_path):
    register = tmp_path / "r.jsonl"
    rows = [
        {
            "id": "a",
            "text": "The government will spend 3% of GDP on defence next year.",
            "context": "ESP",
            "date": "2027-05-01",
            "label": {"x": 1},
        },
        {
            "id": "b",
            "text": "We will spend 3% of GDP on defence next year.",
            "speaker": "the Belgian prime minister",
            "context": "ESP",
            "date": "2027-05-01",
        },
        {"id": "c", "text": "The central bank's key rate will be above 12% in 2027.", "context": "RUS"},
        {"id": "d", "text": "The soup was good.", "asks": "likely", "question": None, "speaker": None, "date": None},
    ]
    register.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    lines = [json.loads(line) for line in jobs.explain(register=register).lines()]
    assert [line["id"] for line in lines] == ["a", "b", "c", "d"]
    first, second, third = (line["questions"][0]["left"] for line in lines[:3])
    assert (first["who"], first["when"]) == ("ESP", {"in": "2028"}) and second["who"] == "BEL"
    assert (third["series"], third["who"]) == ("policy_rate", "RUS")
    assert lines[3]["questions"] == [] and lines[3]["because"] and lines[3]["asks"] is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "a", "text": "x", "context": "Spain"}', "no country's code"),
        ('{"id": "a"}', "neither a text nor a question"),
        ('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}', "stands twice"),
        ("[1]", "statement 1"),
        ("{", "cannot be parsed"),
    ],
)
def test_a_faulty_register_is_named(tmp_path, line, words):
    register = tmp_path / "r.jsonl"
    register.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        jobs.explain(register=register)


def test_lines_of_an_article_hold_its_own_words(app, tmp_path):
    article = tmp_path / "a.txt"
    text = (
        "Budget day\n\n“Norway will spend 4% of GDP on defence by 2031,” Anna Nowak said on Tuesday. The "
        "soup was cold.\n"
    )
    article.write_text(text, encoding="utf-8")
    out = tmp_path / "lines.jsonl"
    assert "written to" in run(app, article, "--json", out)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert all(line["article"] == "a.txt" and line["span"] in text for line in lines)
    (asked,) = [line for line in lines if line["questions"]]
    assert asked["speaker"] == "Anna Nowak" and asked["asks"] == "likely" and asked["because"] is None
    assert asked["questions"][0]["left"]["when"] == {"by": "2031-12"}


def test_json_without_a_file_prints(app):
    for words in (["--json"], ["--json", "-"], ["--json", "--by", "Ada Example"]):
        (line,) = run(app, NORWAY, *words).splitlines()
        assert json.loads(line)["questions"][0]["given"] == [{"do": "oil(40)"}]


def test_the_view_fits_and_cuts_nothing(app):
    sentence = (
        "Fewer than twelve of the European members of the alliance will spend at least 3.5% of their GDP on "
        "defence in 2032, the minister said."
    )
    found = jobs.explain(sentence)
    page = io.StringIO()
    show(found, Console(file=page, width=80))
    lines = page.getvalue().splitlines()
    assert max(map(len, lines)) <= 80 and "…" not in page.getvalue().replace(" … ", "")
    told = " ".join(page.getvalue().split())
    for words in (found.explained[0].asked[0].question, "quantifier", "claim", "(likely)", "who says it"):
        assert words in told or not found.explained[0].asked[0].set_aside


def test_control_characters_do_not_reach_the_terminal():
    page = io.StringIO()
    show(jobs.explain("Norway will spend 4% of GDP\x1b[31m on defence\u202e by 2031."), Console(file=page, width=80))
    assert "\x1b" not in page.getvalue() and "\u202e" not in page.getvalue()


def test_what_is_an_article_and_what_a_statement(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        jobs.explain("missing.txt")
    with pytest.raises(InputError, match="one kind"):
        jobs.explain(["example", "Norway will spend 4% of GDP on defence."])
    with pytest.raises(InputError, match="--by belongs"):
        jobs.explain("example", by="Ada Example")
    with pytest.raises(InputError, match="Nothing was given"):
        jobs.explain()
    two = jobs.explain(["Norway will spend 4% of GDP on defence in 2031.", "Putin could be ousted by 2031."])
    assert [json.loads(line)["id"] for line in two.lines()] == ["1", "2"]
    assert len(jobs.explain("example").explained) > 10
    (tmp_path / "note").write_text("Norway will spend 4% of GDP on defence in 2031, Anna Nowak said.", encoding="utf-8")
    assert jobs.explain("note").documents[0].name == "note"
    assert jobs.explain("note", articles=False).documents[0].name == "asked 1"


def test_a_party_that_no_word_names_is_told_as_put_in():
    (one,) = jobs.explain("We will spend 4% of GDP on defence by 2031.", by="the Norwegian prime minister").explained
    assert one.asked[0].defaults == ["the party: Norway (the speaker's)"]
    (one,) = jobs.explain("Russia's liquid wealth fund will be exhausted by 2031.").explained
    assert one.asked[0].defaults == []
    (one,) = jobs.explain("Poland will spend 4% of GDP on defence in 2028, more than Germany or France.").explained
    assert [asked.defaults for asked in one.asked] == [[], [], []]  # named, if beside the claim


def test_entries_keep_their_order_typed_questions_among_them(tmp_path):
    register = tmp_path / "r.toml"
    register.write_text(
        '[[statement]]\nid = "t"\nquestion = "core_share(DEU, 2029) >= 3.5"\n[[statement]]\ntext = "Putin '
        'could be ousted by 2031."\n',
        encoding="utf-8",
    )
    found = jobs.explain(register=register)
    assert [one.doc for one in found.explained] == ["asked 1", "asked 2"]
    assert [json.loads(line)["id"] for line in found.lines()] == ["t", "2"]
