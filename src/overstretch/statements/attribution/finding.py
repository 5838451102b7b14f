"""What one syntax rule found: cue, source, content, form; still in tokens of one unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from overstretch.statements.record import Offsets
from overstretch.statements.text.quotations import Quotation
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

Content = list[tuple["Token", "Token"]]  # runs: first and last token


@dataclass
class Finding:
    """One candidate statement. `content` holds runs (first, last token); a direct quotation holds `quote` instead."""

    unit: Unit
    cue: list[Token]
    source: Token | None
    content: Content = field(default_factory=list)
    root: Token | None = None
    priority: int = 0
    force: str = "assert"
    form: str = "indirect"
    frame: str = "that"
    quote: Quotation | None = None
    more_quotes: list[Quotation] = field(default_factory=list)
    modality: str | None = None
    about: tuple[Token, Token] | None = None
    addressee: Token | None = None
    plain_source: Offsets | None = None
    inherited: bool = False

    def spans(self) -> list[Offsets]:
        """The content's spans in the original text."""
        if self.quote is not None:
            return [quote.inner for quote in [self.quote, *self.more_quotes]]
        return [self.unit.span(first, last) for first, last in self.content]

    @property
    def cued(self) -> set[int]:
        """The indices of the cue's tokens in the unit."""
        return {token.i for token in self.cue}

    def tokens(self) -> set[int]:
        """The indices of the content's tokens in the unit."""
        return {i for first, last in self.content for i in range(first.i, last.i + 1)}
