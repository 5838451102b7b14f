"""Statements marked by a phrase: "according to X", "in X's view", "if X is right"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.cues import cue_of
from overstretch.statements.attribution.finding import Finding
from overstretch.statements.lexicon import wordset
from overstretch.statements.syntax.grammar import child, children, kind_of, preposition, runs, subject, subtree
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


VIEWS = wordset("phrases.views")


def find(token: Token, unit: Unit) -> Finding | None:
    """The clause that an "according to X" or "in X's view" belongs to, without the phrase itself."""
    if token.lower_ == "as" and token.i == token.sent.start:
        return _as_someone_said(token, unit)
    if token.lower_ == "if":
        return _if_believed(token, unit)
    if token.lower_ == "as":
        return _as_shown(token, unit)
    if token.lower_ == "according":
        source = source_of(token)
        phrase = [token, token.nbor()] if token.i + 1 < len(token.doc) else [token]
    else:
        source = _viewer(token)
        phrase = [token]
    if source is None or (kind_of(source) is None and source.tag_ not in ("PRP$", "PRP")):
        return None
    if token.sent[-1].text == ":":
        return None  # "put it in her own words:" leads in what follows
    if source.pos_ == "NOUN" and source.lemma_.lower() in ("plan", "schedule", "law"):
        return None
    head = token.head
    for _ in range(12):
        whole = head.pos_ in ("VERB", "AUX") and head.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        if whole or head.head is head:
            break
        head = head.head
    under = {t.i for t in token.subtree}
    tokens = [t for t in subtree(head, without={token.i}) if t.i not in under]
    if unit.holds_quotation(tokens):
        return None
    return Finding(unit, phrase, "assert", "indirect", "according to", source, runs(tokens), head, priority=3)


def _as_someone_said(token: Token, unit: Unit) -> Finding | None:
    """ "As X has observed, Y": by the words' order, since parsers take "as" for "like" here."""
    sentence = token.sent
    comma = next((t for t in sentence if t.text == ","), None)
    if comma is None or comma.i - token.i > 14 or comma.i + 2 >= sentence.end:
        return None
    verbs = [t for t in token.doc[token.i + 1 : comma.i] if (cue := cue_of(t)) is not None and "that" in cue.frames]
    if len(verbs) != 1 or verbs[0].tag_ not in ("VBZ", "VBD", "VBN", "VBP"):
        return None
    source = child(verbs[0], "nsubj") or next(
        (t for t in reversed(token.doc[token.i + 1 : verbs[0].i]) if t.pos_ in ("PROPN", "NOUN", "PRON")), None
    )
    rest = list(token.doc[comma.i + 1 : sentence.end])
    root = next((t for t in rest if t.pos_ in ("VERB", "AUX")), None)
    behind = token.doc[verbs[0].i + 1 : comma.i]
    if source is None or kind_of(source) is None or root is None or any(t.pos_ in ("VERB", "NOUN") for t in behind):
        return None
    if unit.holds_quotation(rest):
        return None
    return Finding(unit, verbs, "assert", "indirect", "that", source, runs(rest), root, priority=7)


def _as_shown(token: Token, unit: Unit) -> Finding | None:
    """ "X, as the economist Anna Example has shown": parsers take what she is for what "as" stands with."""
    verb = child(child(token, "pobj"), "relcl")
    cue = cue_of(verb) if verb is not None and token.nbor(-1).text == "," else None
    if verb is None or cue is None or "that" not in cue.frames or child(verb, "dobj", "ccomp", "mark") is not None:
        return None
    source = subject(verb)
    tokens = subtree(token.head, without={token.i})
    if source is None or kind_of(source) not in ("person", "organisation", "name") or unit.holds_quotation(tokens):
        return None
    return Finding(unit, [verb], "assert", "indirect", "that", source, runs(tokens), token.head, priority=7)


def _if_believed(token: Token, unit: Unit) -> Finding | None:
    """ "X, if the ministry's figures can be believed", "If the bank is right, X"."""
    clause = token.head
    verb = child(clause, "xcomp") or clause
    state = next((t for t in children(clause, "acomp") if not any(True for _ in t.rights)), None)
    trusted = verb.lemma_ in wordset("phrases.believed") and child(verb, "auxpass") is not None
    if not trusted and (state is None or state.lower_ not in wordset("phrases.borne_out")):
        return None
    source = child(clause, "nsubjpass", "nsubj")
    source = child(source, "poss") or source
    if clause.dep_ != "advcl" or source is None or kind_of(source) not in ("person", "organisation", "name"):
        return None
    tokens = subtree(clause.head, without={clause.i})
    if unit.holds_quotation(tokens):
        return None
    return Finding(unit, [verb], "assert", "indirect", "that", source, runs(tokens), clause.head, priority=7)


def _viewer(token: Token) -> Token | None:
    """X in "in X's view" and "in the view of X"."""
    if token.lower_ not in ("in", "by") or token.dep_ != "prep":
        return None
    view = child(token, "pobj")
    if view is None or view.lower_ not in VIEWS:
        return None
    return child(view, "poss") or child(preposition(view, "of"), "pobj")


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
