"""Statements by a state of mind or a copula: "is confident that", "X's view is that", "her message was blunt: ..."."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import HEARERS, Finding, cue_of, opposite
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import (
    can_be_subject,
    child,
    children,
    first_with,
    has,
    has_that,
    is_finite,
    kind_of,
    negated,
    preposition,
    runs,
    subject,
    under,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE_NOUNS = wordset("states.more_nouns")
_SHARED = wordset("states.shared")
_PLAIN = Cue("assert", lemma="say")


def find(token: Token, unit: Unit) -> Finding | None:
    """The statement of an adjective or noun whose clause hangs on a copula."""
    if token.text == ":":
        return _view(token, unit)
    if token.lower_ in wordset("states.made_so") and (found := _made_so(token, unit)) is not None:
        return found
    if token.lower_ in lexicon().adjectives:
        return _state(token, lexicon().adjectives[token.lower_], unit)
    if token.pos_ == "VERB" and (source := subject(token)) is not None and can_be_subject(source, "speaker"):
        otherwise = has(token, word="otherwise differently") and cue_of(token) is not None
        if source.lower_ in wordset("plain.vague"):
            return None
        cue = cue_of(token)
        says = cue is not None and "quote" in cue.frames and not has(token, tag="WP")
        if otherwise or says or token.lemma_ in wordset("states.differs"):
            return _behind_colon(token, _PLAIN, unit, source)
    if token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_ == "be":
        return _copular_noun(token, unit)
    return None


def _state(word: Token, cue: Cue, unit: Unit) -> Finding | None:
    """ "is confident that ...", "was convinced that ...", "was adamant: ..."."""
    verb = word if child(word, "nsubjpass", "auxpass") is not None else word.head
    if verb is not word and not (word.dep_ in ("acomp", "attr", "oprd") and verb.lemma_ in wordset("states.copulas")):
        return None
    be = child(verb, "auxpass")  # an apposition may leave the subject there
    source = subject(verb) or (subject(be) if be is not None else None)
    if source is None or source.i > word.i:
        return None
    hung = (c for c in children(verb, "ccomp") if verb is not word and has_that(c) and c.left_edge.i == word.i + 1)
    clause = next((c for c in (*children(word, "ccomp"), *hung) if c.i > word.i and is_finite(c)), None)
    if clause is not None and can_be_subject(source, "speaker") and kind_of(source) != "document":
        return _made(unit, [word], cue, source, under(clause, word), clause, negated(verb))
    owner = child(source, "poss")
    if owner is not None and source.lemma_.lower() in lexicon().nouns.keys() | _MORE_NOUNS:
        source = owner
    elif not can_be_subject(source, "speaker"):
        return None
    return _behind_colon(word, cue, unit, source)


def _made_so(word: Token, unit: Unit) -> Finding | None:
    """ "made (it) clear that ...", "let it be known that ...", "let slip that ..."."""
    verb, it = word.head, child(word, "nsubj", "nsubjpass")
    hung = [*children(word, "ccomp", "advcl"), *(children(verb, "ccomp") if it is None else [])]
    clause = next((c for c in hung if c.i > word.i and has_that(c)), None)
    made = verb.lemma_ in ("make", "let") and (it.lower_ == "it" if it is not None else word.i == verb.i + 1)
    if not made or clause is None:
        return None
    source = understood_subject(verb)
    if not can_be_subject(source, "speaker"):
        return None
    return _made(unit, [verb, word], _PLAIN, source, list(clause.subtree), clause, negated(verb))


def _behind_colon(word: Token, cue: Cue, unit: Unit, source: Token) -> Finding | None:
    """The clause behind the colon in "Her message was blunt: Europe must spend more", "The union disagrees: pay must
    rise"."""
    near = word.i + (6 if word.pos_ == "VERB" else 2)
    colon = first_with(word.doc[word.i + 1 : near], word=":")
    if colon is None:
        return None
    tokens = list(itertools.takewhile(lambda t: t.text not in (".", "!", "?"), word.doc[colon.i + 1 :]))
    root = next(filter(is_finite, tokens), None) or first_with(tokens, tag="VB")
    return None if root is None or unit.holds_quotation(tokens) else _made(unit, [word], cue, source, tokens, root)


_STOPS = (".", "!", "?", "…", ";")
_LONGEST_LEAD = 26


def _view(colon: Token, unit: Unit) -> Finding | None:
    """The clause behind "X's verdict is short:", "Her verdict:", "The view of X is rosier:", "X put his case in one
    sentence:", "X is more hopeful:"."""
    doc = colon.doc
    ahead = doc[max(0, colon.i - _LONGEST_LEAD) : colon.i]
    lead = list(itertools.takewhile(lambda t: t.text not in _STOPS and not t.is_quote, reversed(ahead)))[::-1]
    tokens = list(itertools.takewhile(lambda t: t.text not in _STOPS, doc[colon.i + 1 :]))
    root = next(filter(is_finite, tokens), None) or first_with(tokens[:1], tag="VB")
    root = root or next((t for t in tokens if t.like_num), None)  # "The bank is more bullish: 3%"
    if not lead or root is None or unit.kind != "body" or unit.holds_quotation(tokens):
        return None
    if tokens[0].lower_ in wordset("plain.pronouns"):
        return None  # "The bureau is gloomier: it puts the gap at 4%"
    holders = ((_holder(word), word) for word in lead)
    source, word = next(((who, word) for who, word in holders if who is not None), (None, colon))
    return _made(unit, [word], _PLAIN, source, tokens, root) if source is not None else None


def _holder(word: Token) -> Token | None:
    """Whose view a noun, a verb of putting it, or a mood is."""
    lemma, who = word.lemma_.lower(), None
    if word.dep_ in ("nsubj", "ROOT") and lemma in wordset("states.views"):
        who = child(word, "poss") or child(preposition(word, "of", "from", "in", "among"), "pobj")
        own = who is not None and (kind_of(who) in HEARERS or who.lower_ in wordset("nominal.possessives"))
        return who if own else None
    thing = child(word, "dobj") if lemma in wordset("states.puts") else None
    if thing is not None and thing.lemma_.lower() in wordset("states.matters"):
        who = subject(word)
    elif word.dep_ == "acomp" and lemma in wordset("scenes.moods") and not negated(word.head):
        who = subject(word.head)
    return who if who is not None and kind_of(who) in ("person", "organisation", "name") else None


def _copular_noun(noun: Token, unit: Unit) -> Finding | None:
    """ "Sofia's position is that ...", "my guess is that ...", "the fear is that ..."."""
    lemma = noun.lemma_.lower()
    cue = lexicon().nouns.get(lemma) or (_PLAIN if lemma in _MORE_NOUNS | _SHARED else None)
    clause = next((c for c in children(noun.head, "ccomp") if c.i > noun.head.i), None)
    if cue is None or clause is None or not has_that(clause):
        return None
    owner = child(noun, "poss") or child(preposition(noun, "of", "from", "in", "among"), "pobj")
    if owner is not None and owner.lower_ not in wordset("nominal.possessives") and kind_of(owner) is None:
        return None
    if owner is None and lemma not in _SHARED:
        return None
    made = _made(unit, [noun], cue, owner, under(clause, noun.head), clause, negated(noun.head))
    made.form = "nominal" if owner is not None else "agentless"
    return made


def _made(
    unit: Unit, words: list[Token], cue: Cue, source: Token | None, tokens: list[Token], root: Token, no: bool = False
) -> Finding:
    force = opposite(cue.force) if no else cue.force
    return Finding(unit, words, source, runs(tokens)[:1], root, 8, force, modality=cue.modality)
