"""Statements whose cue is a verb: complement clauses, infinitives, "X as Y", objects, and bare attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.finding import Finding
from overstretch.statements.grammar import (
    agent,
    can_be_subject,
    child,
    children,
    is_passive,
    kind_of,
    lemma_of,
    negated,
    runs,
    subtree,
    understood_subject,
)
from overstretch.statements.lexicon import Cue, lexicon
from overstretch.statements.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

FRAMES_OF_PREPOSITIONS = {"about", "of", "on", "to", "for", "against", "at", "with", "over", "in", "from", "toward"}
_CONTENT_PREPOSITIONS = {"for", "of", "in", "by", "against", "between", "within", "to", "from", "with", "over", "on"}
VENUES = {
    "meeting", "summit", "conference", "forum", "interview", "briefing", "session", "hearing", "speech", "address", "visit", "talk", "talks",
    "ceremony", "call", "congress", "debate", "trip", "event", "gathering", "statement", "post", "television", "radio", "podcast",
}  # fmt: skip
_FINITE_IN_HEADLINES = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "will",
    "would",
    "could",
    "can",
    "may",
    "might",
    "must",
    "should",
}
HEARERS = ("person", "organisation", "name", "pronoun")
LOOKS_LIKE_TIME = {"DATE", "TIME"}


def cue_of(verb: Token) -> Cue | None:
    """The lexicon's entry of a verb, with its particle where the pair has its own entry."""
    if verb.pos_ not in ("VERB", "AUX") and verb.tag_[:2] != "VB":
        return None
    words = lexicon()
    lemma = lemma_of(verb)
    particle = child(verb, "prt")
    if particle is not None and (lemma, particle.lower_) in words.particle_verbs:
        return words.particle_verbs[(lemma, particle.lower_)]
    if particle is not None and lemma not in ("point", "sum", "spell", "set", "lay"):
        return None
    return words.verbs.get(lemma)


def find(verb: Token, unit: Unit) -> list[Finding]:
    """All statements that a verb introduces (most often one)."""
    cue = cue_of(verb)
    if cue is None or verb.dep_ in ("aux", "auxpass", "amod", "compound"):
        return []
    if is_passive(verb):
        return _passive(verb, cue, unit)
    source = understood_subject(verb)
    if lemma_of(verb) in ("comment", "respond", "speak") and _only_asked(verb):
        return []
    for rule in (_headline, _clause, _infinitive, _as_or_object, _preposition, _object):
        found = rule(verb, cue, unit, source)
        if found:
            return found
    return _parenthetical(verb, cue, unit, source)


def _finding(verb: Token, cue: Cue, unit: Unit, source: Token | None, frame: str, **more) -> Finding:
    force = cue.force_of_frame.get(frame, cue.force)
    if negated(verb) and force in ("assert", "commit", "evaluate", "warn"):
        force = "deny"
    return Finding(
        unit,
        more.pop("cue_tokens", [verb]),
        force,
        more.pop("form", "indirect"),
        frame,
        source,
        modality=cue.modality_of_frame.get(frame, cue.modality),
        addressee=_addressee(verb),
        **more,
    )


def _accepts(cue: Cue, frame: str, source: Token | None) -> bool:
    return can_be_subject(source, cue.subject_of_frame.get(frame, cue.subject))


def _addressee(verb: Token) -> Token | None:
    if verb.lemma_.lower() in ("tell", "inform", "remind", "assure", "reassure", "warn", "advise", "notify", "brief"):
        found = child(verb, "dative", "dobj")
        if found is not None and found.i > verb.i and kind_of(found) in HEARERS:
            return found
    for to in children(verb, "prep", "dative"):
        if to.lower_ == "to" and (found := child(to, "pobj")) is not None and kind_of(found) in HEARERS:
            return found
    return None


def _is_finite(clause: Token) -> bool:
    if clause.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(t.dep_ in ("aux", "auxpass") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in clause.children)


def _is_infinitive(clause: Token) -> bool:
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in clause.children)


def _only_asked(verb: Token) -> bool:
    """ "asked to comment", "declined to comment": nothing was said."""
    head = verb.head
    return verb.dep_ == "xcomp" and lemma_of(head) in ("ask", "decline", "refuse", "invite", "press", "want", "wait")


def _headline(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    """In a headline the clause behind a present-tense cue runs to the end: parsers fail on the clipped style."""
    doc = verb.doc
    if unit.kind != "headline" or "that" not in cue.frames or verb.i == 0 or verb.i + 2 >= len(doc):
        return []
    if verb.tag_ not in ("VBZ", "VBP", "VBD", "NNS", "VBN") or doc[verb.i + 1].lower_ in (
        "of",
        "about",
        "on",
        "over",
        "for",
        "against",
        "to",
        "at",
    ):
        return []
    before = doc[verb.i - 1]
    own = source if source is not None and source.i < verb.i else before
    if not can_be_subject(own, "speaker") or any(t.is_punct for t in doc[own.i : verb.i]):
        return []
    rest = [t for t in doc[verb.i + 1 :]]
    if rest[0].lower_ == "that":
        rest = rest[1:]
    modal = next((t for t in rest if t.tag_ == "MD" or t.lower_ in _FINITE_IN_HEADLINES), None)
    if modal is None or rest[0] is modal:
        return []
    verbs = [t for t in rest if t.i > modal.i and t.pos_ == "VERB"] if modal.tag_ == "MD" else [modal]
    root = verbs[0] if verbs else modal
    return [_finding(verb, cue, unit, own, "that", content=runs(rest), root=root, priority=9)]


def _clause(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    frames = cue.frames & {"that", "quote"}
    for clause in children(verb, "ccomp", "xcomp" if verb.lemma_ in ("say", "suggest") else "ccomp"):
        if not frames or not _accepts(cue, "that", source):
            continue
        if unit.quotes and any(unit.quoted(t) for t in (clause, *clause.children)):
            continue
        has_mark = any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.children)
        relative = _relative_object(verb)
        if clause.i < verb.i and _parted(clause, verb):
            continue
        if not has_mark and not (_is_finite(clause) or relative or _seen_happening(verb, clause)):
            continue
        if child(clause, "mark") is not None and child(clause, "mark").lower_ in ("whether", "if"):  # type: ignore[union-attr]
            if cue.force != "deny":
                continue
        tokens = [t for t in subtree(clause, without={verb.i})]
        return [_finding(verb, cue, unit, source, "that", content=runs(tokens), root=clause, priority=9)]
    return _surface_that(verb, cue, unit, source)


def _parted(clause: Token, verb: Token) -> bool:
    """Whether a colon, semicolon or full stop stands between a clause in front and the verb."""
    return any(t.text in (":", ";", ".", "—") for t in verb.doc[clause.i : verb.i])


def _seen_happening(verb: Token, clause: Token) -> bool:
    """ "sees growth slowing"."""
    own = child(clause, "nsubj")
    return clause.tag_ == "VBG" and own is not None and own.i > verb.i and lemma_of(verb) in ("see", "expect", "envisage", "foresee")


def _relative_object(verb: Token) -> bool:
    """True for "..., who X said did Y": the relative pronoun belongs to the clause below."""
    return verb.dep_ == "relcl" and any(t.tag_ in ("WP", "WDT") and t.dep_ in ("dobj", "nsubj") for t in verb.children)


def _surface_that(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    """The clause after "that" right behind the verb, where the parse hangs it elsewhere."""
    if "that" not in cue.frames or not _accepts(cue, "that", source) or verb.i + 1 >= len(verb.doc):
        return []
    sentence = verb.sent
    at = verb.i + 1
    while at < sentence.end and verb.doc[at].ent_type_ in LOOKS_LIKE_TIME | {"ORG"} and at < verb.i + 5:
        at += 1
    if at >= sentence.end or verb.doc[at].lower_ != "that" or verb.doc[at].tag_ not in ("IN", "WDT"):
        return []
    tokens = [t for t in verb.doc[at + 1 : sentence.end]]
    content = runs(tokens)
    if not any(t.pos_ in ("VERB", "AUX") for t in tokens):
        return []
    root = next((t for t in tokens if _is_finite(t)), tokens[0])
    return [_finding(verb, cue, unit, source, "that", content=content[:1], root=root, priority=6)]


def _infinitive(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    frames = cue.frames & {"inf", "objinf"}
    if not frames:
        return []
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if not _is_infinitive(clause) or clause.i < verb.i:
            continue
        own = child(clause, "nsubj")
        receiver = own if own is not None else child(verb, "dobj", "dative")
        if receiver is not None and receiver.i < verb.i:
            receiver = None
        frame = "objinf" if receiver is not None and "objinf" in frames else "inf"
        if frame not in frames or (clause.dep_ == "advcl" and (frame != "objinf" or receiver is None)):
            continue
        if not _accepts(cue, frame, source) or (frame == "inf" and _has_prepositional_object(verb)):
            continue
        tokens = [t for t in subtree(clause) if t.i > verb.i]
        if frame == "objinf" and receiver is not None:
            tokens = [*subtree(receiver), *tokens]
        elif tokens and tokens[0].lower_ == "to":
            tokens = tokens[1:]
        if not tokens:
            continue
        return [_finding(verb, cue, unit, source, frame, content=runs(tokens), root=clause, priority=8)]
    return []


def _has_prepositional_object(verb: Token) -> bool:
    """True for "agreed to a deal to do": the infinitive belongs to the deal."""
    return any(p.lower_ == "to" and child(p, "pobj") is not None and p.i == verb.i + 1 for p in children(verb, "prep"))


def _as_or_object(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    thing = child(verb, "dobj")
    if "as" in cue.frames and _accepts(cue, "as", source):
        at = child(verb, "prep") if thing is None else None
        if at is not None and at.lower_ in ("to", "at", "on") and verb.lemma_ in ("point", "look"):
            thing = child(at, "pobj")
        found = _as(verb, thing)
        if thing is not None and found:
            tokens = [*subtree(thing), *found]
            return [_finding(verb, cue, unit, source, "as", content=_stretch(tokens), root=found[0], priority=8)]
    if "to" in cue.frames and verb.lemma_ == "point" and _accepts(cue, "to", source):
        to = next((p for p in children(verb, "prep") if p.lower_ == "to"), None)
        thing = child(to, "pobj") if to is not None else None
        found = _as(verb, thing)
        if thing is not None and found:
            tokens = [*subtree(thing), *found]
            return [_finding(verb, cue, unit, source, "as", content=_stretch(tokens), root=thing, priority=8)]
    if "at" in cue.frames and thing is not None and _accepts(cue, "at", source):
        at = next((p for p in children(verb, "prep") if p.lower_ == "at" and p.i > thing.i), None)
        if at is not None and any(t.like_num or t.ent_type_ in ("MONEY", "PERCENT", "CARDINAL") for t in at.subtree):
            tokens = [*subtree(thing), *subtree(at)]
            return [_finding(verb, cue, unit, source, "as", content=_stretch(tokens), root=thing, priority=8)]
    if "oprd" in cue.frames and _accepts(cue, "oprd", source):
        return _small_clause(verb, cue, unit, source, thing)
    return []


def _as(verb: Token, thing: Token | None) -> list[Token]:
    """The tokens of "as Y" under a verb or its object."""
    for holder in (verb, thing):
        for word in children(holder, "prep", "mark", "advmod") if holder is not None else []:
            if word.lower_ == "as" and word.i > verb.i and (child(word, "pobj", "pcomp", "amod", "acomp") is not None):
                return subtree(word)
    for clause in children(verb, "advcl"):
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ == "as" and child(clause, "nsubj") is None and clause.i > verb.i:
            return subtree(clause)
    return []


def _stretch(tokens: list[Token]) -> list[tuple[Token, Token]]:
    found = runs(tokens)
    return [(found[0][0], found[-1][1])] if found else []


def _small_clause(verb: Token, cue: Cue, unit: Unit, source: Token | None, thing: Token | None) -> list[Finding]:
    complement = child(verb, "oprd", "xcomp", "ccomp", "acomp")
    if complement is None or complement.i < verb.i or _is_infinitive(complement) or _is_finite(complement):
        return []
    if complement.tag_ in ("VBG", "VB") or (unit.quotes and unit.quoted(complement)):
        return []
    thing = thing if thing is not None else child(complement, "nsubj")
    tokens = subtree(complement)
    if thing is not None:
        if thing.i < verb.i:
            return []
        tokens = [*subtree(thing), *tokens]
    elif verb.lemma_ != "call":
        return []
    return [_finding(verb, cue, unit, source, "oprd", content=_stretch(tokens), root=complement, priority=8)]


def _preposition(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    frames = cue.frames & FRAMES_OF_PREPOSITIONS
    for word in children(verb, "prep", "dative"):
        frame = word.lower_
        thing = child(word, "pobj", "pcomp")
        if frame not in frames or thing is None or word.i < verb.i or not _accepts(cue, frame, source):
            continue
        if thing.lemma_.lower() in ("condition", "behalf", "anonymity", "record", "phone", "telephone"):
            continue
        if thing.ent_type_ in LOOKS_LIKE_TIME or (frame == "to" and kind_of(thing) and verb.lemma_ != "refer"):
            if kind_of(thing) not in ("commitment", "document"):
                continue
        tokens = subtree(thing)
        if frame == "on" and kind_of(thing) in ("name", "person", "organisation", "pronoun"):
            clause = child(verb, "xcomp", "advcl", "ccomp") or child(thing, "acl", "relcl")
            if clause is None or not _is_infinitive(clause):
                continue
            tokens = [*tokens, *subtree(clause)]
        elif (
            frame in ("to", "for") and (clause := child(verb, "xcomp", "advcl")) is not None and _is_infinitive(clause)
        ):
            if clause.i > thing.i and not any(t.text == "," for t in verb.doc[thing.i : clause.i]):
                tokens = [*tokens, *subtree(clause)]
        force = cue.force_of_frame.get(frame, cue.force)
        tokens = [*tokens, *_following(verb, thing, dated=True)] if force == "commit" else tokens
        full = force in ("commit", "warn") or frame in ("for", "on") or thing.pos_ == "VERB"
        form = "indirect" if full and says_something(tokens) else "reported"
        form = "nominal" if force == "commit" else form
        return [_finding(verb, cue, unit, source, frame, content=_stretch(tokens), root=thing, priority=6, form=form)]
    return []


def says_something(tokens: list[Token]) -> bool:
    """Whether a phrase names an event or plan (a verb form, or a noun of change) rather than a topic only."""
    words = lexicon()
    return any(
        t.pos_ == "VERB"
        or t.lemma_.lower() in words.nouns
        or t.pos_ == "NUM"
        or t.lemma_.endswith(("tion", "ment", "rise"))
        for t in tokens
    )


def _object(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    words = lexicon()
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.ent_type_ in LOOKS_LIKE_TIME or not _accepts(cue, "np", source):
        gerund = child(verb, "xcomp", "ccomp")
        if gerund is not None and "gerund" in cue.frames and gerund.tag_ == "VBG" and gerund.i > verb.i:
            if _accepts(cue, "gerund", source):
                return [
                    _finding(verb, cue, unit, source, "gerund", content=runs(subtree(gerund)), root=gerund, priority=8)
                ]
        return []
    if "np" not in cue.frames or (thing.pos_ == "PRON" and thing.lower_ in ("himself", "itself", "themselves")):
        return []
    if unit.quotes and any(unit.quoted(t) for t in thing.subtree):
        return []
    force = cue.force_of_frame.get("np", cue.force)
    tokens = [*subtree(thing), *_following(verb, thing, dated=force == "commit")]
    noun = words.nouns.get(thing.lemma_.lower())
    propositional = noun is not None and _noun_complement(thing)
    modal = cue.modality_of_frame.get("np", cue.modality)
    if noun is not None and propositional and noun.force == "commit" and force == "assert":
        force, modal = "commit", noun.modality
    if noun is not None and force == "deny" and child(thing, "poss") is None and (found := _claim_denied(thing)):
        clause, content = found
        made = _finding(verb, cue, unit, source, "that", cue_tokens=[verb, thing], content=content, root=clause, priority=9)
        made.force = "deny"
        return [made]
    form = "indirect" if propositional else "nominal" if force == "commit" else "reported"
    priority = 6 if propositional else 4
    found = _finding(verb, cue, unit, source, "np", content=_stretch(tokens), root=thing, priority=priority, form=form)
    if found.force != "deny":
        found.force, found.modality = force, modal
    return [found]


def _claim_denied(noun: Token) -> tuple[Token, list[tuple[Token, Token]]] | None:
    """The clause in "rejected claims that it had lied"."""
    for clause in children(noun, "acl", "relcl", "ccomp"):
        mark = next((t for t in clause.children if t.lower_ == "that" and t.tag_ == "IN"), None)
        if mark is not None:
            return clause, runs([t for t in subtree(clause) if t.i > mark.i])[:1]
    return None


def _noun_complement(noun: Token) -> bool:
    """Whether a noun has a clause of its own: "intent to lower", "claim that it fell"."""
    return any(
        t.dep_ in ("acl", "relcl", "ccomp") and t.i > noun.i and any(w.lower_ in ("to", "that") for w in t.children)
        for t in noun.children
    )


def _following(verb: Token, thing: Token, dated: bool) -> list[Token]:
    """Prepositional phrases right behind an object that the parse hangs on the verb ("a review in 2029")."""
    tokens: list[Token] = []
    edge = thing.right_edge.i
    for word in children(verb, "prep"):
        inner = child(word, "pobj", "pcomp")
        if word.i != edge + 1 or inner is None or word.lower_ not in _CONTENT_PREPOSITIONS:
            continue
        timed = any(t.ent_type_ in LOOKS_LIKE_TIME for t in word.subtree)
        if inner.lemma_.lower() in VENUES or (timed and not dated):
            break
        tokens.extend(word.subtree)
        edge = word.right_edge.i
    return tokens


def _parenthetical(verb: Token, cue: Cue, unit: Unit, source: Token | None) -> list[Finding]:
    """A bare "X said" inside or behind the sentence it reports, and "as X said"."""
    own = child(verb, "nsubj")
    if own is None or not cue.frames & {"that", "quote"} or not _accepts(cue, "that", own):
        return []
    mark = child(verb, "mark", "advmod")
    as_said = mark is not None and mark.lower_ == "as" and verb.dep_ == "advcl"
    if not (verb.dep_ in ("parataxis",) or as_said) or child(verb, "dobj", "ccomp", "xcomp") is not None:
        return []
    edge = max([t.right_edge.i for t in verb.rights if t.dep_ in ("prep", "npadvmod", "advmod", "dative")] or [verb.i])
    after = verb.doc[edge + 1] if edge + 1 < len(verb.doc) else None
    if not as_said and after is not None and not (after.is_punct or after.i >= verb.sent.end):
        return []
    head = verb.head
    if head.pos_ not in ("VERB", "AUX") or (unit.quotes and any(unit.quoted(t) for t in head.subtree)):
        return []
    tokens = subtree(head, without={verb.i})
    return [_finding(verb, cue, unit, own, "that", content=runs(tokens), root=head, priority=7)]


def _passive(verb: Token, cue: Cue, unit: Unit) -> list[Finding]:
    by = agent(verb)
    thing = child(verb, "nsubjpass")
    if thing is None and verb.dep_ == "conj":
        thing = child(verb.head, "nsubjpass")
    if thing is None:
        return []
    if "as" in cue.frames and (found := _as(verb, None)):
        return [_agentless(verb, cue, unit, by, found[1:], "as", thing)]
    if "oprd" in cue.frames and (complement := child(verb, "oprd")) is not None and complement.i > verb.i:
        return [_agentless(verb, cue, unit, by, subtree(complement), "oprd", thing)]
    clause = child(verb, "xcomp", "ccomp", "advcl")
    if clause is not None and clause.i > verb.i and not _is_infinitive(clause) and "that" in cue.frames:
        if thing.lower_ == "it" or thing.dep_ == "expl":
            return [_agentless(verb, cue, unit, by, subtree(clause), "that", None, clause)]
        if cue.lemma in ("tell", "inform", "remind", "assure", "warn", "advise", "notify") and by is not None:
            return [_agentless(verb, cue, unit, by, subtree(clause), "that", None, clause)]
    if clause is not None and clause.i > verb.i and _is_infinitive(clause) and cue.frames & {"that", "inf", "objinf"}:
        if cue.subject_of_frame.get("objinf") and cue.modality_of_frame.get("objinf") == "should" and by is None:
            return []
        tokens = [*subtree(thing), *subtree(clause)]
        return [_agentless(verb, cue, unit, by, tokens, "inf", None, clause, joined=False)]
    return []


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
    about_run = (_stretch(subtree(about)) or [None])[0] if about is not None else None
    return _finding(
        verb,
        cue,
        unit,
        by,
        frame,
        content=_stretch(tokens) if joined else runs(tokens),
        root=root if root is not None else (tokens[0] if tokens else verb),
        form="indirect" if by is not None else "agentless",
        about=about_run,
        cue_tokens=[*aux, verb, *after],
        priority=7,
    )
