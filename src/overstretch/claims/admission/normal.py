"""A proposed question as data, in the form that the rules write: open moments filled, currencies and causes as the
catalogue has them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from overstretch.claims.admission import amounts, dates
from overstretch.claims.admission.places import Proposed
from overstretch.claims.reader.clauses import Clauses
from overstretch.claims.reader.draft import Unread
from overstretch.claims.reader.gate import of_whole_years
from overstretch.claims.reader.moments import moments as moments_in
from overstretch.claims.reader.moments.values import month_text
from overstretch.claims.reader.series.figure_moments import averaged, summed
from overstretch.errors import InputError
from overstretch.questions import catalogue
from overstretch.questions.check import checked
from overstretch.questions.data import And, Compare, Effect, Given, Or, Quantity, Question, When
from overstretch.questions.periods import period

_AVERAGE = re.compile(r"\baverag", re.I)


def normal(proposed: Proposed, moments: str, causes: str, found: Clauses, said: date, horizon: int | None) -> Question:
    """The question of a text or a JSON object, without a condition that changes nothing ("even if").

    moments, causes: the words that its moments and its cause rest on. Raises Unread for what is not in the language."""
    try:
        question = proposed.meant()
        of_whole_years(question)
        if isinstance(question, Given) and {piece.word.split()[0] for piece in found.of("condition")} == {"even"}:
            question = question.of
        question = dates.filled(dates.settled(_to_come(_over(question, found.text)), moments, said), said, horizon)
        made = _caused(checked(_based(_usual(question), said, _stated(moments, said))), causes)
    except InputError as fault:
        raise Unread(f"it is not in the language: {fault}") from None
    if isinstance(made, Effect) and isinstance(made.of, Quantity) and made.of.when.relation == "latest":
        raise Unread("an effect is on what is to come, not on the last figure known")
    return made


def _over(question: Question, text: str) -> Question:
    """Of a span in the form of the rules: one comparison of several periods in a row, joined by "or" or "and", is of
    some or each of them; the average of half a year is a mean of its months."""
    if isinstance(question, (And, Or)) and (whole := _in_a_row(question)) is not None:
        return whole
    if isinstance(question, Given):
        return replace(question, of=_over(question.of, text))
    if not isinstance(question, Compare) or "-H" not in question.left.when.first:
        return question
    left = question.left
    about = catalogue.series(left.series)
    if (over := summed(left.when, about, bool(left.unit))) != left.when:
        return replace(question, left=replace(left, when=over))
    if not _AVERAGE.search(text):
        return question
    return replace(question, left=replace(left, when=averaged(left.when, about)))


def _in_a_row(joined: And | Or) -> Compare | None:
    """One comparison over all the periods of a joint claim; None where it is several or the periods leave a gap."""
    held = [one for one in joined.of if isinstance(one, Compare) and one.left.when.relation == "in"]
    if len(held) != len(joined.of) or len({replace(o, left=replace(o.left, when=When("default"))) for o in held}) != 1:
        return None
    whens = sorted((one.left.when for one in held), key=lambda when: period(when.first).first)
    if any(period(b.first).first != period(a.first).last + 1 for a, b in pairwise(whens)):
        return None
    over = When("any" if isinstance(joined, Or) else "each", whens[0].first, whens[-1].first)
    return replace(held[0], left=replace(held[0].left, when=over))


def _to_come(question: Question) -> Question:
    """What holds only under a condition is no figure of today: its moment is open."""
    if not isinstance(question, Given) or not isinstance(question.of, Compare):
        return question
    left = question.of.left
    opened = replace(left, when=When("default")) if left.when.relation == "latest" else left
    return replace(question, of=replace(question.of, left=opened))


def _caused(question: Question, words: str) -> Question:
    """An effect with the cause that the catalogue knows by its levers, where the words name it ("arms race")."""
    if not isinstance(question, Effect) or question.cause or question.worlds is None:
        return question
    pair = [amounts.bare(do.levers) for do in question.worlds]
    named = [cause for cause, row in catalogue.causes().items() if [amounts.bare(one) for one in row["worlds"]] == pair]
    said = [cause for cause in named if cause.lower() in words.lower()]
    return replace(question, cause=said[0]) if said else question


def _stated(words: str, said: date) -> bool:
    """Whether words of moments name the year in which they are said."""
    return any(m.when.last[:4] == str(said.year) or m.when.first[:4] == str(said.year) for m in moments_in(words, said))


def _based(part: Any, said: date, stated: bool) -> Any:
    """A change since the month of the words is one since their year; one up to that year, up to the last figure
    where the year is not `stated`."""
    if isinstance(part, Quantity) and part.change is not None:
        within = part.when.first[:4] == str(said.year) and len(part.when.first) > len("2026")  # of that year itself
        since = str(said.year) if part.change.since == f"{said:%Y-%m}" and not within else part.change.since
        when = When("latest") if part.when == When("in", str(said.year)) and not stated else part.when
        return replace(part, when=when, change=replace(part.change, since=since))
    if isinstance(part, tuple):
        return tuple(_based(one, said, stated) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: _based(getattr(part, f.name), said, stated) for f in fields(part)})
    return part


def _is_base(quantity: Quantity) -> bool:
    """Whether it is 1 by its definition."""
    begins = (quantity.when.relation, quantity.when.first) == ("in", month_text(dates.BEFORE_THE_WAR))
    return quantity.series == "equipment_index" and begins


def _usual(part: Any) -> Any:
    """Without a currency where none is compared: in a change in percent, between two quantities; an index beside
    its own base as a figure."""
    if isinstance(part, Quantity) and part.change is not None and part.change.kind != "absolute":
        return replace(part, unit="")
    if isinstance(part, Compare) and isinstance(part.right, Quantity) and _is_base(part.right):
        return replace(part, right=part.right.times)
    if isinstance(part, Compare) and isinstance(part.right, Quantity):
        return replace(part, left=replace(part.left, unit=""), right=replace(part.right, unit=""))
    if isinstance(part, Effect) and isinstance(part.of, Quantity) and part.of.unit == part.unit:
        return replace(part, of=replace(part.of, unit=""))
    if isinstance(part, tuple):
        return tuple(_usual(one) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: _usual(getattr(part, f.name)) for f in fields(part)})
    return part
