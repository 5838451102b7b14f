"""A question as data: small frozen parts, put together. What each part asks is in docs/questions.md.

Text and JSON are two spellings of the same data (`text`, `form`); what can be asked of which series stands in
`series.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeAlias

NEGATED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}  # of the figures with their signs turned
OPERATORS = ("<", "<=", "about", ">=", ">", "==", "between", "highest", "lowest")
SPANS = ("mean", "sum", "each", "any")


@dataclass(frozen=True)
class When:
    """A moment or a span.

    relation: in (a year, half-year, quarter, month or day), by (state at, or first happening by, the end of it),
    before, mean, sum, each or any (over a span, `first` to `last`), latest (the last figure known), default (left
    open). default: the sentence left the moment open, and this one was put in for it.
    """

    relation: str
    first: str = ""
    last: str = ""
    default: bool = False


@dataclass(frozen=True)
class Change:
    """From when, and whether as percent, absolute or multiple; real (constant prices), nominal (False) or not said
    (None)."""

    since: str
    kind: str
    real: bool | None = None


@dataclass(frozen=True)
class Quantity:
    """A figure of somebody at some time. who: codes of actors, whose amounts are added, or one group; empty inside a
    count.

    unit: a currency or another unit of the series; empty for its first. share_of: as a share of that group's amount, %.
    times: the figure is taken so many times ("twice as much as").
    """

    series: str
    who: tuple[str, ...]
    when: When
    unit: str = ""
    change: Change | None = None
    share_of: str | None = None
    times: float = 1.0


Limit: TypeAlias = "float | tuple[float, float] | Quantity"


@dataclass(frozen=True)
class Compare:
    """A quantity against a figure in its unit, a range (between) or another quantity; highest or lowest of a
    group's."""

    left: Quantity
    op: str
    right: Limit


@dataclass(frozen=True)
class Count:
    """How many members of a group meet a comparison, whose left side names nobody. n: a number, a range or "all"."""

    group: str
    where: Compare
    op: str
    n: int | tuple[int, int] | str


@dataclass(frozen=True)
class Happens:
    """An event of somebody, by its first time. how: the route, the definition or the result, where an event has
    several."""

    event: str
    who: str | None
    when: When
    how: str | None = None


@dataclass(frozen=True)
class Not:
    """The contrary."""

    of: Question


@dataclass(frozen=True)
class And:
    """All of them."""

    of: tuple[Question, ...]


@dataclass(frozen=True)
class Or:
    """At least one of them."""

    of: tuple[Question, ...]


@dataclass(frozen=True)
class Do:
    """Made to happen in every future: levers as `overstretch interventions` lists them, joined by " + "; "base" changes
    nothing."""

    levers: str


@dataclass(frozen=True)
class Given:
    """Under conditions: a lever makes them happen; a question keeps the futures in which they happen, where other
    things went that way too."""

    of: Question
    conditions: tuple[Do | Question, ...]


@dataclass(frozen=True)
class Effect:
    """A paired difference of a quantity or an event between two worlds, the first less the second, against a figure.

    unit: points (of the series or of probability, in percent), percent, or a currency. cause: in the words of the
    statement.
    """

    worlds: tuple[Do, Do] | None
    of: Quantity | Question
    op: str
    value: float | tuple[float, float]
    unit: str = "points"
    cause: str = field(default="", compare=False)


@dataclass(frozen=True)
class Special:
    """The few questions that are no comparison, by name and slots in alphabetical order."""

    name: str
    slots: tuple[tuple[str, str], ...] = ()

    def slot(self, name: str, default: str = "") -> str:
        return dict(self.slots).get(name, default)


Question: TypeAlias = "Compare | Count | Happens | Not | And | Or | Given | Effect | Special"


def negated(question: Question) -> Question:
    """The contrary; that of a contrary is the question itself."""
    return question.of if isinstance(question, Not) else Not(question)


def contrary(part: Compare) -> Compare:
    """What a denied comparison says: "at no time above 3%" is "throughout at most 3%"."""
    when = part.left.when
    over = {"any": "each", "each": "any"}.get(when.relation, when.relation)
    return replace(part, left=replace(part.left, when=replace(when, relation=over)), op=NEGATED[part.op])


def parts(value: Any) -> Iterator[Any]:
    """Every part of a question, itself first, depth first."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    else:
        for name in _fields(type(value)):  # type: ignore[arg-type]  # a class can be hashed
            yield from parts(getattr(value, name))


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def moments(question: Question) -> list[When]:
    """All moments that a question names."""
    return [part for part in parts(question) if isinstance(part, When)]
