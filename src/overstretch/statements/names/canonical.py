"""Names: places and their adjectives, agencies, persons and offices; one spelling for one person, and which pronoun a
person goes by, as far as office, title, given name or surname tell it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from overstretch.statements.lexicon import lexicon, rows, table, wordset

TOLERANCE = timedelta(days=366)
PARTICLES = wordset("canonical.particles")
_LETTERS = str.maketrans("łŁøı", "lLoi")
_POSSESSIVE = re.compile(r"[’'`]s?$")


@dataclass(frozen=True)
class Person:
    """A holder of an office as a source shows it: name, spellings, names of the office, body, days on which it was
    seen.

    `began` and `ended` only narrow the year that is allowed around those days."""

    name: str
    variants: tuple[str, ...]
    offices: tuple[str, ...]
    body: str
    first: date
    last: date
    pronoun: str
    began: date | None = None
    ended: date | None = None

    def held(self, when: date, years: int = 1) -> bool:
        """Whether the office may be taken as held on a day: within a year of a sighting, inside its known limits."""
        near = self.first - years * TOLERANCE <= when <= self.last + years * TOLERANCE
        return near and (self.began is None or self.began <= when) and (self.ended is None or when <= self.ended)

    def matches(self, words: set[str]) -> bool:
        """Whether a role's words name one of the offices, and no other ("deputy", "former")."""
        needed = [set(re.findall(r"[a-z]+", office.lower())) - {"of", "the", "for"} for office in self.offices]
        return any(need <= words and wordset("canonical.other") & words <= need for need in needed)


@lru_cache(maxsize=1)
def persons() -> tuple[Person, ...]:
    """The table of office holders."""
    return tuple(
        Person(
            row["canonical"],
            tuple(filter(None, row["variants"].split("|"))),
            tuple(row["office"].split("|")),
            row["body"],
            date.fromisoformat(row["seen_from"]),
            date.fromisoformat(row["seen_to"]),
            row["pronoun"],
            date.fromisoformat(row["began"]) if row["began"] else None,
            date.fromisoformat(row["ended"]) if row["ended"] else None,
        )
        for row in rows("persons.csv")
    )


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Every name, adjective and capital of a place → the place's name."""
    found: dict[str, str] = {}
    for row in rows("places.csv"):
        for text in [row["name"], row["adjective"], row["people"], row["capital"], *row["more"].split("|")]:
            if text:
                found.setdefault(text, row["name"])
    return found


def body_behind(name: str) -> str:
    """The body that somebody speaks for: "NATO leaders" and NATO's agreement are NATO; a person is himself."""
    words = name.split()
    starts = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((places()[start] for start in starts if start in places()), name)


@lru_cache(maxsize=1)
def agencies() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of news agencies, outlets and channels with their names."""
    return tuple(
        (re.compile(rf"(?<![\w@])(?:{row['pattern']})(?!\w)".replace(".", r"\.")), row["name"])
        for row in rows("agencies.csv")
    )


def agency_in(text: str) -> str | None:
    """The first news agency or outlet named in a text."""
    found = [(match.start(), name) for pattern, name in agencies() if (match := pattern.search(text))]
    return min(found, key=lambda one: one[0])[1] if found else None


def unaccented(text: str) -> str:
    """A text without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name for comparing: no accents, lower case, and the common spellings of Slavic endings made one."""
    plain = unaccented(name).translate(_LETTERS).lower()
    plain = re.sub(r"[^a-z\s]", "", plain)
    plain = re.sub(r"(iy|yy|ii|ij|ey|ei|i|y)\b", "i", plain)
    plain = plain.replace("ks", "x").replace("yo", "e").replace("ye", "e").replace("kh", "h")
    return re.sub(r"(.)\1", r"\1", plain).strip()


def same_person(first: str, second: str) -> bool:
    """Whether two names may be one person: the surnames agree, and the given names where both have one."""
    a, b = fold(first).split(), fold(second).split()
    if not a or not b or not _close(a[-1], b[-1]):
        return False
    if 1 in (len(a), len(b)):
        return a[-1][0] == b[-1][0]  # a surname alone is not known by its ending
    if a[-len(b) :] == b or b[-len(a) :] == a:
        return True
    given_a, given_b = a[0], b[0]
    return given_a[0] == given_b[0] if min(len(given_a), len(given_b)) == 1 else _close(given_a, given_b)


def _close(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    return a == b or (shorter >= 5 and Levenshtein.distance(a, b) <= (1 if shorter < 8 else 2))


@lru_cache(maxsize=8192)
def known_person(name: str) -> Person | None:
    """The entry of the table that a name stands for: a full name, or a surname that only one entry bears."""
    hits = [person for person in persons() if any(same_person(name, form) for form in (person.name, *person.variants))]
    names = {person.name for person in hits}
    return hits[0] if len(names) == 1 else None


def entries(name: str) -> list[Person]:
    """Every entry of the table about the one person whom a name stands for (an office before and one after)."""
    known = known_person(name)
    return [person for person in persons() if person.name == known.name] if known is not None else []


def office_words(role: str) -> set[str]:
    """The words of a role in lower case, with the spellings of offices made one."""
    low = re.sub(r"foreign affairs|external affairs", "foreign", role.lower().replace("defense", "defence"))
    words = set(re.findall(r"[a-z]+", low)) - {"of", "the", "for", "s"}
    if "pm" in words:
        words = words - {"pm"} | {"prime", "minister"}
    if words & {"spokesman", "spokesperson", "spokeswoman"}:
        words |= {"spokesman", "spokeswoman"}
    return words


SEATS = {"Kremlin": "Russia", "Pentagon": "United States", "White House": "United States"}
SEATS |= {"Downing Street": "United Kingdom"}


@lru_cache(maxsize=8192)
def body_of(role: str) -> str | None:
    """The state or alliance that a role names ("Poland's foreign minister", "the Kremlin spokesman")."""
    names = (places() | SEATS).items()
    return next((place for text, place in names if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", role)), None)


def holder(role: str, when: date | None) -> Person | None:
    """Who held the office named by a phrase such as "Poland's foreign minister" when the article was written.

    Only entries seen within a year of that day count; two candidates give none."""
    held = holders(role, when)
    return held[0] if len({person.name for person in held}) == 1 else None


def holders(role: str, when: date | None, years: int = 1) -> list[Person]:
    """The entries of the table for an office that were seen within some years of a day."""
    body = body_of(role)
    if body is None or when is None:
        return []
    words = office_words(role)
    if "chief" in words and body == "NATO":
        words |= {"secretary", "general"}
    return [p for p in persons() if p.body == body and p.held(when, years) and p.matches(words)]


def without_titles(words: list[str]) -> list[str]:
    """The words of a capitalised run behind titles, nationalities and bodies ("U.S. President Donald Trump")."""
    titles, known, bodies = lexicon().titles, places(), lexicon().organisation
    cut = 0
    for index, word in enumerate(words):
        bare = _POSSESSIVE.sub("", word)
        joined = " ".join(words[index - 1 : index + 1]) if index else bare
        low = bare.lower().rstrip(".")
        body = {low, low.removesuffix("s")} & bodies and len(words) - index > 2
        if low in titles or body or bare in known or joined in known or low in wordset("canonical.without_titles"):
            cut = index + 1
    if cut >= len(words):
        return words
    if cut == len(words) - 1 and cut >= 2:
        given, title = words[cut - 1], words[cut - 2].lower().rstrip(".")
        if given in known and title in titles and known[given] != given and given[:1].isupper():
            return words[cut - 1 :]  # a given name that is also a nationality: "chief German Gref"
    if cut == len(words) - 1 and cut >= 1 and words[cut - 1].lower() in wordset("canonical.honours"):
        return words[cut - 1 :]
    return words[cut:]


PRONOUNS = ("she", "he")


def pronoun_of(name: str, roles: list[tuple[str, str]]) -> str | None:
    """ "he" or "she" for a person's name; None where nothing tells it. `roles` are roles with their bearers' names."""
    person = known_person(name)
    if person is not None:
        return person.pronoun
    told = {name.split()[-1].lower()} | {
        word for role, bearer in roles if bearer == name for word in role.lower().replace(".", "").split()
    }
    titled = next((one for one in PRONOUNS if told & wordset(f"pronouns.{one}")), None)
    return titled or _by_name(name)


def is_given(word: str) -> bool:
    """Whether a word is a given name of the rows."""
    return any(word.lower() in rows["given"] for rows in _rows().values())


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, frozenset[str]]]:
    return {
        one: {kind: frozenset(words.split()) for kind, words in rows.items()}
        for one, rows in table("given_names.toml").items()
    }


@lru_cache(maxsize=4096)
def _by_name(name: str) -> str | None:
    words = name.lower().split()
    if len(words) < 2:
        return None
    rows = _rows()
    given = next((one for one in PRONOUNS if {words[0], unaccented(words[0])} & rows[one]["given"]), None)
    if given is not None or words[-1] in rows["she"]["but"]:
        return given
    return next((one for one in PRONOUNS if words[-1].endswith(tuple(rows[one]["surnames"]))), None)
