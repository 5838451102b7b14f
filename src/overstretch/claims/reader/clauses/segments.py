"""A sentence in the stretches that its commas, colons, brackets and dashes part."""

from __future__ import annotations

import re

from overstretch.claims.reader.bearing import clause_words as cw
from overstretch.claims.reader.bearing.condition_words import PRICED
from overstretch.claims.reader.clauses import carried_words as cd

_CUT = re.compile(
    r"(?<!\d),(?=\s)|(?<=\d),(?=\s)|[;:](?=\s)|\s-+\s|[()\"]|(?<!\bU\.S)(?<!\bU\.K)\.\s+(?=(?-i:[A-Z]))|"
    r"\s(?=(?:by|on|in) (?:the )?(?-i:[A-Z])[\w'-]+(?: [\w'-]+)?(?:'s|s') (?:own )?(?:reckoning|count|estimates?|sums|"
    r"calculations?|arithmetic|view|estimation)\b\W*$)|"  # "... by Rome's reckoning"
    rf"\sbut(?=\s(?:still |yet |now )?{cd.DISTANCE})",  # "up on March but still a fifth below April"
    re.I,
)


def segments(text: str, start: int) -> list[tuple[int, int]]:
    """Stretches between commas, semicolons, colons, brackets and dashes; a comma inside a number or a list of names
    parts nothing."""
    cuts = [m.span() for m in _CUT.finditer(text[start:])]
    if priced := PRICED.match(text, start):
        cuts.insert(0, (priced.start("end") - start, priced.end("end") - start))
    names = [m.span() for m in cw.QUOTED_NAME.finditer(text[start:])]
    cuts = [(a, b) for a, b in cuts if not any(x <= a < y and text[start + a] == '"' for x, y in names)]
    pieces, at = [], start
    for a, b in cuts:
        pieces.append((at, start + a))
        at = start + b
    pieces.append((at, len(text)))
    return [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b - (len(text[a:b]) - len(text[a:b].rstrip())))
        for a, b in pieces
        if text[a:b].strip(" .,;:!")
    ]
