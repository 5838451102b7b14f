"""What is left over: words of a claim from which no part of its question was read, but for the rows of left_over.toml,
which neither bound, date, deny nor turn what is said."""

from __future__ import annotations

import re
from functools import cache

from overstretch import shipped
from overstretch.claims.reader.draft import Draft
from overstretch.claims.reader.vocabulary import forms

# Frames that are read into polarity and modality; directions are parts of comparisons.
PLACED = ("AHEAD", "NOT", "AFFIRM", "POSSIBLE", "UNSURE", "BRINK", "UP", "DOWN", "REACH", "TARGET", "GDP")
_WORD = re.compile(r"[^\W\d_]+(?=-[$€£]?\d)|[^\W_][\w'’-]*")  # "sub-4%" is a word and a figure
_SHORT = re.compile(r"'(?:s|ll|ve|d|re|m)$|n't$")


@cache
def _harmless() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    rows, patterns = (
        shipped.rows("claims/reader", "left_over.toml"),
        shipped.patterns("claims/reader", "left_over.toml"),
    )
    phrases = "|".join(rf"\b(?:{phrase})" for phrase in patterns["phrases"])
    crossing = "|".join(patterns["crossing"])
    words = frozenset[str]().union(*(forms(row) for row in rows.values() if isinstance(row, str)))
    return words, re.compile(phrases, re.I), re.compile(crossing, re.I)


def left_over(draft: Draft) -> list[str]:
    """The words of a claim or a condition that became no part and are no row, in the text's order."""
    words, phrases, crossing = _harmless()
    held = [(a, b) for a, b, _ in draft.used] + [(m.start, m.end) for m in draft.figures]
    held += [(m.start, m.end) for m in draft.moments]
    held += [(m.start, m.end) for m in (*draft.frames, *draft.ways, *draft.concepts) if m.kind in PLACED or m.part]
    held += [(m.start, m.end) for m in draft.parties] + [m.span() for m in phrases.finditer(draft.text)]
    held += [m.span("v") for m in crossing.finditer(draft.text)]
    return [
        m.group()
        for m in _WORD.finditer(draft.text)
        if not any(a < m.end() and m.start() < b for a, b in held)
        and _SHORT.sub("", m.group().lower().replace("’", "'")) not in words
    ]
