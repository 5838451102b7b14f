"""Load all facts, and cut them to what was known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import layers, registry, tables
from overstretch.facts.known import Known
from overstretch.facts.periods import parse_day
from overstretch.facts.tables import NEVER

EARLIEST = "2024-06-17"
_NEVER_RECONSTRUCTED = ("forecast", "plan", "claim")
_SERIES = ["variable", "entity"]
_FIGURE = ["variable", "entity", "period"]


@dataclass(frozen=True)
class Facts:
    """All rows of all editions, embedded, fetched and the user's own. `digest` is a sha256 over all tables."""

    rows: pd.DataFrame
    digest: str

    @cached_property
    def newest(self) -> str:
        """The day on which the newest figure held became known; a figure expected later than today is not held yet."""
        days = self.rows["known_from"]
        return str(days[days <= np.datetime64(date.today())].max())[:10]

    @cached_property
    def latest(self) -> Known:
        """All that is held today."""
        return self.as_of(self.newest)

    def as_of(self, day: str, reconstructed: bool = False) -> Known:
        """What was known on `day` (ISO date).

        A row is admitted from its day of publication, else from the end of its period plus the lag in the registry;
        rows with neither stay out. Editions published by then are merged by period, newest first: periods
        that the newest does not hold come from an older one and are marked `carried`, unless the registry says that
        editions of the variable cannot stand side by side. Figures of running series are admitted one by one. From
        `EARLIEST` on every input of a run is held; on earlier days some series are not, and asking for one is a
        MissingFact. `reconstructed` (backtests only) fills them from a later edition, cut at the period that the stated
        lag would have shown, and marks them `pseudo_vintage`.
        """
        day = parse_day(day, "as-of day")
        if day >= EARLIEST and reconstructed:
            raise InputError(f"reconstructed vintages serve days before {EARLIEST}; {day} has real ones")
        on = np.datetime64(day)
        if on >= NEVER:
            raise InputError(f"as-of day {day}: accepted: days before it, on which some figure could be known")
        admitted = self.rows[self.rows["known_from"].to_numpy() <= on].assign(pseudo_vintage=False, carried=False)
        own = is_users(admitted)
        chosen = _one_edition(admitted[~own])
        if reconstructed:
            chosen = pd.concat([chosen, _pseudo_vintages(self.rows, chosen, on)])
        chosen = _overlay(chosen, admitted[own]).sort_index()
        return Known(
            day, reconstructed, chosen.reset_index(drop=True), admitted.reset_index(drop=True), self.rows, self.digest
        )


def load(extra: Iterable[str | Path] = ()) -> Facts:
    """All facts: embedded tables, editions fetched by `overstretch facts update`, the user's figures, `extra` files.

    Every table is checked; InputError names the file, row and column of what cannot be used.
    """
    rows, digest = tables.embedded()
    more, digest = layers.collect(extra, digest, rows)
    return _prepared(tables.stack([rows, *more]), digest)


def from_embedded() -> Facts:
    """The embedded facts alone, without what the user has added or fetched."""
    return _prepared(*tables.embedded())


def _prepared(rows: pd.DataFrame, digest: str) -> Facts:
    """Rows checked, dated and put in the order of registry, entity and time."""
    tables.check(rows)
    rows = tables.with_dates(rows)
    order = {code: i for i, code in enumerate(registry.variables())}
    variable = np.array([order[c] for c in rows["variable"].cat.categories])[rows["variable"].cat.codes]
    entity = np.argsort(np.argsort(rows["entity"].cat.categories))[rows["entity"].cat.codes]
    keys = (rows["known_from"].to_numpy(), rows["period"].cat.codes, rows["end"].to_numpy(), entity, variable)
    return Facts(rows.iloc[np.lexsort(keys)].reset_index(drop=True), digest)


def is_users(rows: pd.DataFrame) -> np.ndarray:
    """Which rows are the user's own figures."""
    return rows["file"].isin([c for c in rows["file"].cat.categories if c.startswith("user:")]).to_numpy()


def _layer(rows: pd.DataFrame) -> np.ndarray:
    """0 for embedded rows, 1, 2, ... for those of fetched editions in the order of fetching."""
    names = list(rows["file"].cat.categories)
    fetched = sorted((n for n in names if n.startswith("fetched:")), key=layers.fetch_order)
    return np.array([fetched.index(n) + 1 if n in fetched else 0 for n in names])[rows["file"].cat.codes]


def _declared(rows: pd.DataFrame, field: str) -> np.ndarray:
    """What the registry declares of each row's variable."""
    known = registry.variables()
    return np.array([getattr(known[c], field) for c in rows["variable"].cat.categories])[rows["variable"].cat.codes]


def _newest(rows: pd.DataFrame, keys: list[str], keep: str) -> pd.DataFrame:
    ordered = rows.sort_values("known_from", kind="stable")
    return ordered[~ordered.duplicated(keys, keep=keep)]


def _one_edition(rows: pd.DataFrame) -> pd.DataFrame:
    """Of edition series the newest edition by period, of running series the newest figure of each period, of points
    all.

    Periods that the newest edition of a series does not hold come from the next older one and are marked `carried`;
    where editions cannot stand side by side (`merge = false` in the registry) they stay out. An edition fetched on the
    user's machine goes before an embedded one of the same day, a later fetch before an earlier one.
    """
    style = _declared(rows, "vintage")
    whole = rows[style == registry.EDITION]
    rank = pd.Series(1000 * whole["known_from"].to_numpy().astype("int64") + _layer(whole), index=whole.index)
    groups = [whole["variable"], whole["entity"]]
    by_edition = rank.groupby([*groups, whole["edition"], whole["file"]], sort=False, observed=True).transform("max")
    latest = by_edition.groupby(groups, sort=False, observed=True).transform("max")
    whole = whole.assign(carried=(by_edition != latest).to_numpy())[(by_edition == latest) | _declared(whole, "merge")]
    order = by_edition.loc[whole.index].sort_values(ascending=False, kind="stable").index
    whole = whole.loc[order]
    running = _newest(rows[style == registry.RUNNING], _FIGURE, "last")
    return pd.concat([whole[~whole.duplicated(_FIGURE)], running, rows[style == registry.POINTS]])


def _pseudo_vintages(rows: pd.DataFrame, chosen: pd.DataFrame, on: np.datetime64) -> pd.DataFrame:
    """Later editions cut at the period that the stated lag would have shown, for what is unknown on the day.

    Of several later editions the one that shows most periods is taken, the earliest on a tie.
    """
    shown = (rows["shown_from"].to_numpy() <= on) & (rows["known_from"].to_numpy() > on)
    later = rows[shown & ~rows["kind"].isin(_NEVER_RECONSTRUCTED).to_numpy() & ~is_users(rows)]
    style = _declared(later, "vintage")
    whole = later[style == registry.EDITION]
    merged = _declared(whole, "merge")
    whole = pd.concat([_absent(whole[merged], chosen, _FIGURE), _absent(whole[~merged], chosen, _SERIES)])
    size = whole.groupby([*_SERIES, "edition"], sort=False, observed=True)["period"].transform("size")
    ranked = whole.assign(_size=-size).sort_values(["_size", "known_from"], kind="stable")
    best = ranked.groupby(_SERIES, sort=False, observed=True)["edition"].transform("first")
    whole = ranked[(ranked["edition"].astype(str) == best.astype(str)).to_numpy()].drop(columns="_size")
    running = _absent(_newest(later[style == registry.RUNNING], _FIGURE, "first"), chosen, _FIGURE)
    return pd.concat([whole, running]).assign(pseudo_vintage=True)


def _absent(rows: pd.DataFrame, chosen: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    held = pd.MultiIndex.from_frame(chosen[keys].astype(str))
    return rows[~pd.MultiIndex.from_frame(rows[keys].astype(str)).isin(held)]


def _overlay(chosen: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """The user's figures replace embedded ones of the same variable, entity and period; the newest of theirs counts."""
    if own.empty:
        return chosen
    own = _newest(own, _FIGURE, "last")
    return pd.concat([_absent(chosen, own, _FIGURE), own])
