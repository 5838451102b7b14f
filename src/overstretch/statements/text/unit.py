"""What is given to the parser: stretches of text with a map back to the original offsets.

A long direct quotation is replaced by a short sentence while the sentence around it is parsed (parsers stumble over
quoted speech), and is parsed by itself; a title-case headline is parsed in lower case."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from overstretch.statements.record import Offsets
from overstretch.statements.text.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STAND_IN = "It works"


@dataclass
class Unit:
    """A text for the parser; `starts` are offsets in it, `origins` the offsets of the same places in the original.

    `doc`: its parse, set once it is parsed."""

    text: str
    starts: list[int]
    origins: list[int]
    kind: str
    paragraph: int
    quotes: dict[int, Quotation] = field(default_factory=dict)
    quote: Quotation | None = None
    doc: Doc = field(init=False)

    def origin(self, at: int) -> int:
        """The original offset of an offset of this unit."""
        index = bisect.bisect_right(self.starts, at) - 1
        return self.origins[index] + at - self.starts[index]

    def span(self, first: Token, last: Token) -> Offsets:
        """The original span from the first to the last token."""
        end = last.idx + len(last.text)
        return self.origin(first.idx), self.origin(end - 1) + 1

    def quoted(self, token: Token) -> Quotation | None:
        """The masked quotation that a token stands for."""
        held = (quote for start, quote in self.quotes.items() if start <= token.idx < start + len(STAND_IN))
        return next(held, None)

    def holds_quotation(self, tokens: Iterable[Token]) -> bool:
        """Whether one of these tokens stands for a masked quotation."""
        return any(self.quoted(token) is not None for token in tokens)


def whole(text: str, start: int, end: int, kind: str, paragraph: int, quote: Quotation | None = None) -> Unit:
    """A unit that is a plain slice of the text."""
    return Unit(text[start:end].replace("\n", " "), [0], [start], kind, paragraph, quote=quote)


def masked(text: str, start: int, end: int, paragraph: int, quotes: list[Quotation]) -> Unit:
    """A paragraph whose direct quotations are replaced by a stand-in sentence."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    where: dict[int, Quotation] = {}
    length, at = 0, start

    def add(piece: str, origin: int) -> None:
        nonlocal length
        if piece:
            starts.append(length)
            origins.append(origin)
            parts.append(piece)
            length += len(piece)

    for quote in quotes:
        low, high = quote.inner
        add(text[at:low], at)
        where[length] = quote
        add(STAND_IN, low)
        at = low + len(text[low:high].rstrip(".,!?…;:—–-"))
    add(text[at:end], at)
    return Unit("".join(parts).replace("\n", " "), starts or [0], origins or [start], "body", paragraph, where)


def lowered(text: str, start: int, end: int, paragraph: int, names: frozenset[str]) -> Unit:
    """A headline in lower case but for the words that the article writes with a capital in mid-sentence."""
    line = text[start:end]
    loud = sum(c.isupper() for c in line) > 0.7 * sum(c.isalpha() for c in line)
    known = {name.upper(): name for name in names} if loud else {}

    def change(match: re.Match[str]) -> str:
        word = match.group()
        stem = re.split(r"[’']s\b", word, flags=re.IGNORECASE)[0]
        if loud and stem not in names:
            word = (known.get(stem, stem.lower()) + word[len(stem) :].lower())[: len(word)]
            return word if len(word) == len(match.group()) else match.group()
        if stem in names or (stem.isupper() and len(stem) > 1):
            return word
        low = word.lower()
        return low if len(low) == len(word) else word

    return Unit(re.sub(r"[^\W\d_][\w’'.-]*", change, line), [0], [start], "headline", paragraph)
