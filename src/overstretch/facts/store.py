"""Load all facts, and cut them to what was known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from overstretch.errors import InputError
from overstretch.facts import registry, tables
from overstretch.facts.known import Known
from overstretch.facts.periods import parse_day

EARLIEST = "2024-06-17"
_NEVER_RECONSTRUCTED = ("forecast", "plan", "claim")


@dataclass(frozen=True)
class Facts:
    """All rows of all editions, embedded, fetched and the user's own. `digest` is a sha256 over all tables."""

    rows: pd.DataFrame
    digest: str

    def as_of(self, day: str, reconstructed: bool = False) -> Known:
        """What was known on `day` (ISO date).

        A row is admitted from its day of publication, else from the end of its period plus the lag in the registry; rows with
        neither stay out. Of each series the newest edition published by then is taken, never a mixture; figures of
        running series are admitted one by one. The earliest complete day is 2024-06-17: earlier days are an InputError unless
        `reconstructed` is set (backtests only), which fills series unknown on the day from a later edition, cut at the
        period that the stated lag would have shown, and marks them `pseudo_vintage`.
        """
        day = parse_day(day, "as-of day")
        if day < EARLIEST and not reconstructed:
            raise InputError(
                f"no complete facts are held for {day}: the earliest complete day is {EARLIEST}; "
                "earlier days are for backtests only, with reconstructed=True (pseudo-vintages)"
            )
        if day >= EARLIEST and reconstructed:
            raise InputError(f"reconstructed vintages serve days before {EARLIEST}; {day} has real ones")
        on = np.datetime64(day)
        admitted = self.rows[self.rows["known_from"].to_numpy() <= on].assign(pseudo_vintage=False)
        own = admitted["file"].str.startswith("user:").to_numpy()
        chosen = _one_edition(admitted[~own])
        if reconstructed:
            chosen = pd.concat([chosen, _pseudo_vintages(self.rows, chosen, on)])
        chosen = _overlay(chosen, admitted[own]).sort_index().reset_index(drop=True)
        return Known(day, reconstructed, chosen, admitted.reset_index(drop=True), self.rows, self.digest)


def load(extra: Iterable[str | Path] = ()) -> Facts:
    """All facts: the embedded tables, editions fetched by `overstretch facts update`, the user's figures and `extra` files."""
    from overstretch.facts import userdata

    rows, digest = tables.embedded()
    more, digest = userdata.collect(extra, digest)
    rows = pd.concat([rows, *more], ignore_index=True) if more else rows
    tables.check_codes(rows)
    rows = tables.with_dates(rows)
    order = {code: i for i, code in enumerate(registry.variables())}
    rows = rows.assign(_order=rows["variable"].map(order)).sort_values(
        ["_order", "entity", "end", "period", "known_from"], kind="stable"
    )
    return Facts(rows.drop(columns="_order").reset_index(drop=True), digest)


def _style(rows: pd.DataFrame) -> np.ndarray:
    styles = {code: v.vintage for code, v in registry.variables().items()}
    return rows["variable"].map(styles).to_numpy()


def _one_edition(rows: pd.DataFrame) -> pd.DataFrame:
    """Of edition series the newest edition, of running series the newest figure of each period, of points all."""
    style = _style(rows)
    whole = rows[style == registry.EDITION]
    newest = whole.groupby(["variable", "entity", "edition"], sort=False)["known_from"].transform("max")
    whole = whole[
        (newest == newest.groupby([whole["variable"], whole["entity"]], sort=False).transform("max")).to_numpy()
    ]
    running = rows[style == registry.RUNNING].sort_values("known_from", kind="stable")
    running = running.drop_duplicates(["variable", "entity", "period"], keep="last")
    return pd.concat([whole, running, rows[style == registry.POINTS]])


def _pseudo_vintages(rows: pd.DataFrame, chosen: pd.DataFrame, on: np.datetime64) -> pd.DataFrame:
    """Later editions cut at the period that the stated lag would have shown, for series (or periods) unknown on the day.

    Of several later editions the one that shows most periods is taken, the earliest on a tie.
    """
    shown = (rows["shown_from"].to_numpy() <= on) & (rows["known_from"].to_numpy() > on)
    later = rows[
        shown & ~rows["kind"].isin(_NEVER_RECONSTRUCTED).to_numpy() & ~rows["file"].str.startswith("user:").to_numpy()
    ]
    style = _style(later)
    whole = later[style == registry.EDITION]
    known = pd.MultiIndex.from_frame(chosen[["variable", "entity"]])
    whole = whole[~pd.MultiIndex.from_frame(whole[["variable", "entity"]]).isin(known)]
    size = whole.groupby(["variable", "entity", "edition"], sort=False)["period"].transform("size")
    ranked = whole.assign(_size=-size).sort_values(["_size", "known_from"], kind="stable")
    best = ranked.groupby(["variable", "entity"], sort=False)["edition"].transform("first")
    whole = ranked[ranked["edition"] == best].drop(columns="_size")
    running = later[style == registry.RUNNING].sort_values("known_from", kind="stable")
    running = running.drop_duplicates(["variable", "entity", "period"], keep="first")
    held = pd.MultiIndex.from_frame(chosen[["variable", "entity", "period"]])
    running = running[~pd.MultiIndex.from_frame(running[["variable", "entity", "period"]]).isin(held)]
    return pd.concat([whole, running]).assign(pseudo_vintage=True)


def _overlay(chosen: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """The user's figures replace embedded ones of the same variable, entity and period; the newest of theirs counts."""
    if own.empty:
        return chosen
    keys = ["variable", "entity", "period"]
    own = own.sort_values("known_from", kind="stable").drop_duplicates(keys, keep="last")
    covered = pd.MultiIndex.from_frame(chosen[keys]).isin(pd.MultiIndex.from_frame(own[keys]))
    return pd.concat([chosen[~covered], own])
