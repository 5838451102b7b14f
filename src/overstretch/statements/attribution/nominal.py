"""Statements whose cue is a noun: "X's warning that", "a call by X for", "expressed doubts about", "X's plans to"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from overstretch.statements.attribution.finding import BODIES, VENUES, Content, Finding, cue_of, says_something
from overstretch.statements.attribution.objects import following
from overstretch.statements.lexicon import Cue, lexicon, wordset
from overstretch.statements.syntax.grammar import (
    VERBAL,
    agent,
    can_be_subject,
    child,
    children,
    first_with,
    has,
    has_that,
    is_infinitive,
    is_passive,
    kind_of,
    negated,
    of_what,
    runs,
    subject,
    subtree,
    under,
    understood_subject,
)
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSESSIVES = wordset("nominal.possessives")
NONE = (("det", "no"), ("det", "neither"), ("det", "zero"), ("amod", "little"))


def find(noun: Token, unit: Unit) -> Finding | None:
    """The statement that a noun introduces, if it has both a content and a source."""
    if noun.lower_ == "fact":
        return _fact(noun, unit)
    cue = lexicon().nouns.get(noun.lemma_.lower())
    if cue is None or noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "amod") or _occasion(noun):
        return None
    verb = _light_verb(noun)
    source = _source(noun, verb)
    content, frame, root = _content(noun, cue, verb)
    if verb is not None and source is None:
        return None
    if not content:
        return _bare(noun, cue, unit, verb, source)
    if source is None:
        if frame != "that" or _denied(noun):
            return None
    elif not can_be_subject(source, "any") or (
        kind_of(source) == "document" and cue.force == "commit" and frame != "that"
    ):
        return None
    if verb is None and _only_a_topic(noun, cue, frame, root):
        return None
    none = any((t.dep_, t.lower_) in NONE for t in noun.children)
    force = "deny" if cue.force != "warn" and none ^ (verb is not None and negated(verb)) else cue.force
    deeper = lexicon().nouns.get(root.lemma_.lower()) if root is not None else None
    modality = cue.modality
    if deeper is not None and deeper.force == "commit" and force == "assert":
        force, modality = "commit", deeper.modality
    stated = frame in ("that", "inf") or says_something([t for a, b in content for t in noun.doc[a.i : b.i + 1]])
    form = "agentless" if source is None else "nominal" if stated or force == "commit" else "reported"
    words, priority = [noun] if verb is None else [verb, noun], 8 if verb is not None or frame == "that" else 5
    return Finding(unit, words, source, content, root, priority, force, form, f"noun {frame}", modality=modality)


def _fact(noun: Token, unit: Unit) -> Finding | None:
    """ "drew attention to the fact that ..."."""
    verb, clause = noun.head.head, child(noun, "acl")
    drawn = child(verb, "dobj")
    if noun.head.lower_ != "to" or drawn is None or drawn.lower_ != "attention" or clause is None:
        return None
    source = understood_subject(verb)
    if not has_that(clause) or not can_be_subject(source, "speaker"):
        return None
    return Finding(unit, [verb, drawn], source, runs(subtree(clause)), clause, 8)


def _denied(noun: Token) -> bool:
    """The object of a denial ("rejected suggestions that ..."), which is the statement."""
    cue = cue_of(noun.head) if noun.dep_ == "dobj" else None
    return cue is not None and cue.force == "deny"


def _occasion(noun: Token) -> bool:
    """Where it was said ("told reporters on a call that"): the clause belongs to the verb."""
    if noun.lemma_.lower() not in VENUES or noun.dep_ != "pobj":
        return False
    cue = cue_of(noun.head.head) if noun.head.lower_ in ("on", "in", "at", "during") else None
    return cue is not None and {"that", "quote"} <= cue.frames


def _only_a_topic(noun: Token, cue: Cue, frame: str, root: Token | None) -> bool:
    """A commitment named with a bare object ("NATO's commitment to defence") without a verb that makes it."""
    if frame in ("that", "inf"):
        return False
    if cue.force == "commit":
        return True
    if frame in wordset("nominal.only_a_topic"):
        held = cue_is_forecast(noun) and root is not None and any(c.isdigit() for t in root.subtree for c in t.text)
        plan = held or (root is not None and root.lemma_.lower() in lexicon().nouns)
        asked = cue.modality == "should" and frame == "for"
        return not (plan or asked or (root is not None and root.pos_ == "VERB") or cue.force == "warn")
    return False


def _light_verb(noun: Token) -> Token | None:
    head = noun.head
    if noun.dep_ == "conj" and head.dep_ == "dobj":
        head = head.head
    elif noun.dep_ not in ("dobj", "nsubjpass", "attr"):
        return None
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in POSSESSIVES:
        return None
    lemma = head.lemma_.lower()
    if head.pos_ != "VERB":
        return None
    pair = f"{lemma}_{noun.lemma_.lower()}" in wordset("nominal.pairs")
    if pair or lemma in lexicon().light or lemma in ("confirm", "emphasize"):
        return None if noun.dep_ == "nsubjpass" and not is_passive(head) else head
    return head if owner is not None and cue_is_forecast(noun) and lemma in ("affirm", "maintain", "keep") else None


def cue_is_forecast(noun: Token) -> bool:
    """A forecast, outlook or estimate, that a body "affirms" or "keeps"."""
    cue = lexicon().nouns.get(noun.lemma_.lower())
    return cue is not None and cue.modality == "will" and cue.force == "assert"


def _source(noun: Token, verb: Token | None) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in POSSESSIVES:
        return owner
    for word in children(noun, "prep", "agent"):
        if word.lower_ == "from" and word.i != noun.i + 1:
            continue
        if word.lower_ in ("by", "from") and (found := child(word, "pobj")) is not None and kind_of(found):
            return found
    if verb is not None:
        return agent(verb) if noun.dep_ == "nsubjpass" else understood_subject(verb)
    if (said := _possessor_behind(noun)) is not None:
        return said
    if owner is not None:
        doer = _doer_above(noun)
        return doer if doer is not None and kind_of(doer) in ("person", "name") else owner
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ == "NOUN":
        return child(head.head, "poss") if head.head.lemma_.lower() in lexicon().nouns else None
    return None


def _doer_above(noun: Token) -> Token | None:
    """Who "his" is in "doubled down on his claim", "made no secret of his view": the subject, where no other stands
    between."""
    current = noun
    while current.dep_ in ("pobj", "dobj") and current.head is not current:
        current = current.head.head if current.dep_ == "pobj" else current.head
        if current.pos_ == "VERB":
            return (
                subject(current)
                if current.lemma_.lower() in wordset("nominal.holds") and not negated(current)
                else None
            )
        if has(current, "poss"):
            return None
    return None


def _possessor_behind(noun: Token) -> Token | None:
    """The person in "the belief of officials that ..."."""
    holder = of_what(noun)
    if holder is None or kind_of(holder) not in BODIES:
        return None
    edge = max(t.i for t in (holder, *holder.lefts))
    behind = noun.doc[edge + 1] if edge + 1 < len(noun.doc) else None
    return holder if behind is not None and behind.lower_ == "that" else None


def _content(noun: Token, cue: Cue, verb: Token | None) -> tuple[Content, str, Token | None]:
    for clause in children(noun, "acl", "relcl", "ccomp", "appos"):
        if clause.i < noun.i:
            continue
        mark = next((t for t in clause.subtree if t.i > noun.i), clause)
        if "that" in cue.frames and mark.lower_ == "that" and _complete(clause, mark):
            return runs(under(clause, mark))[:1], "that", clause
        if "inf" in cue.frames and is_infinitive(clause):
            tokens = _before_main_verb(under(clause, noun))
            actor = next((t for t in children(noun, "prep") if t.lower_ == "for" and noun.i < t.i < clause.i), None)
            if actor is not None and (doer := child(actor, "pobj")) is not None:
                tokens = [*subtree(doer), *tokens]
            elif tokens[0].lower_ == "to":
                tokens = tokens[1:]
            return runs(tokens)[:1], "inf", clause
    if "that" in cue.frames and (found := _surface_that(noun)):
        return found
    if "inf" in cue.frames and verb is not None:
        behind = child(verb, "xcomp", "advcl")
        if behind is not None and behind.left_edge.i == noun.i + 1:
            return runs([t for t in behind.subtree if t.lower_ != "to" or t.i != noun.i + 1])[:1], "inf", behind
    for word in children(noun, "prep", "dative"):
        if word.lower_ in cue.frames and word.i > noun.i:
            thing = child(word, "pobj", "pcomp")
            if thing is None or (word.lower_ == "of" and kind_of(thing) == "name" and verb is None):
                continue
            tokens = subtree(thing)
            added = child(noun, "acl", "relcl")
            if added is not None and added.i > thing.i and is_infinitive(added):
                tokens = [*tokens, *subtree(added)]
            if verb is not None and cue.force == "commit":
                tokens = [*tokens, *following(verb, noun, dated=True)]
            return runs(tokens)[:1], word.lower_, thing
    return [], "", None


def _before_main_verb(tokens: list[Token]) -> list[Token]:
    """Without a finite verb and what follows it, where the parser took the sentence's verb into the clause."""
    for at, token in enumerate(tokens):
        bare = token.tag_ in ("VBD", "VBZ") and token.dep_ not in wordset("nominal.below_main_verb")
        if bare and at > 1 and not has(token, "nsubj nsubjpass aux mark"):
            return tokens[:at]
    return tokens


def _complete(clause: Token, mark: Token) -> bool:
    """A "that" clause rather than a relative clause ("the warning that he gave")."""
    if mark.dep_ == "mark" or mark.tag_ == "IN":
        return True
    own = has((t for t in clause.children if t != mark), "nsubj nsubjpass expl csubj")
    return own and has(clause, "dobj")


def _surface_that(noun: Token) -> tuple[Content, str, Token] | None:
    doc = noun.doc
    at = noun.i + 1
    for word in children(noun, "prep", "agent"):
        holder = child(word, "pobj")
        if word.i == at and word.lower_ in ("by", "of", "from") and holder is not None and kind_of(holder):
            at = max(t.i for t in (holder, *holder.lefts)) + 1
    if at >= len(doc) or doc[at].lower_ != "that" or (at == noun.i + 1 and doc[at].tag_ != "IN"):
        return None
    main = noun.head if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i > at else None
    stop = main.left_edge.i if main is not None else noun.sent.end
    if main is not None:
        stop = min([t.i for t in (main, *children(main, "aux", "auxpass", "neg")) if t.i > at])
    behind = doc[at + 1 : max(stop, at + 1)]
    tokens = list(itertools.takewhile(lambda t: t.text not in (",", ";", ")", "—", "–"), behind))
    root = first_with(tokens, pos=VERBAL)
    return (runs(tokens)[:1], "that", root) if root is not None else None


def _bare(noun: Token, cue: Cue, unit: Unit, verb: Token | None, source: Token | None) -> Finding | None:
    """ "others have voiced concerns": the noun alone is what is reported."""
    if verb is None or noun.dep_ != "dobj" or verb.lemma_ not in wordset("nominal.bare"):
        return None
    if cue.force == "commit" or cue_is_forecast(noun) or not can_be_subject(source, "speaker"):
        return None
    return Finding(unit, [verb, noun], source, runs([noun]), noun, 2, cue.force, "reported", "noun alone")
