"""Which tier of defence spending a share of GDP is of: core, related, or both; and the pledge of The Hague."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.limits import value_of
from overstretch.claims.reader.vocabulary import Mention

PLEDGE, HAGUE = 5.0, date(2025, 6, 25)  # % of GDP, core and related, since the summit of that day


def _with_its_tiers(draft: Draft, figure: Mention) -> bool:
    """Whether the pledge is named with its parts, 3.5% core and 1.5% related: they define what is counted."""
    rest = [f for f in draft.figures if f is not figure and not f.part]
    if sorted(value_of(f) for f in rest if isinstance(f.value, float)) != [1.5, 3.5] or len(rest) != 2:  # type: ignore[type-var]
        return False
    first = min(f.start for f in rest)
    if any(m.start > first for m in draft.moments) or any(m.start > first for m in draft.events):
        return False
    for part in rest:
        part.part = "definition"
    draft.use(first, len(draft.text), "definition")
    return True


def _allied(draft: Draft) -> bool:
    return not any(str(p.value) in ("RUS", "UKR", "FOREIGN") for p in draft.parties)


def tier(draft: Draft, figure: Mention) -> str:
    """Core, related, or both: as the words say; the pledge's 5% of the allies is both tiers."""
    value = value_of(figure)
    if figure.kind == "points" and (m := re.search(r"\bcosts?\b", draft.text, re.I)):
        raise Unread(f"could not place “{m.group()} … {figure.text}”")
    if value == PLEDGE and _with_its_tiers(draft, figure):
        return "total_share"
    if draft.has("RELATED") and not draft.has("CORE"):
        draft.take_all("RELATED", part="series")
        return "related_share" if not isinstance(value, tuple) and value <= 1.5 else "total_share"
    if draft.has("CORE"):
        draft.take_all("CORE", part="series")
        return "core_share"
    groups = {str(p.value) for p in draft.parties if p.kind == "group"}
    security = re.search(r"defen[cs]e and (?:on )?security", draft.text, re.I)
    if (
        value == PLEDGE
        and draft.said >= HAGUE
        and any(m.when.first[:4] == "2035" for m in draft.moments)
        and _allied(draft)
    ):
        return "total_share"  # the pledge by its own figure and year
    over = bool(draft.moments) and all(m.when.first < "2025" for m in draft.moments)
    if (
        value == 5.0
        and not over
        and (
            security
            or draft.has("TARGET")
            or "NATO" in groups
            or (draft.counted is not None and not groups - {"NATO", "ALLIES"})
        )
        and not any(p.kind == "party" for p in draft.parties)
    ):
        return "total_share"
    return "total_share" if security and value == 5.0 else "core_share"
