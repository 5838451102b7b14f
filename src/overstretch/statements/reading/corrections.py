"""A speaker who corrects himself: "a hundred and ten, pardon, a hundred and twenty per cent" as the second figure alone,
where what is taken back and what stands in its place are of one kind: two figures, two moments, two names, two bounds."""

from __future__ import annotations

import re
from functools import cache

from overstretch import shipped


@cache
def _kinds() -> tuple[re.Pattern[str], ...]:
    rows = shipped.patterns("statements/data", "plain_words.toml")["correction"]["rows"]
    return tuple(re.compile(row, re.I) for row in rows)


def corrected(text: str) -> str:
    """The text without what its speaker takes back at once."""
    for pattern in _kinds():
        for _ in range(2):
            text = pattern.sub(_second, text)
    return text


def _second(m: re.Match[str]) -> str:
    held = m.groupdict()
    if held.get("again") is not None and held["again"].lower() != held["a"].lower():
        return m.group()
    if _dated(held["a"]) != _dated(held["b"]) or _unit(held["a"]) not in ("", _unit(held["b"])):
        return m.group()
    return f"{held['b']}{held.get('end') or ''}"


def _dated(words: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d\b", words) is not None


def _unit(words: str) -> str:
    unit = re.search(r"%|per ?cent|pct|billion|bn|trillion|trn|million|thousand|[$€£]", words, re.I)
    return "%" if unit and unit.group().lower() in ("%", "per cent", "percent", "pct") else unit.group() if unit else ""
