"""What a content is about, as a weighted set of concepts: for comparing wordings where no proposition is at hand."""

from __future__ import annotations

import re
from functools import lru_cache

from overstretch.statements.lexicon import rows, wordset
from overstretch.statements.record import Statement

IGNORED = wordset("concepts.ignored")


@lru_cache(maxsize=1)
def concept_of() -> dict[str, str]:
    """Lemma → concept."""
    found: dict[str, str] = {}
    for row in rows("concepts.csv"):
        for lemma in row["lemmas"].split():
            found.setdefault(lemma, row["concept"])
    return found


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row["concept"]: float(row["weight"] or 1.0) for row in rows("concepts.csv")}


def stem(word: str) -> str:
    """A word without its commonest endings; enough to compare two wordings."""
    known = concept_of()
    for form in (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("d"),
        word.removesuffix("ed"),
        word.removesuffix("ing"),
        word.removesuffix("ing") + "e",
        re.sub(r"ies$", "y", word),
    ):
        if form in known:
            return known[form]
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def profile(statement: Statement) -> dict[str, float]:
    """Concepts and remaining words of a content with their weights."""
    text = statement.content
    for quantity in statement.quantities:
        text = text.replace(quantity.text, " ")
    words = re.findall(r"[^\W_]+(?:[-.][^\W_]+)*", re.sub(r"[’']s\b", "", text).lower())
    found: dict[str, float] = {}
    weights = _weights()
    for word in words:
        if word in IGNORED or (word.isdigit() and len(word) < 4):
            continue
        concept = stem(word)
        found[concept] = weights.get(concept, 0.25)
    for quantity in statement.quantities:
        found[f"{quantity.value:g} {quantity.unit}"] = 1.2
    return found


def shared(first: dict[str, float], second: dict[str, float]) -> float:
    """The weight that two profiles share."""
    return sum(min(first[key], second[key]) for key in first.keys() & second.keys())


def similarity(first: dict[str, float], second: dict[str, float]) -> float:
    """How alike two profiles are, 0-1: the mean of weighted Jaccard and of the share of the smaller one that is
    shared."""
    both = shared(first, second)
    total = sum(max(first.get(key, 0), second.get(key, 0)) for key in first.keys() | second.keys())
    smaller = min(sum(first.values()), sum(second.values()))
    return (both / total + both / smaller) / 2 if total and smaller else 0.0
