"""Dates and deadlines, by an own grammar, anchored on the article's date where they are relative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from overstretch.statements.quantities import number
from overstretch.statements.record import Moment

Granularity = Literal["day", "week", "month", "quarter", "year", "years", "unknown"]
_MONTH_NAMES = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|"
    "december dec"
)
MONTHS = {name: index for index, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()}
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
DAYS = {name: index for index, name in enumerate(_DAY_NAMES.split())}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = f"(?:{_DAY_NAMES.replace(' ', '|')})"
_NUMBER = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|few|several"
_UPTO = r"\d+|two|three|four|five|six|seven|eight|ten"
_UNIT = r"years?|months?|quarters?|weeks?|days?|decades?"
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:st|nd|rd|th)?"
_RELATION = (
    r"(?P<relation>no later than|not later than|at the latest by|by|before|until|till|from|since|starting(?: in| from)?|"
    r"beginning(?: in| from)?|in|within|inside|over|after|on|during|for|through|to)"
)
_EXACT = "|".join(
    [
        r"(?P<iso>\d{4}-\d{2}-\d{2})",
        rf"(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.{_YEAR})",
        rf"(?P<d1>\d{{1,2}}){_ORDINAL} (?:of )?(?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?",
        rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}){_ORDINAL}(?!\d|%|\.\d)(?:,? (?P<y2>{_YEAR}))?",
        rf"(?P<m3>{_MONTH})(?: of)?,? (?P<y3>{_YEAR})",
        rf"(?:the )?(?P<q>first|second|third|fourth|Q[1-4])(?: quarter)?(?: of)? (?P<yq>{_YEAR})",
        r"(?:the )?(?P<part>end|start|beginning|middle|mid|close|late|early)(?:-| of )?(?:the )?(?:year )?"
        rf"(?P<yp>{_YEAR})",
        r"(?:the )?end of (?:the|this) (?P<edge>decade|year)",
        rf"(?:the )?(?:fiscal year )?(?P<y>{_YEAR})(?:[-–/](?P<y_to>(?:20)?\d{{2}}))?(?P<decade>s)?(?![\d,.]*\d|%)",
        r"(?P<rel>next|this|last|the following|the coming|the past|the same) "
        r"(?P<relunit>year|month|week|quarter|decade|summer|spring|autumn|winter|fall)",
        rf"(?P<lastday>next |last |this |late |early )?(?P<weekday>{_DAY})",
        r"(?P<word>today|yesterday|tomorrow|tonight|now|once|previously|"
        r"earlier(?: this (?:week|month|year)| in the (?:day|week))?|recently|in the past)",
        rf"(?P<m4>{_MONTH})(?! \d)",
    ]
)
_LEAD = r"(?:the )?(?:next |coming |past |following )?"
_SPAN = re.compile(
    rf"(?<![\w-])(?:(?P<rspan>within|in|inside|over|for) {_LEAD}(?P<count>{_NUMBER})(?:[ -]to[ -](?P<upto>{_UPTO}))?[ -]"
    rf"(?P<unit>{_UNIT})\b|{_LEAD}(?P<count2>{_NUMBER})(?:[ -]to[ -](?P<upto2>{_UPTO}))? (?P<unit2>{_UNIT}) "
    r"(?P<ago>ago|from now|later|earlier|hence))",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?<![\w$€£-])(?:{_RELATION} )?(?:{_EXACT})(?!\w)", re.IGNORECASE)
_GRANULARITY: dict[str, Granularity] = {"year": "year", "month": "month", "week": "week", "decade": "years"}
_BY = "no later than|not later than|at the latest by|before|until|till|through|to"
_KINDS = dict.fromkeys(_BY.split("|"), "by") | {
    "since": "from",
    "after": "from",
    "inside": "within",
    "over": "within",
    "for": "within",
    "during": "in",
    "on": "in",
}


@dataclass(frozen=True)
class Found:
    """A date in a text: where, what, and how it is tied ("by", "from", "within", "in")."""

    start: int
    end: int
    moment: Moment


def _years_later(anchor: date, years: int) -> date:
    try:
        return anchor.replace(year=anchor.year + years)
    except ValueError:
        return anchor.replace(year=anchor.year + years, day=28)


def _months_later(anchor: date, months: int) -> date:
    total = anchor.year * 12 + anchor.month - 1 + months
    return date(total // 12, total % 12 + 1, min(anchor.day, 28))


def dates(text: str, anchor: date | None = None) -> list[Found]:
    """All dates of a text. A relative one has no ISO date where the article's date is unknown."""
    found: list[Found] = []
    for match in _SPAN.finditer(text):
        moment = _span(match, anchor)
        if moment is not None:
            found.append(Found(match.start(), match.end(), moment))
    for match in _DATE.finditer(text):
        if any(match.start() < other.end and other.start < match.end() for other in found):
            continue
        moment = _exact(match, anchor, text)
        if moment is not None:
            found.append(Found(match.start(), match.end(), moment))
    return sorted(found, key=lambda item: item.start)


def _moment(match: re.Match[str], when: date | None, granularity: Granularity, kind: str | None) -> Moment:
    return Moment(
        text=" ".join(match.group().split()),
        date=when.isoformat() if when is not None else None,
        granularity=granularity,
        relation=kind,  # type: ignore[arg-type]
    )


def _count(text: str) -> int | None:
    low = text.lower()
    if low in ("few", "several"):
        return None
    return 1 if low in ("a", "an") else int(number(low))


def _span(match: re.Match[str], anchor: date | None) -> Moment | None:
    relation = match.group("rspan")
    unit = (match.group("unit") or match.group("unit2")).lower().rstrip("s")
    count = _count(match.group("upto") or match.group("count") or match.group("upto2") or match.group("count2"))
    ago = (match.group("ago") or "").lower()
    if relation and relation.lower() == "for":
        return None
    when = None
    if anchor is not None and count is not None and count <= 500:
        sign = -1 if ago in ("ago", "earlier") else 1
        when = _shift(anchor, sign * count, unit)
    granularity: Granularity = "years" if unit in ("year", "decade") else unit  # type: ignore[assignment]
    kind = _KINDS.get((relation or "").lower(), (relation or "").lower()) or (
        "ago" if ago in ("ago", "earlier") else "in"
    )
    return _moment(match, when, granularity, "within" if kind in ("within", "in") and not ago else kind)


def _shift(anchor: date, count: int, unit: str) -> date:
    if unit in ("year", "decade"):
        return _years_later(anchor, count * (10 if unit == "decade" else 1))
    if unit in ("month", "quarter"):
        return _months_later(anchor, count * (3 if unit == "quarter" else 1))
    return anchor + timedelta(days=count * (7 if unit == "week" else 1))


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _exact(match: re.Match[str], anchor: date | None, text: str) -> Moment | None:
    group = match.groupdict()
    relation = (group["relation"] or "").lower().split(" in")[0].split(" from")[0]
    if relation.startswith(("starting", "beginning")):
        relation = "from"
    kind = _KINDS.get(relation, relation) or None
    month = group["m4"]
    if month and (month.islower() or (month.lower() in ("may", "march", "mar") and not relation)):
        return None
    day = _day(group, anchor)
    if day is None:
        return None
    when, granularity = day
    if kind is None and (group["word"] or "").lower().startswith(("earlier", "once", "prev", "rec", "in the past")):
        kind = None
    return _moment(match, when, granularity, kind)


def _year_month(year: str | None, month: int, anchor: date | None) -> date | None:
    if year:
        return date(int(year), month, 1)
    return date(anchor.year, month, 1) if anchor is not None else None


def _day(group: dict[str, str | None], anchor: date | None) -> tuple[date | None, Granularity] | None:
    try:
        for rule in (_calendar, _yearly, _relative):
            found = rule(group, anchor)
            if found is not None:
                return found
    except (ValueError, OverflowError):
        return None
    return None


def _calendar(group: dict[str, str | None], anchor: date | None) -> tuple[date | None, Granularity] | None:
    if group["iso"]:
        return date.fromisoformat(group["iso"]), "day"
    if group["dotted"]:
        day, month, year = map(int, group["dotted"].split("."))
        return date(year, month, day), "day"
    for d, m, y in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if group[d]:
            base = _year_month(group[y], _month(group[m] or ""), anchor)
            return (base.replace(day=int(group[d] or 1)) if base else None), "day"
    if group["m3"]:
        return _year_month(group["y3"], _month(group["m3"]), anchor), "month"
    if group["m4"]:
        return _year_month(None, _month(group["m4"]), anchor), "month"
    if group["q"] and group["yq"]:
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4}
        quarter = order.get(group["q"].lower()) or int(group["q"][1])
        return date(int(group["yq"]), 3 * quarter - 2, 1), "quarter"
    return None


def _yearly(group: dict[str, str | None], anchor: date | None) -> tuple[date | None, Granularity] | None:
    if group["yp"]:
        late = (group["part"] or "").lower() in ("end", "close", "late")
        mid = (group["part"] or "").lower() in ("mid", "middle")
        return date(int(group["yp"]), 12 if late else 7 if mid else 1, 1), "year"
    if group["edge"]:
        if anchor is None:
            return None, "year"
        year = anchor.year if group["edge"].lower() == "year" else anchor.year // 10 * 10 + 9
        return date(year, 12, 1), "year"
    if group["y"]:
        last = group["y_to"]
        year = int(group["y"])
        if last:
            year = int(last) if len(last) == 4 else int(group["y"][:2] + last)
        return date(year, 1, 1), "years" if last or group["decade"] else "year"
    return None


def _relative(group: dict[str, str | None], anchor: date | None) -> tuple[date | None, Granularity] | None:
    if group["rel"]:
        unit = (group["relunit"] or "").lower()
        granularity = _GRANULARITY.get(unit, "quarter")
        if anchor is None or (granularity == "quarter" and unit != "quarter"):
            return None, granularity
        rel = group["rel"].lower()
        sign = -1 if rel in ("last", "the past") else 0 if rel in ("this", "the same") else 1
        start = {
            "year": date(anchor.year, 1, 1),
            "decade": date(anchor.year // 10 * 10, 1, 1),
            "month": anchor.replace(day=1),
            "quarter": date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1),
            "week": anchor - timedelta(days=anchor.weekday()),
        }[unit]
        return _shift(start, sign, unit), granularity
    if group["weekday"]:
        if anchor is None:
            return None, "day"
        back = (anchor.weekday() - DAYS[group["weekday"].lower()]) % 7
        ahead = (group["lastday"] or "").lower().strip() == "next"
        if (group["lastday"] or "").lower().strip() == "last" and back == 0:
            back = 7
        return (anchor + timedelta(days=7 - back) if ahead else anchor - timedelta(days=back)), "day"
    word = (group["word"] or "").lower()
    if not word:
        return None
    if word in ("today", "yesterday", "tomorrow", "tonight", "now"):
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return (anchor + timedelta(days=step) if anchor is not None else None), "day"
    return None, "unknown"
