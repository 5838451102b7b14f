"""Scores of a reading against hand-marked statements: precision, recall and F1 by form, speakers, and by token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from rapidfuzz import fuzz

from overstretch.statements.names.canonical import fold, same_person
from overstretch.statements.record import Form, Offsets, Statement

FORMS = get_args(Form)
THRESHOLDS = (0.3, 0.5)


@dataclass(frozen=True)
class Gold:
    """One hand-marked statement: document, form, spans of the content, the speaker's words and canonical name."""

    doc: str
    form: str
    spans: list[Offsets]
    mention: str | None = None
    canonical: str | None = None
    id: str = ""


@dataclass
class Score:
    """Counts of one group: gold, found, matched each way, and right speakers among the matched."""

    gold: int = 0
    found: int = 0
    matched_gold: int = 0
    matched_found: int = 0
    speakers: int = 0
    mentions: int = 0
    mentions_right: int = 0
    canonical_right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the found that are in the gold."""
        return self.matched_found / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found."""
        return self.matched_gold / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return None if p is None or r is None else 0.0 if p + r == 0 else 2 * p * r / (p + r)


Triple = tuple[float | None, float | None, float | None]  # precision, recall, F1


@dataclass(frozen=True)
class Scores:
    """Scores at each overlap, for all forms and by form; and of the contents' tokens."""

    at: dict[float, dict[str, Score]]
    tokens: dict[str, Triple]


def characters(spans: Iterable[Offsets]) -> set[int]:
    """The offsets that some spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def overlap(a: set[int], b: set[int]) -> float:
    """Intersection over union of two sets of offsets."""
    return len(a & b) / len(a | b) if a | b else 0.0


def score(gold: Sequence[Gold], found: Sequence[Statement], texts: dict[str, str]) -> Scores:
    """Scores of found statements against gold ones, each matched to one other at most, best overlap first.

    Duplicates and the narrator's own sentences are left out. Precision by form counts the found of that form, recall
    the gold."""
    live = [s for s in found if s.duplicate_of is None and not s.narrator]
    pairs = _pairs(gold, live)
    at = {
        threshold: _counts(gold, live, {g: (f, share) for g, (f, share) in pairs.items() if share >= threshold})
        for threshold in THRESHOLDS
    }
    return Scores(at, _tokens(gold, live, texts))


def _pairs(gold: Sequence[Gold], found: Sequence[Statement]) -> dict[int, tuple[int, float]]:
    covers = [characters(s.spans) for s in found]
    shares = [
        (overlap(characters(entry.spans), covers[f]), -g, -f)
        for g, entry in enumerate(gold)
        for f, statement in enumerate(found)
        if statement.doc == entry.doc
    ]
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for share, g, f in sorted(shares, reverse=True):
        if share > 0 and -g not in pairs and -f not in taken:
            pairs[-g] = (-f, share)
            taken.add(-f)
    return pairs


def _counts(
    gold: Sequence[Gold], found: Sequence[Statement], matched: dict[int, tuple[int, float]]
) -> dict[str, Score]:
    scores = {form: Score() for form in ("all", *FORMS)}
    hit = {f for f, _ in matched.values()}
    for index, entry in enumerate(gold):
        statement = found[matched[index][0]] if index in matched else None
        for own in (scores["all"], scores[entry.form]):
            own.gold += 1
            if statement is not None:
                own.matched_gold += 1
                own.mentions += entry.mention is not None
                own.mentions_right += entry.mention is not None and mention_right(entry, statement)
                own.speakers += entry.canonical is not None
                own.canonical_right += entry.canonical is not None and canonical_right(entry, statement)
    for index, statement in enumerate(found):
        for own in (scores["all"], scores[statement.form]):
            own.found += 1
            own.matched_found += index in hit
    return scores


def mention_right(entry: Gold, statement: Statement) -> bool:
    """Whether the speaker's words overlap those marked (a title or an apposition more or less does not matter)."""
    if statement.speaker is None or entry.mention is None:
        return statement.speaker is None and entry.mention is None
    ours, theirs = _plain(statement.speaker.mention), _plain(entry.mention)
    return ours in theirs or theirs in ours or fuzz.token_set_ratio(ours, theirs) >= 90


def canonical_right(entry: Gold, statement: Statement) -> bool:
    """Whether the canonical names agree; spellings of one name are one."""
    if statement.speaker is None or entry.canonical is None:
        return False
    ours = [part.strip() for part in statement.speaker.canonical.split(";")]
    theirs = [part.strip() for part in re.sub(r"\s*\(.*?\)$", "", entry.canonical).split(";")]
    if len(ours) != len(theirs):
        return False
    return all(any(_same_name(a, b) for b in ours) for a in theirs)


def _same_name(a: str, b: str) -> bool:
    one, two = _plain(re.sub(r"\s*\(.*?\)$", "", a)), _plain(re.sub(r"\s*\(.*?\)$", "", b))
    if one == two or fold(one) == fold(two):
        return True
    both_full = len(one.split()) > 1 and len(two.split()) > 1
    return both_full and a[:1].isupper() and b[:1].isupper() and len(a.split()) <= 3 and same_person(a, b)


def _plain(text: str) -> str:
    return re.sub(r"^(?:the|a|an|both)\s+", "", re.sub(r"[’']s$", "", text.strip()).casefold())


def _tokens(gold: Sequence[Gold], found: Sequence[Statement], texts: dict[str, str]) -> dict[str, Triple]:
    """Token precision, recall and F1 of the contents, for all forms and by form (a token counts once a document)."""

    def words(marked: Iterable[Gold | Statement], form: str) -> set[tuple[str, int]]:
        return {
            (m.doc, start + word.start())
            for m in marked
            if form in ("all", m.form)
            for start, end in m.spans
            for word in re.finditer(r"\w+", texts.get(m.doc, "")[start:end])
        }

    result = {}
    every_gold, every_found = words(gold, "all"), words(found, "all")
    for form in ("all", *FORMS):
        ours, theirs = words(found, form), words(gold, form)
        held = Score(len(theirs), len(ours), len(theirs & every_found), len(ours & every_gold))
        result[form] = (held.precision, held.recall, held.f1)
    return result


def as_table(scores: Scores) -> str:
    """The scores as a plain table."""

    def show(value: float | None) -> str:
        return "   -" if value is None else f"{value:4.2f}"

    lines = ["form       gold found   P30  R30  F30   P50  R50  F50  tokP tokR tokF  mention canonical"]
    for form in ("all", *FORMS):
        low, high = scores.at[0.3][form], scores.at[0.5][form]
        if not high.gold and not high.found:
            continue
        share = [
            high.mentions_right / high.mentions if high.mentions else None,
            high.canonical_right / high.speakers if high.speakers else None,
        ]
        lines.append(
            f"{form:10} {high.gold:4d} {high.found:5d}  {show(low.precision)} {show(low.recall)} {show(low.f1)}  "
            f"{show(high.precision)} {show(high.recall)} {show(high.f1)}  {' '.join(map(show, scores.tokens[form]))}  "
            f"{show(share[0]):>7} {show(share[1]):>9}"
        )
    return "\n".join(lines)
