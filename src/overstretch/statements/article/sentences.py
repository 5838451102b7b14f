"""The sentences of a text that a user writes: attributed ones as in an article, bare ones as they stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.article.extract import extract
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
    found = [] if bare else extract(text if text.rstrip()[-1:] in ".!?" else f"{text.rstrip()}.", name, nlp, when)
    found = [
        s
        for s in found
        if not s.narrator and s.speaker is not None and s.duplicate_of is None and s.spans[-1][1] <= len(text)
    ]
    cleaned = clean(text)
    result: list[Statement] = []
    used: set[str] = set()
    for para in paragraphs(cleaned):
        doc = nlp(cleaned[para.start : para.end].replace("\n", " "))
        for sentence in doc.sents:
            start, end = para.start + sentence.start_char, para.start + sentence.end_char
            inside = [s for s in found if s.id not in used and s.spans[0][0] < end and start < s.spans[-1][1]]
            used |= {s.id for s in inside}
            covered = any(s.spans[0][0] < end and start < s.spans[-1][1] for s in found)
            if inside:
                result.extend(_within(s, len(text)) for s in inside)
            elif not covered and (made := plain(sentence, (start, end), text, name, when)) is not None:
                result.append(made)
    return _numbered(result)


def _within(statement: Statement, length: int) -> Statement:
    """Without the full stop that was added."""
    if statement.sentence is None or statement.sentence[1] <= length:
        return statement
    return statement.model_copy(update={"sentence": (statement.sentence[0], length)})


def _numbered(found: list[Statement]) -> list[Statement]:
    """Ids in order; links between the statements of one text follow them."""
    ids = {s.id: str(index) for index, s in enumerate(found, start=1) if s.id}
    return [
        s.model_copy(update={"id": str(index), "nested_in": ids.get(s.nested_in) if s.nested_in else None})
        for index, s in enumerate(found, start=1)
    ]
