"""Single series and the outlook's errors."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from overstretch.evidence import economy, inputs, series


def test_trend_gives_a_line_back():
    mean, sd = series.trend(3.0 + 2.0 * np.arange(10), 4)
    assert mean == pytest.approx(3 + 2 * 13)
    assert sd == pytest.approx(0.0, abs=1e-6)


def test_trend_interval_is_the_textbook_one():
    """Coverage of the 90% prediction interval over simulated lines; the normal quantile undercovers a little."""
    rng = np.random.default_rng(0)
    hits = []
    for _ in range(2000):
        y = 0.3 * np.arange(43) + rng.normal(size=43)
        mean, sd = series.trend(y[:40], 3)
        hits.append(abs(y[42] - mean) < 1.645 * sd)
    assert np.mean(hits) == pytest.approx(0.895, abs=0.02)


def test_mean_reversion_goes_to_the_mean():
    rng = np.random.default_rng(1)
    x = np.zeros(3000)
    for t in range(1, 3000):
        x[t] = 5 + 0.8 * (x[t - 1] - 5) + rng.normal()
    mean, sd = series.mean_reversion(x, 200)
    assert mean == pytest.approx(5, abs=0.3)
    assert sd == pytest.approx(1 / np.sqrt(1 - 0.64), rel=0.05)


def test_rolling_scores_see_only_the_past():
    seen: list[int] = []

    def spy(past, ahead):
        seen.append(len(past))
        return float(past[-1]), 1.0

    table = series.rolling(np.arange(12.0), {"spy": spy}, (1, 3), 8)
    assert max(seen) == 11
    assert set(table["horizon"]) == {1, 3}
    assert (table[(table["horizon"] == 3) & (table["metric"] == "coverage")]["score"] == 0).all()


def test_outlook_errors_line_up():
    held = {"2023-10": (1.0, 2.0, 3.0), "2024-04": (1.5, 2.5, 3.5)}
    rows = [("AAA", 2022 + i, vintage, x) for vintage, values in held.items() for i, x in enumerate(values)]
    vintages = pd.DataFrame(rows, columns=["iso3", "year", "vintage", "value"])
    outcome = pd.DataFrame({"AAA": [1.0, 2.2, 4.0]}, index=[2022, 2023, 2024])
    got = economy.errors(vintages, outcome, 2024).set_index(["vintage", "year"])
    assert got.loc[("2023-10", 2023), "error"] == pytest.approx(0.2)
    assert got.loc[("2023-10", 2024), ["before", "error"]].tolist() == [2.0, 1.0]
    assert got.loc[("2024-04", 2024), "lead"] == "same year, spring"
    assert ("2024-04", 2025) not in got.index


def test_russian_forecasts_of_autumn_2023_missed_the_growth_of_2024():
    vintages, latest = inputs.outlooks("gdp_growth")
    row = economy.errors(vintages, latest, 2024).set_index(["iso3", "vintage", "year"]).loc[("RUS", "2023-10", 2024)]
    assert row["error"] == pytest.approx(3.29, abs=0.01)


def test_cow_and_cia_shares_are_not_joined():
    burden, growth = inputs.soviet()
    assert np.exp(burden.loc[1985]) == pytest.approx(29.79, abs=0.01)
    assert growth.loc[1960:1991].notna().all()
