"""The sentences of a text that a user writes: attributed ones as in an article, bare ones as they stand."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements import provenance
from overstretch.statements.extract import extract
from overstretch.statements.meaning import direction, modality, polarity
from overstretch.statements.quantities import quantities
from overstretch.statements.record import Statement
from overstretch.statements.text import clean, paragraphs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

Attributed = list[tuple[tuple[int, int], list[Statement]]]
_EDGE = " \t\n\"“”„«»'’‘"
_ASIDE = re.compile(r"^(?:that|and|but|so)\s+", re.IGNORECASE)


def sentences(text: str, name: str, nlp: Language, when: date | None = None, bare: bool = False) -> list[Statement]:
    """The statements of a text that was written to be asked, in its order; ids are "1", "2", ...

    A sentence that says who said something ("Anna Nowak said that ...") gives the statements that the reader finds in
    it; any other sentence is one statement, whose content is the sentence. `bare`: every sentence is taken that way
    (its speaker is known from elsewhere)."""
    # The reader takes a line without a full stop for a headline; what was added lies behind all contents.
    found = [] if bare else extract(text if text.rstrip()[-1:] in ".!?" else f"{text.rstrip()}.", name, nlp, when)
    found = [s for s in found if s.speaker is not None and s.duplicate_of is None and s.spans[-1][1] <= len(text)]
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
                result.extend(inside)
            elif not covered and (made := _bare(sentence, text, name, start, end, when)) is not None:
                result.append(made)
    return _numbered(result)


def _bare(sentence: Span, text: str, name: str, start: int, end: int, when: date | None) -> Statement | None:
    """A sentence as a statement; None where it holds no word."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + ".!?…,;":
        end -= 1
    if (aside := _ASIDE.match(text, start, end)) is not None:
        start = aside.end()
    content = " ".join(text[start:end].split())
    if not any(character.isalpha() for character in content):
        return None
    tokens = list(sentence)
    modal = modality(sentence.root, tokens, None)
    return Statement(
        id="",
        doc=name,
        spans=[(start, end)],
        form="direct",
        force="assert",
        content=content,
        modality=modal,
        polarity=polarity(sentence.root, tokens, "assert", modal),
        direction=direction(sentence.root, tokens),
        quantities=quantities(text[start:end], start),
        deadline=provenance.deadline(content, when, modal in ("will", "plan", "could", "may", "should")),
        sentence=(start, end),
    )


def _numbered(found: list[Statement]) -> list[Statement]:
    """Ids in order; links between the statements of one text follow them."""
    ids = {s.id: str(index) for index, s in enumerate(found, start=1) if s.id}
    return [
        s.model_copy(update={"id": str(index), "nested_in": ids.get(s.nested_in) if s.nested_in else None})
        for index, s in enumerate(found, start=1)
    ]
