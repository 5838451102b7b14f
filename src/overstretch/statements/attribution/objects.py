"""Statements whose content is an object: "described X as Y", "called X Y", "warned of X", "announced X"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import (
    HEARERS,
    LOOKS_LIKE_TIME,
    TOPICAL,
    VENUES,
    Finding,
    Said,
    says_something,
    stretch,
)
from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.syntax.grammar import (
    child,
    children,
    has,
    is_finite,
    is_infinitive,
    is_modal,
    kind_of,
    lemma_of,
    negated,
    preposition,
    runs,
    subtree,
    under,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def object_of(verb: Token) -> Token | None:
    """The object behind a verb; parsers also call a stray word before it so."""
    found = children(verb, "dobj")
    return next((t for t in found if t.i > verb.i), found[0] if found else None)


def as_or_object(said: Said) -> Finding | None:
    verb, cue = said.verb, said.cue
    thing = object_of(verb)
    if "as" in cue.frames and said.accepts("as"):
        at = child(verb, "prep") if thing is None else None
        if at is not None and at.lower_ in ("to", "at", "on") and verb.lemma_ in ("point", "look"):
            thing = child(at, "pobj")
        if thing is not None and (found := as_complement(verb, thing)):
            return said.made("as", stretch([*subtree(thing), *found]), found[0])
    if "to" in cue.frames and verb.lemma_ == "point" and said.accepts("to"):
        thing = child(preposition(verb, "to"), "pobj")
        if thing is not None and (found := as_complement(verb, thing)):
            return said.made("as", stretch([*subtree(thing), *found]), thing)
    if "at" in cue.frames and thing is not None and said.accepts("at"):
        at = next((p for p in children(verb, "prep") if p.lower_ == "at" and p.i > thing.i), None)
        if at is None and lemma_of(verb) == "put":  # "put the odds of a coup before May at one in nine"
            behind = verb.doc[thing.i + 1 : verb.sent.end]
            at = next((t for t in behind if t.lower_ == "at" and any(n.like_num for n in t.doc[t.i : t.i + 4])), None)
        if at is not None and any(t.like_num or t.ent_type_ in ("MONEY", "PERCENT", "CARDINAL") for t in at.subtree):
            return said.made("as", stretch([*subtree(thing), *subtree(at)]), thing)
    if "oprd" in cue.frames and said.accepts("oprd"):
        return _small_clause(said, thing)
    return None


def beyond(verb: Token, clause: Token) -> bool:
    """Whether a semicolon stands between a verb and a clause behind it."""
    return has(verb.doc[verb.i : clause.i], word=";")


def as_complement(verb: Token, thing: Token | None) -> list[Token]:
    """The tokens of "as Y" under a verb or its object."""
    for holder in (verb, thing):
        for word in children(holder, "prep", "mark", "advmod") if holder is not None else []:
            if word.lower_ == "as" and word.i > verb.i and (child(word, "pobj", "pcomp", "amod", "acomp") is not None):
                return subtree(word)
    for clause in children(verb, "advcl"):
        mark = next((t for t in children(clause, "mark", "advmod") if t.lower_ == "as"), None)
        if mark is not None and child(clause, "nsubj") is None and clause.i > verb.i:
            return subtree(clause)
    return []


def _small_clause(said: Said, thing: Token | None) -> Finding | None:
    verb = said.verb
    clauses = children(verb, "oprd", "xcomp", "ccomp", "acomp")
    complement = next((c for c in clauses if c.i > verb.i and not beyond(verb, c)), None)
    if complement is None and thing is not None and verb.lemma_ == "call" and (called := _taken_together(thing)):
        return said.made("oprd", stretch(called), thing)
    if complement is None and thing is not None and (quoted := _quoted_behind(verb, thing)):
        return said.made("oprd", [(thing.left_edge, quoted)], thing)
    if complement is None or is_infinitive(complement) or (complement.dep_ != "oprd" and is_finite(complement)):
        return None
    if complement.tag_ in ("VBG", "VB") or said.unit.quoted(complement):
        return None
    thing = thing or child(complement, "nsubj")
    tokens = subtree(complement)
    if thing is not None:
        if thing.i < verb.i:
            return None
        tokens = [*subtree(thing), *tokens]
    elif verb.lemma_ != "call":
        return None
    content = [(tokens[0], tokens[-1])] if tokens[0].lower_ == "that" else stretch(tokens)  # that “guesswork”
    return said.made("oprd", content, complement)


def _taken_together(thing: Token) -> list[Token]:
    """The words of "such claims inventions" and "the estimate “fantasy”", which parsers take for one noun phrase."""
    tokens = subtree(thing)
    if thing.tag_ == "NN" and tokens[0].lower_ in ("this", "that") and tokens[0].nbor(-1).dep_ == "ROOT":
        return tokens  # "calls this nonsense"
    at = next((n for n, t in enumerate(tokens) if t.head == thing and t.dep_ in ("compound", "nmod")), 0)
    if at == 0:
        return []
    first, behind = tokens[at], tokens[at + 1]
    several = first.tag_ == "NNS" and behind == thing and tokens[0].lower_ in ("such", "these", "those", "all")
    return tokens if several or behind.is_quote else []


def _quoted_behind(verb: Token, thing: Token) -> Token | None:
    """The last word of a quoted name right behind an object ("branded the plan “smoke and mirrors”")."""
    doc, end = verb.doc, verb.sent.end
    if thing.i <= verb.i or thing.i + 2 >= end or not doc[thing.i + 1].is_quote:
        return None
    close = next((t for t in doc[thing.i + 2 : min(end, thing.i + 14)] if t.is_quote), None)
    return close.nbor(-1) if close is not None and close.i > thing.i + 2 else None


def with_preposition(said: Said) -> Finding | None:
    verb, cue = said.verb, said.cue
    frames = cue.frames & wordset("objects.prepositions")
    for word in children(verb, "prep", "dative"):
        frame = word.lower_
        thing = child(word, "pobj", "pcomp")
        appeal = frame == "to" and lemma_of(verb) == "appeal"
        if (
            (frame not in frames and not appeal)
            or thing is None
            or word.i < verb.i
            or not said.accepts("for" if appeal else frame)
        ):
            continue
        if thing.lemma_.lower() in wordset("objects.preposition"):
            continue
        hearer = frame == "to" and kind_of(thing) is not None and verb.lemma_ != "refer"
        if hearer and lemma_of(verb) == "appeal" and (asked := _asked(verb, thing)) and said.accepts("for"):
            return said.made("objinf", stretch(asked[1]), asked[0])
        timed = frame != "of" and thing.ent_type_ in LOOKS_LIKE_TIME
        if (timed or hearer) and kind_of(thing) not in ("commitment", "document"):
            continue
        tokens = subtree(thing)
        if thing.ent_type_ in LOOKS_LIKE_TIME:  # "speaks of three years until an attack is possible"
            tokens = list(itertools.takewhile(lambda t: t.text != ";", verb.doc[thing.left_edge.i : verb.sent.end]))
        if frame == "on" and kind_of(thing) in HEARERS:
            clause = child(verb, "xcomp", "advcl", "ccomp") or child(thing, "acl", "relcl")
            if clause is None or not is_infinitive(clause):
                continue
            tokens = [*tokens, *subtree(clause)]
        elif frame in ("to", "for") and (clause := child(verb, "xcomp", "advcl")) is not None:
            joined = clause.i > thing.i and not has(verb.doc[thing.i : clause.i], word=",")
            tokens += subtree(clause) if joined and is_infinitive(clause) else []
        force = cue.within(frame).force
        tokens = [*tokens, *following(verb, thing, dated=True)] if force == "commit" else tokens
        full = force in ("commit", "warn") or frame in ("for", "on") or thing.pos_ == "VERB"
        accuses, whom = lemma_of(verb) == "accuse", object_of(verb)
        given = whom is not None and verb.i < whom.i < word.i and any(t.like_num for t in whom.subtree)
        if whom is not None and (accuses or (given and force == "commit" and frame == "for")):
            tokens = [*subtree(whom), *word.subtree]  # "earmarks 12 billion for that purpose"
        accused = accuses and thing.tag_ == "VBG"
        form = (
            "indirect" if accused or (full and says_something(tokens) and lemma_of(verb) not in TOPICAL) else "reported"
        )
        form = "nominal" if force == "commit" else form
        return said.made(frame, stretch(tokens), thing, 6, form=form)
    return None


def _asked(verb: Token, hearer: Token) -> tuple[Token, list[Token]] | None:
    """The clause in "appealed to all parties not to give in", with those who are asked."""
    for clause in [*children(verb, "xcomp", "advcl", "ccomp"), *children(hearer, "acl", "relcl")]:
        if is_infinitive(clause) and clause.i > hearer.i:
            return clause, [*subtree(hearer), *subtree(clause)]
    return None


def plain_object(said: Said) -> Finding | None:
    verb, cue = said.verb, said.cue
    thing = object_of(verb)
    if thing is None or thing.i < verb.i or thing.ent_type_ in LOOKS_LIKE_TIME or not said.accepts("np"):
        gerund = child(verb, "xcomp", "ccomp")
        wanted = gerund is not None and "gerund" in cue.frames and gerund.tag_ == "VBG" and gerund.i > verb.i
        if gerund is not None and wanted and said.accepts("gerund"):
            return said.made("gerund", runs(subtree(gerund)), gerund)
        return None
    if "np" not in cue.frames or (thing.pos_ == "PRON" and thing.lower_ in ("himself", "itself", "themselves")):
        return None
    if said.unit.holds_quotation(thing.subtree):
        return None
    if any(t.lower_ == "as" and child(t, "pcomp") is not None for t in children(verb, "prep")) and cue.force == "cite":
        return None
    if thing.lower_ in wordset("objects.plain_object") and cue.within("np").force == "assert":
        return None
    force, modal = cue.within("np").force, cue.within("np").modality
    if force == "cite" and kind_of(thing) == "person":
        return None  # "citing a source": through whom it was learnt
    if force == "evaluate" and is_modal(verb):
        return None  # "will attack one of them": nobody has judged yet
    tokens = [*subtree(thing), *following(verb, thing, dated=force == "commit")]
    noun = lexicon().nouns.get(thing.lemma_.lower())
    propositional = noun is not None and _noun_complement(thing)
    if noun is not None and propositional and noun.force == "commit" and force == "assert":
        force, modal = "commit", noun.modality
    if noun is not None and force == "deny" and child(thing, "poss") is None and (denied := _claim_denied(thing)):
        clause, content = denied
        return said.made("that", content, clause, 9, cue_tokens=[verb, thing], force="deny")
    accused = lemma_of(verb) == "accuse" and has(thing.subtree, "pcomp", tag="VBG")
    form = "indirect" if propositional or accused else "nominal" if force == "commit" else "reported"
    found = said.made("np", stretch(tokens), thing, 6 if propositional else 4, form=form)
    if not negated(verb):
        found.force, found.modality = force, modal
    return found


def _claim_denied(noun: Token) -> tuple[Token, list[tuple[Token, Token]]] | None:
    """The clause in "rejected claims that it had lied"."""
    for clause in children(noun, "acl", "relcl", "ccomp"):
        mark = next((t for t in clause.children if t.lower_ == "that" and t.tag_ == "IN"), None)
        if mark is not None:
            return clause, runs(under(clause, mark))[:1]
    return None


def _noun_complement(noun: Token) -> bool:
    """Whether a noun has a clause of its own: "intent to lower", "claim that it fell"."""
    return any(t.i > noun.i and has(t, word="to that") for t in children(noun, "acl", "relcl", "ccomp"))


def following(verb: Token, thing: Token, dated: bool) -> list[Token]:
    """Prepositional phrases right behind an object that the parse hangs on the verb ("a review in 2029")."""
    tokens: list[Token] = []
    edge = thing.right_edge.i
    for word in children(verb, "prep"):
        inner = child(word, "pobj", "pcomp")
        if word.i != edge + 1 or inner is None or word.lower_ not in wordset("objects.content_prepositions"):
            continue
        timed = any(t.ent_type_ in LOOKS_LIKE_TIME for t in word.subtree)
        if inner.lemma_.lower() in VENUES or (timed and not dated):
            break
        tokens.extend(word.subtree)
        edge = word.right_edge.i
    return tokens
