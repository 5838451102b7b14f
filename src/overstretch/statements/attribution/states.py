"""Statements by a state of mind or a copula: "is confident that", "X's view is that", "her message was blunt: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.cues import cue_of, has_that, is_finite
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
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = wordset("states.copulas")
_MORE_NOUNS = wordset("states.more_nouns")
_SHARED = wordset("states.shared")
_OWN = wordset("states.own")
_PLAIN = Cue("say", "assert", frozenset({"that"}), None, "any")


def find(token: Token, unit: Unit) -> Finding | None:
    """The statement of an adjective or noun whose clause hangs on a copula."""
    if token.lower_ in wordset("states.made_so") and (found := _made_so(token, unit)) is not None:
        return found
    if token.lower_ in lexicon().adjectives:
        return _state(token, lexicon().adjectives[token.lower_], unit)
    if token.pos_ == "VERB" and (source := subject(token)) is not None and can_be_subject(source, "speaker"):
        otherwise = any(t.lower_ in ("otherwise", "differently") for t in token.children)
        if source.lower_ in wordset("plain.vague"):
            return None
        if token.lemma_ in wordset("states.differs") or (otherwise and cue_of(token) is not None):
            return _behind_colon(token, _PLAIN, unit, source)
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


def _made_so(word: Token, unit: Unit) -> Finding | None:
    """ "made it clear that ...", "let it be known that ..."."""
    verb, it = word.head, child(word, "nsubj", "nsubjpass")
    clause = next((c for c in children(word, "ccomp", "advcl") if c.i > word.i and has_that(c)), None)
    if verb.lemma_ not in ("make", "let") or it is None or it.lower_ != "it" or clause is None:
        return None
    source = understood_subject(verb)
    if not can_be_subject(source, "speaker"):
        return None
    return _made(unit, [verb, word], _PLAIN, "indirect", source, list(clause.subtree), clause, negated(verb))


def _behind_colon(word: Token, cue: Cue, unit: Unit, source: Token) -> Finding | None:
    """The clause behind the colon in "Her message was blunt: Europe must spend more", "The union disagrees: pay must
    rise"."""
    doc = word.doc
    near = word.i + (6 if word.pos_ == "VERB" else 2)
    colon = next((t for t in doc[word.i + 1 : near] if t.text == ":"), None)
    if colon is None:
        return None
    tokens = []
    for token in doc[colon.i + 1 :]:
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
