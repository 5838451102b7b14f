"""The words of a statement as they are printed: who said them, when, where, and what was read in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overstretch.claims.explain import PARTS, longest
from overstretch.report import wording
from overstretch.statements.document import Document
from overstretch.statements.record import Statement

ASKED = re.compile(r"asked \d+")  # the names of statements written by hand (statements.by_hand)


@dataclass(frozen=True)
class Wording:
    """One outlet's wording of a statement: the words, who said them, when, and where they were printed."""

    id: str
    content: str
    speaker: str | None
    when: str | None
    outlet: str
    via: str | None
    form: str
    force: str
    read: tuple[tuple[str, str], ...] = ()  # words of it, and the part of the question that they were read as
    set_aside: tuple[tuple[str, str], ...] = ()  # words that the question leaves out, and why
    by: str | None = None  # the language model that proposed the question

    @property
    def marked(self) -> list[tuple[str, str]]:
        """The words in order, each stretch with the part that it was read as, or empty."""
        places = sorted(
            (self.content.find(text), text, part) for text, part in dict(self.read).items() if text in self.content
        )
        found, at = [], 0
        for start, text, part in places:
            if start >= at:
                found += [(self.content[at:start], ""), (text, part)]
                at = start + len(text)
        return [(text, part) for text, part in (*found, (self.content[at:], "")) if text]


def wording_of(statement: Statement, outlets: dict[str, str]) -> Wording:
    """The printable parts of a statement."""
    asked = statement.proposition
    return Wording(
        id=statement.id,
        content=" ".join(statement.content.split()),
        speaker=statement.speaker.canonical if statement.speaker else None,
        when=_when(statement),
        outlet=outlets.get(statement.doc, statement.doc) if statement.outlet is None else statement.outlet,
        via=statement.via,
        form=statement.form,
        force=statement.force,
        read=tuple((" ".join(r.text.split()), PARTS.get(r.part, r.part)) for r in longest(asked.read)) if asked else (),
        set_aside=tuple((r.text, r.part) for r in asked.set_aside) if asked else (),
        by=asked.by if asked else None,
    )


def outlets_of(documents: Sequence[Document]) -> dict[str, str]:
    """Where each document was printed; a statement written by hand without an outlet was printed nowhere."""
    return {d.name: d.outlet or ("" if ASKED.fullmatch(d.name) else d.name) for d in documents}


def _when(statement: Statement) -> str | None:
    moment = statement.said_at
    if moment is None:
        return None
    day = wording.long_date(moment.date) if moment.granularity == "day" else None
    return day or moment.text
