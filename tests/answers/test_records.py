"""The twelve records: each can be filled in for any option it takes, and all that it asks can be asked."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest

import overstretch.answers.answering as answering
from overstretch.answers.answering import _questions
from overstretch.answers.spec import Options, filled, specs
from overstretch.errors import InputError
from overstretch.questions import question, write
from overstretch.questions.futures.answer import plan_of

DAYS = (date(2025, 7, 3), date(2026, 10, 15), date(2026, 12, 31))
GIVEN = {
    "as it stands": Options(),
    "a year": Options(year=2032),
    "an oil price": Options(oil=45.0),
    "a way of financing": Options(finance="tax"),
    "all of them": Options(year=2030, oil=45.0, finance="cuts"),
}


def test_there_are_twelve_in_their_order():
    assert [about.number for about in specs().values()] == list(range(1, 13))


@pytest.mark.parametrize("name", specs())
@pytest.mark.parametrize("options", GIVEN.values(), ids=GIVEN)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_everything_it_asks_is_a_question_of_the_language(name, options, day):
    asked = filled(name, options, day)
    found = _questions(asked)
    assert found and asked.rows and asked.columns
    for one in found:
        assert question(write(one)) == one
    plan_of(list(found))  # its worlds set no lever twice
    drawn = {column.column.head for column in asked.columns}
    assert set(asked.spec.chart.columns) <= drawn
    assert "{" not in asked.fill(asked.spec.title) + "".join(column.name for column in asked.columns)


@pytest.mark.parametrize("name", specs())
def test_no_text_says_what_the_future_brings(name):
    about = specs()[name]
    texts = [
        about.title,
        about.note,
        *(c.head for c in about.columns),
        *(r["name"] for r in about.rows if isinstance(about.rows, tuple)),
    ]
    assert not [text for text in texts if re.search(r"\b(will|shall|going to)\b", text)]


@pytest.mark.parametrize("code", ["DEU", "ESP", "deu"])
def test_one_ally_is_one_row_and_whom_the_drivers_are_asked_of(code):
    asked = filled("pledge", Options(ally=(code,)), DAYS[1])
    assert [row.words["ally"] for row in asked.rows] == [code.upper()]
    assert asked.words["whom"] == code.upper()


def test_an_option_that_a_record_has_no_place_for_holds_in_every_world():
    assert filled("alliance", Options(oil=45.0), DAYS[1]).levers == "oil(45)"
    assert filled("buffer", Options(oil=45.0), DAYS[1]).levers == ""
    assert [row.name for row in filled("buffer", Options(oil=45.0), DAYS[1]).rows] == [
        "as it may go",
        "45 dollars a barrel",
    ]
    assert filled("pledge", Options(finance="tax"), DAYS[1]).levers == "finance(tax)"
    assert {c.words.get("finance") for c in filled("cost", Options(finance="tax"), DAYS[1]).columns} == {None, "tax"}


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("pledg", Options(), ("no answer 'pledg'", "near: pledge")),
        ("pledge", Options(ally=("GER",)), ("--ally GER", "DEU")),
        ("pledge", Options(ally=("ISL",)), ("--ally ISL", "with forces")),
        ("recession", Options(ally=("DEU",)), ("--ally", "not asked of one ally")),
        ("free-riding", Options(ally=("DEU", "FRA")), ("--ally", "takes one ally")),
        ("pledge", Options(year=2055), ("--year 2055", "2026", "2040")),
        ("pledge", Options(year=2024), ("--year 2024", "2026")),
        ("cost", Options(finance="gold"), ("--finance gold", "debt, tax, cuts")),
        ("buffer", Options(oil=0.0), ("--oil 0", "1 to 500")),
    ],
)
def test_what_cannot_be_asked_is_refused_by_the_options_name(name, options, words):
    with pytest.raises(InputError) as refused:
        filled(name, options, DAYS[1])
    for word in words:
        assert word in str(refused.value)


def test_each_publication_has_its_address_and_those_of_one_kind_share_it():
    rows = [
        ("Government of Spain, a plan", "2025-04-22", "2025-04-22", "https://es.test"),
        ("Government of Italy, a plan", "2025-10-02", "2025-10-02", "https://it.test ; x"),
        ("SIPRI, spending", "running", "2025-04-30", "a copy"),
        ("SIPRI, spending", "running", "2026-04-27", "a copy"),
        ("IMF", "2025-10", "2025-10-14", "https://a.test"),
        ("IMF", "2026-04", "2026-04-14", "https://b.test"),
        ("IMF", "2026-04", "2026-04-14", "https://b.test"),
    ]
    own = [SimpleNamespace(publication=p, edition=e, published=d, address=a) for p, e, d, a in rows]
    assert set(answering._sources(own)) == {
        ("Government of Italy, 2025-10-02", "https://it.test", "A plan"),
        ("Government of Spain, 2025-04-22", "https://es.test", "A plan"),
        ("SIPRI, spending: 2025-04-30; 2026-04-27", "", ""),
        ("IMF: edition 2025-10, 2025-10-14", "https://a.test", ""),
        ("IMF: edition 2026-04, 2026-04-14", "https://b.test", ""),
    }


def test_a_price_that_is_asked_for_stands_in_the_sentences():
    asked = filled("buffer", Options(oil=45.0), DAYS[1])
    assert asked.levers == "" and asked.said_under == "oil(45)"
    text = [write(one) for one in _questions(asked)]
    assert "happens(fund_exhausted, RUS, by 2028-12) given oil(45)" in text
    assert filled("buffer", Options(), DAYS[1]).said_under == "" == filled("leader", Options(), DAYS[1]).said_under
