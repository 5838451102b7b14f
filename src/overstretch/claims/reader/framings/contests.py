"""One put against others in other words ("left France's trailing", "than any of its 26 EU peers", "half as much again
as"), each put as a plain comparison before it is read. Rows of contests.toml."""

from __future__ import annotations

import re
from functools import cache, partial

from overstretch import shipped


@cache
def _rows() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    rows = shipped.patterns("claims/reader/framings", "contests.toml")["row"]
    return tuple((re.compile(row["pattern"]), row["put"]) for row in rows)


def plain_contests(text: str) -> str:
    """The text, as long as it was, with each such comparison put plainly."""
    for pattern, put in _rows():
        text = pattern.sub(partial(_put, put=put), text)
    return text


def _put(m: re.Match[str], put: dict[str, str]) -> str:
    words = (put.get(m.groupdict().get("v") or "") or put["any"]).format(**m.groupdict())
    if len(words) > len(m.group()):
        return m.group()
    lead = m.groupdict().get("lead") or ""
    return lead + words[len(lead) :].rjust(len(m.group()) - len(lead))
