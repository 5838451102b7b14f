"""Where the periods of a question lie on the axes of the futures."""

from __future__ import annotations

import xarray as xr

from overstretch.errors import InputError, Unanswerable
from overstretch.questions.data import When
from overstretch.questions.periods import window


class Calendar:
    """The simulated years and quarters of a world."""

    def __init__(self, world: xr.Dataset) -> None:
        self.years = world["year"].values.astype(int)
        labels = world["quarter"].values.astype(str)
        self.first_quarter = int(labels[0][:4]) * 4 + int(labels[0][-1]) - 1
        self.quarters = len(labels)

    @property
    def start(self) -> float:
        """Decimal year at the start of the first simulated quarter."""
        return self.first_quarter / 4

    def year(self, year: int) -> int:
        """Position of a calendar year. Raises InputError outside the run."""
        if not self.years[0] <= year <= self.years[-1]:
            raise InputError(
                f"the futures run from {self.years[0]} to {self.years[-1]}; {year} was asked for: give a run with that "
                "horizon"
            )
        return int(year - self.years[0])

    def quarter(self, month: int) -> int:
        """Position of the quarter that holds a month; negative before the run."""
        at = month // 3 - self.first_quarter
        if at >= self.quarters:
            raise InputError(
                f"the futures end in {self.years[-1]}; {month // 12} was asked for: give a run with that horizon"
            )
        return at


def yearly(when: When, default: str) -> list[int]:
    """The calendar years that a moment means for a yearly figure: of `by` and `before` the year that holds the
    month."""
    if when.relation in ("default", "latest"):
        raise Unanswerable(f"the moment is '{when.relation}': give a year")
    within = window(when)
    if when.relation in ("mean", "sum", "each", "any"):
        return list(range(within.first // 12, within.year + 1))
    return [within.year]


def span_text(when: When, first: int) -> str:
    """The quarters from the start of the run's first quarter to a moment, as text of the language:
    '2025-Q2..2035-Q4'."""
    within = window(when)
    start = within.first if when.relation in ("in", "any", "each") else None
    begin = first if start is None else max(first, start // 3)
    end = within.last // 3
    if end < begin:
        raise Unanswerable(f"its time ({when.first}) lies before the run, which starts in {begin // 4}")
    return f"{begin // 4}-Q{begin % 4 + 1}..{end // 4}-Q{end % 4 + 1}"
