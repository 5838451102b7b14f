"""What an article tells of its people: full names, roles, and who was spoken of last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from overstretch.statements.lexicon import lexicon, wordset
from overstretch.statements.names.canonical import PARTICLES, holders, known_person, places, same_person, without_titles
from overstretch.statements.names.pronouns import is_given
from overstretch.statements.record import Offsets, Speaker
from overstretch.statements.syntax.grammar import child, children, kind_of, subtree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
    leads: dict[Offsets, Speaker] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The fullest known form of a name: the table's spelling, else the article's longest."""
        person = known_person(name) if len(name.split()) > 1 else None
        if person is not None:
            return person.name
        fuller = [other for other in self.names if same_person(name, other) and len(other.split()) > 1]
        if fuller:
            best = max(fuller, key=lambda other: (len(other.split()), -fuller.index(other)))
            person = known_person(best)
            return person.name if person is not None else best
        first = [other for other in self.names if len(other.split()) == 2 and other.split()[0] == name]
        if len(first) == 1:  # "Mao" for "Mao Ning", a given name used alone
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
        return [(name, kind) for _, name, kind in sorted(self.recent, key=lambda item: -item[0]) if _ < at]


def proper_run(token: Token) -> list[Token]:
    """The capitalised run that ends in a head token ("U.S. President Donald Trump")."""
    doc, first = token.doc, token.i
    while first > 0 and token.i - first < 10:
        before = doc[first - 1]
        joins = before.text == "-" and first > 1 and doc[first - 2].text[:1].isupper()
        capital = before.text[:1].isupper() and before.pos_ in ("PROPN", "ADJ", "NOUN", "X")
        low = before.lower_ in lexicon().titles | wordset("roles.apart") and before.head.i >= first - 1
        particle = before.lower_ in PARTICLES and first > 1 and doc[first - 2].text[:1].isupper()
        if not (joins or capital or low or particle) or before.dep_ == "poss" or before.text in ("’s", "'s"):
            break
        first -= 1
    return list(doc[first : token.i + 1])


def person_name(token: Token) -> str | None:
    """The name of a person that a head token ends, without titles; None where it names no person."""
    if token.pos_ != "PROPN" and not (token.text[:1].isupper() and kind_of(token) == "name"):
        return None
    run = proper_run(token)
    words = words_of(run)
    name = without_titles(words)
    if token.ent_type_ == "PERSON" and len(name) > 2:
        entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        inside = without_titles(words_of([t for t in entity if t.i <= token.i])) if entity is not None else []
        name = inside if 1 < len(inside) < len(name) and name[-1] == inside[-1] else name
    text = " ".join(name)
    if not name or text in places() or not name[-1][:1].isupper() or name[-1].lower() in lexicon().titles:
        return None
    if words[-1].lower() in lexicon().organisation:
        return None
    nmod = children(token, "nmod")
    if any(t.lower_ in lexicon().titles or (kind_of(t) == "person" and t.text[:1].isupper()) for t in nmod):
        return text
    had_title = len(name) < len(words) and any(w.lower().strip(".") in lexicon().titles for w in words[: -len(name)])
    if len(name) in (2, 3) and is_given(name[0]) and all(word[:1].isupper() for word in name):
        return text
    if had_title or token.ent_type_ == "PERSON" or known_person(text) is not None:
        return text
    return None


def read_headline(doc: Doc, people: People) -> None:
    """The persons whom a headline names by a surname that only one entry of the table bears."""
    for token in doc:
        person = known_person(token.text) if token.pos_ == "PROPN" and token.text[:1].isupper() else None
        if person is not None and person.name.split()[-1] == token.text and person.name not in people.names:
            people.names.append(person.name)


def name_behind(tokens: list[Token]) -> str | None:
    """The name at the end of a role with "of" ("Deputy Chairman of the Security Council Dmitry Medvedev")."""
    run: list[Token] = []
    for token in reversed(tokens):
        if not (token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")):
            break
        run.insert(0, token)
    words = words_of(run)
    name = without_titles(words)
    if 2 <= len(name) <= 3 and len(name) < len(tokens) and " ".join(name) not in places():
        odd = {w.lower().removesuffix("s") for w in name} & (lexicon().organisation | lexicon().titles | {"force"})
        return None if odd or name[-1] in places() else " ".join(name)
    return None


def words_of(run: list[Token]) -> list[str]:
    words: list[str] = []
    glue = False
    for token in run:
        if token.text in ("’s", "'s", "’", "'"):
            continue
        if token.text == "-" and words:
            words[-1] += "-"
            glue = True
            continue
        if glue:
            words[-1] += token.text
            glue = False
        else:
            words.append(token.text)
    return words


def read_names(doc: Doc, people: People) -> None:
    """Collect the full names and roles of one parsed stretch."""
    for token in doc:
        if token.text in ("NATO", "Nato", "EU") and people.alliance is None:
            people.alliance = "NATO" if token.text != "EU" else "European Union"
        if (
            token.pos_ != "PROPN"
            or token.dep_ == "compound"
            or (
                token.i + 1 < len(doc)
                and token.nbor().pos_ == "PROPN"
                and token.nbor().dep_ != "poss"
                and token.head is token.nbor()
            )
        ):
            continue
        name = person_name(token)
        if name is None:
            continue
        if len(name.split()) > 1 and name not in people.names:
            people.names.append(name)
        words = words_of(proper_run(token))
        owner = child(token, "poss")
        role = " ".join([*([owner.text] if owner is not None else []), *words[: len(words) - len(name.split())]])
        beside = [t for t in children(token, "nmod") if kind_of(t) == "person" or t.lower_ in lexicon().titles]
        apposed = [*children(token, "appos"), *([token.head] if token.dep_ == "appos" else [])]
        for other in [*beside, *(t for t in apposed if kind_of(t) == "person")]:
            people.roles.append((" ".join(t.text for t in subtree(other)[:8]), name))
        if role:
            people.roles.append((role, name))
