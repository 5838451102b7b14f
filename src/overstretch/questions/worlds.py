"""What a question names of a run: worlds by their levers, and the last year."""

from __future__ import annotations

from overstretch.engine.interventions import parse as parse_lever
from overstretch.engine.plan import BASE, World
from overstretch.questions.data import SPANS, Question, Special, parts
from overstretch.questions.periods import period


def world(levers: str) -> World:
    """A world from its levers' text. Raises InputError for an unknown one."""
    if levers == BASE:
        return World()
    return World(tuple(parse_lever(part) for part in levers.split(" + ")))


def last_year(question: Question) -> int:
    """The latest calendar year that a question names; 0 where it names none."""
    years = [0]
    for part in parts(question):
        if hasattr(part, "relation") and part.relation in ("in", "by", "before", *SPANS):
            years += [period(text).year for text in (part.first, part.last) if text]
        if isinstance(part, Special) and part.slot("year"):
            years.append(int(part.slot("year")))
    return max(years)
