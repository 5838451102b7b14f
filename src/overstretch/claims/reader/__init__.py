"""What a statement asks: mentions found once, parts filled independently, nothing left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from overstretch.claims.reader.assemble import assembled
from overstretch.claims.reader.draft import Unread
from overstretch.claims.reader.vocabulary import plain
from overstretch.errors import InputError
from overstretch.statements.record import Proposition, Statement

LAST_YEAR = 2040
REACH = 2_000  # characters before a statement that may say of whom it speaks


@dataclass(frozen=True)
class Around:
    """What surrounds a statement in its document: the text before it, the whole text, the day of the words."""

    before: str = ""
    whole: str = ""
    said: date = date(2025, 7, 3)


@dataclass(frozen=True)
class Reading:
    """What was read: the propositions (several where a sentence makes several claims), or the reason why there is none and the nearest question."""

    propositions: list[Proposition] = field(default_factory=list)
    reason: str | None = None
    nearest: str | None = None


def read(statement: Statement, around: Around, as_of: date, horizon: int | None = None) -> Reading:
    """What a statement asks, or why it asks nothing that can be answered."""
    text = plain(statement.content)
    try:
        found = assembled(statement, text, plain(around.before[-REACH:]), around.said, horizon)
    except Unread as reason:
        nearest = reason.nearest.format(year=_year(text, around.said)) if reason.nearest else None
        return Reading([], str(reason), nearest)
    except InputError as reason:
        return Reading([], f"understood; {reason}" if not str(reason).startswith("understood") else str(reason))
    return Reading(found)


def _year(text: str, said: date) -> str:
    """A year for the nearest question: the one named, else five years on."""
    named = re.findall(r"\b20\d\d\b", text)
    return named[-1] if named and said.year <= int(named[-1]) <= LAST_YEAR else str(min(said.year + 5, LAST_YEAR))
