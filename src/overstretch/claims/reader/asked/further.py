"""Further claims beside the one that was read: the change that led to a level, the share that an amount is, what it was
before, members named as examples, years in a row; what a stretch says by itself is in completed.py.

Each is the question that was read with one part put in another's place, so that nothing but that part is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import pairwise

from overstretch.claims.reader.asked.completed import completed, stretches, without_a_subject
from overstretch.claims.reader.asked.earlier import before
from overstretch.claims.reader.draft import Unread, drafted
from overstretch.claims.reader.made import Made, Reader, also, blanked
from overstretch.claims.reader.parties import parties
from overstretch.claims.reader.series.beside import CHANGE_TO
from overstretch.claims.reader.series.figure_moments import A_RUN_OF_YEARS
from overstretch.claims.reader.series.rank_words import ordinal
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.check import checked
from overstretch.questions.data import Compare, Count, Given, Not, Quantity, When
from overstretch.questions.data import parts as parts_of
from overstretch.questions.text import parse, write
from overstretch.statements.record import Proposition


def with_further(claim: Proposition, text: str, before: str, said: date, one: Reader) -> list[Proposition]:
    """A claim with those beside it; the change that led to a level stands before it."""
    made = Made(claim, text, before, said, one)
    change = _change_to(made)
    found = [claim] if change is None else [change, claim]
    if change is None and (share := _as_a_share(made)) is not None:
        found.append(share)
    found += [p for p in _replaced(made) if p is not None]
    found += completed(made, text)
    return list({p.question: p for p in reversed(found)}.values())[::-1]


def parted(text: str, before: str, said: date, one: Reader) -> list[Proposition]:
    """The claims of a sentence that is read without a stretch which is a claim of its own. Raises Unread where there is
    none."""
    for start, end in (place for place in stretches(text) if without_a_subject(text[slice(*place)])):
        with suppress(Unread):
            claim = one(blanked(text, (start, end)), before)
            if list(completed(Made(claim, text, before, said, one), text, (start, end))):
                return with_further(claim, text, before, said, one)
    raise Unread("it is no claim with another beside it")


_OF_A_FORECAST = re.compile(
    r"\b(?:revis\w+|forecasts?|projections?|estimates?|outlook|expectations?|predictions?)\b", re.I
)


def _change_to(made: Made) -> Proposition | None:
    """'Fell by 24% to 8.5 trillion': the change that led to the level that was read, a claim of its own."""
    if not any(r.part == f"set aside: {CHANGE_TO}" for r in made.claim.read) or _OF_A_FORECAST.search(made.text):
        return None
    for level in (r.text for r in made.claim.read if r.part == "figure"):
        at = made.text.find(level)
        if led := re.search(
            r",?\s*\b(?:to|at) (?:the |about |around |roughly |nearly |just |only |some )*$",
            made.text[: max(at, 0)],
            re.I,
        ):
            try:
                found = made.one(blanked(made.text, (led.start(), at + len(level))), made.before)
            except Unread:
                return None
            return found if any(p.change for p in parts_of(parse(found.question)) if isinstance(p, Quantity)) else None
    return None


_OR = re.compile(
    r"(?:,?\s*\(?(?:or|that is|equal to|equivalent to|the equivalent of|i\.e\.|which is)\s+|\s*\(|,\s+)(?:about |"
    r"around |roughly |some |nearly |almost )?$",
    re.I,
)


_SHARE_OF = frozenset((("defence_spending", "core_share"), *((name, name) for name in ("balance", "debt_ratio"))))


def _series(question: str) -> str:
    return next((p.series for p in parts_of(parse(question)) if isinstance(p, Quantity)), "")


def _as_a_share(made: Made) -> Proposition | None:
    """'3.8 trillion roubles, or 1.6% of GDP': the share, a claim of its own beside the amount."""
    for amount, share in pairwise(drafted(made.text, made.said).figures):
        link = _OR.search(made.text, amount.end, share.start)
        if (amount.kind, share.kind) == ("money", "share") and link is not None:
            try:
                masked = blanked(made.text, (amount.start, amount.end), (link.start(), share.start))
                found = made.one(masked, made.before)
                question = parse(found.question)
                if (_series(made.claim.question), _series(found.question)) not in _SHARE_OF:
                    return None
                if isinstance(question, Compare):  # the same amount once more: so much, whatever bounds the amount
                    question = replace(question, op="about")
                return found.model_copy(update={"question": write(checked(question))})
            except Unread:
                return None
    return None


def _replaced(made: Made) -> Iterator[Proposition | None]:
    """The claims that are the one read with another part: moment and figure, change, rank, party, years."""
    question = made.question.of if isinstance(made.question, Given) else made.question
    held = question.of if isinstance(question, Not) else question
    draft = drafted(made.text, made.said)
    if isinstance(held, Compare) and (isinstance(held.right, Quantity) or held.left.change is not None):
        return
    if isinstance(held, (Compare, Count)):
        yield from before(made, draft, held)
    if isinstance(question, Compare):
        yield _in_a_row(made, question)
    elif isinstance(question, Count):
        yield from _examples(made, question)


_ROW = re.compile(A_RUN_OF_YEARS, re.I)


def _in_a_row(made: Made, question: Compare) -> Proposition | None:
    """'Will shrink in 2025 for a third consecutive year': in each of the three."""
    m, when = _ROW.search(made.text), question.left.when
    said = question.right == 0 or any(r.part == "comparator" for r in made.claim.read)
    if (
        m is None
        or not said
        or isinstance(made.question, Given)
        or question.op not in ("<", "<=", ">", ">=")
        or when.relation != "in"
        or not re.fullmatch(r"\d{4}", when.first)
    ):
        return None
    first = int(when.first) - ordinal(m["n"]) + 1
    each = replace(question, left=replace(question.left, when=When("each", str(first), when.first)))
    return also(made, each, made.claim.asks, m.group())


_BUT_NOT = re.compile(r",\s+(?:but |though |and )?not (?P<list>[A-Z][^.;:(),]{2,60}?)(?=[,.;]|$)")
_NAMED = re.compile(
    r",?\s+(?:\(|- )?(?:among them|including|such as|notably|namely)\s+(?P<list>[A-Z][^.;:()]{2,80}?)(?=[.;:)]|$|"
    r", (?:will|would|are|were|have|had|spend|spent|meet|met|to)\b)"
)
_JOINS = re.compile(r"\b(?:and|the|both|or)\b|[\s,]")


def _examples(made: Made, question: Count) -> Iterator[Proposition | None]:
    """'At least three allies, among them Spain and Italy', "but not Greece": each of those named is one, or is not."""
    if question.n == 0 or question.n == "all":
        return
    for pattern in (_NAMED, _BUT_NOT):
        if m := pattern.search(made.text):
            for p in _listed(m["list"]):
                where = replace(question.where, left=replace(question.where.left, who=(p.code,)))
                yield also(made, where if pattern is _NAMED else Not(where), made.claim.asks, m.group())


def _listed(words: str) -> list[Mention]:
    """The parties of a list of nothing else."""
    named, rest = parties(words), words
    for p in named:
        rest = rest.replace(p.text, " ", 1)
    return [] if any(p.kind != "party" for p in named) or _JOINS.sub("", rest) else named
