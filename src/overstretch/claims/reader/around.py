"""What surrounds a statement in its document, and what of it stands before, beside and behind its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from overstretch.claims.reader.discourse import PARAGRAPH
from overstretch.claims.reader.vocabulary import plain
from overstretch.statements.record import Statement

REACH = 2_000  # characters before a statement that may say of whom it speaks


@dataclass(frozen=True)
class Around:
    """What surrounds a statement in its document: the text before it, the whole text, the day of the words."""

    before: str = ""
    whole: str = ""
    said: date = date(2025, 7, 3)
    alone: bool = True  # whether no other statement stands in its sentence


def text_before(around: Around) -> str:
    """The text before a statement that may say of whom it speaks, its paragraphs parted."""
    return plain(re.sub(r"\n(?=\s*\n)", PARAGRAPH, around.before[-REACH:]))


def sentence_of(statement: Statement, around: Around) -> str:
    """The whole sentence that a statement stands in; its own words where that is not known."""
    place = place_of(statement, around)
    return around.whole[place[0] : place[3]] if place else statement.content


def whole_sentence(statement: Statement, around: Around) -> str:
    """The whole sentence, also of a statement in several stretches ("according to A ..., according to B ...")."""
    start, end = statement.sentence or (0, 0)
    inside = all(start <= a < b <= end for a, b in statement.spans) and 0 <= start < end <= len(around.whole)
    return around.whole[start:end] if len(statement.spans) > 1 and inside else sentence_of(statement, around)


def place_of(statement: Statement, around: Around) -> tuple[int, int, int, int] | None:
    """Where a sentence, and the one stretch of it that states a content, begin and end: (sentence, content, content,
    sentence); None where that is not known."""
    if statement.sentence is None or len(statement.spans) != 1:
        return None
    (start, end), (first, last) = statement.sentence, statement.spans[0]
    return (start, first, last, end) if 0 <= start <= first < last <= end <= len(around.whole) else None


def beside_content(statement: Statement, around: Around) -> tuple[str, str]:
    """The words of its sentence before a content and behind it; none where that is not known."""
    if (place := place_of(statement, around)) is None:
        return "", ""
    return plain(around.whole[place[0] : place[1]]), plain(around.whole[place[2] : place[3]])


def text_behind(statement: Statement, around: Around) -> str | None:
    """The text behind a direct statement in one stretch; None for any other."""
    if statement.form != "direct" or len(statement.spans) != 1:
        return None
    return around.whole[statement.spans[0][1] :]
