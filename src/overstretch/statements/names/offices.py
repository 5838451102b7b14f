"""Offices that stand apart from the names of their bearers: "It took the budget minister all night. [...] Anna Example
[...]", "I ask Anna Example. The state secretary says [...]"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import PRONOUNS, known_person, places, pronoun_of
from overstretch.statements.names.people import People, person_name
from overstretch.statements.names.roles import OFFICES, by_role
from overstretch.statements.names.speakers import mention_tokens
from overstretch.statements.syntax.grammar import child, children, has, kind_of, subject
from overstretch.statements.text.unit import Unit

if TYPE_CHECKING:
    from spacy.tokens import Token


def note_offices(units: list[Unit], people: People) -> None:
    """Give whom an article names without an office the one that it names without a person: right behind him in his
    paragraph, or in the paragraph before he is named, the first of all."""
    bodies = [unit for unit in units if unit.kind == "body"]
    for unit in bodies:
        for role in _roles(unit, people):
            if (name := _just_named(role, people)) is not None and _may_hold(name, role, people):
                people.roles.append((_words(role), name))
    _headed(units, people)
    first = next((n for n, unit in enumerate(bodies) if any(" " in (person_name(t) or "") for t in unit.doc)), 0)
    who = subject(next(bodies[first].doc.sents).root) if first else None
    if who is None or not _bare(who, people):
        return
    name, before = people.full(person_name(who) or ""), bodies[first - 1]
    for role in [t for t in _roles(before, people) if t.lemma_.lower() in lexicon().titles][:1]:
        pronouns = {t.lower_ for t in before.doc} & set(PRONOUNS)
        if _may_hold(name, role, people) and pronoun_of(name, people.roles) in (None, *(pronouns or PRONOUNS)):
            people.roles.append((_words(role), name))
            people.note(before.origin(role.idx), name, "person")


def _headed(units: list[Unit], people: People) -> None:
    """Who opens the text below a heading by his bare name bears the office that the heading names."""
    for over, unit in pairwise(u for u in units if u.quote is None):
        heading = over.kind == "headline" or (over.quotes and over.text.rstrip("*_ ")[-1].isalnum())
        who = subject(next(unit.doc.sents).root) if heading and unit.kind == "body" else None
        if who is None or not _bare(who, people):
            continue
        name = people.full(person_name(who) or "")
        for role in (t for t in over.doc if t.lemma_.lower() in OFFICES and not has(t, "appos")):
            if " " in _words(role) and _may_hold(name, role, people):
                people.roles.append((_words(role), name))


def _roles(unit: Unit, people: People) -> list[Token]:
    """The persons called "the" and what they are, whom the article gives no name."""
    one = (t for t in unit.doc if t.tag_ == "NN" and kind_of(t) == "person")
    one = (t for t in one if has(t, "det", "the") or (_owner(t) is not None and has(t, "compound")))
    odd = wordset("offices.of_another") | wordset("offices.of_all") | wordset("speakers.collectives")
    free = (t for t in one if not has(t, "appos relcl") and not has(t, word="prime"))
    free = (t for t in free if not has((c for c in t.children if c != _owner(t)), pos="PROPN"))
    named = (t for t in free if t.lemma_.lower() not in odd and unit.quoted(t) is None)
    return [t for t in named if by_role(_words(t), t, people, None, unit.origin(t.idx)) is None]


def _owner(role: Token) -> Token | None:
    """Whose officer somebody is by name ("the Greens' budget spokeswoman", "Norway's trade minister")."""
    owner = child(role, "poss")
    return owner if owner is not None and owner.pos_ == "PROPN" else None


def _words(role: Token) -> str:
    return "".join(t.text_with_ws for t in mention_tokens(role) if t.dep_ != "det").strip()


def _just_named(role: Token, people: People) -> str | None:
    """The person named last in front of a subject in its paragraph, as the subject of a sentence of his own or as whom
    the author meets; a state's officer ("Norway's trade minister") is not told to be he."""
    owner = _owner(role)
    if role.dep_ not in ("nsubj", "nsubjpass") or (owner is not None and owner.text in places()):
        return None
    before = [(t, people.full(name)) for t in role.doc[: role.sent.start] if (name := person_name(t)) is not None]
    if not before or " " not in before[-1][1] or before[-1][0].dep_ not in ("nsubj", "dobj"):
        return None
    token, name = before[-1]
    told = {word for what, other in people.roles if people.full(other) == name for word in what.lower().split()}
    alone, lemma = len({other for _, other in before}) == 1, role.lemma_.lower()
    leads = bool(told) and told <= wordset("roles.ranks") and lemma in wordset("offices.led")
    trade = lemma not in lexicon().titles | OFFICES
    if trade and any(t.lower_ != "at" for t in role.children if t.dep_ == "prep"):
        return None  # "the owner of the yard"
    once = trade and any(t.lower_ in wordset("offices.once") for t in role.children)  # "the former boxer"
    return name if once or (alone and (leads or _bare(token, people))) else None


def _bare(who: Token, people: People) -> bool:
    """Whether a person is named and nothing said of what he is but his training: he must have been told of before."""
    name = person_name(who)
    told = [set(what.lower().split()) for what, other in people.roles if other == name]
    told += [{t.lower_ for t in apposed.subtree} for apposed in children(who, "appos")]
    trades = all(what & wordset("scenes.callings") for what in told)
    more = has(who, "relcl acl") or has(who, "prep", "of from")
    return name is not None and " " in name and known_person(name) is None and trades and not more


def _may_hold(name: str, role: Token, people: People) -> bool:
    """Whether a role fits the pronoun that a person goes by."""
    pronouns = {pronoun_of(name, people.roles), pronoun_of("X", [(_words(role), "X")])} - {None}
    return len(pronouns) < 2
