"""The date that an article gives for itself, in the lines that papers print for it."""

from __future__ import annotations

import re
from datetime import date

from overstretch.statements.mentions.calendar_words import DAY, YEAR
from overstretch.statements.mentions.dates import Found, dates

HEAD, FOOT, LONGEST = 14, 4, 160
_PUBLISHED = re.compile(
    r"\W*(?:first |originally )?(?:published|posted|issued|date|released|dated|created|publication date|issue date)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\W*(?:last )?(?:updated|modified|edited|revised)\b", re.IGNORECASE)
_TIME = re.compile(
    rf"\b(?:\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?|\d{{1,2}} ?[ap]\.?m\b)\.?|\b[ap]\.?m\b\.?|\b(?:[A-Z]{{1,4}}T|UTC"
    rf"|MSK)(?:[+-]\d+(?::\d+)?)?\b|\b(?:at|on|the|of)\b|{DAY}",
    re.IGNORECASE,
)
_CITY = re.compile(r"(?:[A-Z][\w.’'-]*(?:[ /,-]+|$)){1,6}(?:\([^)]{2,40}\)|/[^/]{2,30}/)?\W*$")
_PARTED = re.compile(r"\s[|·•]\s")
_OPENS = re.compile(r"\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/)?\s*[-–—:.,/|]|\s*\([^)\n]{2,40}\)")
_BARE = re.compile(rf"(?<!\bin )(?<!\bby )(?<!\bfor )(?<!\bto )(?<!\bfrom )(?<!\bsince )(?<!\buntil )\b{YEAR}\b")


def article_date(text: str) -> date | None:
    """The date an article gives for itself in its first or last lines ("MOSCOW, July 3, 2025 -"), else None.

    What it says of itself ("Published ...") comes first, then lines with a date alone, then the date behind the place
    name, then other short lines; a day without a year takes the year of another such line."""
    lines = [line.strip() for line in text[:6_000].splitlines() if line.strip()][:HEAD]
    lines += [line.strip() for line in text[-1_500:].splitlines() if line.strip()][-FOOT:]
    ranked: list[tuple[int, int, date]] = []
    partial: list[tuple[int, Found]] = []
    for at, line in enumerate(lines):
        last = 0
        for item in dates(line[:LONGEST]):
            word, last = line[last : item.start], item.end
            if (
                not re.search(r"\d", item.moment.text)
                or item.moment.granularity != "day"
                or item.moment.relation in ("by", "within", "from", "ago")
            ):
                continue
            rank = 0 if _PUBLISHED.match(word) and len(word) < 40 else _rank(line, item)
            if rank is None:
                continue
            if item.moment.date is not None:
                ranked.append((rank, at, date.fromisoformat(item.moment.date)))
            else:
                partial.append((rank, item))
    if ranked:
        return min(ranked)[2]
    years = {int(year) for line in lines if line[-1] != "." and len(line) < LONGEST for year in _BARE.findall(line)}
    if partial and len(years) == 1:
        again = dates(min(partial, key=lambda pair: pair[0])[1].moment.text, date(years.pop(), 1, 1))
        return date.fromisoformat(again[0].moment.date) if again and again[0].moment.date else None
    return None


def is_dateline(line: str) -> bool:
    """Whether a line holds a date and nothing else but a time, or names beside it ("OSLO, May 3, 2027", "The Gazette |
    3 May 2027 | Updated")."""
    if len(line) >= LONGEST:
        return False
    for item in dates(line):
        rank = _rank(line, item) if re.search(r"\d", item.moment.text) else None
        beside = re.findall(r"[^\W\d]\w*", _TIME.sub(" ", line[: item.start] + " " + line[item.end :]))
        named = _PARTED.search(line) is not None or all(word[:1].isupper() for word in beside)
        if rank == 1 or (rank is not None and item.moment.granularity == "day" and named and line[-1] not in ".!?:"):
            return True
    return False


def _rank(line: str, item: Found) -> int | None:
    """How surely a date is that of the article, 0 the surest; None for a date inside a sentence."""
    before, after = line[: item.start], line[item.end :]
    if _UPDATED.match(line) and item.start < 40:
        return 3
    rest = _TIME.sub(" ", f"{before} {after}")
    if not re.search(r"\w", rest):
        return 1
    opened = _OPENS.match(after)
    if item.start <= 50 and opened and (not before.strip() or _CITY.match(_TIME.sub("", before).strip())):
        return 2
    ended = line.rstrip().endswith((".", "!", "?", ";")) or len(line) > 120
    return None if ended or len(re.findall(r"[^\W\d]{2,}", rest)) > 14 else 4
