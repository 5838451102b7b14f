"""Repeated sentences inside one article: the later copy keeps its record and points to the first by `duplicate_of`."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from overstretch.statements.record import Statement

NEAR = 96.0


def normal(text: str) -> str:
    """A sentence for comparing: folded case, one kind of quotation mark and dash, single spaces, no end mark."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub(r"[“”„«»\"‘’']", "'", folded)
    folded = re.sub(r"[–—−]", "-", folded)
    return re.sub(r"\s+", " ", folded).strip(" .!?'")


def mark_duplicates(statements: list[Statement], text: str) -> list[Statement]:
    """Mark every statement whose sentence and content repeat an earlier one of the same article."""
    seen: list[tuple[str, str, Statement]] = []
    result = []
    named = [(normal(s.content), s) for s in statements if s.speaker is not None and s.duplicate_of is None]
    for statement in statements:
        if statement.speaker is None and (host := _pulled(statement, named)) is not None:
            result.append(statement.but(duplicate_of=host.id, speaker=host.speaker))
            continue
        start, end = statement.sentence or statement.spans[0]
        sentence, content = normal(text[start:end]), normal(statement.content)
        first = next((other for a, b, other in seen if _repeats(sentence, content, a, b)), None)
        if first is None:
            seen.append((sentence, content, statement))
        result.append(statement if first is None else statement.but(duplicate_of=first.id))
    return result


def _pulled(statement: Statement, named: list[tuple[str, Statement]]) -> Statement | None:
    """The statement that a pull quote or a headline repeats word by word."""
    own = normal(statement.content)
    return next((s for content, s in named if len(own) >= 20 and own in content), None)


def _repeats(sentence: str, content: str, other_sentence: str, other_content: str) -> bool:
    if content != other_content or sentence == other_sentence:
        return content == other_content
    if min(len(sentence), len(other_sentence)) < 40 or abs(len(sentence) - len(other_sentence)) > 12:
        return False
    numbers = re.findall(r"\d+", sentence) == re.findall(r"\d+", other_sentence)
    return numbers and fuzz.ratio(sentence, other_sentence) >= NEAR
