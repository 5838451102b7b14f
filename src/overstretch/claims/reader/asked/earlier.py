"""What a figure was before: "up from 2.4% in 2025", "against six a year ago", "now 63 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from overstretch.claims.reader.asked.lists import HIGHEST_SHARE
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.made import Made, also
from overstretch.claims.reader.moments import BACK, months_back, shifted
from overstretch.claims.reader.moments.values import month_index
from overstretch.claims.reader.series.figure_moments import MONTHLY
from overstretch.claims.reader.series.limits import HEDGES
from overstretch.claims.reader.stance.tense import over
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions import catalogue
from overstretch.questions.data import Compare, Count, Quantity, Question, When
from overstretch.questions.periods import window
from overstretch.statements.record import Proposition

FROM = re.compile(
    r"(?:^|[\s,(])(?P<link>(?:(?:up|down|rising|falling|climbing|widening|narrowing|easing|slowing|an increase|"
    r"a rise|a fall|a drop|a decline) )?from|(?:as )?against|compared (?:with|to)|versus|after|which (?:was|had been|"
    r"stood at|came to)|now|currently)(?: at)? (?:a record |the )?(?P<front>today's |current |last year's |"
    rf"'?\d{{2,4}}'s )?{HEDGES}$",
    re.I,
)
CHAIN = re.compile(rf"(?P<link>,? and|,)(?: a mere)? (?P<front>(?!x)x)?{HEDGES}", re.I)
_OF_GDP = re.compile(r"(?: of (?:gdp|(?:the |its |national |economic )?output|(?:national )?income))?(?=\W)", re.I)
_QUARTER = re.compile(r"\s*in the (first|second|third)(?=\W*$|[,.;]| and| as )", re.I)
_NOW = re.compile(r"\s*(?:now|today|currently|at present|at the moment|right now)\b", re.I)
REVISED = re.compile(
    r"\b(?:rais|lift|cut|lower|trim|revis|upgrad|downgrad|slash|hik|reduc)\w*\b[^,;.]{0,50}\b(?:forecasts?|"
    r"projections?|estimates?|outlook|expectations?|predictions?|targets?|goals?|plans?)\b|\b(?:forecast|projection|"
    r"estimate|outlook|prediction|target|goal|plan)\b[^,;.]{0,60}\b(?:rais|lift|cut|lower|trim|revis|upgrad|downgrad|"
    r"slash|reduc)\w*\b",
    re.I,
)
_OF_A_PART = re.compile(  # behind an earlier figure: of a part alone, or only promised
    r",? (?:outside|without|excluding|except\w*|apart from|leaving out|not counting|including|among|net of|stripped of|"
    r"minus|ex |for (?!(?:the |a )?(?:same|first|second|third|whole|full|year|month|quarter|period|\d))|in (?:the )?"
    r"(?!(?:19|20)\d\d|first|second|third|fourth|same|year|previous|prior|wake|middle|real|nominal|line|total|all\b|"
    r"january|february|march|april|may\b|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter|q[1-4])[a-z]|(?:that|which|as) [^,;.]{0,50}?\b(?:promis|miss|forecast|plan|expect|hop|project|predict|"
    r"target|pledg|estimat|budget|announc|foresaw|foreseen|assum)\w*|(?:promised|forecast|planned|expected|hoped for|"
    r"projected|predicted|targeted|pledged|budgeted|assumed)\b)",
    re.I,
)
ANOTHER_CLAIM = re.compile(r"[;:]\s|[.!?]\s|\b(?:while|whereas|but|though|although|if|unless)\b", re.I)


def before(made: Made, draft: Draft, question: Compare | Count) -> Iterator[Proposition | None]:
    """'Up from 2.4% in 2025', 'against six a year ago', 'now 63 per cent': the same quantity at the other moment."""
    at = main(draft, question)
    if at is None or REVISED.search(made.text):
        return
    left = question.left if isinstance(question, Compare) else question.where.left
    chained = -1  # where the words of an earlier figure end, which another may follow
    for figure in draft.figures:
        chain = CHAIN.match(made.text, chained) if chained > 0 else None
        link = chain if chain and chain.end() == figure.start else FROM.search(made.text[: figure.start])
        apart = sorted((at, (figure.start, figure.end)))
        if (
            link is None
            or (figure.start, figure.end) == at
            or ANOTHER_CLAIM.search(made.text[apart[0][1] : apart[1][0]])
        ):
            continue
        value = _alike(figure, question)
        when, end = _when_before(made, draft, figure, link, left.when)
        if value is None or when is None or of_a_forecast(when, left) or not _is_before(when, left.when, made.said):
            continue
        if _OF_A_PART.match(made.text, end):
            continue
        chained = end
        fact = when.relation == "latest" or over(when, made.said)
        yield also(
            made,
            _then(question, when, value, draft.bound_before(figure.start) or "about"),
            "fact" if fact else made.claim.asks,
            made.text[link.start("link") : end],
        )


def _then(question: Compare | Count, when: When, value: float, op: str) -> Question:
    """The quantity at another moment, with its figure."""
    if isinstance(question, Count):
        where = replace(question.where, left=replace(question.where.left, when=when))
        return replace(question, where=where, op="==", n=int(value))
    return Compare(replace(question.left, when=when), op, value)


def main(draft: Draft, question: Compare | Count) -> tuple[int, int] | None:
    """Where the figure of the claim stands."""
    if isinstance(question, Count):
        return (draft.counted.start, draft.counted.end) if draft.counted else None
    right = question.right
    wanted = {abs(v) for v in (right if isinstance(right, tuple) else (right,))}  # type: ignore[arg-type,union-attr]
    return next(((f.start, f.end) for f in draft.figures if _values(f) & wanted), None)


def _values(figure: Mention) -> set[float]:
    value = figure.value[1] if figure.kind == "money" else figure.value  # type: ignore[index]
    return {abs(v) for v in (value if isinstance(value, tuple) else (value,))}  # type: ignore[arg-type]


def _alike(figure: Mention, question: Compare | Count) -> float | None:
    """The value of a figure in the unit of the claim's; None where it is of another kind."""
    held = _values(figure)
    if len(held) != 1:
        return None
    value = held.pop()
    if isinstance(question, Count):
        return (
            value
            if figure.kind == "number" and value == int(value) and value <= len(catalogue.members("ALLIES"))
            else None
        )
    unit = catalogue.unit_of(question.left)
    least = low(question)
    if "%" in unit:
        alike = figure.kind in ("percent", "share") or (figure.kind == "number" and value < HIGHEST_SHARE)
    elif figure.kind == "money":
        alike = unit.startswith(figure.value[0])  # type: ignore[index]
    else:
        alike = figure.kind == "number" and abs(least) / TENFOLD < value < abs(least) * TENFOLD
    negative = least < 0
    if not alike or (negative and question.left.series == "growth"):
        return None
    return -value if negative else value


TENFOLD = 10


def _when_before(made: Made, draft: Draft, figure: Mention, link: re.Match[str], main: When) -> tuple[When | None, int]:
    """The moment of an earlier figure, and where its words end."""
    end = figure.end + len(_OF_GDP.match(made.text + " ", figure.end).group())  # type: ignore[union-attr]
    if back := BACK.match(made.text, end):
        return shifted(main, months_back(back)), back.end()
    if quarter := _QUARTER.match(made.text, end):
        n = ("first", "second", "third").index(quarter[1].lower()) + 1
        return (When("in", f"{main.first[:5]}Q{n}") if "Q" in main.first else None), quarter.end()
    if now := _NOW.match(made.text, end):
        return When("latest"), now.end()
    if stands := next((m for m in draft.moments if 0 <= m.start - end <= 1), None):
        return (stands.when if stands.when.relation in ("in", "by") else None), stands.end
    front = (link["front"] or "").lower().strip()
    if front in ("today's", "current") or link["link"].lower() in ("now", "currently"):
        return When("latest"), end
    if front == "last year's":
        return When("in", str(made.said.year - 1)), end
    return (When("in", front[:4]) if re.match(r"20\d\d", front) else None), end


def of_a_forecast(when: When, left: Quantity) -> bool:
    """ "0.8% in 2026, down from 1.2% in June": the month in which a year's figure was expected, not that of a figure."""
    of_a_year = left.when.relation == "in" and len(left.when.first) == len("2026")
    return of_a_year and left.series not in MONTHLY and "-" in when.first and when.relation in ("in", "by")


def _is_before(when: When, main: When, said: date) -> bool:
    """Whether a moment lies before the claim's."""
    now = month_index(said)
    first = now if when.relation == "latest" else window(when).last
    last = now if main.relation in ("latest", "default") else window(main).last
    return first < last


def low(question: Compare) -> float:
    """The figure of a comparison, the lower end of a range."""
    return float(question.right[0] if isinstance(question.right, tuple) else question.right)  # type: ignore[arg-type]
