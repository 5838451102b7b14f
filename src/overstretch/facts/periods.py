"""Periods as text: `2024`, `2025Q1`, `2025-06`, `2025-06-01`, or `START/END` of two of these."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from overstretch.errors import InputError

FORMS = "2024, 2025Q1, 2025-06, 2025-06-01, or two of these joined by '/'"
FIRST_YEAR, LAST_YEAR = 1800, 2150
_PATTERNS = {
    "year": re.compile(r"(\d{4})"),
    "quarter": re.compile(r"(\d{4})Q([1-4])"),
    "month": re.compile(r"(\d{4})-(\d{2})"),
    "day": re.compile(r"(\d{4})-(\d{2})-(\d{2})"),
}


def month_end(year: int, month: int) -> str:
    """Last day of a month as an ISO date."""
    if not 1 <= month <= 12:
        raise InputError(f"month {month} is not between 1 and 12")
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


@lru_cache(maxsize=65536)
def period_end(period: str) -> str:
    """Last day of a period as an ISO date; InputError where the text is no period."""
    return _days(period, period.rpartition("/")[2])[1]


@lru_cache(maxsize=65536)
def period_start(period: str) -> str:
    """First day of a period as an ISO date; InputError where the text is no period."""
    return _days(period, period.partition("/")[0])[0]


def _days(period: str, part: str) -> tuple[str, str]:
    """First and last day of one of the two parts of a period."""
    for each in period.split("/")[:2]:
        if each[:4].isdecimal() and not FIRST_YEAR <= int(each[:4]) <= LAST_YEAR:
            raise InputError(f"period {period!r}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    form, match = _form(period, part)
    year = match[1]
    match form:
        case "year":
            return f"{year}-01-01", f"{year}-12-31"
        case "quarter":
            last = 3 * int(match[2])
            return f"{year}-{last - 2:02d}-01", month_end(int(year), last)
        case "month":
            last_day = month_end(int(year), int(match[2]))
            return f"{last_day[:8]}01", last_day
        case _:
            return (_checked_day(match),) * 2


def _form(period: str, part: str) -> tuple[str, re.Match[str]]:
    for name, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(part):
            return name, match
    raise InputError(f"period {period!r} is not one of the accepted forms: {FORMS}")


def frequency(period: str) -> str:
    """`year`, `quarter`, `month`, `day` or `range`: the form a period is written in."""
    return "range" if "/" in period else _form(period, period)[0]


def parse_day(text: str, what: str = "date") -> str:
    """An ISO day, checked; InputError says what is accepted."""
    match = _PATTERNS["day"].fullmatch(str(text).strip())
    if not match:
        raise InputError(f"{what} {text!r} is not a day written as YYYY-MM-DD")
    return _checked_day(match)


def _checked_day(match: re.Match[str]) -> str:
    text, (year, month, day) = match[0], map(int, match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"{text!r}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise InputError(f"{text!r} is not a day of the calendar")
    return text
