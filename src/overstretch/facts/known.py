"""What was known on a day: the newest figure of each period, addressed by variable, entity and period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry
from overstretch.facts.periods import frequency
from overstretch.facts.tables import COLUMNS, NEVER, PROVENANCE, TEXT

if TYPE_CHECKING:
    import xarray as xr


class MissingFact(InputError):
    """A fact that was asked for is not held, or was not known on the day; of which series, and of whom."""

    def __init__(self, message: str, variable: str = "", entities: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.variable, self.entities = variable, tuple(entities)


@dataclass(frozen=True)
class Fact:
    """One row: a value with its unit, period, kind, edition, date and source; `table` and `row` say where it stands.

    `publisher` and `published`: who and when; `address`: where it was read; `status`: original, copy or quoted.
    """

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
    table: str
    row: int
    publisher: str = ""
    status: str = ""


@dataclass(frozen=True)
class Known:
    """The facts known on `day`. `rows` holds the newest figure of each period; `admitted` all rows published by then.

    `all_rows` (also later ones) serves messages only.
    """

    day: str
    reconstructed: bool
    rows: pd.DataFrame
    admitted: pd.DataFrame
    all_rows: pd.DataFrame
    digest: str

    def frame(self, variable: str | None = None, entity: str | None = None) -> pd.DataFrame:
        """Tidy rows (all columns), the newest of each period, for a variable and an entity or for all."""
        if variable is None or entity is None:
            return tidy(self.rows, variable, entity)
        registry.variable(variable)
        registry.entity(entity)
        return tidy(self.rows.iloc[self._by_series.get((variable, entity), [])])

    def history(self, variable: str, entity: str | None = None) -> pd.DataFrame:
        """All admitted rows of a variable, of every edition published by the day."""
        return tidy(self.admitted, variable, entity)

    def series(self, variable: str, entity: str) -> pd.Series:
        """Values (float) by period, in order of time; `attrs` hold edition, unit, kind per period and source.

        `attrs["carried"]` lists the periods that come from an older edition than the newest of the series.
        """
        place = self._places(variable, entity)
        periods = self._text("period", place)
        series = pd.Series(self._values[place], index=pd.Index(periods, name="period", dtype=object), name=variable)
        users = [p for p, f in zip(periods, self._text("file", place), strict=True) if f.startswith("user:")]
        series.attrs = {
            "entity": entity,
            "edition": " + ".join(dict.fromkeys(self._text("edition", place))),
            "unit": " | ".join(dict.fromkeys(self._text("unit", place))),
            "kind": dict(zip(periods, self._text("kind", place), strict=True)),
            "source": " | ".join(dict.fromkeys(self._text("source", place))),
            "published": max(self._text("published", place)),
            "pseudo_vintage": bool(self._pseudo[place].any()),
            "user": users,
            "carried": [p for p, old in zip(periods, self._carried[place], strict=True) if old],
        }
        return series

    def panel(self, variable: str, entities: Iterable[str] | None = None) -> pd.DataFrame:
        """Annual values: index year (int), one column per entity; NaN where an entity has no figure for a year."""
        registry.variable(variable)
        held = self.entities(variable)
        wanted = held if entities is None else list(entities)
        absent = [e for e in wanted if e not in held]
        if absent or not held:
            raise MissingFact(self._nothing(variable, absent[0] if absent else None), variable, absent)
        columns = {entity: self._annual(variable, entity) for entity in wanted}
        years = sorted(set().union(*columns.values()))
        if not years:
            raise MissingFact(f"{variable} has no annual figures on {self.day}", variable)
        values = [[column.get(year, np.nan) for column in columns.values()] for year in years]
        panel = pd.DataFrame(values, index=pd.Index(years, dtype=int), columns=wanted)
        panel.index.name, panel.columns.name = "year", "entity"
        return panel

    def _annual(self, variable: str, entity: str) -> dict[int, float]:
        """Year → value of a series' annual figures, the last of several."""
        place = self._places(variable, entity)
        periods = self._text("period", place)
        return {int(p): float(v) for p, v in zip(periods, self._values[place], strict=True) if frequency(p) == "year"}

    def dated(self, variable: str, entity: str) -> list[tuple[str, float, str]]:
        """Period, value and day of publication of a series' rows, in order of time."""
        place = self._places(variable, entity)
        return list(
            zip(self._text("period", place), self._values[place].tolist(), self._text("published", place), strict=True)
        )

    def array(self, variables: Iterable[str], entities: Iterable[str] | None = None) -> xr.Dataset:
        """Annual variables as an `xarray.Dataset` with axes (entity, year); units, editions and day are attributes."""
        import xarray as xr

        wanted = None if entities is None else list(entities)
        data = {}
        for name in variables:
            panel = self.panel(name, wanted)
            rows = self.rows[(self.rows["variable"] == name) & self.rows["entity"].isin(list(panel.columns))]
            attributes = {c: " | ".join(dict.fromkeys(rows[c].astype(str))) for c in ("unit", "edition", "source")}
            coords = {"entity": list(panel.columns), "year": panel.index.to_numpy()}
            data[name] = xr.DataArray(panel.to_numpy().T, coords=coords, dims=("entity", "year"), attrs=attributes)
        attributes = {"as_of": self.day, "reconstructed": str(self.reconstructed), "facts": self.digest}
        return xr.Dataset(data, attrs=attributes)

    def value(self, variable: str, entity: str, period: str | int) -> float:
        """One value; MissingFact names what is held instead."""
        return self.fact(variable, entity, period).value

    def fact(self, variable: str, entity: str, period: str | int) -> Fact:
        """One row with its source (of several points the newest); MissingFact names what is held instead."""
        place = self._places(variable, entity)
        periods = self._text("period", place)
        found = place[periods == str(period)]
        if not found.size:
            raise MissingFact(
                f"{variable} of {entity} for {period} is not held on {self.day}; "
                f"held: {periods[0]} to {periods[-1]} ({len(periods)} figures)",
                variable,
                (entity,),
            )
        return self._fact(found[-1])

    def latest(self, variable: str, entity: str, kinds: Iterable[str] | None = None) -> Fact:
        """The row of the last period, of the given kinds (such as `("actual", "estimate")`) or of any."""
        place = self._places(variable, entity)
        if kinds is not None:
            wanted = tuple(kinds)
            place = place[np.isin(self._text("kind", place), wanted)]
            if not place.size:
                message = f"{variable} of {entity} has no figure of kind {' or '.join(wanted)} on {self.day}"
                raise MissingFact(message, variable, (entity,))
        return self._fact(place[-1])

    def with_series(self, other: Known, variable: str) -> Known:
        """These facts with the figures of one variable as another day knew them."""

        def mixed(own: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
            kept, taken = (
                own[(own["variable"] != variable).to_numpy()],
                theirs[(theirs["variable"] == variable).to_numpy()],
            )
            return pd.concat([kept, taken]).reset_index(drop=True)

        return replace(self, rows=mixed(self.rows, other.rows), admitted=mixed(self.admitted, other.admitted))

    def has(self, variable: str, entity: str) -> bool:
        """Whether any figure of the series is known on the day."""
        return (variable, entity) in self._by_series

    def entities(self, variable: str) -> list[str]:
        """Entities with any figure of the variable on the day."""
        registry.variable(variable)
        return sorted(e for v, e in self._by_series if v == variable)

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], np.ndarray]:
        return self.rows.groupby(["variable", "entity"], sort=False, observed=True).indices

    @cached_property
    def _values(self) -> np.ndarray:
        return self.rows["value"].to_numpy()

    @cached_property
    def _pseudo(self) -> np.ndarray:
        return self.rows["pseudo_vintage"].to_numpy(dtype=bool)

    @cached_property
    def _carried(self) -> np.ndarray:
        return self.rows["carried"].to_numpy(dtype=bool)

    @cached_property
    def _coded(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        columns = {c: self.rows[c] for c in (*TEXT, *PROVENANCE, "file")}
        return {c: (s.cat.categories.to_numpy(dtype=object), s.cat.codes.to_numpy()) for c, s in columns.items()}

    def _text(self, column: str, place: np.ndarray) -> np.ndarray:
        texts, codes = self._coded[column]
        return texts[codes[place]]

    def _places(self, variable: str, entity: str) -> np.ndarray:
        registry.variable(variable)
        registry.entity(entity)
        try:
            return np.asarray(self._by_series[(variable, entity)])
        except KeyError:
            raise MissingFact(self._nothing(variable, entity), variable, (entity,)) from None

    def _fact(self, place: int) -> Fact:
        one = np.array([place])
        texts = {c: str(self._text(c, one)[0]) for c in (*TEXT, *PROVENANCE)}
        table, row = str(self._text("file", one)[0]), int(self.rows["row"].iloc[place])
        return Fact(value=float(self._values[place]), table=table, row=row, **texts)

    def _nothing(self, variable: str, entity: str | None) -> str:
        what = f"{variable} of {entity}" if entity else variable
        rows = self.all_rows[(self.all_rows["variable"] == variable).to_numpy()]
        own = rows[(rows["entity"] == entity).to_numpy()] if entity else rows
        if not own.empty:
            first = own["known_from"].min()
            if first.to_datetime64() >= NEVER.astype("datetime64[s]"):
                return f"{what} was not known on {self.day}: its rows carry no date and stay out"
            return f"{what} was not known on {self.day}: the first figures were known from {first:%Y-%m-%d}"
        held = sorted(rows["entity"].astype(str).unique())
        return f"{what} is not held; the variable is held for {', '.join(held) or 'nothing'}"


def tidy(rows: pd.DataFrame, variable: str | None = None, entity: str | None = None) -> pd.DataFrame:
    """Rows of a variable and an entity (or of all) with plain text columns, the day of admission and the place."""
    if variable is not None:
        registry.variable(variable)
        rows = rows[(rows["variable"] == variable).to_numpy()]
    if entity is not None:
        registry.entity(entity)
        rows = rows[(rows["entity"] == entity).to_numpy()]
    extra = [c for c in (*PROVENANCE, "known_from", "pseudo_vintage", "carried", "file", "row") if c in rows]
    return (
        rows[[*COLUMNS, *extra]]
        .astype(dict.fromkeys((*TEXT, *(c for c in PROVENANCE if c in rows), "file"), str))
        .reset_index(drop=True)
    )


def annual(series: pd.Series) -> pd.Series:
    """The annual figures of a series, indexed by year (int)."""
    kept = series[[frequency(p) == "year" for p in series.index]]
    kept.index = kept.index.astype(int)
    return kept
