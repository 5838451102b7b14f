"""Links between statements: the same statement, a reply, a citation.

`same_as` joins statements of one speaker (or of one body and its members) that make the same proposition, whatever
the words; where there is no proposition, wordings are compared as weighted sets of concepts, but never across another
direction or polarity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from overstretch.statements.document import Document
from overstretch.statements.lexicon import rows, wordset
from overstretch.statements.names.canonical import body_behind
from overstretch.statements.record import Offsets, Statement

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
    bare = (word.removesuffix(ending) for ending in ("", "s", "es", "d", "ed", "ing"))
    for form in (*bare, word.removesuffix("ing") + "e", re.sub(r"ies$", "y", word)):
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


SAME = 0.55
ENOUGH = 2.5
_REPLY = re.compile(
    r"\b(?:in (?:response|reply|answer|reaction) to|respond\w* to|reply\w* to|react\w* to|asked about|comment\w* on"
    r"|hit back|dismiss\w*|reject\w*|rebut\w*|rebuff\w*|"
    r"counter\w*|brush\w* (?:off|aside)|contradict\w*|disput\w*|denie[sd]|denying|criticis\w*|criticiz\w*"
    r"|referr\w* to)\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:these|those|this|that|such|the)\s+(?:concerns?|claims?|remarks?|comments?|statements?|warnings?|accusations?"
    r"|suggestions?|charges?|criticism|allegations?|idea|view|assessment|forecast)\b",
    re.IGNORECASE,
)


def link(statements: Sequence[Statement], documents: Sequence[Document]) -> list[Statement]:
    """The statements with `same_as`, `reply_to` and `cites` filled (`duplicate_of` is kept; a duplicate joins no
    group)."""
    texts = {document.name: document.text for document in documents}
    by_doc: dict[str, list[Statement]] = {}
    for statement in statements:
        by_doc.setdefault(statement.doc, []).append(statement)
    linked = [_with_links(s, by_doc[s.doc], texts.get(s.doc, "")) for s in statements]
    groups = _groups(linked)
    return [s.but(same_as=[i for i in groups.get(s.id, []) if i != s.id]) for s in linked]


def _groups(statements: Sequence[Statement]) -> dict[str, list[str]]:
    live = [s for s in statements if s.duplicate_of is None]
    profiles = {s.id: profile(s) for s in live}
    parent = {s.id: s.id for s in live}

    def top(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    by_side: dict[str, list[Statement]] = {}
    for s in live:
        if (own := side(s)) is not None:
            by_side.setdefault(own, []).append(s)
    for members in by_side.values():
        for a, b in _candidates(members):
            if top(a.id) != top(b.id) and same(a, b, profiles[a.id], profiles[b.id]):
                parent[top(b.id)] = top(a.id)
    found: dict[str, list[str]] = {}
    for s in live:
        found.setdefault(top(s.id), []).append(s.id)
    return {key: group for group in found.values() if len(group) > 1 for key in group}


def _candidates(members: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs to compare: each content with its first equal one, and the first of every content with each other."""
    first: dict[tuple[str, str | None, str, str, str], Statement] = {}
    for s in members:
        made = s.proposition.key() if s.proposition is not None else None
        key = (s.content, made, s.polarity, s.direction, s.form)
        if key in first:
            yield first[key], s
        else:
            for other in first.values():
                yield other, s
            first[key] = s


def side(statement: Statement) -> str | None:
    """The body that a speaker speaks for."""
    return body_behind(statement.speaker.canonical) if statement.speaker is not None else None


def same(a: Statement, b: Statement, one: dict[str, float], two: dict[str, float]) -> bool:
    """Whether two statements make the same claim for the same speaker."""
    if side(a) is None or side(a) != side(b) or a.polarity != b.polarity or "reported" in (a.form, b.form):
        return False
    if "none" not in (a.direction, b.direction) and a.direction != b.direction:
        return False
    if a.proposition is not None and b.proposition is not None:
        return a.proposition.question == b.proposition.question
    unlike = (a.proposition is None) != (b.proposition is None) or (a.force == "commit") != (b.force == "commit")
    if unlike or "cite" in (a.force, b.force):
        return similarity(one, two) >= 0.75
    return shared(one, two) >= ENOUGH and similarity(one, two) >= SAME


def _with_links(statement: Statement, statements: Sequence[Statement], text: str) -> Statement:
    if statement.sentence is None:
        return statement
    outside = _without(text, *statement.sentence, statement.spans)
    if statement.force == "cite":
        return statement.but(cites=_cited(statement, statements))
    if not _named_only(statement) and _REPLY.search(outside):
        return statement.but(reply_to=_answered(statement, statements, outside))
    return statement


def _place(statement: Statement) -> int:
    return statement.spans[0][0]


def _named_only(statement: Statement) -> bool:
    """A statement that its sentence only mentions ("X's claim that"): the sentence's reply is not its own."""
    return statement.form == "nominal" and " " not in (statement.cue or "")


def _without(text: str, start: int, end: int, spans: list[Offsets]) -> str:
    kept, at = [], start
    for a, b in sorted(spans):
        if start <= a <= end:
            kept.append(text[at:a])
            at = min(b, end)
    kept.append(text[at:end])
    return " … ".join(kept)


def _speakers(statement: Statement) -> set[str]:
    return set(statement.speaker.canonical.split("; ")) if statement.speaker else set()


def _named(text: str, other: Statement) -> bool:
    return any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for name in _speakers(other) if name)


def _cited(statement: Statement, statements: Sequence[Statement]) -> str | None:
    """The statement of the person named in what is cited: nearest after it, else before it, in the same article."""
    others = [
        s
        for s in statements
        if s.id != statement.id
        and s.duplicate_of is None
        and s.force != "cite"
        and _speakers(s) - _speakers(statement)
        and _named(statement.content, s)
    ]
    after = [s for s in others if _place(s) >= _place(statement)]
    chosen = min(after, key=_place, default=None) or max(others, key=_place, default=None)
    return chosen.id if chosen else None


def _answered(statement: Statement, statements: Sequence[Statement], outside: str) -> str | None:
    """The last statement of another speaker who is named where the reply is marked, or whom "these concerns" point
    to."""
    before = [
        s
        for s in statements
        if _place(s) < _place(statement)
        and s.duplicate_of is None
        and s.speaker is not None
        and not _speakers(s) & _speakers(statement)
        and s.form in ("direct", "mixed", "indirect", "nominal")
    ]
    inside = [s for s in before if statement.sentence and _place(s) >= statement.sentence[0]]
    named = [s for s in before if _named(outside, s)]
    pool = [s for s in inside if s in named] or named
    if not pool and _DEMONSTRATIVE.search(outside + " " + statement.content):
        pool = before
    return max(pool, key=_place).id if pool else None
