"""Statements whose cue is a verb: the rules in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.clauses import (
    clause_in_headline,
    complement_clause,
    parenthetical,
    to_infinitive,
)
from overstretch.statements.attribution.cues import TOPICAL, Said, cue_of
from overstretch.statements.attribution.finding import Finding
from overstretch.statements.attribution.objects import as_or_object, plain_object, with_preposition
from overstretch.statements.attribution.passives import passive_statement
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import (
    child,
    has,
    is_modal,
    is_passive,
    lemma_of,
    negated,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


SILENT = wordset("verbal.silent")
WISHED = wordset("verbal.wished")
RULES = (
    clause_in_headline,
    complement_clause,
    to_infinitive,
    as_or_object,
    with_preposition,
    plain_object,
    parenthetical,
)


def find(verb: Token, unit: Unit) -> Finding | None:
    """The statement that a verb introduces: by the first rule that finds one."""
    cue = cue_of(verb)
    if cue is None or verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return None
    if is_passive(verb):
        return passive_statement(verb, cue, unit)
    source = understood_subject(verb)
    if source is not None and source.lower_ == "you" and is_modal(verb):
        return None  # "you would think that the sky had fallen"
    if _only_asked(verb) or (negated(verb) and lemma_of(verb) in SILENT) or _supposed(verb):
        return None
    spoken = source is not None and source.lower_ in ("i", "we")
    wished = WISHED if spoken or lemma_of(verb) not in TOPICAL else WISHED | {"will", "would"}
    over = verb.head.children if verb.dep_ == "xcomp" else ()
    if has((t for t in (*verb.children, *over) if t.lower_ in wished), tag="MD"):
        return None  # "they must recognise that": not said yet
    aside = verb.tag_ == "VBG" and (verb.i == verb.sent.start or verb.dep_ == "advcl")
    if aside and lemma_of(verb) in TOPICAL | {"answer", "reply"}:
        return None  # "Commenting on X, she said ...": the occasion of another statement
    said = Said(verb, cue, unit, source)
    return next((found for rule in RULES if (found := rule(said)) is not None), None)


def _only_asked(verb: Token) -> bool:
    """ "asked to comment", "refrained from commenting": nothing was said."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return (
        verb.dep_ in ("xcomp", "pcomp") and lemma_of(verb) in TOPICAL and lemma_of(head) in wordset("verbal.only_asked")
    )


def _supposed(verb: Token) -> bool:
    """Inside "whether ..." or "if ..." nothing is reported as said."""
    token = verb
    for _ in range(3):
        mark = child(token, "mark")
        if mark is not None and mark.lower_ in ("whether", "if", "unless"):
            return True
        if token.dep_ in ("ROOT", "parataxis") or (token.dep_ == "advcl" and token is not verb):
            return False
        token = token.head
    return False
