"""Who and what an article speaks of, for the pronouns and epithets behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import is_given, known_person, places
from overstretch.statements.names.people import People, person_name
from overstretch.statements.names.speakers import heads, name_of
from overstretch.statements.syntax.grammar import child, has, is_modal, kind_of, lemma_of, subject
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def note_subjects(unit: Unit, people: People) -> None:
    """Remember the subjects of main clauses, for the pronouns behind them."""
    for token in unit.doc:
        at, quoted = unit.origin(token.idx), unit.quoted(token) is not None
        over = token.head.head
        by = token.head.dep_ == "agent" and over.lemma_ not in wordset("speakers.asking")
        if token.dep_ == "pobj" and by and kind_of(token) == "person" and not quoted:
            people.note(at, name_of(token, people, unit), "person")
        full = person_name(token) if token.dep_ != "compound" and not quoted else None
        if full is not None and (token.ent_type_ == "PERSON" or full in people.names):
            people.mentioned.append((at, people.full(full)))
        if not quoted and (introduced := _introduced(token, people, unit)) is not None:
            people.note(at, introduced, noted_kind(token))
        if not quoted and _brought_in(token):
            people.note(at, name_of(token, people, unit), "organisation")
        fronted = token.head.dep_ == "ccomp" and token.head.i < token.head.head.i
        if token.dep_ not in ("nsubj", "nsubjpass") or not (
            token.head.dep_ in ("ROOT", "conj", "parataxis") or fronted
        ):
            continue
        named = child(token, "appos")  # "His wife, Anna, ..."
        kind = noted_kind(token) or ("person" if named is not None and named.ent_type_ == "PERSON" else "")
        paper = kind == "document" and token.tag_ == "NN"
        if (paper or kind in wordset("speakers.kept")) and token.lower_ not in ("ex", "former") and not quoted:
            canonical = "; ".join(dict.fromkeys(name_of(part, people, unit) for part in heads(token)))
            if canonical.lower() in wordset("plain.pronouns"):
                continue
            kind = "thing" if kind == "name" and _is_thing(token, canonical, people) else kind
            body = people.is_body(canonical) or (token.lemma_ in wordset("roles.bodies") and kind == "person")
            body = body or (kind == "name" and token.ent_type_ == "ORG" and has(token, word="the"))
            kind = "organisation" if body else kind
            kind = "place" if canonical in places().values() and _is_forecast(token.head) else kind
            people.note(at, canonical, kind)


def noted_kind(token: Token) -> str:
    """The kind under which somebody is remembered: several persons are "plural"."""
    kind = kind_of(token) or ""
    return "plural" if kind == "person" and token.tag_ in ("NNS", "NNPS") else kind


def _is_thing(token: Token, canonical: str, people: People) -> bool:
    """A place, or the first word of a sentence that was taken for a name: no person, for all that is told."""
    last = canonical.split()[-1]
    known = known_person(canonical) is not None or last in {part for name in people.names for part in name.split()}
    if known or is_given(canonical.split()[0]) or ";" in canonical:
        return False
    bare = token.is_sent_start and not token.ent_type_ and len(canonical.split()) == 1 and not canonical.isupper()
    return (token.ent_type_ in ("GPE", "LOC", "FAC") and canonical not in places().values()) or bool(bare)


def _introduced(token: Token, people: People, unit: Unit) -> str | None:
    """Whom a sentence brings in though he is not its subject: a full name where that is no other person ("It is a worry
    for Anna Example"), somebody without a name whom the author met ("I rang a friend who ...")."""
    apposed = token.dep_ == "appos" and kind_of(token.head) == "person"
    if (token.head if apposed else token).dep_ not in ("dobj", "pobj", "attr", "oprd"):
        return None
    who = subject(token.head) or subject(token.sent.root)
    met = who is not None and who.lower_ in ("i", "we")  # "I put it to Anna Example"
    thing = token.dep_ == "dobj" or (token.dep_ == "pobj" and token.lemma_.lower() not in wordset("scenes.seats"))
    aside = any(t.dep_ in ("relcl", "acl") for t in token.ancestors)
    if met and thing and not aside and kind_of(token) == "person" and (has(token, word="a an") or has(token, "nummod")):
        return name_of(token, people, unit)
    name = person_name(token)
    name = name if token.ent_type_ == "PERSON" or name in people.names else None
    personal = who is not None and not met and (kind_of(who) in ("person", "pronoun") or who.ent_type_ == "PERSON")
    told = name is not None and (len(name.split()) > 1 or apposed)  # "my friend Anna"
    return people.full(name) if name is not None and told and not personal else None


def _is_forecast(verb: Token) -> bool:
    """ "Norway is to grow by 1%": what somebody says of a state."""
    return lemma_of(verb) not in lexicon().verbs and (is_modal(verb) or (verb.lemma_ == "be" and has(verb, "xcomp")))


def _brought_in(token: Token) -> bool:
    """A body that a sentence on a thing ends on: "Better news comes from the central bank"."""
    who = subject(token.sent.root)
    on_a_thing = who is None or kind_of(who) is None
    from_it = token.dep_ == "pobj" and token.head.lower_ in ("from", "by") and has(token, word="the")
    return from_it and on_a_thing and kind_of(token) == "organisation" and token.tag_ in ("NN", "NNP")
