"""Statements whose content is a clause: "said that ...", "pledged to ...", "..., X said", clauses in headlines."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import LOOKS_LIKE_TIME, Finding, Said, cue_of
from overstretch.statements.attribution.objects import beyond
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import (
    VERBAL,
    can_be_subject,
    child,
    children,
    first_with,
    has,
    has_that,
    is_finite,
    is_infinitive,
    is_modal,
    lemma_of,
    runs,
    subject,
    subtree,
    under,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def clause_in_headline(said: Said) -> Finding | None:
    """In a headline the clause behind a present-tense cue runs to the end: parsers fail on the clipped style."""
    verb, source = said.verb, said.source
    doc = verb.doc
    if said.unit.kind != "headline" or "that" not in said.cue.frames or verb.i == 0 or verb.i + 2 >= len(doc):
        return None
    topic = doc[verb.i + 1].lower_ in wordset("clauses.topic")
    if topic or verb.tag_ not in ("VBZ", "VBP", "VBD", "NNS", "VBN"):
        return None
    own = source if source is not None and source.i < verb.i else doc[verb.i - 1]
    if not can_be_subject(own, "speaker") or any(t.is_punct for t in doc[own.i : verb.i]):
        return None
    rest = list(itertools.takewhile(lambda t: t.text != ";", doc[verb.i + 1 :]))
    if len(rest) < 2:
        return None
    if rest[0].lower_ == "that":
        rest = rest[1:]
    modal = next((t for t in rest if t.tag_ == "MD" or t.lower_ in wordset("clauses.finite_in_headlines")), None)
    if modal is None or rest[0] is modal:
        return None
    behind = first_with(doc[modal.i + 1 : rest[-1].i + 1], pos="VERB") if modal.tag_ == "MD" else None
    return replace(said, source=own).made("that", runs(rest), behind or modal, 9)


def complement_clause(said: Said) -> Finding | None:
    verb, cue, unit = said.verb, said.cue, said.unit
    clauses = children(verb, "ccomp", "xcomp" if verb.lemma_ in ("say", "suggest") else "ccomp")
    for clause in sorted(clauses, key=lambda c: not (c.i > verb.i and has_that(c))):
        if not cue.frames & {"that", "quote"} or not said.accepts("that"):
            continue
        if unit.holds_quotation((clause, *clause.children)):
            continue
        relative = _relative_object(verb)
        has_mark = has_that(clause)
        if any(verb.i < c.i < clause.i and is_infinitive(c) for c in clauses):
            continue  # "expects debt to double, more than it was"
        if beyond(verb, clause) or has(verb.doc[clause.i : verb.i], word=": ; . —"):
            continue
        if not has_mark and clause.left_edge.tag_.startswith("W") and not relative:
            continue
        if not has_mark and not (is_finite(clause) or relative or _seen_happening(verb, clause)):
            continue
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ in ("whether", "if") and cue.force != "deny":
            continue
        if not (has_mark or relative) and _goes_on(verb, clause):
            continue
        more = _also_said(verb, clause)
        return said.made("that", runs([*subtree(clause, without={verb.i}), *more]), clause, 9)
    return _surface_that(said)


def _also_said(verb: Token, clause: Token) -> list[Token]:
    """The clause that goes on with what is said in front of "she expects": ", but no ally will leave"."""
    more = child(verb, "conj") if verb.dep_ == "ROOT" and clause.i < verb.i else None
    who = subject(more) if more is not None else None
    if more is None or who is None or cue_of(more) is not None or who.pos_ == "PRON":
        return []
    return subtree(more) if is_modal(more) or (verb.tag_ != "VBD" and more.tag_ in ("VBZ", "VBP")) else []


def _goes_on(verb: Token, clause: Token) -> bool:
    """ "Spain rejects 3.5%, will spend 2.1%": what a headline says next, without a subject of its own."""
    start = min(t.i for t in subtree(clause, without={verb.i}))
    return start > verb.i and subject(clause) is None and verb.doc[start - 1].text == ","


def _seen_happening(verb: Token, clause: Token) -> bool:
    """ "sees growth slowing"."""
    own = child(clause, "nsubj") if clause.tag_ == "VBG" else None
    return own is not None and own.i > verb.i and lemma_of(verb) in ("see", "expect", "envisage", "foresee")


def _relative_object(verb: Token) -> bool:
    """True for "..., who X said did Y": the relative pronoun belongs to the clause below."""
    return verb.dep_ == "relcl" and has(verb, "dobj nsubj", tag="WP WDT")


def _surface_that(said: Said) -> Finding | None:
    """The clause after "that" right behind the verb, where the parse hangs it elsewhere."""
    verb = said.verb
    if "that" not in said.cue.frames or not said.accepts("that") or verb.i + 1 >= len(verb.doc):
        return None
    sentence = verb.sent
    at = verb.i + 1
    told = next((t for t in verb.children if t.dep_ in ("dobj", "dative") and t.left_edge.i == at), None)
    if told is not None:
        at = told.i + 1
    if at < sentence.end and verb.doc[at].pos_ in ("ADP", "SCONJ") and verb.doc[at].lower_ != "that":
        while at < min(sentence.end, verb.i + 14) and _in_phrase(verb.doc[at]):
            at += 1
    while at < sentence.end and verb.doc[at].ent_type_ in LOOKS_LIKE_TIME | {"ORG"} and at < verb.i + 5:
        at += 1
    if at >= sentence.end or verb.doc[at].lower_ != "that" or verb.doc[at].tag_ not in ("IN", "WDT"):
        return None
    tokens = list(itertools.takewhile(lambda t: t.text != ";", verb.doc[at + 1 : sentence.end]))
    if not has(tokens, pos=VERBAL):
        return None
    return said.made("that", runs(tokens)[:1], next(filter(is_finite, tokens), tokens[0]), 6)


def _in_phrase(token: Token) -> bool:
    """Words of the place or occasion that may stand between a verb of saying and its "that"."""
    return token.lower_ != "that" and (token.tag_ == "PRP$" or token.pos_ not in ("VERB", "AUX", "PUNCT", "PRON"))


def to_infinitive(said: Said) -> Finding | None:
    verb, cue = said.verb, said.cue
    frames = cue.frames & {"inf", "objinf"}
    if "for" in cue.frames and (found := _for_someone_to(verb)) and said.accepts("for"):
        return said.made("for", runs(found[1]), found[0])
    if not frames:
        return None
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if not is_infinitive(clause) or clause.i < verb.i:
            continue
        own = child(clause, "nsubj")
        receiver = own or child(verb, "dobj", "dative")
        if receiver is not None and receiver.i < verb.i:
            receiver = None
        frame = "objinf" if receiver is not None and "objinf" in frames else "inf"
        if frame not in frames or (clause.dep_ == "advcl" and (frame != "objinf" or receiver is None)):
            continue
        if not said.accepts(frame) or (frame == "inf" and _has_prepositional_object(verb)):
            continue
        tokens = under(clause, verb)
        if frame == "objinf" and receiver is not None:
            tokens = [*subtree(receiver), *tokens]
        elif tokens and tokens[0].lower_ == "to":
            tokens = tokens[1:]
        silent = cue.lemma in wordset("plain.refused") and clause.lemma_.lower() in wordset("verbal.silent")
        if not tokens or silent or clause.lemma_.lower() in wordset("clauses.to_infinitive"):
            continue
        return said.made(frame, runs(tokens), clause)
    return None


def _for_someone_to(verb: Token) -> tuple[Token, list[Token]] | None:
    """ "is pushing for members to spend more": the clause behind "for"."""
    for clause in children(verb, "advcl", "xcomp", "ccomp"):
        mark = child(clause, "mark")
        own = child(clause, "nsubj")
        if mark is not None and mark.lower_ == "for" and own is not None and is_infinitive(clause) and mark.i > verb.i:
            return clause, [t for t in subtree(clause) if t.i != mark.i]
    return None


def _has_prepositional_object(verb: Token) -> bool:
    """True for "agreed to a deal to do": the infinitive belongs to the deal."""
    return any(p.lower_ == "to" and child(p, "pobj") is not None and p.i == verb.i + 1 for p in children(verb, "prep"))


def parenthetical(said: Said) -> Finding | None:
    """A bare "X said" inside or behind the sentence it reports, and "as X said"."""
    verb = said.verb
    own = child(verb, "nsubj")
    said = replace(said, source=own)
    if own is None or not said.cue.frames & {"that", "quote"}:
        return None
    found = own.lower_ == "it" and said.cue.lemma == "find" and verb.nbor().text == ","  # "then, it finds, ..."
    if not (found or said.accepts("that")):
        return None
    mark = child(verb, "mark", "advmod")
    as_said = mark is not None and mark.lower_ == "as" and verb.dep_ == "advcl"
    if not (verb.dep_ == "parataxis" or as_said) or child(verb, "ccomp", "xcomp") is not None:
        return None
    if child(verb, "dobj") is not None and lemma_of(verb) != "tell":
        return None
    edge = max([t.right_edge.i for t in verb.rights if t.dep_ in wordset("clauses.parenthetical")] or [verb.i])
    after = verb.doc[edge + 1] if edge + 1 < len(verb.doc) else None
    if not as_said and after is not None and not (after.is_punct or after.i >= verb.sent.end):
        return None
    head = verb.head
    if head.pos_ not in ("VERB", "AUX") or said.unit.holds_quotation(head.subtree):
        return None
    return said.made("that", runs(subtree(head, without={verb.i})), head, 7)
