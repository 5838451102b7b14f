"""Facts for claims: base rates at the cut-off, and later facts that are used for outcomes alone.

`History` answers in words with source and edition, or None where nothing is held. Nothing published after the cut-off
enters a base rate, a probability or a verdict; it may only tell how a statement resolved.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from overstretch.facts import Fact, Facts, Known, MissingFact


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

    def count(self, events: str, exposure: str, entity: str) -> tuple[float, float, str] | None:
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

    def panel(self, variable: str, known: Known | None = None) -> pd.DataFrame | None:
        source = known or self.known
        try:
            return source.panel(variable) if source else None
        except MissingFact:
            return None

    def annual(self, variable: str, entity: str) -> pd.Series | None:
        if self.known is None or not self.known.has(variable, entity):
            return None
        series = self.known.series(variable, entity)
        series = series[[p.isdigit() for p in series.index]]
        return pd.Series(series.to_numpy(), index=[int(p) for p in series.index])

    def actual(self, variable: str, entity: str) -> pd.Series | None:
        if self.known is None or not self.known.has(variable, entity):
            return None
        rows = self.known.frame(variable, entity)
        rows = rows[rows["kind"].isin(["actual", "estimate"]) & rows["period"].str.fullmatch(r"\d{4}")]
        return pd.Series(rows["value"].to_numpy(), index=rows["period"].astype(int)) if len(rows) else None

    def edition(self, variable: str, entity: str, known: Known | None = None) -> str:
        source = known or self.known
        assert source is not None
        about = source.series(variable, entity).attrs
        return f"{about['source']}, edition {about['edition']}"

    def since(self, variable: str, entity: str) -> pd.DataFrame | None:
        """Rows of periods not known at the cut-off, of kinds that are no forecast or plan."""
        if self.later is None or not self.later.has(variable, entity):
            return None
        rows = self.later.frame(variable, entity)
        rows = rows[
            (rows["known_from"] > np.datetime64(self.as_of.isoformat())) & ~rows["kind"].isin(["forecast", "plan"])
        ]
        known = self.known
        held = set(known.series(variable, entity).index) if known and known.has(variable, entity) else set()
        return rows[~rows["period"].isin(held)].sort_values("period")

    def any_fact(self, variable: str, entity: str, period: str) -> Fact | None:
        for known in (self.later, self.known):
            if known is not None and known.has(variable, entity):
                try:
                    return known.fact(variable, entity, period)
                except MissingFact:
                    continue
        return None

    def later_fact(self, variable: str, entity: str, period: str) -> Fact | None:
        """A figure first published after the cut-off that is no forecast."""
        if self.later is None or not self.later.has(variable, entity):
            return None
        try:
            fact = self.later.fact(variable, entity, period)
        except MissingFact:
            return None
        late = not fact.published or fact.published > self.as_of.isoformat()
        return fact if late and fact.kind != "forecast" else None

    def words(self, known: Known | None, variable: str, form: str) -> str | None:
        if known is None or not known.has(variable, "RUS"):
            return None
        fact = known.latest(variable, "RUS")
        return f"{form.format(value=fact.value, period=fact.period)} ({fact.source})"
