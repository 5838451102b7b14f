"""The pledge law: recovers what made the data, respects its limits, never looks ahead."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from overstretch.evidence import hague, inputs, pledge, wales

ALLIES = [f"A{i:02d}" for i in range(28)]


def shocks(scale: float = 0.03) -> pledge.Shocks:
    return pledge.Shocks(pd.Series(scale, index=ALLIES), 4.0)


def test_the_law_without_shocks_closes_its_part_of_the_gap_and_a_lead_ebbs():
    none, rng = np.zeros((2, 10, 400)), np.random.default_rng(0)
    start, target = np.log(np.array([1.0, 3.0])), np.array([2.0, 2.0])
    end = pledge.converge(start, np.zeros(2), target, 0.125, none, rng)
    medians = np.exp(np.median(end[:, -1], axis=1))
    assert medians[0] == pytest.approx(2.0 - 0.875**10, rel=0.03)
    assert medians[1] == pytest.approx(2.0 * 1.5 ** (0.95**10), rel=0.03)


def test_plans_stand_in_the_place_of_the_step():
    data = inputs.pledges()
    at = wales.setting(data, 2024)
    draws, allies = hague.forecasts(at, data.plans)[hague.LAW], at.allies
    middle = pd.Series(np.exp(np.median(draws[:, 0], axis=1)), index=allies)
    assert middle["ESP"] == pytest.approx(2.0, abs=0.02) and middle["NOR"] == pytest.approx(3.3, abs=0.03)
    assert middle["FRA"] == pytest.approx(2.2, abs=0.06)  # announced nothing for 2025


def crps(table: pd.DataFrame) -> float:
    return float(table.query("model == @hague.LAW and metric == 'crps'")["score"].mean())


def test_the_hague_year_holds_with_all_plans_with_half_of_them_and_without_an_allys_own():
    """0.19 is the bar; with all plans, whichever ally is left out of the score, it holds. Of the others the figures of
    today are the ceiling."""
    data, told = inputs.pledges(), inputs.announcers()
    whole = hague.backtest(data)
    assert max(crps(whole[whole["ally"] != ally]) for ally in data.known.columns) <= 0.19
    assert crps(hague.halves(data, told, 3)) <= 0.22
    few = [ally for ally in told if ally in ("LTU", "DNK", "ITA")]
    out = hague.left_out(data, few)
    assert set(out["ally"]) == set(whole["ally"]) and crps(whole) < crps(out) <= 0.22


def test_forecasts_do_not_look_ahead():
    """Figures after the origin may be anything: the forecasts stay the same."""
    data = inputs.pledges()
    changed = data.known.copy()
    changed.loc[2019:] *= 7.0
    for name, draws in wales.forecasts(wales.setting(data, 2018), 2018, 3).items():
        other = wales.forecasts(wales.setting(data._replace(known=changed), 2018), 2018, 3)[name]
        np.testing.assert_array_equal(draws, other)


def test_members_of_the_day_only():
    data = inputs.pledges()
    at = wales.setting(data, 2014)
    assert len(at.allies) == 27
    assert not {"MNE", "MKD", "FIN", "SWE", "ISL"} & set(at.allies)


def test_shrinking_pulls_towards_the_centre_and_fills_gaps():
    history = inputs.table("shock_history")
    raw = history.set_index("iso3")["scale"]
    got = pledge.shrink_shocks(history, [*raw.index, "XXX"]).scale
    centre = np.exp(np.log(raw).mean())
    assert got["XXX"] == pytest.approx(centre)
    assert (np.abs(np.log(got[raw.index] / centre)) <= np.abs(np.log(raw / centre)) + 1e-12).all()
    assert got["DEU"] > raw["DEU"] and got["LTU"] < raw["LTU"]


def test_convergence_speed_without_data_is_its_prior():
    assert pledge.convergence_speed(np.ones((3, 1)), 2.0) == pytest.approx(0.1)


def test_naive_paths():
    np.testing.assert_allclose(pledge.linear_path(np.array([1.0, 3.0]), 2.0, 4, 5)[0], [1.25, 1.5, 1.75, 2.0, 2.0])
    np.testing.assert_allclose(pledge.converging_path(np.array([1.0, 3.0]), 2.0, 0.5, 2), [[1.5, 1.75], [3.0, 3.0]])
