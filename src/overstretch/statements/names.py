"""Names: places and their adjectives, agencies, persons and offices; one spelling for one person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from overstretch.statements.lexicon import lexicon, rows

TOLERANCE = timedelta(days=366)
_POSSESSIVE = re.compile(r"[’'`]s?$")


@dataclass(frozen=True)
class Person:
    """A holder of an office as a source shows it: name, spellings, office, body, days on which it was seen, pronoun."""

    name: str
    variants: tuple[str, ...]
    office: str
    body: str
    first: date
    last: date
    pronoun: str
    source: str


@lru_cache(maxsize=1)
def persons() -> tuple[Person, ...]:
    """The table of office holders."""
    return tuple(
        Person(
            row["canonical"],
            tuple(filter(None, row["variants"].split("|"))),
            row["office"],
            row["body"],
            date.fromisoformat(row["seen_from"]),
            date.fromisoformat(row["seen_to"]),
            row["pronoun"],
            row["source"],
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


@lru_cache(maxsize=1)
def agencies() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Patterns of news agencies, outlets and channels with their names and kinds."""
    return tuple(
        (re.compile(rf"(?<![\w@])(?:{row['pattern']})(?!\w)".replace(".", r"\.")), row["name"], row["kind"])
        for row in rows("agencies.csv")
    )


def agency_in(text: str) -> str | None:
    """The first news agency or outlet named in a text."""
    best: tuple[int, str] | None = None
    for pattern, name, _ in agencies():
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), name)
    return best[1] if best else None


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name for comparing: no accents, lower case, and the common spellings of Slavic endings made one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i").lower()
    plain = re.sub(r"[^a-z\s]", "", plain)
    plain = re.sub(r"(iy|yy|ii|ij|ey|ei|i|y)\b", "i", plain)
    plain = plain.replace("ks", "x").replace("yo", "e").replace("ye", "e").replace("kh", "h")
    return re.sub(r"(.)\1", r"\1", plain).strip()


def same_person(first: str, second: str) -> bool:
    """Whether two names may be one person: the surnames agree, and the given names where both have one."""
    a, b = fold(first).split(), fold(second).split()
    if not a or not b or not _close(a[-1], b[-1]):
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    given_a, given_b = a[0], b[0]
    return given_a[0] == given_b[0] if min(len(given_a), len(given_b)) == 1 else _close(given_a, given_b)


def _close(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 5:
        return False
    return Levenshtein.distance(a, b) <= (1 if min(len(a), len(b)) < 8 else 2)


@lru_cache(maxsize=8192)
def known_person(name: str) -> Person | None:
    """The entry of the table that a name stands for: a full name, or a surname that only one entry bears."""
    hits = [person for person in persons() if any(same_person(name, form) for form in (person.name, *person.variants))]
    names = {person.name for person in hits}
    return hits[0] if len(names) == 1 else None


def holder(role: str, when: date | None) -> Person | None:
    """Who held the office named by a phrase such as "Poland's foreign minister" when the article was written.

    Only entries seen within a year of that day count; two candidates give none."""
    words = set(re.findall(r"[a-z]+", role.lower().replace("defense", "defence").replace("foreign affairs", "foreign")))
    body = next(
        (place for text, place in places().items() if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", role)), None
    )
    if body is None or when is None:
        return None
    if "chief" in words and body == "NATO":
        words |= {"secretary", "general"}
    hits = {}
    for person in persons():
        need = set(person.office.lower().split()) - {"of", "the"}
        other = {"prime", "deputy", "former", "vice", "ex", "first", "foreign"} & words
        seen = person.first - TOLERANCE <= when <= person.last + TOLERANCE
        if person.body == body and need <= words and other <= need and seen:
            hits[person.name] = person
    return next(iter(hits.values())) if len(hits) == 1 else None


def without_titles(words: list[str]) -> list[str]:
    """The words of a capitalised run behind titles, nationalities and bodies ("U.S. President Donald Trump")."""
    titles, known = lexicon().titles, places()
    cut = 0
    for index, word in enumerate(words):
        bare = _POSSESSIVE.sub("", word)
        joined = " ".join(words[index - 1 : index + 1]) if index else bare
        low = bare.lower().rstrip(".")
        if (
            low in titles
            or bare in known
            or joined in known
            or low in ("then", "the", "of", "and", "-", "united", "european")
        ):
            cut = index + 1
    return words[cut:] if cut < len(words) else words
