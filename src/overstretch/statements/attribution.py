"""Statements marked by a phrase: "according to X", "in X's view", "for X, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.finding import Finding
from overstretch.statements.grammar import child, children, kind_of, runs, subtree
from overstretch.statements.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(token: Token, unit: Unit) -> list[Finding]:
    """The clause that an "according to X" belongs to, without the phrase itself."""
    if token.lower_ != "according":
        return []
    source = source_of(token)
    if source is None or kind_of(source) is None:
        return []
    head = token.head
    for _ in range(12):
        if head.pos_ in ("VERB", "AUX") and head.dep_ in ("ROOT", "ccomp", "conj", "parataxis"):
            break
        if head.head is head:
            break
        head = head.head
    tokens = subtree(head, without={token.i})
    tokens = [t for t in tokens if t.i not in {x.i for x in token.subtree}]
    if unit.quotes and any(unit.quoted(t) for t in tokens):
        return []
    return [
        Finding(
            unit, [token, token.nbor()], "assert", "indirect", "according to", source, runs(tokens), head, priority=3
        )
    ]


def source_of(token: Token) -> Token | None:
    """X in "according to X"."""
    to = next((t for t in children(token, "prep", "pcomp", "dep", "mark") if t.lower_ == "to"), None)
    found = child(to, "pobj", "dobj") if to is not None else child(token, "pobj")
    if found is None and token.i + 2 < len(token.doc):
        after = token.doc[token.i + 2 : min(token.i + 9, token.sent.end)]
        found = next(
            (t for t in after if t.pos_ in ("PROPN", "NOUN") and t.dep_ not in ("compound", "amod", "poss")), None
        )
    return found
