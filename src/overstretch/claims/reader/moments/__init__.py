"""Moments in a sentence as the question language has them: "by mid-2027" is by 2027-06, "within 18 months" counts from
the day said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from overstretch.claims.reader.moments.leads import plain_leads
from overstretch.claims.reader.moments.parts import PARTS
from overstretch.claims.reader.moments.rules import NUMBER, RULES
from overstretch.claims.reader.moments.spans import COUNT, SPANS
from overstretch.claims.reader.moments.values import SPANS_OF, by_its_end, has_moved, month_after, month_text, number_of
from overstretch.claims.reader.vocabulary import LATELY_READ, small
from overstretch.questions.data import When
from overstretch.questions.periods import window
from overstretch.statements.mentions.quantities import number


@dataclass(frozen=True)
class Moment:
    """A moment with its place in the text."""

    start: int
    end: int
    when: When


_COMPILED = tuple(
    (re.compile(rf"(?<![\w.,$€£-]){pattern}(?![\w])"), rule) for pattern, rule in (*PARTS, *SPANS, *RULES)
)


def moments(text: str, said: date) -> list[Moment]:
    """All moments of a text, in order; the first rule that fits a stretch takes it."""
    return list(_moments(text, said))


@lru_cache(LATELY_READ)
def _moments(text: str, said: date) -> tuple[Moment, ...]:
    found: list[Moment] = []
    own = text
    text, leads = plain_leads(text)
    low = small(text)
    for pattern, rule in _COMPILED:
        for match in pattern.finditer(low):
            if not any(match.start() < m.end and m.start < match.end() for m in found):
                try:
                    when = rule(_Whole(match, text), said)  # type: ignore[arg-type]
                    found.append(Moment(match.start(), match.end(), when))
                except (ValueError, KeyError):
                    continue
    for match in _COUNTED_ON.finditer(text):  # from the moment that stands before
        if not any(match.start() < m.end and m.start < match.end() for m in found):
            found += [Moment(*match.span(), when) for when in _counted_on(match, found, said)]
    for match in _THAT_YEAR.finditer(text):  # the one year that stands before
        years = {_year_of(one, text) for one in found if one.end <= match.start()}
        if len(years) == 1:
            year = years.copy().pop()
            when = When("by", f"{year}-12") if match["end"] else When("in", year)
            found.append(Moment(*match.span(), when))
    return tuple(sorted((_by_the_latest(m, own, leads) for m in found), key=lambda m: m.start))


def _year_of(moment: Moment, text: str) -> str:
    """The year that a moment's own words name ("until 2028"), else the one it falls in."""
    named = re.findall(r"\b(?:19|20)\d\d\b", text[moment.start : moment.end])
    return named[-1] if named else moment.when.first[:4]


_EARLY = re.compile(r"\bas (?:early|soon) as (?:in )?$", re.I)  # "as early as the first half of 2026": by its end
_BEHIND_IT = re.compile(r"(?:,? +)?\bat (?:the )?(?:very )?latest\b", re.I)


def _by_the_latest(moment: Moment, text: str, leads: list[tuple[int, int]]) -> Moment:
    """'No later than May 2027', 'in 2027 at the latest': by its end; the words are a part of it."""
    start = next((first for first, last in leads if first <= moment.start < last), moment.start)
    tail = _BEHIND_IT.match(text, moment.end)
    if (early := _EARLY.search(text[:start])) and moment.when.relation == "in":
        return Moment(early.start(), moment.end, by_its_end(moment.when))
    end = tail.end() if tail else moment.end
    return Moment(start, end, by_its_end(moment.when) if tail and moment.when.relation == "in" else moment.when)


_CLOCK = re.compile(rf"(?:with)?in (?P<count>{NUMBER}) years?", re.I)
_IF = (
    r"\b(?:if|should|were|once|suppose|supposing|assuming|provided)\b(?:[^;.]|\.(?=\d)){3,80}?"
    r"(?<!by )(?<!before )(?<!until )\b(?P<year>20[2-4]\d)\b"
)
_IN_FRONT = re.compile(rf"{_IF}(?:[^;.]|\.(?=\d)){{0,90}}$", re.I)
_BEHIND = re.compile(rf"(?:[^;.]|\.(?=\d)){{0,60}}?{_IF}", re.I)


def counted_from_a_condition(text: str, found: Sequence[Moment], said: date) -> list[Moment]:
    """The moments of a stretch, those "within four years" beside a condition of a later year counted from that year."""
    return [
        Moment(one.start, one.end, When("by", f"{last}-12")) if (last := counted_from(text, one, said)) else one
        for one in found
    ]


def counted_from(text: str, moment: Moment, said: date) -> int | None:
    """The year in which a clock beside a condition of a later year runs out; None for any other moment."""
    clock = _CLOCK.fullmatch(text[moment.start : moment.end].strip())
    since = (_IN_FRONT.search(text[: moment.start]) or _BEHIND.match(text, moment.end)) if clock else None
    later = since is not None and int(since["year"]) > said.year
    return int(since["year"]) + number_of(clock["count"]) if clock and since and later else None


def referring(text: str, masked: str, said: date) -> list[Moment]:
    """The moments of a masked stretch that refer to a year named elsewhere in the text: "that year"."""
    if not _THAT_YEAR.search(masked):
        return []
    return [
        m
        for m in moments(text, said)
        if _THAT_YEAR.fullmatch(text[m.start : m.end]) and masked[m.start : m.end].strip()
    ]


_THAT_YEAR = re.compile(
    r"\b(?:(?P<end>by the (?:end|close) of )|(?:in|during|over|for) )?(?:that|the same) year\b", re.I
)
_COUNTED_ON = re.compile(
    rf"\b(?:in )?(?:(?P<one>the (?:year after|following year)|a year (?:later|on))|(?P<count>{NUMBER}) years "
    r"(?P<way>later|on|sooner|earlier)|(?P<next>next)(?=\s*(?:[,.;:]|$)))(?! (?:than|that|the|its|his|her|their|a|an|"
    r"of|to|ahead|after|before|\d)\b)",
    re.I,
)


def _counted_on(m: re.Match[str], found: list[Moment], said: date) -> list[When]:
    """The year after, two years sooner: counted from the year that stands before; "this year and ... next"."""
    before = [one for one in found if one.end <= m.start() and one.when.relation in ("in", "by")]
    if m["next"]:
        named = any("this year" in m.string[one.start : one.end].lower() for one in before)
        return [When("in", str(said.year + 1))] if named else []
    if not before:
        return [When("in", str(said.year + 1))] if "following" in m.group().lower() else []
    years = 1 if m["one"] else int(number(m["count"])) * (-1 if m["way"].lower() in ("sooner", "earlier") else 1)
    base = max(before, key=lambda one: one.end).when
    return [When(base.relation, f"{int(base.first[:4]) + years}{base.first[4:]}")]


_AGO = r"(?:earlier|before|ago|previously)"
BACK = re.compile(  # counted back from another moment
    rf"\s*,?\s*(?:in )?(?:(?:a|the|one) (?P<a>year|quarter|month) {_AGO}|(?P<d>twelve months|12 months) {_AGO}|the "
    rf"(?:previous|preceding|prior) (?P<b>year|quarter|month)|(?P<c>year) earlier)\b",
    re.I,
)
A_YEAR = 12
_MONTHS = {"year": A_YEAR, "quarter": 3, "month": 1, "twelve months": A_YEAR, "12 months": A_YEAR}


def months_back(m: re.Match[str]) -> int:
    """How far a match of BACK counts back."""
    return _MONTHS[next(unit for unit in m.groupdict().values() if unit).lower()]


def shifted(main: When, months: int) -> When | None:
    """So many months before a moment, in its own granularity; None where that has none."""
    if main.relation not in ("in", "by") or main.default:
        return None
    if main.relation == "by" and not re.fullmatch(r"\d{4}-\d\d", main.first):
        return None
    first = window(main).first - months
    if re.fullmatch(r"\d{4}", main.first):
        return When("in", str(first // 12)) if months >= A_YEAR else None
    if "Q" in main.first:
        return When("in", f"{first // 12}-Q{first % 12 // 3 + 1}") if months >= _MONTHS["quarter"] else None
    return When(main.relation, month_text(first)) if re.fullmatch(r"\d{4}-\d\d", main.first) else None


def counted_back(text: str, found: list[Moment], said: date) -> list[Moment]:
    """The moments that stand some time before another of a text, or since which something has moved: "in September, ... a
    month earlier"."""
    run = so_far(text, said)
    return ([run] if run is not None else []) + [
        Moment(*m.span(), when)
        for m in BACK.finditer(text)
        for one in found
        if (when := shifted(one.when, months_back(m))) is not None
    ]


_SO_FAR = re.compile(
    rf"\b(?:in|within|over|during) (?:the )?(?:(?:past|last) (?:(?P<n>{COUNT})[ -])?|(?P<n2>{COUNT})[ -]|a )"
    r"(?P<unit>years?|months?|quarters?)\b",
    re.I,
)


def so_far(text: str, said: date) -> Moment | None:
    """Since when something has moved: "has come down in twelve months"."""
    m = _SO_FAR.search(text)
    if m is None or not has_moved(text, *m.span()):
        return None
    months = int(number(m["n"] or m["n2"] or "one")) * SPANS_OF[m["unit"].lower().rstrip("s")]
    return Moment(*m.span(), When("in", month_after(said, -months)))


class _Whole:
    """A match in small letters: absent groups read as None, the second form of a count as the first."""

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.match, self.string = match, text  # with its capitals: "May" is no "may"

    def __getitem__(self, name: str) -> str | None:
        groups = self.match.groupdict()
        found = groups.get(name) or next(
            (value for key, value in groups.items() if value and key.rstrip("0123456789") == name), None
        )
        return f"20{found[1:]}" if found and found.startswith("'") else found and found.lower()  # "in '27"

    def group(self) -> str:
        return self.match.group().lower()

    def start(self) -> int:
        return self.match.start()

    def end(self) -> int:
        return self.match.end()
