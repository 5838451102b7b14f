"""Text, data and JSON are three spellings of one question."""

from __future__ import annotations

import json

import jsonschema
from hypothesis import given, settings
from strategies import questions

from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import Happens, Quantity, parts
from overstretch.questions.form import from_json, schema, to_json
from overstretch.questions.text import parse, write

VALIDATOR = jsonschema.Draft202012Validator(schema())


def features(question) -> set[str]:
    """What a question is made of, by name."""
    found = set()
    for part in parts(question):
        found.add(type(part).__name__)
        if isinstance(part, Quantity):
            found |= {
                part.series,
                part.when.relation,
                "share" if part.share_of else "",
                f"change {part.change.kind}" if part.change else "",
            }
        if isinstance(part, Happens):
            found.add(part.event)
    return found


def test_text_and_json_read_back_to_the_same_question():
    seen: set[str] = set()

    @settings(max_examples=500)
    @given(questions())
    def every(question):
        text = write(question)
        assert checked(parse(text)) == question
        held = json.loads(json.dumps(to_json(question), allow_nan=False))
        assert checked(from_json(held)) == question
        VALIDATOR.validate(held)
        assert checked(question) == question
        seen.update(features(question))

    every()
    assert {"Compare", "Count", "Happens", "Not", "And", "Or", "Given", "Do", "Effect", "Special"} <= seen
    assert {"in", "by", "before", "mean", "sum", "each", "any", "latest", "default", "share"} <= seen
    assert {"change percent", "change absolute", "change multiple"} <= seen
    assert len(set(catalogue.all_events()) - seen) <= 4
    assert len(set(catalogue.all_series()) - seen) <= 8  # each one alone: test_text.py


def test_a_unit_may_be_named_like_a_word_of_the_language():
    text = "effect(keep_pledge() against base, mean(room_inflation(RUS), 2028..2029), share) between 0.25 and 1.5"
    assert write(checked(parse(text))) == text
