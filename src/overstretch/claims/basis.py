"""By what figures an answer was made, and how old they were: the last figure of what is asked, then the newest behind its laws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from overstretch.claims.grounds import inputs_of, named
from overstretch.claims.record import Basis
from overstretch.errors import InputError
from overstretch.facts import Known
from overstretch.facts.ages import Input
from overstretch.questions import catalogue, say
from overstretch.questions.data import Quantity, Question, When, parts
from overstretch.questions.figures import figure
from overstretch.questions.tables import readings

MOST = 4


def basis_of(question: Question, known: Known | None, inputs: Sequence[Input], as_of: date) -> list[Basis]:
    """At most four figures, one of each publication: what the question's own quantities stood at, then the newest inputs, those of the parties named first."""
    parties = named(question)
    newest = sorted(inputs_of(question, inputs), key=lambda one: one.published, reverse=True)
    held = sorted(newest, key=lambda one: parties.isdisjoint(one.entities))
    found: dict[str, Basis] = {}
    for one in (*_stands(question, known, as_of), *map(_input, held)):
        found.setdefault(one.publication, one)
    return list(found.values())[:MOST]


def _stands(question: Question, known: Known | None, as_of: date) -> Iterable[Basis]:
    """The last figure held of each quantity that the question names."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for part in parts(question):
        if not isinstance(part, Quantity) or not part.who or (part.series, part.who) in seen:
            continue
        seen.add((part.series, part.who))
        last = replace(part, when=When("latest"), change=None, share_of=None, times=1.0)
        try:
            held = [one for one in readings(last, known, as_of) if not one.plan]
        except InputError:
            continue
        for one in held[:1]:
            age = (as_of - date.fromisoformat(one.published)).days if len(one.published) == 10 else None
            yield Basis(
                words=say.quantity(last, timed=False), figure=figure(one.value, last), period=one.period,
                publication=one.source, published=one.published, age=age, address=one.address,
            )  # fmt: skip


def _input(one: Input) -> Basis:
    several = len(one.entities) > 1
    whose = f"{len(one.entities)} countries" if several else catalogue.person(one.entities[0])
    return Basis(
        words=f"{one.description}, {whose}", figure=one.figure, period=one.period, publication=one.publication,
        published=one.published, age=one.age, usual=one.usual, address=one.address,
    )  # fmt: skip
