"""Which tier of defence spending a share of GDP is of: core, related, or both; and the pledge of The Hague."""

from __future__ import annotations

import re
from datetime import date

from overstretch.claims.reader.draft import Draft, Unread
from overstretch.claims.reader.series.limits import value_of
from overstretch.claims.reader.vocabulary import Mention
from overstretch.questions.data import Compare, Quantity, Question, When, negated

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
    return not any(p.code in ("RUS", "UKR", "FOREIGN") for p in draft.parties)


def tier(draft: Draft, figure: Mention) -> str:
    """Core, related, or both: as the words say; the pledge's 5% of the allies is both tiers."""
    value = value_of(figure)
    if figure.kind == "points" and (m := draft.says(r"\bcosts?\b")):
        raise Unread(f"could not place “{m.group()} … {figure.text}”")
    if value == PLEDGE and _with_its_tiers(draft, figure):
        return "total_share"
    if draft.has("BOTH"):
        return "total_share"
    if draft.has("RELATED") and not draft.has("CORE"):
        draft.take_all("RELATED", part="series")
        return "related_share" if not isinstance(value, tuple) and value <= 1.5 else "total_share"
    if draft.has("CORE"):
        draft.take_all("CORE", part="series")
        return "core_share"
    if value == 1.5 and draft.has("TARGET"):
        raise Unread("it does not say which tier of the target is meant")  # 1.5% is that of related spending
    groups = {p.code for p in draft.parties_of("group")}
    security = draft.says(r"defen[cs]e and (?:on )?security")
    if (
        value == PLEDGE
        and draft.said >= HAGUE
        and any(m.when.first[:4] == "2035" for m in draft.moments)
        and _allied(draft)
        and not draft.says(r"\b(?:the|its|their) (?:army|armed forces)\b|\b(?:defen[cs]e|forces|military) alone\b")
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


_MEETS = re.compile(
    r"\b(?:(?P<miss>miss(?:es|ed|ing)?|f[ae]ll(?:s|ing)? short of)|meet(?:s|ing)?|met|reach(?:es|ed|ing)?|hit(?:s|"
    r"ting)?|achiev\w+|fulfil\w*|deliver\w*(?: on)?)\b",
    re.I,
)


def pledged(draft: Draft, who: tuple[str, ...], before: str) -> Question | None:
    """'Meeting the target' where the alliance's own is spoken of: the pledge in force on the day of the words."""
    verb = _MEETS.search(draft.text)
    if verb is None or not draft.has("TARGET") or draft.size is not None or draft.counted is not None:
        return None
    if draft.has("DEFICIT", "INFLATION", "DEBT", "GROWTH", "RATE") or not re.search(
        r"\b(?:NATO|alliance|Hague)\b", f"{before[-800:]} {draft.text}"
    ):
        return None
    new = draft.said >= HAGUE
    moment = (
        draft.moments[0].when
        if len(draft.moments) == 1
        else None
        if draft.moments
        else When("in", "2035" if new else "2024", default=True)
    )
    if moment is None:
        return None
    draft.use(*verb.span(), "pledge")
    draft.take_all("TARGET", "REACH", part="pledge")
    limit = Compare(Quantity("total_share" if new else "core_share", who, moment), ">=", PLEDGE if new else 2.0)
    return negated(limit) if verb["miss"] else limit
