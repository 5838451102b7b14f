"""Public statements as claims of the ledger: every row of `tables/statements.csv` that can be asked, in the form of its
own words.

A row without a question says why it has none; one whose outcome no table holds names a page for it. A month stands for
its last day.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overstretch import shipped
from overstretch.evidence import lines
from overstretch.facts import Known


@dataclass(frozen=True)
class Said:
    """A row: one question of a statement, or why none can be asked; outcome and its page only where no table can settle
    it."""

    number: str
    said: str
    said_by: str
    question: str
    printed: str
    why_not: str
    outcome: str
    outcome_published: str
    outcome_address: str
    source: str
    address: str

    @property
    def name(self) -> str:
        return f"statement|{self.number}"


@dataclass(frozen=True)
class Came:
    """How a statement came out: true, false or too close to call; the figure; by what."""

    word: str
    figure: str
    source: str


def held() -> list[Said]:
    """The rows that ship."""
    return lines.read(Said, shipped.text("evidence", "tables/statements.csv"))


def came(row: Said, newest: Known) -> Came | None:
    """The outcome by the tables of today, else by the page that the row names; None where it is open."""
    from overstretch.questions.tables.settled import settle
    from overstretch.questions.text import parse

    found = settle(parse(row.question), newest, date.fromisoformat(newest.day))
    if found is not None and not found.so_far and found.published[:10] > row.said:
        return Came(found.word, found.figure, found.source)
    if row.outcome:
        return Came(row.outcome, f"a page of {row.outcome_published}", row.outcome_address)
    return None


def left_out(rows: Iterable[Said], newest: Known) -> Counter[str]:
    """How many rows are no claim of the ledger, by reason."""
    return Counter(
        row.why_not or "no outcome since"
        for row in rows
        if row.why_not or not row.question or came(row, newest) is None
    )


def digest(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()
