"""What an article tells of its people: full names, roles, and who was spoken of last."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import (
    PARTICLES,
    holders,
    is_given,
    known_person,
    places,
    same_person,
    without_titles,
)
from overstretch.statements.record import Offsets, Speaker
from overstretch.statements.syntax.grammar import child, children, kind_of, subtree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NAMING = ("PROPN", "ADJ", "NOUN", "X")


@dataclass
class People:
    """What an article has told so far: full names, roles, who was spoken of last, and every name where it stands."""

    when: date | None = None
    names: list[str] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    recent: list[tuple[int, str, str]] = field(default_factory=list)
    mentioned: list[tuple[int, str]] = field(default_factory=list)
    generic: dict[str, str] = field(default_factory=dict)
    alliance: str | None = None
    makers: list[str] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)
    leads: dict[Offsets, Speaker] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The fullest known form of a name: the table's spelling, else the article's longest."""
        person = known_person(name) if len(name.split()) > 1 else None
        if person is not None:
            return person.name
        fuller = [other for other in self.names if same_person(name, other) and len(other.split()) > 1]
        first = [other for other in self.names if len(other.split()) == 2 and other.split()[0] == name]
        if fuller:
            name = max(fuller, key=lambda other: len(other.split()))
        elif len(first) == 1:  # "Mao" for "Mao Ning", a given name used alone
            return first[0]
        person = known_person(name)
        return person.name if person is not None else name

    def other_holders(self) -> bool:
        """Whether the article names another holder of an office than the table: then the table is none for it."""
        offices = ((holders(role, self.when, years=2), name) for role, name in self.roles if len(name.split()) > 1)
        return any(held and not any(same_person(p.name, name) for p in held) for held, name in offices)

    def note(self, at: int, canonical: str, kind: str) -> None:
        """Remember who was spoken of at an offset."""
        self.recent.append((at, canonical, kind))

    def before(self, at: int) -> list[tuple[str, str]]:
        """Who was spoken of before an offset, the last one first."""
        ordered = sorted(self.recent, key=lambda item: -item[0])
        return [(name, kind) for place, name, kind in ordered if place < at]

    def is_body(self, name: str) -> bool:
        """Whether an abbreviation or a heading tells that a name is a body's."""
        return name in self.short.values() or any(name == other for _, other, kind in self.recent if kind == "heading")

    def persons_before(self, at: int, most: int | None = None) -> list[str]:
        """The full names of persons among the last who were spoken of before an offset, the last one first."""
        told = self.before(at)[:most]
        return [name for name, kind in told if kind in ("person", "name") and " " in name and ";" not in name]


def proper_run(token: Token) -> list[Token]:
    """The capitalised run that ends in a head token ("U.S. President Donald Trump")."""
    doc, first = token.doc, token.i
    while first > 0 and token.i - first < 10:
        before = doc[first - 1]
        joins = not before.whitespace_ and "-" in (before.text, doc[first].text)  # "Ambassador-at-Large"
        capital = before.text[:1].isupper() and before.pos_ in _NAMING
        low = before.lower_ in lexicon().titles | wordset("roles.apart") and before.head.i >= first - 1
        particle = before.lower_ in PARTICLES and first > 1 and doc[first - 2].text[:1].isupper()
        apart = before.dep_ == "poss" or before.text in ("’s", "'s") or opens_with_time(before)
        if apart or not (joins or capital or low or particle):
            break
        first -= 1
    return list(doc[first : token.i + 1])


def opens_with_time(token: Token) -> bool:
    """Whether a sentence begins with a word for a day that parsers may take for a part of a name ("Today Denmark")."""
    return bool(token.is_sent_start) and token.ent_type_ == "DATE" and token.tag_ == "NN"


def person_name(token: Token) -> str | None:
    """The name of a person that a head token ends, without titles; None where it names no person."""
    if token.pos_ != "PROPN" and not (token.text[:1].isupper() and kind_of(token) == "name"):
        return None
    run = proper_run(token)
    words = words_of(run)
    if len(words) > 2 and words[-1].isupper() and words[-1].lower() in wordset("canonical.letters"):
        words = words[:-1]  # "Anna Example MP"
    name = without_titles(words)
    if token.ent_type_ == "PERSON" and len(name) > 2:
        entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), ())
        inside = without_titles(words_of([t for t in entity if t.i <= token.i]))
        name = inside if 1 < len(inside) < len(name) and name[-1] == inside[-1] else name
    text = " ".join(name)
    if not name or text in places() or not name[-1][:1].isupper() or name[-1].lower() in lexicon().titles:
        return None
    if words[-1].lower() in lexicon().organisation | wordset("speakers.figures") | wordset("people.firms"):
        return None  # "the World Energy Outlook", "Example Ratings"
    titles = lexicon().titles
    is_name = (
        any(t.lower_ in titles or (kind_of(t) == "person" and t.text[:1].isupper()) for t in children(token, "nmod"))
        or (len(name) in (2, 3) and is_given(name[0]) and all(word[:1].isupper() for word in name))
        or any(word.lower().strip(".") in titles for word in words[: len(words) - len(name)])
        or token.ent_type_ == "PERSON"
        or (len(name) > 1 and _told_as_person(token))
        or known_person(text) is not None
    )
    return text if is_name else None


def _told_as_person(name: Token) -> bool:
    """Whether an apposition or a relative clause tells that a name is a person's ("Arvo Example, the mayor", "Arvo
    Example, who ...")."""
    apposed = [t for t in children(name, "appos") if kind_of(t) == "person"]
    relative = [verb for told in (name, *apposed) for verb in children(told, "relcl")]
    who = any(t.lower_ == "who" for verb in relative for t in children(verb, "nsubj", "nsubjpass"))
    return who or any(t.lemma_.lower() in lexicon().titles for t in apposed)


def read_headline(doc: Doc, people: People) -> None:
    """The persons whom a headline names by a surname that only one entry of the table bears."""
    for token in doc:
        person = known_person(token.text) if token.pos_ == "PROPN" and token.text[:1].isupper() else None
        if person is not None and person.name.split()[-1] == token.text and person.name not in people.names:
            people.names.append(person.name)


def name_behind(tokens: list[Token]) -> str | None:
    """The name at the end of a role with "of" ("Deputy Chairman of the Security Council Dmitry Medvedev")."""
    named = itertools.takewhile(lambda t: t.text[:1].isupper() and t.pos_ in _NAMING, reversed(tokens))
    run = list(named)[::-1]
    name = without_titles(words_of(run))
    if len(run) < len(tokens) and len(run) == len(name) and tokens[-len(run) - 1].pos_ == "ADP":
        return None  # "the manager at Example Capital"
    if 2 <= len(name) <= 3 and len(name) < len(tokens) and " ".join(name) not in places():
        odd = lexicon().organisation | lexicon().titles | wordset("canonical.without_titles") | {"force"}
        office = {part for w in name for part in (w.lower(), w.lower().removesuffix("s"))} & odd
        return None if office or name[-1] in places() else " ".join(name)
    return None


def words_of(run: list[Token]) -> list[str]:
    """The words of some tokens, with hyphens joined and without possessive endings."""
    words: list[str] = []
    glue = False
    for token in run:
        if token.text in ("’s", "'s", "’", "'"):
            continue
        hyphen = token.text == "-" and bool(words)
        if hyphen or glue:
            words[-1] += token.text
        else:
            words.append(token.text)
        glue = hyphen
    return words


def read_names(doc: Doc, people: People) -> None:
    """Collect the full names and roles of one parsed stretch."""
    for token in doc:
        if token.text in ("NATO", "Nato", "EU") and people.alliance is None:
            people.alliance = "NATO" if token.text != "EU" else "European Union"
        name = person_name(token) if token.pos_ == "PROPN" and token.dep_ != "compound" else None
        if name is None:
            continue
        if len(name.split()) > 1 and name not in people.names:
            people.names.append(name)
        words = words_of(proper_run(token))
        owner = child(token, "poss")
        role = " ".join(([owner.text] if owner else []) + words[: len(words) - len(name.split())])
        beside = [t for t in children(token, "nmod") if kind_of(t) == "person" or t.lower_ in lexicon().titles]
        apposed = [*children(token, "appos"), *([token.head] if token.dep_ == "appos" else [])]
        called = token.head.head if token.dep_ == "oprd" and token.head.lemma_ in wordset("speakers.named") else None
        if called is not None:  # "the mayor, a former coach called Anna Example"
            apposed += [called, *([called.head] if called.dep_ == "appos" else [])]
        for other in [*beside, *(t for t in apposed if kind_of(t) == "person")]:
            people.roles.append(("".join(t.text_with_ws for t in subtree(other)[:8]), name))
        if role:
            people.roles.append((role, name))
