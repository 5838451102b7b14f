"""Speakers named by what they are: offices without a name, epithets ("the diplomat"), bodies ("the agency")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import (
    PARTICLES,
    SEATS,
    body_of,
    entries,
    holder,
    known_person,
    office_words,
    places,
    pronoun_of,
)
from overstretch.statements.names.people import People
from overstretch.statements.syntax.grammar import child, has, kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = wordset("roles.apart")
OFFICES = wordset("roles.offices")
_SPELLED = {"defense": "defence", "spokeswoman": "spokesman", "spokesperson": "spokesman", "economic": "economy"}


def by_role(bare: str, token: Token, people: People, owner: str | None, at: int) -> str | None:
    """A role without a name: the article's own bearer of it, else the office's holder at the article's date.

    `owner` is what "its" stands for in "its prime minister"; of several bearers the one last spoken of before the
    offset `at`."""
    pm = token.text == "PM"
    if (kind_of(token) != "person" and not pm) or token.tag_ == "NNS" or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if owner in places().values() and token.lemma_.lower() in OFFICES:
        bare = f"{owner} {bare}"
    bare = re.sub(r"\bPM\b", "Prime Minister", bare)
    wanted = _words(bare) - {"s", "former", "the", "of", "for"}
    wanted = wanted - {"official"} or wanted
    roles = [(_words(role) - wanted, people.full(name)) for role, name in people.roles if wanted <= _words(role)]
    # "the minister" is a deputy minister only where there is no other
    bearers = [name for more, name in roles if not _APART & (more - {"prime"})] or [name for _, name in roles]
    if bearers and wanted:
        last = next(iter(people.persons_before(at)), None)
        if last is not None and _is_trade(token, last, people):
            return last
        return next((name for name, _ in people.before(at) if name in bearers), bearers[0])
    return _by_office(bare, wanted, people) or _of_the_house(token, people, at)


def _of_the_house(token: Token, people: People, at: int) -> str | None:
    """ "The bank's chief economist" right behind a person without a role is that person."""
    owner = child(token, "poss")
    told, kind = next(iter(people.before(at)), ("", ""))
    known = any(people.full(other) == told for _, other in people.roles)
    house = owner is not None and kind_of(owner) == "organisation" and has(owner, word="the") and owner.is_lower
    return told if house and not known and kind in ("person", "name") and " " in told and is_name(told) else None


def _is_trade(token: Token, name: str, people: People) -> bool:
    """Whether "the economist" and no more may mean whom an article gives no role: anybody may have that trade."""
    alone = [t.lower_ for t in token.lefts] == ["the"] and not has(token, "prep")
    trade = token.lemma_.lower() in wordset("roles.epithets") and token.lemma_.lower() not in OFFICES
    told = any(people.full(other) == name for _, other in people.roles)
    return alone and trade and not told


def _by_office(bare: str, wanted: set[str], people: People) -> str | None:
    """The one person of the article who is said, or known, to hold an office that is named without a country."""
    body = body_of(bare)
    states = {word for name in (*places().values(), *SEATS) for word in name.lower().split()}
    core = wanted - states
    fits: dict[str, None] = {}
    if core & (OFFICES | wordset("roles.epithets")) and len(core) > 1:
        for role, name in people.roles:
            have = _words(role)
            known = known_person(name)
            other = (have & states) - wanted or (known is not None and body is not None and known.body != body)
            if core <= have and not other and not _APART & (have - core):
                fits[people.full(name)] = None
    words = office_words(bare)
    for name in people.names if words & OFFICES else ():
        for known in entries(name):
            there = people.when is None or known.held(people.when)
            if there and known.matches(words) and body in (None, known.body):
                fits[known.name] = None
    if len(fits) == 1:
        return next(iter(fits))
    person = holder(bare, people.when) if not fits and not people.other_holders() else None
    if person is not None:  # "Chancellor Anna Example [...] the German chancellor"
        told = ((_words(role), people.full(name)) for role, name in people.roles)
        own = {name for have, name in told if core <= have and not have & states and not _APART & (have - core)}
        if len(own) == 1:
            return own.pop()
    woman = pronoun_of(bare, []) == "she"  # "the Kremlin's spokeswoman" is not a man whom the table knows
    return person.name if person is not None and (not woman or person.pronoun == "she") else None


def epithet(token: Token, people: People, at: int, words: int, start: int) -> str | None:
    """ "the senior diplomat" is the person last spoken of; "the bank" the body of that name.

    `at` is the offset of the sentence, `words` the length of the mention, `start` the offset of the paragraph."""
    kind, lemma = kind_of(token), token.lemma_.lower()
    before = people.before(at)
    here = {name for place, name in people.mentioned if start <= place < at and " " in name}
    past = len(here) == 1 and people.persons_before(at)[:1] == [*here]  # "the former mayor" of whom a paragraph tells
    other = _APART - {"former", "ex"} if past else _APART
    owned = any(t.lower_ in other or t.dep_ in ("poss", "prep") for t in token.children)
    if lemma in wordset("roles.epithets") and token.tag_ != "NNS" and not owned:
        one = lemma in wordset("roles.ranks") or (lemma in OFFICES and has(token, "compound", pos="NOUN"))
        spoken = any(start <= place < at for place, _, _ in people.recent)
        alone = here if len(here) == 1 and not spoken else ()
        told = (n for n in (*alone, *people.persons_before(at, 4)) if is_name(n))
        nameless = {n for place, n, k in people.recent if start <= place < at and k == "person"} if not here else set()
        bare = [t.lower_ for t in token.lefts] == ["the"]  # "the senior diplomat" is another
        if len(nameless) == 1 and lemma in wordset("roles.general") and bare:
            return nameless.pop()  # "The ambassador said [...], the envoy added"
        land = {places()[t.text] for t in token.lefts if t.text in places()}  # "the Chinese envoy" is no Dane
        told = (n for n in told if n in here or not land - _lands(n, people))
        return next((n for n in told if not one or _may_be(n, lemma, people)), None)
    if kind == "document" and words == 2 and lemma not in ("data", "figure", "statistic"):
        return next((n for n, k in before if k == "document" and " " in n), None)
    bodies = (n for n, k in before if k not in ("person", "plural") and n[:1].isupper())
    same = [n for n in bodies if lemma in n.lower().split() and n.lower() != lemma]
    if lies(token):
        lands = {places()[w] for t in token.lefts for w in re.split("-", t.text) if w in places()}
        at_home = [
            (n, k) for n, k in before if not lands or not {places()[w] for w in n.split() if w in places()} - lands
        ]
        return _only_body(at_home) or next(iter(same), None)
    rating = words == 3 and has(token, "compound amod", " ".join(wordset("roles.of_bodies")))  # "the rating agency"
    if (kind == "organisation" or lemma in wordset("roles.bodies")) and (words == 2 or rating):
        return next(iter(same), None) or (_body_before(before, people) if lemma in wordset("roles.bodies") else None)
    return None


def lies(token: Token) -> bool:
    """Whether a body, or those who work for one, are called by their place ("the Oslo lender", "the Rome-based agency",
    "the Hamburg economists")."""
    lemma = token.lemma_.lower()
    staff = lemma in wordset("roles.staff") and token.tag_ == "NNS"
    before = [t for t in token.lefts if t.dep_ != "det"]
    place = "".join(t.text for t in before[-1].subtree) if len(before) == 1 else ""
    return (staff or kind_of(token) == "organisation" or lemma in wordset("roles.bodies")) and (
        place in places() or place.endswith("-based") or any(t.ent_type_ == "GPE" for t in before)
    )


def _only_body(before: list[tuple[str, str]]) -> str | None:
    """The one body among the last who were spoken of, since the heading of the section where that is one."""
    kinds = [kind for _, kind in before[:4]]
    since = kinds.index("heading") + 1 if "heading" in kinds else 4
    found = {name for name, kind in before[:since] if kind in ("heading", "organisation") and " " in name}
    return found.pop() if len(found) == 1 else None


def _lands(name: str, people: People) -> set[str]:
    """The places that somebody's roles and offices name."""
    own = (role for role, other in people.roles if people.full(other) == name)
    told = {places()[word] for role in own for word in role.split() if word in places()}
    return told | {entry.body for entry in entries(name)}


def _may_be(name: str, lemma: str, people: People) -> bool:
    """Whether one may be called so: "the general", "the finance minister" is nobody whom the article gives other titles
    only."""
    told = [_words(role) for role, other in people.roles if people.full(other) == name]
    return not told or any(lemma in words for words in told)


def is_name(name: str) -> bool:
    """Whether every word is written as in a name, none of them "our" or "the", nor all of an office."""
    words = name.split()
    named = all(w[:1].isupper() or w in PARTICLES for w in words) and words[0] not in ("The", "Our", "A", "Its", "One")
    return named and not set(name.lower().split()) <= lexicon().titles


def _body_before(before: list[tuple[str, str]], people: People) -> str | None:
    """The last name that is no person's and no place's, for "the agency" behind "Fitch"."""
    surnames = {name.split()[-1] for name in people.names}
    for name, kind in before[:3]:
        body = kind in ("name", "heading") or (kind == "organisation" and name[:1].isupper() and " " in name)
        known = name in places().values() or name.split()[-1] in surnames or known_person(name) is not None
        if body and not known and ";" not in name:
            return name
    return None


def _words(role: str) -> set[str]:
    return {_plain(word) for word in re.findall(r"[\w-]+", role)}


def _plain(word: str) -> str:
    low = places().get(word, word).lower()
    return _SPELLED.get(low, low)
