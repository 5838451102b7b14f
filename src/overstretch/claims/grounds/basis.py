"""By what figures an answer was made, and how old they were: the last figure of what is asked, then the newest behind
its laws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from overstretch.claims.grounds import inputs_of, named
from overstretch.claims.record import Basis
from overstretch.errors import InputError
from overstretch.facts import Known
from overstretch.facts.ages import Input
from overstretch.questions import catalogue, say
from overstretch.questions.data import Count, Happens, Quantity, Question, When, parts
from overstretch.questions.say.figures import figure
from overstretch.questions.tables.readings import Reading, readings

MOST = 4
# Events, and series of which no figure may be held → the series whose last figure stands nearest to them.
NEAREST = {
    "fund_exhausted": "fund_liquid",
    "tools_near_limits": "fund_liquid",
    "tools_left": "fund_liquid",
    "room_fund": "fund_liquid",
    "recession": "growth",
    "total_share": "core_share",
    "defence_spending": "core_share",
}


def basis_of(question: Question, known: Known | None, inputs: Sequence[Input], as_of: date) -> list[Basis]:
    """At most four figures, one of each publication: what the question's own quantities stood at, then the newest
    inputs, those of a party named first."""
    parties, series = named(question), {table for name in _counted(question) for table in _tables(name)}
    ordered = sorted(
        sorted(inputs_of(question, inputs), key=lambda one: one.variable), key=lambda one: one.published, reverse=True
    )
    held = sorted(
        ordered,
        key=lambda one: (
            one.variable not in series,
            parties.isdisjoint(one.entities),
            parties and len(one.entities) > 1,
        ),
    )
    found: dict[str, Basis] = {}
    for one in (*_stands(question, known, inputs, as_of), *(_input(one, one.variable in series) for one in held)):
        found.setdefault(one.address or one.publication, one)
    return list(found.values())[:MOST]


def _stands(question: Question, known: Known | None, inputs: Sequence[Input], as_of: date) -> Iterable[Basis]:
    """The last figure held of each quantity that the question names, or of the nearest to it."""
    for last in dict.fromkeys(_asked(question, known, as_of)):
        one = _held(last, known, as_of)[0]
        dated = next((i for i in inputs if i.variable in _tables(last.series) and last.who[0] in i.entities), None)
        published = one.published or (dated.published if dated else "")
        yield Basis(
            words=say.quantity(last, timed=False),
            figure=figure(one.value, last),
            period=one.period,
            publication=one.source,
            published=published,
            age=(as_of - date.fromisoformat(published)).days if len(published) == 10 else None,
            usual=dated.usual if dated else None,
            own=True,
            address=one.address,
        )


def _asked(question: Question, known: Known | None, as_of: date) -> Iterable[Quantity]:
    """What the question names, as last published; where nothing is held of it what stands nearest."""
    for part in parts(question):
        who = part.who if isinstance(part, Quantity) else (part.who,) if isinstance(part, Happens) and part.who else ()
        name = part.series if isinstance(part, Quantity) else part.event if isinstance(part, Happens) else ""
        unit = part.unit if isinstance(part, Quantity) else ""
        wished = ((name, unit), (name, ""), (NEAREST.get(name, ""), ""))
        lasts = (Quantity(series, who, When("latest"), measure) for series, measure in wished)
        yield from [last for last in lasts if who and _held(last, known, as_of)][:1]


def _held(last: Quantity, known: Known | None, as_of: date) -> list[Reading]:
    """Its published figures, best first, plans left out."""
    try:
        return [one for one in readings(last, known, as_of) if not one.plan]
    except InputError:
        return []


def _counted(question: Question) -> Iterable[str]:
    """The series of which a question counts the members that meet something, or asks the sum or mean of a group."""
    for part in parts(question):
        if isinstance(part, Count):
            yield NEAREST.get(part.where.left.series, part.where.left.series)
        elif isinstance(part, Quantity) and part.who and catalogue.is_group(part.who[0]):
            yield NEAREST.get(part.series, part.series)


def _tables(series: str) -> Iterable[str]:
    """The variables of the facts that hold a series."""
    held = catalogue.all_series()
    return (table.variable for table in held[series].tables) if series in held else ()


def _input(one: Input, own: bool) -> Basis:
    several = len(one.entities) > 1
    whose = f"{len(one.entities)} countries" if several else catalogue.person(one.entities[0])
    return Basis(
        words=f"{one.description}, {whose}",
        figure=one.figure,
        period=one.period,
        publication=one.publication.removesuffix(f", {one.description}"),
        published=one.published,
        age=one.age,
        usual=one.usual,
        own=own,
        of=len(one.entities),
        address=one.address,
    )
