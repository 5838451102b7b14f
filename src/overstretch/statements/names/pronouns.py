"""Which pronoun a person goes by, as far as office, title, given name or surname tell it."""

from __future__ import annotations

from functools import lru_cache

from overstretch.statements.lexicon import table, wordset
from overstretch.statements.names.canonical import known_person, unaccented

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
