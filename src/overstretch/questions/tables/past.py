"""What was published at the cut-off and enters an answer: figures before the run, months of a period begun, exchange
rates."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import numpy as np

from overstretch.errors import Unanswerable
from overstretch.facts import Known
from overstretch.questions import catalogue
from overstretch.questions.kinds import Series

# Yearly variable of the futures → figures that stand for it before the run, by whose they are.
FIGURES: dict[str, dict[str, tuple[str, ...]]] = {
    "core_share": {"RUS": ("military_spending_share",), "UKR": ("military_spending_share",), "any": ("core_share",)},
    "gdp": {"any": ("gdp_lcu",)},
    "growth": {"any": ("gdp_growth",)},
    "debt_ratio": {"any": ("debt_gross",)},
    "balance": {"any": ("balance_overall",)},
    "rus_defence_law": {"any": ("national_defence", "in_year_national_defence", "national_defence_plan")},
    "rus_defence_law_share": {
        "any": ("national_defence_share", "in_year_national_defence_share", "national_defence_share_plan")
    },
}


class Published:
    """The figures known at a cut-off, as questions need them. Without facts every look-up ends in Unanswerable."""

    def __init__(self, known: Known | None, as_of: date) -> None:
        self.known, self.as_of = known, as_of
        self._months: dict[str, dict[int, float]] = {}

    @property
    def now(self) -> float:
        """The cut-off as a decimal year."""
        start = date(self.as_of.year, 1, 1)
        return self.as_of.year + (self.as_of - start).days / (date(self.as_of.year + 1, 1, 1) - start).days

    def yearly(self, name: str, actor: str | None, year: int) -> float:
        """A year's figure known at the cut-off. Raises Unanswerable where none is held."""
        whose = FIGURES.get(name, {})
        entity = actor or "RUS"
        for variable in whose.get(entity, whose.get("any", ())):
            if self.known is not None and self.known.has(variable, entity):
                series = self.known.series(variable, entity)
                if str(year) in series.index:
                    return float(series[str(year)])
        raise Unanswerable(
            f"no figure of {year} is held at the cut-off for {catalogue.person(entity)} ({name.replace('_', ' ')})"
        )

    def rate(self, one: str, other: str) -> float:
        """How many of the other currency one unit of the first is worth, at the rates known at the cut-off."""
        return (
            1.0
            if one == other
            else self._per_dollar[other] / self._per_dollar[one]
            if self._held(one, other)
            else np.nan
        )

    def _held(self, *codes: str) -> bool:
        for code in codes:
            if code not in self._per_dollar:
                raise Unanswerable(
                    f"no exchange rate of {code} is held at the cut-off; held: "
                    f"{', '.join(sorted(self._per_dollar)) or 'none'}"
                )
        return True

    @cached_property
    def _per_dollar(self) -> dict[str, float]:
        """Currency → units for a dollar: GDP in own currency over GDP in dollars of the cut-off's year; the rouble by
        its last month."""
        if self.known is None:
            return {"USD": 1.0}
        rates = {"USD": 1.0}
        year = str(self.as_of.year)
        for currency, actors in catalogue.currencies().items():
            actor = "DEU" if currency == "EUR" else actors[0]
            if currency != "USD" and self.known.has("gdp_lcu", actor) and self.known.has("gdp_usd", actor):
                own, dollars = self.known.series("gdp_lcu", actor), self.known.series("gdp_usd", actor)
                at = year if year in own.index and year in dollars.index else own.index[-1]
                rates[currency] = float(own[at] / dollars[at])
        if self.known.has("rub_per_usd", "RUS"):
            rates["RUB"] = float(self.known.series("rub_per_usd", "RUS").iloc[-1])
        return rates

    def months(self, about: Series) -> dict[int, float]:
        """Month (12 x year + month - 1) → published value in the series' unit, for months that are over at the
        cut-off."""
        if about.months is None or self.known is None:
            return {}
        if about.name not in self._months:
            self._months[about.name] = self._read(about)
        return self._months[about.name]

    def _read(self, about: Series) -> dict[int, float]:
        assert about.months is not None and self.known is not None
        if not self.known.has(about.months.variable, "RUS"):
            return {}
        series = self.known.series(about.months.variable, "RUS")
        last = 12 * self.as_of.year + self.as_of.month - 2  # the last whole month
        if about.months.kind == "step":
            return _steps({str(p): float(v) for p, v in series.items()}, last)
        found = {}
        for period, value in series.items():
            text = str(period)
            if len(text) == 7 and text[4] == "-" and text[5:].isdigit():
                found[12 * int(text[:4]) + int(text[5:]) - 1] = float(value)
        return {month: value for month, value in found.items() if month <= last}


def _steps(days: dict[str, float], last: int) -> dict[int, float]:
    """Means of whole months of a figure that holds from each day on (day-weighted)."""
    changes = sorted((date.fromisoformat(day), value) for day, value in days.items() if len(day) == 10)
    if not changes:
        return {}
    found = {}
    first = 12 * changes[0][0].year + changes[0][0].month  # the first whole month after the first change
    for month in range(first, last + 1):
        begin = date(month // 12, month % 12 + 1, 1)
        end = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
        held = [value for day, value in changes if day <= begin][-1]
        total, at = 0.0, begin
        for day, value in ((d, v) for d, v in changes if begin < d < end):
            total, at, held = total + held * (day - at).days, day, value
        found[month] = (total + held * (end - at).days) / (end - begin).days
    return found
