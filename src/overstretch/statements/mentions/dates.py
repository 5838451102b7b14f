"""Dates and deadlines, by an own grammar, anchored on the article's date where they are relative."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from overstretch.statements.mentions.calendar_words import DATE, DAYS, FEASTS, MONTHS, SEASONS, SPAN
from overstretch.statements.mentions.quantities import number
from overstretch.statements.record import Moment

Granularity = Literal["day", "week", "month", "quarter", "year", "years", "unknown"]
_GRANULARITY: dict[str, Granularity] = {"year": "year", "month": "month", "week": "week", "decade": "years"}
_BY = "no later than|not later than|at the latest by|by|before|until|till|through|to|come"
_KINDS = dict.fromkeys(_BY.split("|"), "by") | {
    "since": "from",
    "after": "from",
    "inside": "within",
    "over": "within",
    "for": "within",
    "during": "in",
    "on": "in",
}
_LATE, _MIDDLE = ("end", "very end", "close", "late"), ("mid", "middle", "second half", "h2")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
_AHEAD, _BACK, _HERE = (
    ("next", "the following", "the coming"),
    ("last", "the past"),
    ("this", "the same", "the current", "the"),
)


@dataclass(frozen=True)
class Found:
    """A date in a text: where, what, and how it is tied ("by", "from", "within", "in")."""

    start: int
    end: int
    moment: Moment


def _months_later(anchor: date, months: int) -> date:
    total = anchor.year * 12 + anchor.month - 1 + months
    return date(total // 12, total % 12 + 1, min(anchor.day, 28))


def dates(text: str, anchor: date | None = None) -> list[Found]:
    """All dates of a text. A relative one has no ISO date where the article's date is unknown."""
    found: list[Found] = []
    for pattern, rule in ((SPAN, _span), (DATE, _exact)):
        for match in pattern.finditer(text):
            apart = not any(match.start() < other.end and other.start < match.end() for other in found)
            if apart and (moment := rule(match, anchor)) is not None:
                found.append(Found(*match.span(), moment))
    return sorted(found, key=lambda item: item.start)


def _moment(match: re.Match[str], when: date | None, granularity: Granularity, kind: str | None) -> Moment:
    return Moment(
        text=" ".join(match.group().split()),
        date=when.isoformat() if when is not None else None,
        granularity=granularity,
        relation=kind,  # type: ignore[arg-type]
    )


def _count(text: str) -> float | None:
    low = text.lower()
    if low.removeprefix("a ") in ("few", "several"):
        return None
    return {"a": 1.0, "an": 1.0, "a couple of": 2.0}.get(low) or number(low)


def _span(match: re.Match[str], anchor: date | None) -> Moment | None:
    relation, ago = (match["rspan"] or "").lower(), (match["ago"] or "").lower()
    unit = (match["unit"] or match["unit2"]).lower().rstrip("s")
    count = _count(match["upto"] or match["count"] or match["upto2"] or match["count2"])
    if relation == "for":
        return None
    when, back = None, ago in ("ago", "earlier")
    if anchor is not None and count is not None and count <= 500:
        count += 0.5 if match["more"] else 0.0
        step = unit
        if count != int(count) and unit in ("year", "decade"):
            count, step = count * (12 if unit == "year" else 120), "month"
        when = _shift(anchor, (-1 if back else 1) * round(count), step)
    granularity: Granularity = "years" if unit in ("year", "decade") else unit  # type: ignore[assignment]
    return _moment(match, when, granularity, "within" if relation else "ago" if back else "in")


def _shift(anchor: date, count: int, unit: str) -> date | None:
    """The day so many units on; None beyond the years 1 to 9999."""
    try:
        if unit in ("year", "decade"):
            year = anchor.year + count * (10 if unit == "decade" else 1)
            leap = (anchor.month, anchor.day) == (2, 29) and not calendar.isleap(year)
            return anchor.replace(year=year, day=28 if leap else anchor.day)
        if unit in ("month", "quarter"):
            return _months_later(anchor, count * (3 if unit == "quarter" else 1))
        return anchor + timedelta(days=count * (7 if unit == "week" else 1))
    except (ValueError, OverflowError):
        return None


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _exact(match: re.Match[str], anchor: date | None) -> Moment | None:
    group = match.groupdict()
    group["part"] = next((group[f"part{n}"] for n in range(1, 6) if group[f"part{n}"]), None)
    relation = (group["relation"] or "").lower().split(" in")[0].split(" from")[0]
    if relation.startswith(("starting", "beginning")):
        relation = "from"
    kind = _KINDS.get(relation, relation) or ("by" if group["out"] else None)
    month = group["m4"] if not group["part"] else None
    if month and (month.islower() or (month.lower() in ("may", "march", "mar") and not relation)):
        return None
    if (group["season"] and kind is None) or (relation == "come" and not (month or group["feast"] or group["season"])):
        return None
    try:
        rules = (_calendar, _parts, _yearly, _relative)
        day = next((found for rule in rules if (found := rule(group, anchor)) is not None), None)
    except (ValueError, OverflowError):
        return None
    return _moment(match, *day, kind) if day is not None else None


Day = tuple[date | None, Granularity]
Groups = dict[str, str | None]


def _calendar(group: Groups, anchor: date | None) -> Day | None:
    if group["iso"]:
        return date.fromisoformat(group["iso"].replace("/", "-")), "day"
    if group["dotted"]:
        day, month, year = map(int, re.split(r"[./]", group["dotted"]))
        if month > 12 and "/" in group["dotted"]:
            day, month = month, day
        return date(year, month, day), "day"
    for d, m, y, first in (("d1", "m1", "y1", "first1"), ("d2", "m2", "y2", "first2")):
        if group[d]:
            year = int(group[y] or 0) or (anchor.year if anchor else 0)
            return (date(year, _month(group[m] or ""), int(group[first] or group[d] or 1)) if year else None), "day"
    return _monthly(group, anchor)


def _monthly(group: Groups, anchor: date | None) -> Day | None:
    named = group["m3"] or group["m4"] or group["m5"]
    if named is None:
        return None
    month = _month(named)
    year = int(group["y3"] or 0) or (anchor.year if anchor else 0)
    bound = _KINDS.get((group["relation"] or "").lower()) == "by"
    year += bool(anchor and bound and group["m4"] and month < anchor.month)
    if anchor is not None and group["m5"]:
        way = (group["relm"] or "").lower()
        year += (way == "next" and month <= anchor.month) - (way == "last" and month >= anchor.month)
    return (_within_month(year, month, group["part"]) if year else None), "month"


def _within_month(year: int, month: int, part: str | None) -> date:
    late, middle = _place(part)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, (21 if (part or "").lower() == "late" else last) if late else 15 if middle else 1)


def _place(part: str | None) -> tuple[bool, bool]:
    """Whether a part is the end, or the middle, of its whole."""
    low = (part or "").lower()
    return low in _LATE, low in _MIDDLE


def _year_of(text: str | None, anchor: date | None) -> int | None:
    """The year of "2026", "next year", "this year" or nothing (the article's)."""
    if text and text.isdigit():
        return int(text)
    return None if anchor is None else anchor.year + ((text or "").lower() == "next year")


def _parts(group: Groups, anchor: date | None) -> Day | None:
    """Quarters, feasts, seasons, and the early, middle and late part of a year or decade."""
    if (quarter := group["q"] or group["qq"]) is not None:
        year = _year_of(group["yq"], anchor)
        return (date(year, 3 * _ORDER[quarter.lower().split()[0]] - 2, 1) if year else None), "quarter"
    if group["feast"] or group["season"]:
        return _season(group, anchor)
    late, middle = _place(group["part"] or "end")
    if group["yp"]:
        start = int(group["yp"])
        if group["decade_part"]:
            return date(start + (7 if late else 4 if middle else 0), 1, 1), "years"
        return date(start, 12 if late else 7 if middle else 1, 1), "year"
    ends = "decade" if "decade" in (group["yearend"] or "").lower() else "year" if group["yearend"] else ""
    unit = (group["partunit"] or group["shortunit"] or group["out"] or ends).lower()
    if not unit:
        return None
    if anchor is None:
        return None, _GRANULARITY[unit]
    rel = (group["relpart"] or group["relshort"] or "").lower()
    step = (rel in _AHEAD) - (rel in _BACK)
    if unit == "month":
        month = _months_later(anchor.replace(day=1), step)
        return _within_month(month.year, month.month, group["part"]), "month"
    year = anchor.year + step
    if unit == "decade":
        year = anchor.year // 10 * 10 + 10 * step + (9 if late else 4 if middle else 0)
    return date(year, 12 if late else 7 if middle else 1, 1), "year"


def _season(group: Groups, anchor: date | None) -> Day:
    feast = (group["feast"] or "").lower()
    month, day = FEASTS[feast] if feast else (SEASONS[(group["season"] or "").lower()], 1)
    year = _year_of(group["yf"], anchor)
    if year is None:
        return None, "day" if feast else "quarter"
    when = date(year, month, day)
    if not group["yf"] and anchor is not None and _months_later(when, 0 if feast else 2) < anchor.replace(day=1):
        when = when.replace(year=year + 1)
    return when, "day" if feast else "quarter"


def _yearly(group: Groups, anchor: date | None) -> Day | None:
    if not group["y"]:
        return None
    last = group["y_to"]
    year = int(group["y"])
    if last:
        year = int(last) if len(last) == 4 else int(group["y"][:2] + last)
    return date(year, 1, 1), "years" if last or group["decade"] else "year"


def _relative(group: Groups, anchor: date | None) -> Day | None:
    if group["rel"]:
        return _next_or_last(group["rel"].lower(), (group["relunit"] or "").lower(), anchor)
    if group["weekday"]:
        if anchor is None:
            return None, "day"
        way = (group["lastday"] or "").lower().strip()
        back = (anchor.weekday() - DAYS[group["weekday"].lower()[:3]]) % 7
        if way == "last" and back == 0:
            back = 7
        return (anchor + timedelta(days=7 - back) if way == "next" else anchor - timedelta(days=back)), "day"
    word = (group["word"] or "").lower()
    if word in ("today", "yesterday", "tomorrow", "tonight", "now"):
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return (anchor + timedelta(days=step) if anchor is not None else None), "day"
    return (None, "unknown") if word else None


def _next_or_last(rel: str, unit: str, anchor: date | None) -> Day | None:
    granularity = _GRANULARITY.get(unit, "quarter")
    if rel == "the" and unit not in SEASONS:
        return None
    if anchor is None:
        return None, granularity
    step = -1 if rel in _BACK else 0 if rel in _HERE else 1
    if unit in SEASONS:
        when = date(anchor.year, SEASONS[unit], 1)
        over = _months_later(when, 2) < anchor.replace(day=1)
        if rel == "the" or (step == 1 and rel != "next"):
            step = int(over)
        elif step == -1:
            step = 0 if over else -1
        return when.replace(year=anchor.year + step), granularity
    start = {
        "year": date(anchor.year, 1, 1),
        "decade": date(anchor.year // 10 * 10, 1, 1),
        "month": anchor.replace(day=1),
        "quarter": date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1),
        "week": anchor - timedelta(days=anchor.weekday()),
    }[unit]
    return _shift(start, step, unit), granularity
