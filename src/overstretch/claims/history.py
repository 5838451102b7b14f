"""Facts for claims: base rates at the cut-off, and later facts that are used for outcomes alone.

`History` answers in words with source and edition, or None where nothing is held. Nothing published after the cut-off
enters a base rate, a probability or a verdict; it may only tell how a statement resolved.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from overstretch.claims.record import BaseRate
from overstretch.claims.template import Slots
from overstretch.facts import Fact, Facts, Known, MissingFact, allies

PLEDGE_DAY = "2025-06-25"
WALES_FIRST, WALES_LAST, WALES_LEVEL = 2014, 2024, 2.0


def jeffreys_rate(events: float, exposure: float) -> float:
    """Posterior mean of a Poisson rate under the Jeffreys prior."""
    return (events + 0.5) / exposure


def jeffreys_share(events: float, trials: float) -> float:
    """Posterior mean of a share under the Jeffreys prior."""
    return (events + 0.5) / (trials + 1)


class History:
    """What was known at the cut-off, and what came later; `facts` None means that no tables were given."""

    def __init__(self, facts: Facts | None, as_of: date) -> None:
        self.as_of = as_of
        self.facts = facts
        self.known: Known | None = facts.as_of(as_of.isoformat()) if facts else None
        self.later: Known | None = self._latest() if facts else None

    def _latest(self) -> Known | None:
        assert self.facts is not None
        days = self.facts.rows["known_from"]
        last = days[days < np.datetime64("2100-01-01")].max()
        return self.facts.as_of(str(last)[:10]) if str(last)[:10] > self.as_of.isoformat() else None

    def years_to(self, year: int) -> float:
        """Years from the cut-off to the end of a year."""
        return (date(year, 12, 31) - self.as_of).days / 365.25

    # --- base rates, at the cut-off -------------------------------------------------------------------------------

    def pledge_base_rate(self, who: str, missed: bool = False) -> BaseRate | None:
        """How the pledge of 2014 (2% by 2024) went, in the edition known at the cut-off."""
        panel = self._panel("core_share")
        if panel is None or WALES_FIRST not in panel.index or WALES_LAST not in panel.index:
            return None
        members = [a for a in allies("2014-09-05") if a in panel.columns]
        below = [a for a in members if panel.loc[WALES_FIRST, a] < WALES_LEVEL]
        reached = [a for a in below if panel.loc[WALES_LAST, a] >= WALES_LEVEL - 0.005]
        source = (
            f"2% pledge of 2014: allies below 2% in {WALES_FIRST} and at 2% or more in {WALES_LAST}, "
            f"{self._edition('core_share', 'DEU')}"
        )
        if who in ("ALL", "SOME"):
            done = float(len(reached) == len(below))
            share = jeffreys_share(done, 1)
            return BaseRate(
                probability=1 - share if missed else share,
                events=1 - done if missed else done,
                exposure=1,
                unit="pledges of all allies",
                source=source,
            )
        count = len(below) - len(reached) if missed else len(reached)
        return BaseRate(
            probability=jeffreys_share(count, len(below)),
            events=count,
            exposure=len(below),
            unit="allies",
            source=source,
        )

    def change_base_rate(self, who: str, direction: str) -> BaseRate | None:
        """How often the share of GDP fell (or rose) from one year to the next."""
        variable, entity = (
            ("burden_cow", "RUS") if who == "RUS" else ("core_share", "NATO_EUR_CAN" if who == "EUROPE" else who)
        )
        series = self._annual(variable, entity)
        if series is None or len(series) < 5:
            return None
        steps = series.diff().dropna()
        count = int((steps < 0).sum() if direction == "down" else (steps > 0).sum())
        return BaseRate(
            probability=jeffreys_share(count, len(steps)), events=count, exposure=len(steps), unit="years",
            source=(f"years in which the share of GDP {'fell' if direction == 'down' else 'rose'}, " f"{series.index[0]}-{series.index[-1]}, {self._edition(variable, entity)}"),
        )  # fmt: skip

    def alliance_base_rate(self, grade: str, year: int, stays: bool = False) -> BaseRate | None:
        """No formal exit in all member-years; ends of old defence pacts for dissolution. Other grades have no count."""
        if grade == "exit":
            found = self._count("count_nato_exits", "exposure_nato_member_years", "NATO")
            members, unit = len(allies(self.as_of.isoformat())), "member-years"
        elif grade == "dissolution":
            found = self._count("count_alliance_terminations", "exposure_alliance_dyad_years", "ALLIANCE_A40")
            members, unit = 1, "dyad-years of defence pacts of 40 years and older"
        else:
            return None
        if found is None:
            return None
        events, exposure, source = found
        probability = float(-np.expm1(-jeffreys_rate(events, exposure) * members * self.years_to(year)))
        return BaseRate(
            probability=1 - probability if stays else probability,
            events=events,
            exposure=exposure,
            unit=unit,
            source=source,
        )

    def leader_base_rate(self, end: str, year: int) -> BaseRate | None:
        """Irregular exits of leaders of 15 years' tenure and 70 years of age and more."""
        if end != "leader":
            return None
        found = self._count("count_leader_exit_irregular", "exposure_leader_years", "T15_A70")
        if found is None:
            return None
        events, exposure, source = found
        probability = float(-np.expm1(-jeffreys_rate(events, exposure) * self.years_to(year)))
        return BaseRate(
            probability=probability,
            events=events,
            exposure=exposure,
            unit="leader-years, tenure ≥ 15 years and age ≥ 70",
            source=source,
        )

    def recession_base_rate(self, who: str, definition: str, year: int) -> BaseRate | None:
        """Calendar years of falling output; for the other definitions it is a lower bound, and says so."""
        series = self._actual("gdp_growth", who)
        if series is None:
            return None
        limit = -5.0 if definition == "collapse" else 0.0
        count, years = int((series < limit).sum()), len(series)
        chance = 1 - (1 - jeffreys_share(count, years)) ** self.years_to(year)
        bound = "" if definition in ("calendar", "collapse") else "; other definitions count more often"
        return BaseRate(
            probability=float(chance), events=count, exposure=years, unit="calendar years",
            source=(f"calendar years with growth below {limit:g}%, {series.index[0]}-{series.index[-1]}, " f"{self._edition('gdp_growth', who)}{bound}"),
        )  # fmt: skip

    # --- facts at the cut-off -------------------------------------------------------------------------------------

    def planned_before_pledge(self) -> tuple[str, str] | None:
        """Whether the cut for the next year stood in a plan published before the pledge that it is said to answer."""
        if self.known is None or not self.known.has("national_defence_plan", "RUS"):
            return None
        rows = self.known.history("national_defence_plan", "RUS")
        rows = rows[rows["known_from"] < np.datetime64(PLEDGE_DAY)]
        for edition, plan in rows.groupby("edition", sort=False):
            values = plan.set_index("period")["value"]
            this, following = str(self.as_of.year), str(self.as_of.year + 1)
            if this in values and following in values and values[following] < values[this]:
                day = str(plan["published"].iloc[0])
                return "not supported", (
                    f"a cause comes first: the plan of {day} (edition {edition}), {_months(day, PLEDGE_DAY)} "
                    "months before the pledge, already "
                    f"set {values[following]:g} trillion roubles for {following} after {values[this]:g} for {this}"
                )
        return None

    def check_fact(self, slots: Slots) -> tuple[str, str] | None:
        """A stated figure against the tables at the cut-off: supported or contradicted, or None where none is held."""
        found = self._stated(slots)
        if found is None:
            return None
        held, before, words = found
        relation, value = str(slots["relation"]), slots["value"]
        if relation in ("rises", "falls"):
            if before is None:
                return None
            right = held > before if relation == "rises" else held < before
            return ("supported" if right else "contradicted"), f"{words}; {before:g} before"
        said = float(value or 0)
        tolerance = max(0.15, 0.05 * abs(said))
        right = {"about": abs(held - said) <= tolerance, "above": held > said, "below": held < said}[relation]
        return ("supported" if right else "contradicted"), words

    def _stated(self, slots: Slots) -> tuple[float, float | None, str] | None:
        who, indicator, year = str(slots["who"]), str(slots["indicator"]), slots["year"]
        if indicator == "members":
            count = len(allies(self.as_of.isoformat()))
            return float(count), None, f"{count} members at the cut-off"
        variables = {
            "core_share": ("core_share",), "military_share": ("military_spending_share", "national_defence_share_plan"),
            "growth": ("gdp_growth", "gdp_growth_reported"), "inflation": ("inflation_cpi", "cpi_yoy"), "key_rate": ("key_rate",),
            "military_spending": ("military_spending_total",) if who == "RUS" else ("core_spending_usd_constant",),
        }[indicator]  # fmt: skip
        entity = "NATO_EUR_CAN" if who == "NATO" else who
        for variable in variables:
            if self.known is None or not self.known.has(variable, entity):
                continue
            series = self.known.series(variable, entity)
            kinds = series.attrs["kind"]
            series = series[[kinds[p] not in ("forecast", "plan") or variable.endswith("_plan") for p in series.index]]
            if year is not None and str(year) not in series.index:
                continue
            at = str(year) if year is not None else series.index[-1] if len(series) else None
            if at is None:
                continue
            place = list(series.index).index(at)
            before = float(series.iloc[place - 1]) if place else None
            return (
                float(series.iloc[place]),
                before,
                f"{series.iloc[place]:g} for {at} ({variable}, {series.attrs['edition']})",
            )
        return None

    def latest_words(self, which: str) -> str | None:
        """The last known state of a buffer, in words."""
        return self._words(
            self.known, "nwf_liquid", "the liquid part of the fund stood at {value:.2f} trillion roubles on {period}"
        )

    def later_words(self, which: str) -> str | None:
        """The state of a buffer after the cut-off, marked as later."""
        return self._words(
            self.later,
            "nwf_liquid",
            (
                "so far: the liquid part of the fund stood at {value:.2f} trillion roubles on {period} "
                "(known after the cut-off)"
            ),
        )

    def published_reconstitution(self) -> str | None:
        """Published times to reconstitution known at the cut-off: a check on the result, never an input."""
        if self.known is None:
            return None
        found = [e for v in ("reconstitution_years_from_statement_high",) for e in self.known.entities(v)]
        values = [x for e in found for x in self.known.frame("reconstitution_years_from_statement_high", e)["value"]]
        return (
            (
                f"published estimates from the day of the statement end at {min(values):g} to {max(values):g} "
                f"years ({len(values)} estimates)"
            )
            if values
            else None
        )

    def soviet_words(self) -> str | None:
        """The Soviet record that the tables hold."""
        series = self._annual("burden_cow", "SUN")
        if series is None:
            return None
        late = series[(series.index >= 1960) & (series.index <= 1991)]
        if late.empty:
            return None
        points = (
            self.known.frame("burden_estimate", "SUN")["value"]
            if self.known and self.known.has("burden_estimate", "SUN")
            else pd.Series(dtype=float)
        )
        other = f"; point estimates from other sources {points.min():g} to {points.max():g}%" if len(points) else ""
        return (
            f"Soviet military burden {late.index[0]}-{late.index[-1]}: {late.min():.0f} to "
            f"{late.max():.0f}% of GDP ({self._edition('burden_cow', 'SUN')}){other}; one case, and no "
            "test that separates cause from coincidence"
        )

    # --- outcomes, from facts after the cut-off -------------------------------------------------------------------

    def macro_outcome(
        self, who: str, indicator: str, relation: str, value: float, year: int, tolerance: float
    ) -> str | None:
        """How a forecast figure turned out, with edition and date."""
        variables = {
            "growth": (("gdp_growth_reported", str(year)), ("gdp_growth", str(year))), "inflation": (("cpi_yoy", f"{year}-12"),),
            "deficit": (("budget_deficit_share", str(year)),), "debt": (("debt_gross", str(year)),),
        }.get(indicator, ())  # fmt: skip
        for variable, period in variables:
            fact = self._later_fact(variable, who, period)
            if fact is not None:
                right = (
                    abs(fact.value - value) <= tolerance
                    if relation == "about"
                    else fact.value > value
                    if relation == "above"
                    else fact.value < value
                )
                return f"{'yes' if right else 'no'}: {fact.value:g}% ({_cite(fact)})"
        return None

    def recession_outcome(self, who: str, definition: str, year: int) -> str | None:
        """Whether a recession by the definition has been published since the cut-off."""
        variable, limit = {
            "yoy": ("gdp_growth_yoy", 0.0), "two_quarters": ("gdp_growth_qoq", 0.0),
            "calendar": ("gdp_growth_reported", 0.0), "collapse": ("gdp_growth_reported", -5.0),
        }[definition]  # fmt: skip
        rows = self._since(variable, who)
        rows = rows[rows["period"].str[:4].astype(int) <= year] if rows is not None else None
        if rows is None or rows.empty:
            return None
        falls = rows[rows["value"] < limit]
        last = rows.iloc[-1]
        seen = f"{last['period']}: {last['value']:+g}% (published {last['published']}, known after the cut-off)"
        if definition == "two_quarters":
            marks = rows["value"].to_numpy() < 0
            happened = bool((marks[1:] & marks[:-1] & _adjacent(list(rows["period"]))).any())
        else:
            happened = not falls.empty
            seen = (
                (
                    f"{falls.iloc[0]['period']}: {falls.iloc[0]['value']:+g}% (published "
                    f"{falls.iloc[0]['published']}, known after the cut-off)"
                )
                if happened
                else seen
            )
        return f"yes: {seen}" if happened else f"open, not so far: {seen}"

    def budget_outcome(self, year: int, against: int, direction: str) -> str | None:
        """The budget law after the cut-off for the two years."""
        first, second = (
            self._later_fact("national_defence_plan", "RUS", str(year)),
            self._any_fact("national_defence_plan", "RUS", str(against)),
        )
        if first is None or second is None:
            return None
        right = first.value < second.value if direction == "down" else first.value > second.value
        return (
            f"open; by the budget law {'yes' if right else 'no'}: {first.value:g} trillion roubles for "
            f"{year} ({_cite(first)}) against "
            f"{second.value:g} for {against}; executed amounts are not held"
        )

    def share_outcome(self, who: str, year: int, level: float) -> str | None:
        """Core shares in the NATO edition published after the cut-off."""
        panel = self._panel("core_share", self.later)
        if panel is None or self.later is None:
            return None
        last = int(panel.index[-1])
        row = panel.loc[last].dropna()
        ours = row[[a for a in row.index if a in allies()]]
        edition = self._edition("core_share", "DEU", self.later)
        core = 3.5 if level >= 5 else level
        count = int((ours >= core - 0.005).sum())
        status = "open; " if year > last else ""
        own = f"{who} at {ours[who]:.2f}%; " if who in ours.index else ""
        return (
            f"{status}{own}{count} of {len(ours)} allies at {core:g}% core or more in {last} ({edition}, "
            "estimates, known after the cut-off)"
        )

    def membership_outcome(self, grade: str) -> str | None:
        """Exits recorded after the cut-off."""
        rows = self._since("count_nato_exits", "NATO") if grade in ("exit", "dissolution") else None
        if rows is None or rows.empty:
            return None
        return f"open; {rows['value'].sum():g} exits recorded to {rows['period'].iloc[-1]}"

    def growth_quarters_outcome(self, year: int) -> str | None:
        """The first published quarter since the cut-off with output below a year before."""
        found = self.recession_outcome("RUS", "yoy", year)
        if found is None:
            return None
        return found.replace("yes: ", "broken on growth: ").replace(
            "open, not so far: ", "open, growth leg held so far: "
        )

    # --- reading --------------------------------------------------------------------------------------------------

    def _count(self, events: str, exposure: str, entity: str) -> tuple[float, float, str] | None:
        """Events and exposure of the last or widest period known at the cut-off."""
        if self.known is None or not (self.known.has(events, entity) and self.known.has(exposure, entity)):
            return None
        counts, years = self.known.frame(events, entity), self.known.frame(exposure, entity)
        widest = years.loc[years["value"].idxmax()]
        if (counts["period"] == widest["period"]).any():
            number = counts.loc[counts["period"] == widest["period"], "value"].iloc[0]
        else:
            return None
        return float(number), float(widest["value"]), f"{widest['source']}, {widest['period']}"

    def _panel(self, variable: str, known: Known | None = None) -> pd.DataFrame | None:
        source = known or self.known
        try:
            return source.panel(variable) if source else None
        except MissingFact:
            return None

    def _annual(self, variable: str, entity: str) -> pd.Series | None:
        if self.known is None or not self.known.has(variable, entity):
            return None
        series = self.known.series(variable, entity)
        series = series[[p.isdigit() for p in series.index]]
        return pd.Series(series.to_numpy(), index=[int(p) for p in series.index])

    def _actual(self, variable: str, entity: str) -> pd.Series | None:
        if self.known is None or not self.known.has(variable, entity):
            return None
        rows = self.known.frame(variable, entity)
        rows = rows[rows["kind"].isin(["actual", "estimate"]) & rows["period"].str.fullmatch(r"\d{4}")]
        return pd.Series(rows["value"].to_numpy(), index=rows["period"].astype(int)) if len(rows) else None

    def _edition(self, variable: str, entity: str, known: Known | None = None) -> str:
        source = known or self.known
        assert source is not None
        rows = source.frame(variable, entity)
        return f"{rows['source'].iloc[-1]}, edition {rows['edition'].iloc[-1]}"

    def _since(self, variable: str, entity: str) -> pd.DataFrame | None:
        """Rows of periods not known at the cut-off, of kinds that are no forecast or plan."""
        if self.later is None or not self.later.has(variable, entity):
            return None
        rows = self.later.frame(variable, entity)
        rows = rows[
            (rows["known_from"] > np.datetime64(self.as_of.isoformat())) & ~rows["kind"].isin(["forecast", "plan"])
        ]
        held = (
            set(self.known.frame(variable, entity)["period"])
            if self.known and self.known.has(variable, entity)
            else set()
        )
        return rows[~rows["period"].isin(held)].sort_values("period")

    def _any_fact(self, variable: str, entity: str, period: str) -> Fact | None:
        for known in (self.later, self.known):
            if known is not None and known.has(variable, entity):
                try:
                    return known.fact(variable, entity, period)
                except MissingFact:
                    continue
        return None

    def _later_fact(self, variable: str, entity: str, period: str) -> Fact | None:
        """A figure first published after the cut-off that is no forecast."""
        if self.later is None or not self.later.has(variable, entity):
            return None
        try:
            fact = self.later.fact(variable, entity, period)
        except MissingFact:
            return None
        late = not fact.published or fact.published > self.as_of.isoformat()
        return fact if late and fact.kind != "forecast" else None

    def _words(self, known: Known | None, variable: str, form: str) -> str | None:
        if known is None or not known.has(variable, "RUS"):
            return None
        fact = known.latest(variable, "RUS")
        return f"{form.format(value=fact.value, period=fact.period)} ({fact.source})"


def _cite(fact: Fact) -> str:
    return (
        f"{fact.source}, edition {fact.edition}, published {fact.published or 'without date'}, known after the cut-off"
    )


def _months(first: str, second: str) -> int:
    a, b = (pd.Timestamp(x if len(x) > 7 else f"{x}-01") for x in (first, second))
    return round((b - a).days / 30.4)


def _adjacent(periods: list[Any]) -> np.ndarray:
    """Whether each quarter follows the one before it; labels such as 2025Q4 or 2025-Q4."""
    order = np.array([int(p[:4]) * 4 + int(p[-1]) for p in periods])
    return np.diff(order) == 1
