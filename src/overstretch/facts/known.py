"""What was known on a day: one edition for each series, addressed by variable, entity and period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.periods import frequency
from overstretch.facts.tables import COLUMNS

if TYPE_CHECKING:
    import xarray as xr


class MissingFact(InputError):
    """A fact that was asked for is not held, or was not known on the day."""


@dataclass(frozen=True)
class Fact:
    """One row: a value with its unit, period, kind, edition, date and source."""

    entity: str
    period: str
    variable: str
    value: float
    unit: str
    kind: str
    edition: str
    published: str
    source: str
    address: str
    terms: str
    note: str


@dataclass(frozen=True)
class Known:
    """The facts known on `day`. `rows` holds one edition of each series; `admitted` all rows published by then."""

    day: str
    reconstructed: bool
    rows: pd.DataFrame
    admitted: pd.DataFrame
    all_rows: pd.DataFrame
    digest: str

    def frame(self, variable: str | None = None, entity: str | None = None) -> pd.DataFrame:
        """Tidy rows (all columns), of one edition per series, for a variable and an entity or for all."""
        return self._tidy(self.rows, variable, entity)

    def history(self, variable: str, entity: str | None = None) -> pd.DataFrame:
        """All admitted rows of a variable, of every edition published by the day."""
        return self._tidy(self.admitted, variable, entity)

    def series(self, variable: str, entity: str) -> pd.Series:
        """Values (float) by period, in order of time; `attrs` hold edition, unit, kind per period and source."""
        rows = self._rows(variable, entity)
        series = pd.Series(
            rows["value"].to_numpy(), index=pd.Index(rows["period"].to_numpy(), name="period"), name=variable
        )
        series.attrs = {
            "entity": entity,
            "edition": " + ".join(dict.fromkeys(rows["edition"])),
            "unit": " | ".join(dict.fromkeys(rows["unit"])),
            "kind": dict(zip(rows["period"], rows["kind"], strict=True)),
            "source": " | ".join(dict.fromkeys(rows["source"])),
            "published": rows["published"].max(),
            "pseudo_vintage": bool(rows["pseudo_vintage"].any()),
            "user": [p for p, f in zip(rows["period"], rows["file"], strict=True) if f.startswith("user:")],
        }
        return series

    def panel(self, variable: str, entities: Iterable[str] | None = None) -> pd.DataFrame:
        """Annual values: index year (int), one column per entity; NaN where an entity has no figure for a year."""
        registry.variable(variable)
        rows = self.rows.loc[self._by_variable.get(variable, [])]
        rows = rows[rows["period"].str.fullmatch(r"\d{4}")]
        if rows.empty:
            raise MissingFact(self._nothing(variable, None))
        wide = rows.pivot(index="period", columns="entity", values="value")
        wide.index = pd.Index(wide.index.astype(int), name="year")
        if entities is None:
            return wide.sort_index()
        wanted = list(entities)
        absent = [e for e in wanted if e not in wide.columns]
        if absent:
            raise MissingFact(
                f"{variable} is not held on {self.day} for {', '.join(absent)}; held for {', '.join(wide.columns)}"
            )
        return wide[wanted].dropna(how="all").sort_index()

    def array(self, variables: Iterable[str], entities: Iterable[str] | None = None) -> xr.Dataset:
        """Annual variables as an `xarray.Dataset` with axes (entity, year); units, editions and the day are attributes."""
        import xarray as xr

        data = {}
        for name in variables:
            panel = self.panel(name, entities)
            rows = self.frame(name)
            attributes = {
                "unit": " | ".join(dict.fromkeys(rows["unit"])),
                "edition": " | ".join(dict.fromkeys(rows["edition"])),
            }
            data[name] = xr.DataArray(
                panel.to_numpy().T,
                coords={"entity": list(panel.columns), "year": panel.index.to_numpy()},
                dims=("entity", "year"),
                attrs=attributes,
            )
        return xr.Dataset(
            data, attrs={"as_of": self.day, "reconstructed": str(self.reconstructed), "facts": self.digest}
        )

    def value(self, variable: str, entity: str, period: str | int) -> float:
        """One value; MissingFact names what is held instead."""
        return self.fact(variable, entity, period).value

    def fact(self, variable: str, entity: str, period: str | int) -> Fact:
        """One row with its source; MissingFact names what is held instead."""
        rows = self._rows(variable, entity)
        found = rows[rows["period"] == str(period)]
        if found.empty:
            held = list(rows["period"])
            raise MissingFact(
                f"{variable} of {entity} for {period} is not held on {self.day}; held: {held[0]} to {held[-1]} ({len(held)} figures)"
            )
        return _fact(found.iloc[-1])

    def latest(self, variable: str, entity: str, kinds: Iterable[str] | None = None) -> Fact:
        """The row of the last period, of the given kinds (such as `("actual", "estimate")`) or of any."""
        rows = self._rows(variable, entity)
        if kinds is not None:
            wanted = tuple(kinds)
            rows = rows[rows["kind"].isin(wanted)]
            if rows.empty:
                raise MissingFact(f"{variable} of {entity} has no figure of kind {' or '.join(wanted)} on {self.day}")
        return _fact(rows.iloc[-1])

    def has(self, variable: str, entity: str) -> bool:
        """Whether any figure of the series is known on the day."""
        return (variable, entity) in self._by_series

    def entities(self, variable: str) -> list[str]:
        """Entities with any figure of the variable on the day."""
        registry.variable(variable)
        return sorted({e for v, e in self._by_series if v == variable})

    def editions(self) -> pd.DataFrame:
        """The edition of every input: one row per variable, edition and source, with dates, coverage and terms."""
        rows = self.rows.assign(user=self.rows["file"].str.startswith("user:"))
        keys = ["variable", "edition", "source", "terms", "pseudo_vintage", "user"]
        grouped = rows.groupby(keys, sort=True).agg(
            known_from=("known_from", "max"),
            entities=("entity", "nunique"),
            first=("period", "min"),
            last=("period", "max"),
            rows=("value", "size"),
        )
        return grouped.reset_index()

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], np.ndarray]:
        return self.rows.groupby(["variable", "entity"], sort=False).indices

    @cached_property
    def _by_variable(self) -> dict[str, np.ndarray]:
        return self.rows.groupby("variable", sort=False).indices

    def _rows(self, variable: str, entity: str) -> pd.DataFrame:
        registry.variable(variable)
        registry.entity(entity)
        try:
            return self.rows.iloc[self._by_series[(variable, entity)]]
        except KeyError:
            raise MissingFact(self._nothing(variable, entity)) from None

    def _tidy(self, rows: pd.DataFrame, variable: str | None, entity: str | None) -> pd.DataFrame:
        if variable is not None:
            registry.variable(variable)
            rows = rows[rows["variable"] == variable]
        if entity is not None:
            registry.entity(entity)
            rows = rows[rows["entity"] == entity]
        return rows[[*COLUMNS, "known_from", "pseudo_vintage", "file", "row"]].reset_index(drop=True)

    def _nothing(self, variable: str, entity: str | None) -> str:
        what = f"{variable} of {entity}" if entity else variable
        rows = self.all_rows[self.all_rows["variable"] == variable]
        own = rows[rows["entity"] == entity] if entity else rows
        if not own.empty:
            first = own["known_from"].min()
            when = (
                f"the first edition came out on {first:%Y-%m-%d}"
                if first.year < 9999
                else "its rows carry no date and stay out"
            )
            return f"{what} was not known on {self.day}: {when}"
        held = sorted(rows["entity"].unique())
        return f"{what} is not held; the variable is held for {', '.join(held[:40]) or 'nothing'}"


def _fact(row: pd.Series) -> Fact:
    return Fact(**{**{c: str(row[c]) for c in COLUMNS if c != "value"}, "value": float(row["value"])})


def annual(series: pd.Series) -> pd.Series:
    """The annual figures of a series, indexed by year (int)."""
    kept = series[[frequency(p) == "year" for p in series.index]]
    kept.index = kept.index.astype(int)
    return kept
