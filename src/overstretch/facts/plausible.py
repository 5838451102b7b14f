"""Are a user's own figures possible and of the right scale? Days and kinds that cannot be, and ratios to what is
held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from overstretch.facts import registry
from overstretch.facts.periods import frequency, period_end, period_start

LARGEST_STEP = 5.0  # ratio to the nearest figures held that is accepted of any series
OWN_STEPS = 1.5  # ... and the largest step that the series itself has made, times this
LARGEST_OF_SIGNED = 6.0  # of series that change sign: times the largest absolute figure held
_KEYS = ["variable", "entity", "period", "published", "source"]


class Doubt(NamedTuple):
    """What is doubtful about a row: its number in the file, the column and why."""

    row: int
    column: str
    why: str


def doubts(rows: pd.DataFrame, held: pd.DataFrame, today: str) -> list[Doubt]:
    """Doubts about `rows` (the one form, with `row`) against the rows `held`; a row that is held as it is raises
    none."""
    same = pd.MultiIndex.from_frame(held[[*_KEYS, "value"]].astype({k: str for k in _KEYS}))
    new = rows[~pd.MultiIndex.from_frame(rows[[*_KEYS, "value"]]).isin(same)]
    series = _held_series(held, set(new["variable"]))
    signed = {code for (code, _), values in series.items() if (values <= 0).any() or _below_zero(code)}
    found = []
    for row in new.itertuples():
        why = [*_of_days(row, today), *(_of_signed if row.variable in signed else _of_scale)(row, series)]
        found += [Doubt(int(row.row), column, text) for column, text in why]  # type: ignore[arg-type]
    return found


def wrong_forms(rows: pd.DataFrame, held: pd.DataFrame) -> list[Doubt]:
    """Rows whose period has a form (year, month, day, ...) that neither the registry nor any row held has."""
    wanted = held[held["variable"].isin(list(rows["variable"].unique()))]
    pairs = wanted[["variable", "period"]].astype(str).drop_duplicates()
    forms: dict[str, set[str]] = {code: {registry.variable(code).frequency} for code in rows["variable"].unique()}
    for variable, period in pairs.itertuples(index=False):
        forms[variable].add(frequency(period))
    found = []
    for number, variable, period in rows[["row", "variable", "period"]].itertuples(index=False):
        if frequency(period) not in forms[variable]:
            accepted = " or ".join(sorted(forms[variable]))
            found.append(Doubt(number, "period", f"{period!r} is a {frequency(period)}; {variable} takes a {accepted}"))
    return found


def _of_days(row: object, today: str) -> Iterable[tuple[str, str]]:
    published, kind, period = row.published, row.kind, row.period  # type: ignore[attr-defined]
    if published > today:
        yield "published", f"{published} lies ahead of today, {today}"
    by = min(published or today, today)
    if kind == "actual" and period_end(period) > by:
        yield "kind", f"an actual of {period}, which had not ended on {by}; estimate, forecast or plan is accepted"
    elif kind == "estimate" and period_start(period) > by:
        yield "kind", f"an estimate of {period}, which had not begun on {by}; forecast or plan is accepted"


def _of_scale(row: object, series: dict[tuple[str, str], pd.Series]) -> Iterable[tuple[str, str]]:
    variable, entity, period, value = row.variable, row.entity, row.period, row.value  # type: ignore[attr-defined]
    held = series.get((variable, entity))
    if held is None:
        yield from _against_others(variable, value, series)
        return
    near = _neighbours(held, period)
    limit = max(LARGEST_STEP, OWN_STEPS * _largest_step(held.to_numpy()))
    if not any(v / limit <= value <= v * limit for v in near.to_numpy()):
        words = " and ".join(f"{v:,.6g} ({p})" for p, v in near.items())
        nearest = float(near.iloc[0])
        yield (
            "value",
            (
                f"{value:g} is {value / nearest:.3g} times what is held of {entity} nearby, {words}; wrong "
                f"unit or scale? "
                f"The unit is {registry.variable(variable).unit}; {nearest / limit:.3g} to "
                f"{nearest * limit:.3g} is accepted"
            ),
        )


def _of_signed(row: object, series: dict[tuple[str, str], pd.Series]) -> Iterable[tuple[str, str]]:
    variable, entity, value = row.variable, row.entity, row.value  # type: ignore[attr-defined]
    held = series.get((variable, entity))
    largest = 0.0 if held is None else float(held.abs().max())
    if largest > 0 and abs(value) > LARGEST_OF_SIGNED * largest:
        yield (
            "value",
            (
                f"{value:g} is {abs(value) / largest:.3g} times the largest figure held of {entity}, {largest:g}; "
                f"wrong unit or scale? The unit is {registry.variable(variable).unit}"
            ),
        )


def _below_zero(variable: str) -> bool:
    lower = registry.variable(variable).lower
    return lower is not None and lower < 0


def _against_others(variable: str, value: float, series: dict[tuple[str, str], pd.Series]) -> Iterable[tuple[str, str]]:
    """Percentages of an entity without figures, against the range of the other entities'."""
    others = [s.to_numpy() for (code, _), s in series.items() if code == variable]
    unit = registry.variable(variable).unit
    if not others or not unit.startswith("%"):
        return
    values = np.concatenate(others)
    low, high = float(values.min()), float(values.max())
    if low > 0 and not low / LARGEST_STEP <= value <= high * LARGEST_STEP:
        yield "value", f"{value:g} is far from what is held of others, {low:g} to {high:g} {unit}; wrong unit or scale?"


def _neighbours(held: pd.Series, period: str) -> pd.Series:
    """The held figures of the same period, else the last before and the first after it."""
    same = held[held.index == period]
    if len(same):
        return same
    end = period_end(period)
    ends = np.array([period_end(p) for p in held.index])
    return pd.concat([held[ends <= end].iloc[-1:], held[ends > end].iloc[:1]])


def _largest_step(values: np.ndarray) -> float:
    if len(values) < 2:
        return 1.0
    return float(np.exp(np.abs(np.diff(np.log(values))).max()))


def _held_series(held: pd.DataFrame, variables: set[str]) -> dict[tuple[str, str], pd.Series]:
    """Figures by (variable, entity): the newest of each period, in order of time."""
    rows = held[held["variable"].isin(list(variables)).to_numpy()]
    rows = rows.astype({"variable": str, "entity": str, "period": str, "published": str})
    rows = rows.assign(end=[period_end(p) for p in rows["period"]]).sort_values(["end", "published"], kind="stable")
    rows = rows.drop_duplicates(["variable", "entity", "period"], keep="last")
    groups = rows.set_index("period").groupby(["variable", "entity"])["value"]
    return {(str(v), str(e)): values for (v, e), values in groups}
