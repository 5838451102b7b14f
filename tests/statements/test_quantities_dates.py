"""The grammars of numbers and dates."""

from __future__ import annotations

from datetime import date

import pytest

from overstretch.statements.mentions.dates import dates
from overstretch.statements.mentions.quantities import number, quantities

ANCHOR = date(2025, 7, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5% of their GDP", [(5.0, "percent of GDP")]),
        ("3.5 per cent of gross domestic product", [(3.5, "percent of GDP")]),
        ("13.5 trillion roubles, or 6.3 percent of GDP", [(13.5e12, "RUB"), (6.3, "percent of GDP")]),
        ("€800bn", [(8e11, "EUR")]),
        ("$1,250 million", [(1.25e9, "USD")]),
        ("the 32-member alliance", [(32.0, "members")]),
        ("within five years", [(5.0, "years")]),
        ("300,000 more troops", [(300000.0, "troops")]),
        ("200 basis points", [(200.0, "basis points")]),
        ("three times as much", [(3.0, "times")]),
        ("by 2035", []),
        ("in 2026 tanks will come", []),
    ],
)
def test_quantities(text, expected):
    assert [(q.value, q.unit) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"), [("five", 5), ("twenty-five", 25), ("1,200", 1200), ("3.5", 3.5), ("a hundred", 100)]
)
def test_number(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "iso", "granularity", "relation"),
    [
        ("by 2035", "2035-01-01", "year", "by"),
        ("within five years", "2030-07-03", "years", "within"),
        ("beginning next year", "2026-01-01", "year", "from"),
        ("on Thursday", "2025-07-03", "day", "in"),
        ("on Monday", "2025-06-30", "day", "in"),
        ("last week", "2025-06-23", "week", None),
        ("by the end of 2026", "2026-12-01", "year", "by"),
        ("in the third quarter of 2026", "2026-07-01", "quarter", "in"),
        ("3 July 2025", "2025-07-03", "day", None),
        ("two years ago", "2023-07-03", "years", "ago"),
    ],
)
def test_dates(text, iso, granularity, relation):
    moment = dates(text, ANCHOR)[0].moment
    assert (moment.date, moment.granularity, moment.relation) == (iso, granularity, relation)


def test_relative_date_without_anchor_is_not_invented():
    assert dates("within five years")[0].moment.date is None
    assert dates("by 2035")[0].moment.date == "2035-01-01"
    assert dates("they may march") == []
