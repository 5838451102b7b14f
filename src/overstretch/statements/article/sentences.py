"""The sentences of a text that a user writes: attributed ones as in an article, bare ones as they stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.article.extract import extract, numbered
from overstretch.statements.article.plain import plain
from overstretch.statements.record import Statement
from overstretch.statements.text.paragraphs import clean, paragraphs

if TYPE_CHECKING:
    from spacy.language import Language


def sentences(text: str, name: str, nlp: Language, when: date | None = None, bare: bool = False) -> list[Statement]:
    """The statements of a text that was written to be asked, in its order; ids are "1", "2", ...

    A sentence that says who said something ("Anna Nowak said that ...") gives the statements that the reader finds in
    it; any other sentence is one statement, whose content is the sentence. `bare`: every sentence is taken that way
    (its speaker is known from elsewhere)."""
    # The reader takes a line without a full stop for a headline; what was added lies behind all contents.
    closed = text if text.rstrip()[-1:] in ".!?" else f"{text.rstrip()}."
    found = [
        s
        for s in ([] if bare else extract(closed, name, nlp, when))
        if not s.narrator and s.speaker is not None and s.duplicate_of is None and s.spans[-1][1] <= len(text)
    ]
    cleaned = clean(text)
    result: list[Statement] = []
    used: set[str] = set()
    for para in paragraphs(cleaned):
        doc = nlp(cleaned[para.start : para.end].replace("\n", " "))
        for sentence in doc.sents:
            start, end = para.start + sentence.start_char, para.start + sentence.end_char
            inside = [s for s in found if s.spans[0][0] < end and start < s.spans[-1][1]]
            result += [_within(s, len(text)) for s in inside if s.id not in used]
            used |= {s.id for s in inside}
            if not inside and (made := plain(sentence, (start, end), text, name, when)) is not None:
                result.append(made)
    return numbered(result, lambda s: s.id)


def _within(statement: Statement, length: int) -> Statement:
    """Without the full stop that was added."""
    return statement.but(sentence=statement.sentence and (statement.sentence[0], min(statement.sentence[1], length)))
