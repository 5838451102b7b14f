"""Periods as the language writes them (2029, 2026-H1, 2026-Q3, 2026-09, 2027-01-01), as months counted from year 0."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from overstretch.errors import InputError
from overstretch.questions.data import SPANS, When

ACCEPTED = "a year (2029), half-year (2026-H1), quarter (2026-Q3), month (2026-09) or day (2027-01-01)"
FIRST_YEAR, LAST_YEAR = 1900, 2099
_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?")


@dataclass(frozen=True)
class Period:
    """Months [first, last], both counted as 12 x year + month - 1; `day` where one was named."""

    first: int
    last: int
    day: int | None = None

    @property
    def year(self) -> int:
        """The calendar year in which it ends."""
        return self.last // 12

    @property
    def end(self) -> float:
        """Decimal year at its end: 2029 ends at 2030.0."""
        return (self.last + 1) / 12

    @property
    def whole_years(self) -> bool:
        return self.first % 12 == 0 and self.last % 12 == 11


def period(text: str) -> Period:
    """The months of a period. Raises InputError that says what is accepted."""
    found = _FORM.fullmatch(text)
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise InputError(f"'{text}' is no period; accepted: {ACCEPTED}")
    start, quarter, half, month, day = 12 * int(found[1]), found[2], found[3], found[4], found[5]
    if quarter:
        return Period(start + 3 * int(quarter) - 3, start + 3 * int(quarter) - 1)
    if half:
        return Period(start + 6 * int(half) - 6, start + 6 * int(half) - 1)
    if month is None:
        return Period(start, start + 11)
    if not 1 <= int(month) <= 12:
        raise InputError(f"'{text}' is no period: there is no month {month}; accepted: {ACCEPTED}")
    if day is not None:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise InputError(f"'{text}' is no day of the calendar; accepted: {ACCEPTED}") from None
    at = start + int(month) - 1
    return Period(at, at, int(day) if day else None)


def window(when: When) -> Period:
    """The months that a moment speaks of: of `by` and `before` the last month, of a span all of it.

    Raises InputError for a moment without a date (latest, default).
    """
    if when.relation in SPANS:
        return Period(period(when.first).first, period(when.last).last)
    if when.relation in ("latest", "default"):
        raise InputError(f"the moment '{when.relation}' has no date of its own")
    named = period(when.first)
    if when.relation == "in":
        return named
    if when.relation == "by":
        # by the first of a month is by the end of the month before
        at = named.last - 1 if named.day == 1 else named.last
        return Period(at, at)
    return Period(named.first - 1, named.first - 1)


def quarter_end(month: int) -> float:
    """Decimal year at the end of the quarter that holds the month: the model tells quarters apart, not months."""
    return (month // 3 + 1) / 4


def month_name(month: int) -> str:
    """12 x 2029 + 11 → 'December 2029'."""
    return f"{date(2000, month % 12 + 1, 1):%B} {month // 12}"
