"""Statements written by hand: the same record, read by the same functions."""

from __future__ import annotations

import json

import pytest

from overstretch import claims
from overstretch.errors import InputError
from overstretch.statements import from_register, from_text
from overstretch.statements.reading.by_hand import load_register


def test_a_bare_sentence_is_its_own_content():
    text = "Poland will not spend more than 4.5% of GDP on its army by 2030"
    (s,) = from_text(text)
    assert (s.content, s.spans, s.speaker, s.form) == (text, [(0, len(text))], None, "direct")
    assert (s.modality, s.polarity) == ("will", "negative")
    assert [(q.value, q.unit) for q in s.quantities] == [(4.5, "percent of GDP")]
    assert s.deadline is not None and s.deadline.date == "2030-01-01" and s.deadline.relation == "by"


def test_attribution_in_the_text_is_read():
    found = from_text("Anna Nowak said NATO could collapse by 2035. Russia will raise its defence spending next year.")
    assert [(s.content, s.speaker and s.speaker.canonical) for s in found] == [
        ("NATO could collapse by 2035", "Anna Nowak"),
        ("Russia will raise its defence spending next year", None),
    ]
    assert [s.id for s in found] == ["1-1", "1-2"]
    assert found[1].direction == "up"


def test_speaker_and_date_are_those_given():
    (s,) = from_text("“Russia falls into recession next year.”", "Anna Nowak", "2025-07-03")
    assert s.content == "Russia falls into recession next year"
    assert s.speaker is not None and s.speaker.canonical == "Anna Nowak"
    assert s.deadline is not None and s.deadline.date == "2026-01-01"
    assert s.said_at is not None and s.said_at.date == "2025-07-03"
    (whole,) = from_text("Jan Kowalski said spending rises", "Anna Nowak")
    assert whole.content == "Jan Kowalski said spending rises"


def test_a_handwritten_statement_makes_the_same_question_as_a_read_one(tmp_path):
    (s,) = claims.compile_statements(from_text("Russia will cut defence spending in 2026"))
    assert s.proposition is not None and s.proposition.asks == "likely"
    assert s.proposition.question == "change(defence_spending(RUS, 2026), from 2025, percent) < 0"


TOML = """[[statement]]
text = "Russia will cut defence spending in 2026"
speaker = "Anna Nowak"
date = 2025-07-01
outlet = "The Gazette"

[[statement]]
text = "NATO will collapse by 2035. Inflation in Russia will be above 5% in 2026."
"""


def test_registers_in_toml_and_json_are_alike(tmp_path):
    toml, plain, wrapped = tmp_path / "a.toml", tmp_path / "a.json", tmp_path / "b.json"
    toml.write_text(TOML, encoding="utf-8")
    entries = [e.model_dump(mode="json", exclude_none=True) for e in load_register(toml)]
    plain.write_text(json.dumps(entries), encoding="utf-8")
    wrapped.write_text(json.dumps({"statement": entries}), encoding="utf-8")
    found = from_register(toml)
    assert found == from_register(plain) == from_register(wrapped)
    assert [s.id for s in found] == ["1-1", "2-1", "2-2"]
    assert (found[0].outlet, found[0].speaker.canonical, found[0].said_at.date) == (
        "The Gazette",
        "Anna Nowak",
        "2025-07-01",
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "a.toml",
            '[[statement]]\ntext = "x"\n[[statement]]\ntext = "y"\nspeeker = "z"',
            "statement 2: unknown field 'speeker'",
        ),
        ("a.toml", '[[statement]]\nspeaker = "z"', "statement 1: neither a text nor a question"),
        ("a.toml", '[[statement]]\ntext = "x"\ndate = "soon"', "statement 1: 'soon' is not a date"),
        ("a.toml", '[[statement]]\ntext = ""', "statement 1: neither a text nor a question"),
        ("a.toml", '[[claim]]\ntext = "x"', "unknown part claim"),
        ("a.toml", "text = ", "cannot be parsed"),
        ("a.json", "[1]", "statement 1"),
        ("a.json", "[]", "no list of statements"),
        ("a.json", "[" * 100_000, "cannot be parsed"),
        ("a.json", "3", "no list of statements"),
        ("a.csv", "text", "ends in .toml, .json, .jsonl"),
    ],
)
def test_faults_of_a_register_name_entry_and_what_is_accepted(name, content, words, tmp_path):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_register(path)
    assert words in str(caught.value) and str(path) in str(caught.value)
    assert "Accepted" in str(caught.value) or "accepted" in str(caught.value)


def test_a_missing_or_oversized_register_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_register(tmp_path / "none.toml")
    many = tmp_path / "many.json"
    many.write_text(json.dumps([{"text": "x"}] * 2001), encoding="utf-8")
    with pytest.raises(InputError, match="limit of 2000"):
        load_register(many)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "text"), ("x" * 5_001, "5000"), ("Министр сказал, что расходы вырастут", "English"), ("12345", "English")],
)
def test_texts_that_cannot_be_asked(text, words):
    with pytest.raises(InputError, match=words):
        from_text(text)
