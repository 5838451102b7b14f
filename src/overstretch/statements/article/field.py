"""Whether words are of the field: what is measured, states and bodies, war and money."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import rows, wordset
from overstretch.statements.mentions.meaning import directions
from overstretch.statements.names.canonical import places

if TYPE_CHECKING:
    from spacy.tokens import Token


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """What is measured, the concepts, and the rows of their own."""
    _, _, measured = directions()
    concepts = {
        word
        for row in rows("concepts.csv")
        if row["concept"] not in ("cause", "response")
        for word in row["lemmas"].split()
    }
    return frozenset(measured) | concepts | wordset("field.more") | wordset("field.deeds")


def of_the_field(tokens: Iterable[Token]) -> bool:
    """Whether a word of the field is among some words."""
    return any(t.lemma_.lower() in _words() for t in tokens)


def about_the_field(tokens: Iterable[Token]) -> bool:
    """The same in a sentence of persons, where "lifts", "shares" and "drops" are what they do with their hands: of the
    verbs only those that states and armies do."""
    deeds = wordset("field.deeds")
    return any(t.lemma_.lower() in (deeds if t.pos_ == "VERB" else _words()) for t in tokens)


def placed(tokens: Iterable[Token]) -> bool:
    """Whether a place or a state is named."""
    return any(t.text in places() for t in tokens)
