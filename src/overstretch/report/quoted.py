"""The words of a statement as they are printed: the whole sentence, who said it, when, where, and what was read in
it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overstretch.claims.explain import PARTS, longest
from overstretch.facts.links import link
from overstretch.report import wording
from overstretch.statements.document import Document
from overstretch.statements.record import Read, Statement

ASKED = re.compile(r"asked \d+")  # the names of statements written by hand (statements.reading.by_hand)
READABLE = 240  # characters of a sentence that stands for all accounts, where one is so short
CLOSEST = ("direct", "mixed", "indirect", "reported", "nominal", "agentless")  # forms, the speaker's own words first
Marked = tuple[
    tuple[str, str], ...
]  # stretches of text, each with the part of the question that it was read as, or empty


@dataclass(frozen=True)
class Wording:
    """One outlet's wording of a statement: the words, who said them, when, and where they were printed.

    sentence: the whole sentence in order, marked; content: the claim's own words; address: a link to the article, empty
    where none is known.
    """

    id: str
    content: str
    sentence: Marked
    speaker: str | None
    when: str | None
    outlet: str
    via: str | None
    form: str
    force: str
    headline: bool = False
    address: str = ""
    read: tuple[tuple[str, str], ...] = ()  # words of it, and the part of the question that they were read as
    set_aside: tuple[tuple[str, str], ...] = ()  # words that the question leaves out, and why
    by: str | None = None  # the language model that proposed the question

    @property
    def whole(self) -> str:
        """The sentence without its marks."""
        return "".join(text for text, _ in self.sentence)


def wording_of(statement: Statement, documents: Mapping[str, Document]) -> Wording:
    """The printable parts of a statement; documents by name."""
    asked, printed = statement.proposition, documents.get(statement.doc)
    read = tuple(longest(asked.read)) if asked else ()
    return Wording(
        id=statement.id,
        content=" ".join(statement.content.split()),
        sentence=_sentence(statement, read, printed.text if printed else ""),
        speaker=statement.speaker.canonical if statement.speaker else None,
        when=_when(statement),
        outlet=_outlet(statement.doc, printed) if statement.outlet is None else statement.outlet,
        via=statement.via,
        form=statement.form,
        force=statement.force,
        headline=statement.headline,
        address=link(printed.source) if printed else "",
        read=tuple((" ".join(r.text.split()), PARTS.get(r.part, r.part)) for r in read),
        set_aside=tuple((r.text, r.part) for r in asked.set_aside) if asked else (),
        by=asked.by if asked else None,
    )


def chosen(wordings: Sequence[Wording]) -> Wording | None:
    """The wording that stands for all: of a readable length with a speaker, closest to the speaker's own words, no
    headline."""

    def rank(one: Wording) -> tuple[bool, bool, bool, int]:
        return one.speaker is None, len(one.whole) > READABLE, one.headline, CLOSEST.index(one.form)

    return min(wordings, key=rank, default=None)


def by_name(documents: Iterable[Document]) -> dict[str, Document]:
    return {d.name: d for d in documents}


def _outlet(name: str, printed: Document | None) -> str:
    """Where it was printed; a statement written by hand without an outlet was printed nowhere."""
    return (printed.outlet if printed else None) or ("" if ASKED.fullmatch(name) else name)


def _sentence(statement: Statement, read: Sequence[Read], text: str) -> Marked:
    """The sentence that the statement stands in, the words read in it marked; its content where the article's text is
    not at hand."""
    start, end = statement.sentence or (0, 0)
    if not 0 <= start < end <= len(text):
        return _in_content(statement, read)
    spans = sorted(
        (r.span, PARTS.get(r.part, r.part)) for r in read if r.span and start <= r.span[0] < r.span[1] <= end
    )
    return _cut(text, start, end, spans)


def _in_content(statement: Statement, read: Sequence[Read]) -> Marked:
    content = " ".join(statement.content.split())
    spans = []
    for one in read:
        words = " ".join(one.text.split())
        at = content.find(words) if words else -1
        if at >= 0:
            spans.append(((at, at + len(words)), PARTS.get(one.part, one.part)))
    return _cut(content, 0, len(content), sorted(spans))


def _cut(text: str, start: int, end: int, spans: Sequence[tuple[tuple[int, int], str]]) -> Marked:
    """The stretches of text[start:end], blanks as one, overlapping spans left out."""
    found, at = [], start
    for (first, last), part in spans:
        if first >= at:
            found += [(text[at:first], ""), (text[first:last], part)]
            at = last
    found.append((text[at:end], ""))
    plain = tuple((re.sub(r"\s+", " ", piece), part) for piece, part in found if piece)
    return tuple((piece, part) for piece, part in plain if piece)


def _when(statement: Statement) -> str | None:
    moment = statement.said_at
    if moment is None:
        return None
    day = wording.long_date(moment.date) if moment.granularity == "day" else None
    return day or moment.text
