"""Periods as text: `2024`, `2025Q1`, `2025-06`, `2025-06-01`, or `START/END` of two of these."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from overstretch.errors import InputError

FORMS = "2024, 2025Q1, 2025-06, 2025-06-01, or two of these joined by '/'"
FIRST_YEAR, LAST_YEAR = 1800, 2150
_YEAR = re.compile(r"(\d{4})")
_QUARTER = re.compile(r"(\d{4})Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def month_end(year: int, month: int) -> str:
    """Last day of a month as an ISO date."""
    if not 1 <= month <= 12:
        raise InputError(f"month {month} is not between 1 and 12")
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


@lru_cache(maxsize=65536)
def period_end(period: str) -> str:
    """Last day of a period as an ISO date; InputError where the text is no period."""
    last = period.rpartition("/")[2]
    _refuse_far_years(period)
    if match := _YEAR.fullmatch(last):
        return f"{match[1]}-12-31"
    if match := _QUARTER.fullmatch(last):
        return month_end(int(match[1]), 3 * int(match[2]))
    if match := _MONTH.fullmatch(last):
        return month_end(int(match[1]), int(match[2]))
    if match := _DAY.fullmatch(last):
        return _checked_day(last, int(match[1]), int(match[2]), int(match[3]))
    raise InputError(f"period {period!r} is not one of the accepted forms: {FORMS}")


@lru_cache(maxsize=65536)
def period_start(period: str) -> str:
    """First day of a period as an ISO date; InputError where the text is no period."""
    first = period.partition("/")[0]
    _refuse_far_years(period)
    if match := _YEAR.fullmatch(first):
        return f"{match[1]}-01-01"
    if match := _QUARTER.fullmatch(first):
        return f"{match[1]}-{3 * int(match[2]) - 2:02d}-01"
    if match := _MONTH.fullmatch(first):
        return month_end(int(match[1]), int(match[2]))[:8] + "01"
    if match := _DAY.fullmatch(first):
        return _checked_day(first, int(match[1]), int(match[2]), int(match[3]))
    raise InputError(f"period {period!r} is not one of the accepted forms: {FORMS}")


def frequency(period: str) -> str:
    """`year`, `quarter`, `month`, `day` or `range`: the form a period is written in."""
    if "/" in period:
        return "range"
    for name, pattern in (("year", _YEAR), ("quarter", _QUARTER), ("month", _MONTH), ("day", _DAY)):
        if pattern.fullmatch(period):
            return name
    raise InputError(f"period {period!r} is not one of the accepted forms: {FORMS}")


def parse_day(text: str, what: str = "date") -> str:
    """An ISO day, checked; InputError says what is accepted."""
    match = _DAY.fullmatch(str(text).strip())
    if not match:
        raise InputError(f"{what} {text!r} is not a day written as YYYY-MM-DD")
    return _checked_day(match[0], int(match[1]), int(match[2]), int(match[3]))


def _refuse_far_years(period: str) -> None:
    for part in period.split("/")[:2]:
        if part[:4].isdecimal() and not FIRST_YEAR <= int(part[:4]) <= LAST_YEAR:
            raise InputError(f"period {period!r}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")


def _checked_day(text: str, year: int, month: int, day: int) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"{text!r}: the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise InputError(f"{text!r} is not a day of the calendar")
    return text
