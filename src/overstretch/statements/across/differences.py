"""Where accounts of one statement differ: a hedge, a number, a unit, a date, a direction, who is named, how firmly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from overstretch.statements.record import Quantity, Record, Statement

Aspect = Literal["modality", "number", "unit", "deadline", "direction", "polarity", "speaker", "force"]
HEDGED = ("could", "may")
FIRM = ("will", "is", "has")
NOT_GIVEN = "not given"
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "who", "him", "her", "them"])
MOST = 200  # statements of one group that are compared


class Account(Record):
    """One value and the statements that give it."""

    value: str
    statements: list[str]


class Difference(Record):
    """One aspect in which the accounts of a statement differ; `note` says what it means where that is plain."""

    aspect: Aspect
    accounts: list[Account]
    note: str | None = None

    def words(self) -> str:
        """The difference in one line: 'modality: will (1-2), could (2-1): a hedge stands in some accounts only'."""
        said = ", ".join(f"{a.value} ({', '.join(a.statements)})" for a in self.accounts)
        return f"{self.aspect}: {said}" + (f": {self.note}" if self.note else "")


def clusters(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Groups of the same statement by `same_as`, in the order of their first members; single statements are left
    out."""
    by_id = {s.id: s for s in statements}
    seen: set[str] = set()
    groups = []
    for statement in statements:
        if statement.id in seen or not statement.same_as:
            continue
        group, open_ids = [], [statement.id]
        while open_ids:
            at = open_ids.pop()
            if at not in seen and at in by_id:
                seen.add(at)
                group.append(by_id[at])
                open_ids.extend(by_id[at].same_as)
        if len(group) > 1:
            order = {s.id: place for place, s in enumerate(statements)}
            groups.append(sorted(group, key=lambda s: order[s.id]))
    return groups


def differences(group: Iterable[Statement]) -> list[Difference]:
    """The aspects in which the accounts of one statement differ, as plain data; empty where they agree.

    Repeated sentences of one article are left out. Numbers are compared by unit, and a number with another unit
    ("5 percent" against "5 percent of GDP") is a difference of unit. "none" as direction and an account without a date
    or number count as not given."""
    members = [s for s in group if s.duplicate_of is None][:MOST]
    if len(members) < 2:
        return []
    plain: list[tuple[Aspect, Callable[[Statement], str | None]]] = [
        ("deadline", _deadline),
        ("direction", lambda s: None if s.direction == "none" else s.direction),
        ("polarity", lambda s: s.polarity),
        ("speaker", _speaker),
        ("force", lambda s: s.force),
    ]
    found = _hedges(members) + _quantities(members)
    for aspect, value in plain:
        found += _compared(aspect, {s.id: value(s) for s in members})
    return found


def _compared(aspect: Aspect, values: dict[str, str | None], note: str | None = None) -> list[Difference]:
    by_value: dict[str, list[str]] = {}
    for name, value in values.items():
        by_value.setdefault(NOT_GIVEN if value is None else value, []).append(name)
    if len(by_value) < 2 or (aspect in ("direction", "speaker") and len(set(by_value) - {NOT_GIVEN}) < 2):
        return []  # who says nothing of direction, or says "he", does not contradict
    accounts = [Account(value=value, statements=names) for value, names in by_value.items()]
    return [Difference(aspect=aspect, accounts=accounts, note=note)]


def _hedges(members: Sequence[Statement]) -> list[Difference]:
    modes = {s.modality for s in members}
    note = "a hedge stands in some accounts only" if modes & set(HEDGED) and modes & set(FIRM) else None
    return _compared("modality", {s.id: s.modality for s in members}, note)


def _quantities(members: Sequence[Statement]) -> list[Difference]:
    """Numbers by unit; numbers that agree but for their unit are told apart from numbers that differ."""
    found: list[Difference] = []
    units = sorted({q.unit for s in members for q in s.quantities})
    done: set[str] = set()
    for unit in units:
        if unit in done:
            continue
        family = [other for other in units if other not in done and _related(unit, other, members)]
        done |= set(family)
        given = {s.id: [q for q in s.quantities if q.unit in family] for s in members}
        sets = {frozenset(q.value for q in own) for own in given.values()}
        written = {name: _written(own) for name, own in given.items()}
        found += _compared("unit" if len(sets) == 1 else "number", written)
    return found


def _related(unit: str, other: str, members: Sequence[Statement]) -> bool:
    """Whether two units are one, or the accounts give one number once in this and once in that unit."""
    if unit == other:
        return True
    ones = {s.id: {q.value for q in s.quantities if q.unit == unit} for s in members}
    others = {s.id: {q.value for q in s.quantities if q.unit == other} for s in members}
    apart = not any(ones[s.id] and others[s.id] for s in members)
    return apart and bool(set().union(*ones.values()) & set().union(*others.values()))


def _written(quantities: Sequence[Quantity]) -> str | None:
    return "; ".join(f"{v:g} {u}" for v, u in sorted({(q.value, q.unit) for q in quantities})) or None


def _deadline(statement: Statement) -> str | None:
    moment = statement.deadline
    if moment is None:
        return None
    if moment.date is None:
        return moment.text
    year = moment.granularity in ("year", "years")
    return f"{moment.relation or 'in'} {moment.date[:4] if year else moment.date}"


def _speaker(statement: Statement) -> str | None:
    mention = statement.speaker.mention if statement.speaker else None
    return None if mention is None or mention.lower() in PRONOUNS else mention
