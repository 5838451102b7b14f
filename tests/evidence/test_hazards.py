"""Counts and hazards: base rates as stated, shrinkage, and a hazard that is there is found."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from overstretch.errors import InputError
from overstretch.evidence import hazards, inputs


def cells(rates: dict[str, float], years: float = 4000.0, clusters: int = 40) -> pd.DataFrame:
    rng = np.random.default_rng(0)
    rows = [
        {"state": s, "period": p, "age": a, "exposure": years / clusters, "ends": rng.poisson(r * years / clusters)}
        for p in ("1", "2")
        for a, r in rates.items()
        for s in range(clusters)
    ]
    return pd.DataFrame(rows)


def test_a_true_difference_wins_and_none_does_not():
    there = hazards.score_cells(cells({"young": 0.02, "old": 0.2}), ["age"], ["ends"], "state")
    assert there.difference.upper < 0
    absent = hazards.score_cells(cells({"young": 0.05, "old": 0.05}), ["age"], ["ends"], "state")
    assert abs(absent.difference.mean) < abs(there.difference.mean) / 20


def test_empty_cells_fall_back_on_the_pooled_rate():
    table = pd.DataFrame({"age": ["a", "b"], "exposure": [1000.0, 0.0], "ends": [20, 0]})
    rates = hazards.cell_rates(table, ["age"], "ends")
    assert rates["b"] == pytest.approx(0.02)
    assert rates["a"] == pytest.approx(0.02)


def test_leader_base_rates():
    """Archigos 1946-2015, tenure >= 15 and age >= 70: 11 irregular exits, about 2.7% a year; 23 deaths, about 5.6%."""
    rates = hazards.leader_base_rates(inputs.table("leader_cells"))
    assert rates.loc["irregular", "events"] == 11
    assert rates.loc["natural", "events"] == 23
    assert rates["exposure"].iloc[0] == pytest.approx(412.7, abs=0.2)
    assert rates.loc["irregular", "rate"] == pytest.approx(0.0267, abs=0.0002)
    assert 0.013 < rates.loc["irregular", "lower"] < 0.014 and 0.047 < rates.loc["irregular", "upper"] < 0.049


def test_alliance_base_rates():
    """ATOP defence pairs 1946-2017: 0.46% a year, 0.23% from 40 years on, and few signings behind it."""
    rates = hazards.alliance_base_rates(inputs.table("alliance_cells"))
    assert rates.loc["all ages", "rate"] == pytest.approx(0.00459, abs=1e-5)
    assert rates.loc["age 40 and over", "rate"] == pytest.approx(0.00235, abs=1e-5)
    old = rates.loc["age 40 and over"]
    assert old["signings"] == 12
    assert old["upper"] - old["lower"] > 1.645 * 2 * np.sqrt(old["events"]) / old["exposure"], (
        "clusters widen the interval"
    )


def test_poisson_interval_of_no_event():
    assert hazards.rate_interval(0, 100.0) == (0.0, 0.0, pytest.approx(0.03689, abs=1e-5))


def test_two_periods_are_needed():
    with pytest.raises(InputError, match="two periods, not 1"):
        hazards.score_cells(cells({"a": 0.1}).query("period == '1'"), ["age"], ["ends"], "state")
