"""The claim of a question in few words, for a heading: joined parts as a list under their common moment, remarks in
brackets left out."""

from __future__ import annotations

import re
from dataclasses import replace

from overstretch.questions.data import And, Compare, Happens, Not, Or, Question, When
from overstretch.questions.say.clauses import claim, lower
from overstretch.questions.say.named import moment

LONG = 110  # characters from which a heading leaves remarks in brackets out
UNTIMED = When("default", "")


def brief(question: Question) -> str:
    """The claim as `say.claim` has it, shorter where it is long: 'None of these comes about by the end of 2035: …; …;
    …'."""
    match question:
        case And() if all(isinstance(one, Not) for one in question.of):
            return _listed("None of these comes about", tuple(one.of for one in question.of if isinstance(one, Not)))
        case And():
            return _listed("All of these hold", question.of)
        case Or():
            return _listed("At least one of these holds", question.of)
        case Not(of=And() as joined):
            return _listed("Not all of these hold", joined.of)
        case Not(of=Or() as joined):
            return _listed("None of these holds", joined.of)
    whole = claim(question)
    return _bare(whole) if len(whole) > LONG else whole


def _listed(opening: str, parts: tuple[Question, ...]) -> str:
    """The parts after their common moment, or each with its own."""
    when = {_when(part) for part in parts}
    shared = when.pop() if len(when) == 1 else None
    if shared is not None:
        parts = tuple(_untimed(part) for part in parts)
    words = moment(shared) if shared is not None else ""
    return f"{opening}{' ' if words else ''}{words}: {'; '.join(_bare(lower(claim(part))) for part in parts)}"


def _when(question: Question) -> When | None:
    """The one moment of a plain question; None for others."""
    if isinstance(question, Compare):
        return question.left.when
    return question.when if isinstance(question, Happens) else None


def _untimed(question: Question) -> Question:
    if isinstance(question, Compare):
        return replace(question, left=replace(question.left, when=UNTIMED))
    return replace(question, when=UNTIMED) if isinstance(question, Happens) else question


def _bare(text: str) -> str:
    return re.sub(r" \([^()]*\)", "", text)
