"""Moments of a proposed question and of the statement; those that are left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.figures.numbers import WORDS
from overstretch.claims.reader.gate import YEARLY
from overstretch.claims.reader.moments import BACK, Moment, counted_back, moments
from overstretch.claims.reader.moments.values import month_index
from overstretch.claims.reader.series.figure_moments import MONTHLY, YEARS_AWAY
from overstretch.claims.reader.stance.tense import is_fact
from overstretch.claims.reader.vocabulary import plain
from overstretch.questions import catalogue
from overstretch.questions.data import (
    SPANS,
    And,
    Change,
    Compare,
    Count,
    Do,
    Effect,
    Given,
    Happens,
    Not,
    Or,
    Quantity,
    Question,
    Special,
    When,
)
from overstretch.questions.data import parts as parts_of
from overstretch.questions.periods import period

_DEFAULT_FROM = 1  # years before the day said at which a change begins where nobody says when
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d))")
_TENS = ("twenty", "thirty")
_SPELLED = re.compile(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<one>{'|'.join(w for w, n in WORDS.items() if n < 10)}))?\b", re.I
)
_NEARBY = re.compile(
    r"\b(?:year|years|month|months|weeks?|quarter|spring|summer|autumn|fall|winter|christmas|new year|"
    r"(?:first )?snows?|thaw|frosts?|harvest|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|already|currently|"
    r"at present|(?:this )?morning|tonight|this week|yesterday|as we speak|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|now|today|tomorrow|"
    r"then|decade)\b",
    re.I,
)  # words of a moment close to the day said
_FINE = re.compile(
    r"\b(?:end|close|mid|middle|start|beginning|early|late|half|quarter|q[1-4]|h[12]|spring|summer|autumn|"
    r"fall|winter|christmas|new year|easter|holidays?|review|out|over|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b",
    re.I,
)  # words that name a part of a year
_AND_NEXT = re.compile(r"\bthis year\b[^.;]{0,30}\bnext\b(?! (?:to|of|door)\b)", re.I)
_THEN = re.compile(r"\b(?:that|the same) year\b|\bthen\b", re.I)
_SINCE = re.compile(r"\bsince (?:the (?:start|beginning) of )?((?:19|20)\d\d)\b", re.I)
_UP_TO_NOW = re.compile(r"\bsince\b", re.I)
_SO_MANY_MONTHS = re.compile(
    rf"\b(?:in|over|during) (?:the |its )?(?:first )?(?P<n>\d+|{'|'.join(WORDS)}) months\b", re.I
)  # of the year
_WAR = re.compile(r"\b(?:operation|invasion|war)\b", re.I)  # "than on the day the operation began"
BEFORE_THE_WAR = 12 * 2022 + 1  # February 2022
CLOSE = 26  # months from the day said that such words may lie away


def filled(question: Question, said: date, horizon: int | None) -> Question:
    """With the moment of each series and event where the question leaves it open."""
    conditional = isinstance(question, (Given, Effect))  # of what is to come

    def at(when: When, own: str) -> When:
        if when.relation != "default":
            return when
        year = horizon or (said.year + int(own[1:]) if own.startswith("+") else int(own))
        return When("by", f"{year}-12", default=True)

    def over(part: Any) -> Any:
        match part:
            case Quantity():
                about = catalogue.all_series().get(part.series)
                if about and not about.futures and part.when.relation == "default" and not conditional:
                    return replace(part, when=When("latest"))  # held by tables alone
                return replace(part, when=at(part.when, about.horizon if about else "+5"))
            case Happens():
                about_event = catalogue.all_events().get(part.event)
                return replace(part, when=at(part.when, about_event.horizon if about_event else "+5"))
            case Compare():
                right = over(part.right) if isinstance(part.right, Quantity) else part.right
                return Compare(over(part.left), part.op, right)
            case Count():
                return replace(part, where=over(part.where))
            case Not() | Effect():
                return replace(part, of=over(part.of))
            case And() | Or():
                return replace(part, of=tuple(over(q) for q in part.of))
            case Given():
                own = next((w for w in parts_of(part.of) if isinstance(w, When) and w.relation != "default"), None)
                held = tuple(_taking(c, own) for c in part.conditions)
                return Given(over(part.of), tuple(c if isinstance(c, Do) else over(c) for c in held))
        return part

    return over(question)


def _taking(condition: Do | Question, own: When | None) -> Do | Question:
    """A condition whose moment is left open takes that of the claim."""
    if own is None:
        return condition

    year = When("in", own.first[:4]) if own.relation == "by" and own.first.endswith("-12") else own

    def over(part: Any) -> Any:
        if isinstance(part, Quantity):
            return replace(part, when=year) if part.when.relation == "default" else part
        if isinstance(part, When):
            return own if part.relation == "default" else part
        if isinstance(part, tuple):
            return tuple(over(one) for one in part)
        if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{f.name: over(getattr(part, f.name)) for f in fields(part)})
        return part

    return over(condition)


def grounded(question: Question, draft: Draft, words: str, around: str) -> None:
    """Each moment of the question stands in the statement or around it, or is marked as put in. Raises Unread.

    `words`: those that the question's moments are said to rest on; where the reader's grammar knows them not, they must
    name the year."""
    beside = plain(around)
    stated = [*draft.moments, *counted_back(draft.text, draft.moments, draft.said)]
    whens = [(m.when, draft.text[m.start : m.end]) for m in stated]
    whens += [(m.when, beside[m.start : m.end]) for m in moments(beside, draft.said)]
    for asked in _whens(question):
        first, last = ends(asked)
        early = asked.relation == "before" and "at the" in draft.text.lower() and "earliest" in draft.text.lower()
        if early and any(ends(m.when)[0] == last + 1 for m in draft.moments):
            continue  # "in 2028 at the earliest"
        if any(_stands(asked, when, text) for when, text in whens):
            continue
        if not any(_names(piece, first, last, draft) for piece in (words, *words.split(" ; "))):
            raise Unread(f"not in the statement: the moment {last // 12}-{last % 12 + 1:02d}")
    named = [ends(when) for when, _ in whens]
    usual = {12 * (draft.said.year - back) + 11 for back in range(_DEFAULT_FROM + 1)}
    usual |= {BEFORE_THE_WAR, 12 * (BEFORE_THE_WAR // 12) - 1} if _WAR.search(words) else set()
    for last in _since(question) - usual:
        if not any(last in (a, b) or last // 12 in (a // 12 - 1, a // 12, b // 12, b // 12 - 1) for a, b in named):
            raise Unread(f"not in the statement: a change from {last // 12}")


def _stands(asked: When, said: When, text: str) -> bool:
    """Whether a moment of the question is one of the statement: the same end, and for a span the same beginning where a
    year is said."""
    (first, last), (begins, stops) = ends(asked), ends(said)
    if asked.relation == "before" and said.relation == "from" and re.search(r"\binto\b", text, re.I):
        return last + 1 == begins  # "drags on into 2028"
    stated = said.relation in (*SPANS, "span") and str(begins // 12) in text
    if YEARS_AWAY.fullmatch(text.strip()) and asked.relation == "in" and len(asked.first) == 4:
        return last // 12 == stops // 12
    return last == stops and not (asked.relation in SPANS and stated and first != begins)


def settled(question: Question, words: str, day: date) -> Question:
    """With the moment as the reader's grammar reads its words, where the question has one and both lie in one year."""
    held = moments(words, day)
    own, said = set(_whens(question)), {m.when for m in held}
    if len(own) != 1 or len(said) != 1 or held[0].end - held[0].start < len(words.strip()) - 1:
        return question
    asked, when = own.pop(), said.pop()
    if asked.relation == "before" and ends(asked)[1] + 1 == ends(when)[0] and not words.lower().startswith("before"):
        return question  # "before his term runs out in May 2027"
    sums = any(isinstance(part, Quantity) and _of_years(part.series) for part in parts_of(question))
    if sums and asked.relation == "in" and asked.first in (when.first[:4], str(day.year + 1)):
        return question  # "from April 2027", "in the coming year", of what is counted by years
    single = asked.relation not in SPANS and when.relation in ("in", "by", "before")
    near = ends(asked)[1] // 12 - ends(when)[1] // 12
    if not single or _stands(asked, when, "") or near not in ((0, 1) if "decade" in words.lower() else (0,)):
        return question
    return swapped(question, asked, when)


def of_today(question: Question, draft: Draft) -> Question:
    """With the last figure published, where a figure of the very month of the words is asked and the statement names no
    moment and tells of nothing to come ("left its rate at 21 percent")."""
    if draft.moments or not is_fact(draft, []) or not isinstance(question, Compare):
        return question
    left, today = question.left, f"{draft.said:%Y-%m}"
    if left.series not in MONTHLY or left.when.relation != "in" or left.when.first[: len(today)] != today:
        return question
    return swapped(question, left.when, When("latest"))


def _of_years(series: str) -> bool:
    """Whether a series is one of sums over a year."""
    about = catalogue.all_series().get(series)
    return series in YEARLY or (about is not None and about.money and series not in MONTHLY)


def swapped(part: Any, old: Any, new: Any) -> Any:
    """A question with one part put in for another."""
    if part == old and type(part) is type(old):
        return new
    if isinstance(part, tuple):
        return tuple(swapped(one, old, new) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: swapped(getattr(part, f.name), old, new) for f in fields(part)})
    return part


def _names(words: str, first: int, last: int, draft: Draft) -> bool:
    """Whether words that no rule of the grammar reads may still mean a moment: they name its year, or lie near the day
    said."""
    since = _SINCE.search(words)
    if since and 12 * int(since[1]) == first and last // 12 in (draft.said.year, draft.said.year - 1):
        return True
    if last == BEFORE_THE_WAR and _WAR.search(words):
        return True
    if last == month_index(draft.said) and _UP_TO_NOW.search(words):
        return True
    if _so_many_months(words, first, last):
        return True
    years = set(years_in(draft.text if _THEN.search(words) else words))
    years |= {draft.said.year + 1} if _AND_NEXT.search(draft.text) else set()
    whole = last - first == 11 or last % 12 == 11
    if last - first > 11 and first // 12 not in years | {draft.said.year, draft.said.year + 1}:
        return False
    till = re.search(rf"\b(?:until|till|through|to) (?:the end of )?{last // 12}\b", words, re.I)
    if last - first > 11 and whole and {first // 12, last // 12} <= years:
        return True  # "add up 2026, 2027 and 2028"
    if last - first > 11 and moments(words, draft.said) and not till:
        return False
    if years:
        return (last // 12 in years and (whole or bool(_FINE.search(words)))) or (last // 12 + 1 in years and whole)
    away = last - (12 * draft.said.year + draft.said.month - 1)
    return bool(_NEARBY.search(words)) and -CLOSE <= away <= CLOSE and not moments(words, draft.said)


def _so_many_months(words: str, first: int, last: int) -> bool:
    """Whether words say how many months of a year a span from its January is."""
    run = _SO_MANY_MONTHS.search(words)
    said = run["n"].lower() if run else ""
    return first % 12 == 0 and bool(said) and last - first + 1 == int(WORDS.get(said, said))


def years_in(text: str) -> Iterator[int]:
    """Years in digits, in short ('27) and in words (twenty-nine)."""
    for m in _YEAR.finditer(text):
        yield int(m.group()) if m.group()[0] != "'" else 2000 + int(m.group()[1:])
    for m in _SPELLED.finditer(text):
        yield 2000 + (20 if m["tens"].lower() == "twenty" else 30) + (WORDS[m["one"].lower()] if m["one"] else 0)


def left(questions: Iterable[Question], draft: Draft) -> Iterator[Moment]:
    """The statement's moments that stand in none of the questions."""
    held = list(questions)
    asked = {pair for question in held for pair in _asked(question)}
    spans = {ends(w) for question in held for w in _whens(question) if w.relation in SPANS}
    since = {last for question in held for last in _since(question)}
    years = {year for question in held for year in _years(question)}
    before = {last for question in held for last in _denied_before(question)}
    within = {last for question in held for last in _never_by(question)}
    said = 12 * draft.said.year
    for moment in draft.moments:
        a, b = ends(moment.when)
        if BACK.fullmatch(draft.text, moment.start, moment.end) and any(
            ends(m.when) in asked for m in counted_back(draft.text, draft.moments, draft.said)
        ):
            continue  # "a year ago": of the year before that of the claim
        into = re.search(r"\binto\b", draft.text[moment.start : moment.end], re.I)  # "drags on into 2028"
        if a - 1 in before and (into or _NOT_BEFORE.search(draft.text[: moment.end + len(_EARLIEST)])):
            continue  # "no sooner than 2028": not before it
        if any(said <= b <= last for last in within):
            continue  # "not in 2026, and not in 2027 either": not by the end of 2027
        if any(_so_many_months(draft.text[moment.start : moment.end], *span) for span in asked):
            continue
        if YEARS_AWAY.fullmatch(draft.text[moment.start : moment.end].strip()) and b // 12 in {
            last // 12 for _, last in asked
        }:
            continue  # of what is known by years
        if not _YEAR.search(draft.text[moment.start : moment.end]) and any(
            b % 12 == last % 12 and b // 12 + 1 == last // 12 and last // 12 in years_in(draft.text)
            for _, last in asked
        ):
            continue  # "in 2026 ... by the end of the third quarter"
        inside = any(b == last for _, last in asked) or any(first <= a and b <= last for first, last in spans)
        if not inside and not ({a, b} & since) and b // 12 not in years | {s // 12 for s in since}:
            yield moment


_EARLIEST = " at the very earliest"  # may stand behind its moment
_NOT_BEFORE = re.compile(
    r"\b(?:(?:no|not) (?:sooner|earlier|before|until)|not before|until|only|at the (?:very )?earliest|hardly before)\b",
    re.I,
)


def _denied_before(question: Question) -> Iterator[int]:
    """Moments before which something is said not to be."""
    for part in parts_of(question):
        if isinstance(part, Not):
            yield from (ends(w)[1] for w in parts_of(part.of) if isinstance(w, When) and w.relation == "before")


def _never_by(question: Question) -> Iterator[int]:
    """The month by which an event is denied."""
    if isinstance(question, Not) and isinstance(question.of, Happens) and question.of.when in _whens(question):
        yield ends(question.of.when)[1]


def again(moment: Moment, questions: Iterable[Question], draft: Draft) -> bool:
    """Whether a moment says once more, less finely, which year another moment of the statement names ("in ten years,
    2035")."""
    asked = {last for question in questions for _, last in _asked(question)}
    said = {ends(m.when)[1] for m in draft.moments if m is not moment}
    return any(last in said and last // 12 == ends(moment.when)[1] // 12 for last in asked)


def names_asked(words: str, questions: Iterable[Question]) -> bool:
    """Whether words say the year of a moment that is asked."""
    asked = {last // 12 for question in questions for _, last in _asked(question)}
    return bool(asked & set(years_in(words)))


def claim_opened(question: Question) -> bool:
    """Whether the claim of a question under conditions is open, and its conditions are not."""
    if not isinstance(question, Given):
        return False
    conditions = [w for c in question.conditions if not isinstance(c, Do) for w in parts_of(c) if isinstance(w, When)]
    return opened(question.of) and any(not w.default for w in conditions)


def opened(question: Question) -> bool:
    """Whether every moment of the question was left open."""
    whens = [w for w in parts_of(question) if isinstance(w, When)]
    return bool(whens) and all(w.default or w.relation == "latest" for w in whens)


def _whens(question: Question) -> list[When]:
    """The moments that a question names."""
    return [
        w
        for w in parts_of(question)
        if isinstance(w, When) and not w.default and w.relation not in ("latest", "default")
    ]


def _asked(question: Question) -> set[tuple[int, int]]:
    return {ends(w) for w in _whens(question)}


def _since(question: Question) -> set[int]:
    return {period(c.since).last for c in parts_of(question) if isinstance(c, Change)}


def _years(question: Question) -> set[int]:
    years = {int(y) for d in parts_of(question) if isinstance(d, Do) for y in re.findall(r"\b20\d\d\b", d.levers)}
    return years | {
        int(s.slot("year")) for s in parts_of(question) if isinstance(s, Special) and s.slot("year").isdigit()
    }


def ends(when: When) -> tuple[int, int]:
    """First and last month."""
    first = period(when.first)
    if when.relation in (*SPANS, "span") and when.last:
        return first.first, period(when.last).last
    if when.relation == "before":
        return first.first - 1, first.first - 1
    if when.relation == "by" and first.day == 1:
        return first.first - 1, first.last - 1
    return first.first, first.last
