"""Headlines in the form "Speaker: what was said", and lines of that form in the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import Finding
from overstretch.statements.syntax.grammar import kind_of, runs
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 8


def find(unit: Unit) -> list[Finding]:
    """The statement behind a colon, where a speaker stands before it."""
    doc = unit.doc
    assert doc is not None
    colon = next((t for t in doc if t.text == ":"), None)
    if colon is None or unit.kind != "headline" or not 1 <= colon.i <= LONGEST or unit.quotes:
        return []
    before, after = list(doc[: colon.i]), [t for t in doc[colon.i + 1 :] if not t.is_space]
    if len(after) < 3 or any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBZ", "VBD", "MD", "VBP") for t in before):
        return []
    source = _head(before)
    verbs = [t for t in after if t.pos_ in ("VERB", "AUX")]
    figures = after[0].lower_ in ("no", "yes") or any(t.like_num for t in after)
    # a headline is parsed in lower case but for known names
    known = source is not None and source.text[:1].isupper() and not (source.text.isupper() and len(source) > 5)
    named = source is not None and (known or kind_of(source) in ("name", "person", "organisation"))
    if source is None or not named or not (verbs or figures):
        return []
    root = verbs[0] if verbs else after[-1]
    return [Finding(unit, [colon], "assert", "indirect", "that", source, runs(after)[:1], root, priority=9)]


def _head(tokens: list[Token]) -> Token | None:
    """The last noun of a phrase that is nobody's possessor."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "poss"]
    return nouns[-1] if nouns else None
