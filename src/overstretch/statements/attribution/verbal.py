"""Statements whose cue is a verb, also in the passive: "is seen as", "was told that"; the rules in the order in which
they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.attribution.clauses import (
    clause_in_headline,
    complement_clause,
    parenthetical,
    to_infinitive,
)
from overstretch.statements.attribution.finding import (
    BODIES,
    HEARERS,
    LOOKS_LIKE_TIME,
    TOPICAL,
    Finding,
    Said,
    cue_of,
    stretch,
)
from overstretch.statements.attribution.objects import as_complement, as_or_object, plain_object, with_preposition
from overstretch.statements.lexicon import Cue, wordset
from overstretch.statements.syntax.grammar import (
    agent,
    can_be_subject,
    child,
    children,
    has,
    is_infinitive,
    is_modal,
    is_passive,
    kind_of,
    lemma_of,
    negated,
    preposition,
    runs,
    subtree,
    under,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive_statement(verb: Token, cue: Cue, unit: Unit) -> Finding | None:
    by = agent(verb)
    if by is not None and any(t.ent_type_ in LOOKS_LIKE_TIME for t in by.subtree):
        by = None  # "by the middle of 2028 ... is meant to"
    thing = child(verb, "nsubjpass")
    if thing is None and verb.dep_ == "conj":
        thing = child(verb.head, "nsubjpass")
    if thing is None:
        return None
    if cue.lemma == "accuse" and (of := preposition(verb, "of")) is not None:
        tokens = under(of, of)
        return _agentless(verb, cue, unit, by, tokens, "of", thing) if tokens else None
    plain = not as_complement(verb, None) and child(verb, "oprd", "xcomp") is None
    named, asked = cue.of_frame.get("np"), cue.of_frame.get("objinf")
    if plain and can_be_subject(by, "speaker") and named and named.force in ("evaluate", "deny", "assert"):
        about = subtree(thing, without={t.i for t in children(thing, "relcl")})
        made = _agentless(verb, cue, unit, by, about, "np", None, thing)
        made.form = "indirect" if named.modality else "reported"
        return made
    if "as" in cue.frames and (found := as_complement(verb, None)):
        return _agentless(verb, cue, unit, by, found[1:], "as", thing)
    if "oprd" in cue.frames and (complement := child(verb, "oprd")) is not None and complement.i > verb.i:
        if complement.pos_ == "PROPN" and cue.lemma in wordset("speakers.named"):
            return None  # "the bridge is called Hope"
        return _agentless(verb, cue, unit, by, subtree(complement), "oprd", thing)
    clause = child(verb, "xcomp", "ccomp", "advcl")
    if clause is None or clause.i <= verb.i:
        return None
    if not is_infinitive(clause) and "that" in cue.frames:
        told = cue.lemma in wordset("finding.told") and by is not None
        if thing.lower_ == "it" or thing.dep_ == "expl" or told:
            return _agentless(verb, cue, unit, by, subtree(clause), "that", None, clause)
    if is_infinitive(clause) and cue.frames & {"that", "inf", "objinf"}:
        if asked and asked.modality == "should" and by is None:
            return None
        tokens = [*subtree(thing), *subtree(clause)]
        return _agentless(verb, cue, unit, by, tokens, "inf", None, clause, joined=False)
    return None


def _agent_behind(tokens: list[Token]) -> tuple[Token | None, list[Token]]:
    """ "hailed as a success by state media": the agent at the end of what it is hailed as."""
    for word in tokens:
        if word.lower_ == "by" and word.dep_ in ("prep", "agent"):
            found = child(word, "pobj")
            if found is not None and kind_of(found) in HEARERS and word.right_edge.i == max(t.i for t in tokens):
                return found, [t for t in tokens if t.i < word.i]
    return None, tokens


def _agentless(
    verb: Token,
    cue: Cue,
    unit: Unit,
    by: Token | None,
    tokens: list[Token],
    frame: str,
    about: Token | None,
    root: Token | None = None,
    joined: bool = True,
) -> Finding:
    if by is None and joined:
        by, tokens = _agent_behind(tokens)
    aux = [t for t in children(verb, "auxpass", "aux") if t.i == verb.i - 1]
    after = [verb.doc[verb.i + 1]] if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ == "as" else []
    return Said(verb, cue, unit, by).made(
        frame,
        stretch(tokens) if joined else runs(tokens),
        root or (tokens[0] if tokens else verb),
        7,
        form="indirect" if by is not None else "agentless",
        about=next(iter(stretch(subtree(about))), None) if about is not None else None,
        cue_tokens=[*aux, verb, *after],
    )


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
    source = _heard_from(verb) or understood_subject(verb)
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
    if has(verb, "mark", "after before since until") and cue.within("inf").force == "commit":
        return None  # "It closed after the council decided to sell": only the time
    if verb.head.lower_ == "for" and lemma_of(verb) == "call":
        return None  # "lost his seat for calling it a lie"
    meets = lemma_of(verb.head) in wordset("agenda.meets") and is_infinitive(verb)
    ahead = cue.within("inf").force == "commit" or lemma_of(verb) in wordset("finding.calls")
    led = verb.head if verb.dep_ == "conj" and not has(verb, "aux nsubj") else verb
    if meets or (ahead and has(led, "aux", "will ’ll 'll")):
        return None  # "leaders meet to decide", "they will agree and call it a success": not yet
    said = Said(verb, cue, unit, source)
    return next((found for rule in RULES if (found := rule(said)) is not None), None)


def _heard_from(verb: Token) -> Token | None:
    """Who says what the author hears: "We hear from friends that ..."."""
    giver = child(preposition(verb, "from"), "pobj") if lemma_of(verb) in ("hear", "learn") else None
    return giver if giver is not None and kind_of(giver) in BODIES else None


def _only_asked(verb: Token) -> bool:
    """ "asked to comment", "refrained from commenting": nothing was said."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return (
        verb.dep_ in ("xcomp", "pcomp") and lemma_of(verb) in TOPICAL and lemma_of(head) in wordset("verbal.only_asked")
    )


def _supposed(verb: Token) -> bool:
    """Inside "whether ..." or "if ..." nothing is reported as said, nor in what somebody is asked for."""
    token = verb
    while token.dep_ in wordset("verbal.inside"):
        token = token.head
        if lemma_of(token) == "ask" and token.i < verb.i:
            return True
    token = verb
    for _ in range(3):
        mark = child(token, "mark")
        if mark is not None and mark.lower_ in ("whether", "if", "unless"):
            return True
        if token.dep_ in ("ROOT", "parataxis") or (token.dep_ == "advcl" and token is not verb):
            return False
        token = token.head
    return False
