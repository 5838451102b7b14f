"""Headlines in the form "Speaker: what was said", and lines of that form in the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import BODIES, Finding
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import FINITE, VERBAL, first_with, has, kind_of, runs
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(unit: Unit) -> Finding | None:
    """The statement behind a colon, where a speaker stands before it: in a headline, or in front of a paragraph."""
    doc = unit.doc
    colon = first_with(doc, word=":")
    if colon is None or not 1 <= colon.i <= LONGEST or unit.quotes:
        return None
    speaker = _named(doc, colon) if unit.kind == "body" else None
    if unit.kind != "headline" and speaker is None:
        return None
    before, after = list(doc[: colon.i]), [t for t in doc[colon.i + 1 :] if not t.is_space]
    if len(after) < 3 or has(before, tag=FINITE, pos=VERBAL):
        return None
    source = speaker or _head(before)
    if after[0].lower_ in wordset("plain.asking") or (
        source is not None and source.lower_ in wordset("headline.kinds")
    ):
        return None  # "Explainer: what the budget means"
    verb = first_with(after, pos=VERBAL)
    figures = after[0].lower_ in ("no", "yes") or any(t.like_num and not _YEAR.fullmatch(t.text) for t in after)
    # a headline is parsed in lower case but for known names
    known = source is not None and source.text[:1].isupper() and not (source.text.isupper() and len(source) > 5)
    if source is None or not (known or kind_of(source) in BODIES) or not (verb or figures):
        return None
    return Finding(unit, [colon], source, runs(after)[:1], verb or after[-1], 9)


def _named(doc: Doc, colon: Token) -> Token | None:
    """The full name in front of a paragraph's colon and clause ("Anna Example, of the union: They will ...")."""
    before, after = doc[: colon.i], doc[colon.i + 1 :]
    full = [e for e in before.ents if len(e) > 1 and e.label_ == "PERSON"]
    clause = len(after) > 3 and after[0].text[:1].isupper() and has(after, tag=FINITE)
    apart = clause and not has(before, pos=VERBAL) and colon.nbor().idx > colon.idx + 1
    return full[0][-1] if full and apart else None


def _head(tokens: list[Token]) -> Token | None:
    """The last noun of a phrase that is nobody's possessor."""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "poss"]
    named = [t for t in tokens if t.text[:1].isupper() and t.dep_ != "poss"]
    return nouns[-1] if nouns else named[-1] if len(named) == len(tokens) else None
