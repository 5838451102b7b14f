"""Numbers and dates in a statement that templates need: shares of GDP, percents, roubles, years, deadlines."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.lexicon import numbers
from overstretch.statements.record import Statement

_WORDS = "|".join(numbers())
_NUMBER = rf"(?P<number>\d+(?:[.,]\d+)?|{_WORDS})"
_PERCENT = r"\s*(?:%|per\s?cent|percent)"
SHARE = re.compile(
    rf"{_NUMBER}{_PERCENT}\s+of\s+(?:\w+\s+){{0,3}}(?:gdp|gross domestic product|(?:economic )?output|national (?:income|product|output)|(?:the )?economy)",
    re.I,
)
PERCENT = re.compile(rf"{_NUMBER}{_PERCENT}", re.I)
RANGE = re.compile(rf"(?P<low>\d+(?:\.\d+)?)(?:{_PERCENT})?\s?(?:-|to)\s?(?P<high>\d+(?:\.\d+)?){_PERCENT}", re.I)
ROUBLES = re.compile(rf"{_NUMBER}\s*(?:trillion|trn|tn)\s*(?:roubles|rubles|rub)", re.I)
DOLLARS = re.compile(
    rf"(?:\$\s*{_NUMBER}|{_NUMBER.replace('number', 'other')}\s*(?:dollars|usd))(?:\s*(?:a|per)\s*barrel)?", re.I
)
YEARS = re.compile(
    rf"(?:with)?in\s+(?:the\s+)?(?:next\s+|coming\s+)?{_NUMBER}\s+(?:to\s+(?P<upper>\d+|{_WORDS})\s+)?years?", re.I
)
DECADE = re.compile(
    r"(?:(?:with)?in|over|takes?|taking|needs?|about|after) (?:(?:it|them|russia|moscow|putin) )?(?:about |around |up to )?(?:a|one|the (?:next|coming)) decade",
    re.I,
)
TAKES = re.compile(rf"takes?\s+(?:about\s+)?{_NUMBER}\s+(?:(?:to|or)\s+(?P<upper>\d+|{_WORDS})\s+)?years?", re.I)
OVER = re.compile(rf"(?:over|for|after|in)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?{_NUMBER}\s+years?", re.I)
COUNT = re.compile(rf"{_NUMBER}\s+(?:nato\s+|european\s+)?(?:allies|members|countries|states|governments)", re.I)
YEAR = re.compile(r"(?<![\d.,$])(?P<year>(?:19|20)\d\d)(?![\d%])")
SOON = {"this year": 0, "next year": 1, "the coming year": 1, "year after next": 2, "year's end": 0, "last year": -1}


def number(text: str) -> float:
    """A figure or a number word as a number."""
    return float(numbers()[text.lower()]) if text.lower() in numbers() else float(text.replace(",", "."))


def share_of_gdp(text: str) -> float | None:
    """The first '5% of GDP' in the text."""
    found, spread = SHARE.search(text), RANGE.search(text)
    if found and spread and spread.start() <= found.start() < spread.end():
        return (number(spread["low"]) + number(spread["high"])) / 2
    return number(found["number"]) if found else None


def percent(text: str) -> float | None:
    """The first percentage, of GDP or not; a negative sign before it counts; of a range the middle."""
    spread = RANGE.search(text)
    found = PERCENT.search(text)
    if spread and found and (spread.end() == found.end() or spread.start() == found.start()):
        return (number(spread["low"]) + number(spread["high"])) / 2
    if not found:
        return None
    sign = -1 if re.search(r"(?:minus\s|(?<!\w)-)$", text[: found.start()], re.I) else 1
    return sign * number(found["number"])


def roubles(text: str) -> float | None:
    """Trillions of roubles."""
    found = ROUBLES.search(text)
    return number(found["number"]) if found else None


def dollars(text: str) -> float | None:
    """Dollars, as in an oil price."""
    found = DOLLARS.search(text)
    return number(found["number"] or found["other"]) if found else None


def count(text: str) -> int | None:
    """A number of allies or members."""
    found = COUNT.search(text)
    return int(number(found["number"])) if found else None


def within_years(text: str) -> int | None:
    """The span 'within five years', the upper end of a range."""
    found = YEARS.search(text) or TAKES.search(text) or OVER.search(text)
    if found:
        groups = found.groupdict()
        return int(number(groups.get("upper") or found["number"]))
    return 10 if DECADE.search(text) else None


def said_on(statement: Statement, document: date | None, as_of: date) -> date:
    """The day of the words: as said where a day is given, else the document's, else the cut-off."""
    if statement.said_at and statement.said_at.date and statement.said_at.granularity == "day":
        return date.fromisoformat(statement.said_at.date)
    return document or as_of


def deadline_year(statement: Statement, text: str, said: date) -> int | None:
    """The calendar year by whose end, or in which, it is to happen; None where no date is given.

    'Within five years' ends in the calendar year in which the fifth year ends.
    """
    years = within_years(text)
    if years is not None:
        return said.year + years
    if statement.deadline and statement.deadline.date:
        return int(statement.deadline.date[:4])
    named = [int(m["year"]) for m in YEAR.finditer(text)]
    if named:
        return max(named)
    if re.search(
        r"end of (?:the|this) decade|(?:by|before) (?:the )?decade's end|decade (?:is out|ends)|(?:later?|still) this decade|this side of 2030",
        text,
        re.I,
    ):
        return said.year // 10 * 10 + 10
    for phrase, offset in SOON.items():
        if phrase in text.lower():
            return said.year + offset
    return None
