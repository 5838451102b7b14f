"""Backtests of rare events: leaders' exits by route, ends of defence alliances; cell hazards against constant ones.

Piecewise-constant hazards: the rate of a cell is (events + s h0) / (exposure + s), s years of the pooled rate h0 of the
training period, so that an empty cell falls back on it. s = 100 years is set before looking at the test period [J].
Scored by the log loss per year at risk, summed over the exit routes; whole states (leaders) or signings (alliances) are
resampled, because what ends one member's obligation often ends the others'.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from overstretch.errors import InputError
from overstretch.evidence import bootstrap, scores
from overstretch.evidence.bootstrap import Interval

ROUTES = ("regular", "irregular", "natural", "foreign")
PRIOR_YEARS = 100.0


class HazardScore(NamedTuple):
    """Log loss per thousand years at risk of the law and of its rival, and the difference with its interval."""

    law: float
    rival: float
    difference: Interval
    events: int


def cell_rates(table: pd.DataFrame, cells: list[str], event: str) -> pd.Series:
    """Shrunk yearly rate by cell (index: the cell columns) from events and exposure."""
    total = table.groupby(cells)[[event, "exposure"]].sum()
    pooled = constant_rate(table, event)
    return (total[event] + PRIOR_YEARS * pooled) / (total["exposure"] + PRIOR_YEARS)


def constant_rate(table: pd.DataFrame, event: str) -> float:
    """Events a year at risk; half an event where none was seen."""
    return max(float(table[event].sum()), 0.5) / float(table["exposure"].sum())


def score_cells(table: pd.DataFrame, cells: list[str], events: list[str], cluster: str) -> HazardScore:
    """Fit on the first period of `table`, score on the second: cell hazards against constant ones.

    `table`: columns `period` (two values, in order), the cells, `exposure`, the events and the cluster.
    """
    first, second = _periods(table)
    losses = {"law": np.zeros(len(second)), "rival": np.zeros(len(second))}
    keys = pd.MultiIndex.from_frame(second[cells]) if len(cells) > 1 else pd.Index(second[cells[0]])
    for event in events:
        pooled = constant_rate(first, event)
        rate = cell_rates(first, cells, event).reindex(keys).fillna(pooled).to_numpy()
        losses["law"] += scores.hazard_log_loss(second[event], second["exposure"], rate)
        losses["rival"] += scores.hazard_log_loss(second[event], second["exposure"], pooled)
    gap = pd.DataFrame(
        {"cluster": second[cluster], "gap": losses["law"] - losses["rival"], "years": second["exposure"]}
    )
    by_cluster = gap.groupby("cluster")[["gap", "years"]].sum()
    exposure = float(second["exposure"].sum())
    interval = bootstrap.cluster_interval(1000 * by_cluster["gap"], by_cluster["years"])
    return HazardScore(
        1000 * losses["law"].sum() / exposure,
        1000 * losses["rival"].sum() / exposure,
        interval,
        int(second[events].to_numpy().sum()),
    )


def _periods(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    names = sorted(table["period"].unique())
    if len(names) != 2:
        raise InputError(f"a hazard backtest needs two periods, not {len(names)}: {', '.join(names)}")
    return table[table["period"] == names[0]], table[table["period"] == names[1]]


def rate_interval(events: int, exposure: float) -> tuple[float, float, float]:
    """Rate a year with its exact (Garwood) 95% Poisson interval: rate, lower, upper."""
    lower = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    return events / exposure, float(lower / exposure), float(stats.chi2.ppf(0.975, 2 * events + 2) / 2 / exposure)


def leader_base_rates(table: pd.DataFrame, tenure: int = 15, age: int = 70) -> pd.DataFrame:
    """Yearly rates by route for leaders of at least `tenure` years in office and `age` years of age, all periods.

    Index: route; columns events, exposure, rate, lower, upper (95%).
    """
    long = table[(table["tenure"] >= tenure) & (table["age"] >= age)]
    exposure = float(long["exposure"].sum())
    rows = {r: (int(long[r].sum()), exposure, *rate_interval(int(long[r].sum()), exposure)) for r in ROUTES}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["events", "exposure", "rate", "lower", "upper"])


def alliance_base_rates(table: pd.DataFrame) -> pd.DataFrame:
    """Yearly rates of ends of defence pairs, all ages and from 40 years on.

    Columns: events, signings (with an end), exposure, rate, lower, upper: 90% by resampling whole signings, because the
    pairs of one treaty end together.
    """
    rows = {}
    for name, age in (("all ages", 0), ("age 40 and over", 40)):
        part = table[table["age"] >= age]
        by = part.groupby("signing")[["ends", "exposure"]].sum()
        interval = bootstrap.cluster_interval(by["ends"], by["exposure"])
        rows[name] = (int(by["ends"].sum()), int((by["ends"] > 0).sum()), float(by["exposure"].sum()), *interval)
    return pd.DataFrame.from_dict(
        rows, orient="index", columns=["events", "signings", "exposure", "rate", "lower", "upper"]
    )
