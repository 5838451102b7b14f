"""Statements by a state of mind or a copula: "is confident that", "X's view is that", "her message was blunt: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.cues import has_that, is_finite
from overstretch.statements.attribution.finding import Finding
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import (
    can_be_subject,
    child,
    children,
    kind_of,
    negated,
    preposition,
    runs,
    subject,
    subtree,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = wordset("states.copulas")
_MORE_NOUNS = wordset("states.more_nouns")
_SHARED = wordset("states.shared")
_OWN = wordset("states.own")


def find(token: Token, unit: Unit) -> Finding | None:
    """The statement of an adjective or noun whose clause hangs on a copula."""
    if token.lower_ in lexicon().adjectives:
        return _state(token, lexicon().adjectives[token.lower_], unit)
    if token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_ == "be":
        return _copular_noun(token, unit)
    return None


def _state(word: Token, cue: Cue, unit: Unit) -> Finding | None:
    """ "is confident that ...", "was convinced that ...", "was adamant: ..."."""
    verb = word if child(word, "nsubjpass", "auxpass") is not None else word.head
    if verb is not word and not (word.dep_ in ("acomp", "attr", "oprd") and verb.lemma_ in COPULAS):
        return None
    source = subject(verb)
    if source is None or source.i > word.i:
        return None
    clause = next((c for c in children(word, "ccomp") if c.i > word.i and is_finite(c)), None)
    if clause is not None and can_be_subject(source, "speaker") and kind_of(source) != "document":
        tokens = [t for t in subtree(clause) if t.i > word.i]
        return _made(unit, [word], cue, "indirect", source, tokens, clause, negated(verb))
    owner = child(source, "poss")
    if owner is not None and (source.lemma_.lower() in lexicon().nouns or source.lemma_.lower() in _MORE_NOUNS):
        source = owner
    elif not can_be_subject(source, "speaker"):
        return None
    return _behind_colon(word, cue, unit, source)


def _behind_colon(word: Token, cue: Cue, unit: Unit, source: Token) -> Finding | None:
    """The clause behind the colon in "Her message was blunt: Europe must spend more"."""
    doc = word.doc
    if word.i + 2 >= len(doc) or doc[word.i + 1].text != ":":
        return None
    tokens = []
    for token in doc[word.i + 2 :]:
        if token.text in (".", "!", "?"):
            break
        tokens.append(token)
    root = next((t for t in tokens if is_finite(t)), None)
    if root is None or any(unit.quoted(t) is not None for t in tokens):
        return None
    return _made(unit, [word], cue, "indirect", source, tokens, root, False)


def _copular_noun(noun: Token, unit: Unit) -> Finding | None:
    """ "Sofia's position is that ...", "my guess is that ...", "the fear is that ..."."""
    lemma = noun.lemma_.lower()
    cue = lexicon().nouns.get(lemma) or (
        Cue(lemma, "assert", frozenset({"that"}), None, "any") if lemma in _MORE_NOUNS | _SHARED else None
    )
    clause = next((c for c in children(noun.head, "ccomp") if c.i > noun.head.i), None)
    if cue is None or clause is None or not has_that(clause):
        return None
    owner = child(noun, "poss") or child(preposition(noun, "of", "from", "in", "among"), "pobj")
    if owner is not None and owner.lower_ not in _OWN and kind_of(owner) is None:
        return None
    if owner is None and lemma not in _SHARED:
        return None
    tokens = [t for t in subtree(clause) if t.i > noun.head.i]
    form = "nominal" if owner is not None else "agentless"
    return _made(unit, [noun], cue, form, owner, tokens, clause, negated(noun.head))


def _made(
    unit: Unit,
    words: list[Token],
    cue: Cue,
    form: str,
    source: Token | None,
    tokens: list[Token],
    root: Token,
    no: bool,
) -> Finding:
    force = "deny" if no and cue.force != "deny" else "assert" if no else cue.force
    return Finding(unit, words, force, form, "that", source, runs(tokens)[:1], root, modality=cue.modality, priority=8)
