"""Statements marked by a phrase: "according to X", "in X's view", "if X is right"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import BODIES, Finding, cue_of
from overstretch.statements.lexicon import wordset
from overstretch.statements.names.canonical import places
from overstretch.statements.syntax.grammar import (
    VERBAL,
    child,
    children,
    first_with,
    has,
    kind_of,
    preposition,
    runs,
    subject,
    subtree,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(token: Token, unit: Unit) -> Finding | None:
    """The clause that an "according to X" or "in X's view" belongs to, without the phrase itself."""
    if token.lower_ == "if":
        return _if_believed(token, unit)
    if token.lower_ == "as":
        return (_as_someone_said if token.i == token.sent.start else _as_shown)(token, unit)
    if token.lower_ == "according":
        source = source_of(token)
        source = child(source, "poss") or source if source is not None and kind_of(source) is None else source
        phrase = list(token.doc[token.i : token.i + 2])
    else:
        source = viewer(token)
        phrase = [token]
    foreign = source is not None and has(source, "compound", pos="PROPN")  # "the Cour des comptes"
    if source is None or not (kind_of(source) or foreign or source.tag_ in ("PRP$", "PRP")):
        return None
    if token.sent[-1].text == ":":
        return None  # "put it in her own words:" leads in what follows
    if source.pos_ == "NOUN" and source.lemma_.lower() in wordset("phrases.plans"):
        return None
    head = token.head
    for _ in range(12):
        whole = head.pos_ in ("VERB", "AUX") and head.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        if whole or head.head is head:
            break
        head = head.head
    under = {t.i for t in token.subtree}
    tokens = [t for t in subtree(head, without={token.i}) if t.i not in under]
    found = Finding(unit, phrase, source, runs(tokens), head, 3, frame="according to")
    return None if unit.holds_quotation(tokens) else found


def _as_someone_said(token: Token, unit: Unit) -> Finding | None:
    """ "As X has observed, Y": by the words' order, since parsers take "as" for "like" here."""
    sentence = token.sent
    comma = first_with(sentence, word=",")
    if comma is None or comma.i - token.i > 14 or comma.i + 2 >= sentence.end:
        return None
    verbs = [t for t in token.doc[token.i + 1 : comma.i] if _puts_it(t)]
    if len(verbs) != 1 or verbs[0].tag_ not in ("VBZ", "VBD", "VBN", "VBP"):
        return None
    before = reversed(token.doc[token.i + 1 : verbs[0].i])
    source = child(verbs[0], "nsubj") or first_with(before, pos="PROPN NOUN PRON")
    rest = list(token.doc[comma.i + 1 : sentence.end])
    root = first_with(rest, pos=VERBAL)
    if source is None or kind_of(source) is None or root is None or unit.holds_quotation(rest):
        return None
    told = token.doc[verbs[0].i + 1 : comma.i]
    citing = first_with(told, word="citing quoting")
    more = has(told[: citing.i - told.start] if citing is not None else told, pos="VERB NOUN")
    return None if more else Finding(unit, verbs, source, runs(rest), root, 7)


def _puts_it(verb: Token) -> bool:
    """Whether a verb may stand behind "as": one that takes a clause, or "put it"."""
    cue = cue_of(verb)
    return (cue is not None and "that" in cue.frames) or (verb.lemma_ == "put" and has(verb, "dobj", "it"))


def _as_shown(token: Token, unit: Unit) -> Finding | None:
    """ "X, as the economist Anna Example has shown": parsers take what she is for what "as" stands with."""
    verb = child(child(token, "pobj"), "relcl")
    cue = cue_of(verb) if verb is not None and token.nbor(-1).text == "," else None
    if verb is None or cue is None or "that" not in cue.frames or child(verb, "dobj", "ccomp", "mark") is not None:
        return None
    source = subject(verb)
    tokens = subtree(token.head, without={token.i})
    if source is None or kind_of(source) not in BODIES or unit.holds_quotation(tokens):
        return None
    return Finding(unit, [verb], source, runs(tokens), token.head, 7)


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
    tokens = subtree(clause.head, without={clause.i})
    if clause.dep_ != "advcl" or source is None or kind_of(source) not in BODIES or unit.holds_quotation(tokens):
        return None
    return Finding(unit, [verb], source, runs(tokens), clause.head, 7)


def viewer(token: Token) -> Token | None:
    """X in "in X's view", "to X's mind" and "in the view of X", in "For Anna Example, time is short" and "To her, ..."."""
    view = child(token, "pobj") if token.lower_ in ("in", "by", "to", "for") and token.dep_ == "prep" else None
    if view is None:
        return None
    if view.lower_ in wordset("phrases.views"):
        return child(view, "poss") or child(preposition(view, "of"), "pobj")
    return view if token.lower_ in ("to", "for") and _holds_so(token, view) else None


def _holds_so(token: Token, who: Token) -> bool:
    """Whether a sentence opens with the one in whose eyes its clause holds, in the present tense."""
    verb, end = token.head, token.right_edge.i + 1
    named = who.ent_type_ in ("PERSON", "ORG") and who.text not in places()
    personal = token.lower_ == "to" and who.lower_ in ("him", "her", "them")
    now = verb.tag_ in ("VBZ", "VBP") or has(verb, "aux auxpass", tag="VBZ VBP MD")
    opens = token.i == token.sent.start and end < token.sent.end and token.doc[end].text == ","
    return (named or personal) and now and opens


def source_of(token: Token) -> Token | None:
    """X in "according to X"."""
    to = first_with(token, "prep pcomp dep mark", "to")
    found = child(to, "pobj", "dobj") if to is not None else child(token, "pobj")
    if found is None and token.i + 2 < len(token.doc):
        after = token.doc[token.i + 2 : min(token.i + 9, token.sent.end)]
        found = next(
            (t for t in after if t.pos_ in ("PROPN", "NOUN") and t.dep_ not in ("compound", "amod", "poss")), None
        )
    return found
